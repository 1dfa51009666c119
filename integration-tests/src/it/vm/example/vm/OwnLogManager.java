package example.vm;

import java.util.logging.LogManager;

/** Tells when the VM's log manager is made. */
public final class OwnLogManager extends LogManager {
  public OwnLogManager() {
    System.out.println("log manager made");
  }
}
