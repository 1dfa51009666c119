package example.executors;

/** Is well three times, then fails, which ends its schedule. */
final class Tick implements Runnable {
  private static final int WELL = 3;

  private int calls;

  @Override
  public void run() {
    if (++calls > WELL) {
      throw new IllegalStateException("tick " + calls);
    }
  }
}
