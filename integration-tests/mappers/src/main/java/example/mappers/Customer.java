package example.mappers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Who buys; its number comes from a sequence. */
@Entity
@Table(name = "h_customers")
class Customer {
  @Id @GeneratedValue private long id;

  private String name = "";

  @OneToMany(mappedBy = "customer")
  private List<Purchase> purchases = new ArrayList<>();

  /** For the mapper. */
  Customer() {}

  Customer(String name) {
    this.name = name;
  }

  void rename(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  long id() {
    return id;
  }

  List<Purchase> purchases() {
    return purchases;
  }
}
