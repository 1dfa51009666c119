package example.budget;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Says what calls allocate, each as the least of some rounds: {@code statement 1120}. */
public final class Main {
  private static final int ROUNDS = 10;
  private static final int CALLS = 20_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Main() {}

  /** What is called. */
  interface Call {
    void run(int number) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    Methods methods = new Methods();
    tell("method", number -> methods.plain());
    tell("tagged", number -> methods.tagged(number % 2 == 0 ? "even" : "odd"));
    try (Database database = new Database()) {
      tell("statement", database::execute);
      tell("prepare", database::prepare);
    }
    try (Pages pages = new Pages()) {
      tellLeast("request", new Rounds(pages));
    }
  }

  private static void tell(String name, Call call) throws Exception {
    long own = Thread.currentThread().getId();
    tellLeast(
        name,
        () -> {
          long before = THREADS.getThreadAllocatedBytes(own);
          for (int i = 0; i < CALLS; i++) {
            call.run(i);
          }
          return THREADS.getThreadAllocatedBytes(own) - before;
        });
  }

  /** The VM allocates now and then on its own account, as it compiles; hence the least. */
  private static void tellLeast(String name, Round round) throws Exception {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      least = Math.min(least, round.allocated());
    }
    System.out.println(name + " " + least / CALLS);
  }

  /** One round. */
  interface Round {
    /** Makes all calls, and returns what they allocated. */
    long allocated() throws Exception;
  }

  /** Requests are answered on a thread of the server's. */
  private static final class Rounds implements Round {
    private final Pages pages;

    Rounds(Pages pages) {
      this.pages = pages;
    }

    @Override
    public long allocated() throws Exception {
      long server = pages.thread();
      long before = THREADS.getThreadAllocatedBytes(server);
      for (int i = 0; i < CALLS; i += Pages.BATCH) {
        pages.ask();
      }
      return THREADS.getThreadAllocatedBytes(server) - before;
    }
  }
}
