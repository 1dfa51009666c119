package example.vm;

import java.io.File;

/** Touches no bean of the VM itself. */
public final class Idle {
  private Idle() {}

  public static void main(String[] args) throws InterruptedException {
    System.out.println("idle");
    while (!new File("end").exists()) {
      Thread.sleep(20);
    }
  }
}
