import dev.telemetry.Measured;
import dev.telemetry.Telemetry;

/** Shows by which frames an event comes from a measured method to its handler. */
public final class Way {
  public static void main(String[] args) {
    Telemetry.attach(
        "way",
        "invoice.total.stop",
        (event, measurements, metadata) ->
            StackWalker.getInstance().forEach(frame -> System.out.println("  " + frame)));
    System.out.println(total(19, 4));
  }

  @Measured("invoice.total")
  private static int total(int price, int pieces) {
    return price * pieces;
  }
}
