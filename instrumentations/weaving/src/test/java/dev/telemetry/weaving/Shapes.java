package dev.telemetry.weaving;

/**
 * Methods of all shapes, in a language that class files of version 48 can hold: no lambda, no
 * joined strings, no class constants.
 */
public class Shapes {
  private int calls;

  public Shapes() {}

  public void nothing() {}

  public boolean truth(boolean value) {
    return !value;
  }

  public byte small(byte value) {
    return (byte) (value + 1);
  }

  public char letter(char value) {
    return (char) (value + 1);
  }

  public short brief(short value) {
    return (short) (value + 1);
  }

  public int whole(int first, long wide, double wider, int last) {
    return first + (int) wide + (int) wider + last;
  }

  public long wide(long first, long second, String text) {
    return first - second + text.length();
  }

  public float thin(float value) {
    return value / 2;
  }

  public double wider(String text, double value) {
    return value * text.length();
  }

  public String text(String text) {
    return text.trim();
  }

  public int[][] table(int[] row, Object[] others) {
    return new int[][] {row, {others.length}};
  }

  public static long fixed(long first, int second) {
    return first * second;
  }

  public long loop(int rounds, double step) {
    long sum = 0;
    for (int i = 0; i < rounds; i++) {
      for (double at = 0; at < i; at += step) {
        if (i % 3 == 0) {
          continue;
        }
        sum += (long) at;
      }
    }
    return sum;
  }

  public String guarded(String text, int at) {
    String seen = "";
    try {
      seen = text.substring(at);
      return seen;
    } catch (IndexOutOfBoundsException tooFar) {
      seen = String.valueOf(tooFar.getMessage());
      try {
        return String.valueOf(Integer.parseInt(text));
      } catch (NumberFormatException noNumber) {
        return seen;
      }
    } finally {
      calls += seen.length();
    }
  }

  public int failing(int depth, long unused) {
    if (depth > 3) {
      throw new IllegalStateException("deep");
    }
    return depth == 0 ? 0 : failing(depth - 1, unused) + 1;
  }

  public synchronized int choice(int value) {
    synchronized (this) {
      switch (value) {
        case 1 -> {
          return 10;
        }
        case 2 -> calls++;
        default -> {
          return calls;
        }
      }
    }
    return -1;
  }

  public Object newest(Object given) {
    Object made = given == null ? new Object() : given;
    Object[] both = {made, given};
    while (both[0] != both[1]) {
      both[1] = both[0];
    }
    return given == null ? "new" : both[1];
  }
}
