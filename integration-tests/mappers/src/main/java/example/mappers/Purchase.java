package example.mappers;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was bought. */
@Entity
@Table(name = "h_purchases")
class Purchase {
  @Id @GeneratedValue private long id;

  private int total;

  @ManyToOne(fetch = FetchType.LAZY)
  private @Nullable Customer customer;

  @ElementCollection
  @CollectionTable(name = "h_labels")
  private Set<String> labels = new HashSet<>();

  /** For the mapper. */
  Purchase() {}

  Purchase(Customer customer, int total) {
    this.customer = customer;
    this.total = total;
  }

  void label(String label) {
    labels.add(label);
  }

  void unlabel() {
    labels.clear();
  }

  void raise() {
    total++;
  }

  int total() {
    return total;
  }

  long id() {
    return id;
  }

  @Nullable Customer customer() {
    return customer;
  }
}
