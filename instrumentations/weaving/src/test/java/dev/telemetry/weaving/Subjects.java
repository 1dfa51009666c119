package dev.telemetry.weaving;

import java.util.concurrent.CountDownLatch;

/** Applications in small; each test loads them anew in a loader of its own. */
final class Subjects {
  private Subjects() {}

  /** Declares nothing that is woven; stands between the target and the subtype. */
  abstract static class Base implements Greeter {}

  /** A subtype whose super type is not loaded when its bytes are seen. */
  public static class Polite extends Base implements Runnable {
    @Override
    public void run() {
      greet("world");
    }

    @Override
    public void greet(String name) {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("nobody");
      }
    }
  }

  /** Has the method's name and descriptor but is no subtype. */
  public static class Stranger implements Runnable {
    @Override
    public void run() {
      greet("nobody");
    }

    void greet(String name) {
      System.identityHashCode(name);
    }
  }

  /** Methods of every kind. */
  public static class Annotated implements Runnable {
    @Override
    public void run() {
      recursive(2);
      fixed();
      try {
        failing();
      } catch (IllegalStateException expected) {
        overloaded(1);
        overloaded("x");
      }
    }

    @Marked
    private int recursive(int depth) {
      return depth == 0 ? 0 : 1 + recursive(depth - 1);
    }

    @Marked
    static final void fixed() {}

    @Marked
    void failing() {
      throw new IllegalStateException("failed");
    }

    @Marked
    long overloaded(long value) {
      return value;
    }

    @Marked
    double[] overloaded(String value) {
      return new double[] {value.length()};
    }
  }

  /** Stays inside until it is let go. */
  public static class Held implements Runnable {
    public final CountDownLatch entered = new CountDownLatch(1);
    public final CountDownLatch leave = new CountDownLatch(1);

    @Override
    public void run() {
      held();
    }

    @Marked
    void held() {
      entered.countDown();
      try {
        leave.await();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Marked as a whole. */
  @Marked
  public static class WhollyMarked implements Runnable {
    @Override
    public void run() {
      hidden();
      visible();
    }

    private void hidden() {}

    void visible() {}
  }
}
