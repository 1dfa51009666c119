package library.first;

/** A library's type; a second variant of it is made by renaming the package. */
public interface Order {
  String number();

  void ship(Order other);
}
