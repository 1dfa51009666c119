package example.faults;

import dev.telemetry.Measured;
import java.util.concurrent.Callable;

/** An application of few words. */
public final class Quiet {
  private Quiet() {}

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println("step " + step(i));
      new Step().run();
      System.out.println("called " + new Step().call());
    }
    if (args.length > 0) {
      Thread.sleep(Long.parseLong(args[0]));
    }
    System.err.println("the application's own words");
    System.exit(3);
  }

  @Measured
  static int step(int i) {
    return i + 1;
  }

  private static final class Step implements Runnable, Callable<Object> {
    @Override
    public void run() {
      System.out.println("ran");
    }

    @Override
    public Object call() {
      return "well";
    }
  }
}
