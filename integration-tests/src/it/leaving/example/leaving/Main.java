package example.leaving;

import dev.telemetry.Measured;

/** An application that still works while it ends, as servers do that complete their requests. */
public final class Main {
  private static final int EACH = 500;

  private Main() {}

  public static void main(String[] args) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(Main::finish));
    work();
    System.out.println("worked");
    switch (args[0]) {
      case "exit":
        System.exit(3);
        break;
      case "wait":
        Thread.sleep(60_000);
        break;
      default:
        break;
    }
  }

  private static void finish() {
    try {
      Thread.sleep(500); // so that whoever does not wait for this hook is gone
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    work();
    System.out.println("finished");
  }

  private static void work() {
    for (int i = 0; i < EACH; i++) {
      order(i);
    }
  }

  @Measured("order")
  static int order(int i) {
    return i;
  }
}
