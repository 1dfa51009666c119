package dev.telemetry.agent.poller.rule;

import java.util.List;
import javax.management.ConstructorParameters;
import javax.management.MXBean;

/** What a server's pool says of itself. */
@MXBean
public interface Pool {

  int getBusy();

  long getTasks();

  boolean isRunning();

  String getState();

  double getLoad();

  List<String> getWaiting();

  Room getRoom();

  /** Composite data. */
  final class Room {
    private final long used;

    @ConstructorParameters("used")
    public Room(long used) {
      this.used = used;
    }

    public long getUsed() {
      return used;
    }
  }

  /** A pool whose numbers a test sets. */
  final class Settable implements Pool {
    int busy;
    long tasks;
    double load;

    Settable(int busy) {
      this.busy = busy;
    }

    @Override
    public int getBusy() {
      return busy;
    }

    @Override
    public long getTasks() {
      return tasks;
    }

    @Override
    public boolean isRunning() {
      return true;
    }

    @Override
    public String getState() {
      return "STARTED";
    }

    @Override
    public double getLoad() {
      return load;
    }

    @Override
    public List<String> getWaiting() {
      return List.of("one", "two");
    }

    @Override
    public Room getRoom() {
      return new Room(77);
    }
  }
}
