package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * A page that is left open beside an application with 10,000 events a second: 20 seconds in each
 * build, three minutes under the profile {@code matrix}, half an hour under {@code soak}.
 */
final class DashboardSoakIT {
  private static final int JAVA = 17;
  private static final int RATE = 10_000;
  private static final int SAMPLES = 15;
  private static final Duration DURATION =
      Duration.parse(
          System.getProperty(
              "dashboard.soak.duration", Boolean.getBoolean("it.matrix") ? "PT3M" : "PT20S"));

  /** The hour that is kept has not passed: both still grow, by what a frame of one metric takes. */
  private static final double A_FRAME_IN_THE_PAGE = 1_500;

  private static final double A_FRAME_IN_THE_AGENT = 1_200;

  /** What engines come to know of code that is new to them. */
  private static final double WARM_UP = 100_000;

  private static final String STORE =
      "(await import(location.origin + '/dashboard/store.js')).store";

  private final Trend page = new Trend("bytes of the page");
  private final Trend agent = new Trend("bytes of the application");

  @Test
  void heaps_stayFlat_andEveryEventIsInTheTotal() {
    int events = (int) (RATE * (DURATION.toSeconds() + 10));
    ForkedJvm jvm = Emitting.under(JAVA, "prometheus: {}\nhttp: {port: 0}", events, RATE);
    try (Chromium chromium = Chromium.start();
        RunningProcess app = jvm.start();
        BrowserPage shown = chromium.page()) {
      shown.open(app.awaitOutput("listening at (http://\\S+)").group(1) + "/#/metrics");
      shown.await(inStore("newest > 5"));
      watch(shown, app);

      double frames = DURATION.toSeconds() * 2 / 3.0;
      System.out.printf("%s%n%s%n", page, agent);
      assertThat(page.growth()).as("" + page).isLessThan(WARM_UP + A_FRAME_IN_THE_PAGE * frames);
      assertThat(agent.growth()).as("" + agent).isLessThan(WARM_UP + A_FRAME_IN_THE_AGENT * frames);
      app.awaitOutput("emitted " + events);
      shown.await(inStore("byName.get('emitted.size').series[0].count === " + events));
    }
  }

  private void watch(BrowserPage shown, RunningProcess app) {
    long begun = System.nanoTime();
    for (int sample = 1; sample <= SAMPLES; sample++) {
      waitUntil(begun + sample * (DURATION.toNanos() / SAMPLES));
      page.add(shown.heap());
      agent.add(heap(app));
    }
  }

  private static void waitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
    }
  }

  private static String inStore(String what) {
    return "(async () => " + STORE + "." + what + ")()";
  }

  /** What is alive after a collection. */
  private static long heap(RunningProcess app) {
    String pid = Long.toString(app.pid());
    return ClassHistogram.parse(JavaHome.of(JAVA).jcmd(pid, "GC.class_histogram")).bytes();
  }
}
