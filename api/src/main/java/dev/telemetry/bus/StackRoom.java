package dev.telemetry.bus;

/**
 * Tells whether the thread has stack left for a change that must not break off half-way.
 *
 * <p>An application that is about to overflow its stack may emit events until the very end; a
 * collection that is being changed at that moment would stay broken.
 */
final class StackRoom {
  private static final int FRAMES = 1000;

  private StackRoom() {}

  static boolean left() {
    try {
      return descend(FRAMES) == 0;
    } catch (StackOverflowError end) {
      return false;
    }
  }

  private static int descend(int frames) {
    return frames == 0 ? 0 : descend(frames - 1);
  }
}
