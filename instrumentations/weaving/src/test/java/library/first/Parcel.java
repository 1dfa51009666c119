package library.first;

/** An application's class, loaded anew by tests. */
public class Parcel implements Order, Runnable {
  @Override
  public String number() {
    return "42";
  }

  @Override
  public void ship(Order other) {}

  @Override
  public void run() {
    ship(this);
  }
}
