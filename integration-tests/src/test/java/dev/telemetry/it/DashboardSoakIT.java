package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A page that is left open beside an application with 10,000 events a second: for a minute, or for
 * {@code -Dsoak.duration}.
 */
final class DashboardSoakIT {
  private static final int JAVA = 17;
  private static final int RATE = 10_000;

  /** The hour that is kept has not passed: it still grows, by what a frame takes. */
  private static final long MOST_MORE_IN_THE_PAGE = 6_000_000;

  private static final long MOST_MORE_IN_THE_AGENT = 3_000_000;

  private static final String STORE =
      "(await import(location.origin + '/dashboard/store.js')).store";

  @Test
  void heaps_stayFlat_andEveryEventIsInTheTotal() throws InterruptedException {
    Duration duration = Duration.parse(System.getProperty("soak.duration", "PT1M"));
    int events = (int) (RATE * (duration.toSeconds() + 45));
    ForkedJvm jvm = Emitting.under(JAVA, "prometheus: {}\nhttp: {port: 0}", events, RATE);
    try (Chromium chromium = Chromium.start();
        RunningProcess app = jvm.start();
        BrowserPage page = chromium.page()) {
      page.open(app.awaitOutput("listening at (http://\\S+)").group(1) + "/#/metrics");
      page.await("(async () => " + frames() + " > 15)()");
      long pageBefore = page.heap();
      long agentBefore = heap(app);
      Thread.sleep(duration.toMillis());

      assertThat(page.heap() - pageBefore).as("page").isLessThan(MOST_MORE_IN_THE_PAGE);
      assertThat(heap(app) - agentBefore).as("agent").isLessThan(MOST_MORE_IN_THE_AGENT);
      app.awaitOutput("emitted " + events);
      page.await(
          "(async () => "
              + STORE
              + ".byName.get('emitted.size').series[0].count === "
              + events
              + ")()");
    }
  }

  private static String frames() {
    return STORE + ".newest";
  }

  /** What is alive after a collection. */
  private static long heap(RunningProcess app) {
    Outcome outcome =
        ForkedJvm.on(JAVA).tool("jcmd").program("" + app.pid(), "GC.class_histogram").run();
    return ClassHistogram.parse(outcome.stdout()).bytes();
  }
}
