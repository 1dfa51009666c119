package example.copies;

/** One copy of the API, in the loader of this class. */
public final class OwnCopy {
  private OwnCopy() {}

  public static void main(String[] args) {
    Orders orders = new Orders("own");
    orders.run();
    orders.close();
  }
}
