package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard of the demo, in a real browser. */
final class DashboardIT {
  private static final int JAVA = 17;
  private static final List<String> PAGES =
      List.of(
          "overview",
          "requests",
          "queries",
          "outgoing",
          "websocket",
          "methods",
          "vm",
          "own-0",
          "metrics",
          "events",
          "agent");
  private static final int[][] SIZES = {{360, 760}, {1280, 800}, {1920, 1080}};
  private static final String STORE =
      "(await import(location.origin + '/dashboard/store.js')).store";
  private static final String COUNT =
      "(async () => [...(%s.byName.get('%s')?.series ?? [])].filter((one) => %s)"
          + ".reduce((sum, one) => sum + one.count, 0))()";

  private static final String OVERFLOW =
      "document.documentElement.scrollWidth > document.documentElement.clientWidth";

  private static final String CLIPPED =
      "[...document.querySelectorAll('h1, h2, button, .big, .note, .hint, td, th, dd, dt')]"
          + ".filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)"
          + ".map((one) => one.textContent).join()";

  private static final String SERIOUS =
      "axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations"
          + ".filter((one) => one.impact === 'serious' || one.impact === 'critical')"
          + ".map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join()).join())";

  /** How many frames do not follow their predecessor. */
  private static final String GAPS =
      inStore("numbers.filter((n, i, all) => i > 0 && n !== all[i - 1] + 1).length");

  /** A browser has six to a host. */
  private static final int MORE_THAN_CONNECTIONS = 8;

  private static final String NAVIGATION = "document.getElementById('nav').textContent";

  private static Chromium chromium;
  private static RunningProcess demo;
  private static URI root = URI.create("");
  private static String dashboard = "";
  private static Path configuration = Path.of("");

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    demo = startDemo(0);
  }

  @AfterAll
  static void end() {
    if (demo != null) {
      demo.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static RunningProcess startDemo(int port) {
    ForkedJvm jvm = ForkedJvm.on(JAVA);
    configuration = jvm.write("telemetry.yaml", Trees.read(Artifacts.demoConfiguration()));
    RunningProcess started =
        jvm.flags("-javaagent:" + Artifacts.agent() + "=" + configuration)
            .flags("-Dtelemetry.reporters.statsd.port=9", "-Dtelemetry.http.port=" + port)
            .program("-jar", Artifacts.demo().toString(), "--server.port=0")
            .program("--demo.landing.min=0s", "--demo.landing.max=10ms")
            .start();
    root = URI.create(started.awaitOutput("http://localhost:\\d+/").group());
    if (port == 0) {
      dashboard = started.awaitOutput("listening at (http://\\S+)").group(1) + "/";
    }
    return started;
  }

  @Test
  void login_isInTheNextFrame_andTotalsEqualTheRequests() {
    try (BrowserPage page = open("overview")) {
      long before = total(page, "login.count", "one.tags[0] === 'failure'");
      long requests = total(page, "http.server.request.count", "one.tags[0] === '/login'");
      long frame = Long.parseLong(page.evaluate(inStore("newest")));
      for (int i = 0; i < 7; i++) {
        Http.post(root.resolve("/login"), "name=nobody&password=wrong");
      }
      page.await(
          count("login.count", "one.tags[0] === 'failure'")
              + ".then((n) => n >= "
              + (before + 7)
              + ")");

      assertThat(total(page, "login.count", "one.tags[0] === 'failure'")).isEqualTo(before + 7);
      assertThat(total(page, "http.server.request.count", "one.tags[0] === '/login'"))
          .isEqualTo(requests + 7);
      assertThat(Long.parseLong(page.evaluate(inStore("newest"))) - frame).isLessThan(60);
    }
  }

  @Test
  void reload_keepsWhatWasBefore() {
    try (BrowserPage page = open("requests")) {
      Http.get(root.resolve("/login"));
      page.await(count("http.server.request.count", "true") + ".then((n) => n > 0)");
      String start = page.evaluate(inStore("start"));
      String first = page.evaluate(inStore("numbers[0]"));
      page.run("location.reload()");
      page.await("performance.getEntriesByType('navigation')[0].type === 'reload'");
      page.awaitLive();

      assertThat(page.evaluate(inStore("start"))).isEqualTo(start);
      assertThat(page.evaluate(inStore("numbers[0]"))).isEqualTo(first);
    }
  }

  @Test
  void applicationThatIsKilledAndStartedAgain_isPickedUp() {
    try (BrowserPage page = open("overview")) {
      String start = page.evaluate(inStore("start"));
      int port = URI.create(dashboard).getPort();
      demo.close();
      page.await("document.getElementById('state').textContent.startsWith('stale since')");
      demo = startDemo(port);
      page.awaitLive();

      assertThat(page.evaluate(inStore("start"))).isNotEqualTo(start);
      assertThat(page.evaluate(inStore("restarts"))).isEqualTo("1");
    }
  }

  @Test
  void tabsThatNobodyLooksAt_leaveTheirConnectionsToTheOthers() {
    List<BrowserPage> tabs = new ArrayList<>();
    try {
      for (int i = 0; i < MORE_THAN_CONNECTIONS; i++) {
        tabs.forEach(tab -> tab.hide(true));
        tabs.add(open("overview"));
      }
      tabs.get(MORE_THAN_CONNECTIONS - 1).hide(true);
      BrowserPage first = tabs.get(0);
      String seen = first.evaluate(inStore("newest"));
      first.hide(false);
      first.await(inStore("newest") + ".then((n) => n > " + seen + " + 3)");

      assertThat(first.evaluate(GAPS)).as("frames are missing").isEqualTo("0");
    } finally {
      tabs.forEach(BrowserPage::close);
    }
  }

  @Test
  void pageThatIsOpen_learnsOfPagesThatAreAddedAndTakenAway() {
    String before = Trees.read(configuration);
    try (BrowserPage page = open("overview")) {
      Trees.write(configuration, before.replace("title: Shop", "title: Tills"));
      page.await(NAVIGATION + ".includes('Tills')");
      assertThat(page.evaluate(NAVIGATION)).doesNotContain("Shop");
      Trees.write(configuration, before);
      page.await(NAVIGATION + ".includes('Shop')");
      assertThat(page.evaluate(NAVIGATION)).doesNotContain("Tills");
    }
  }

  @Test
  void everyPage_isSound_inEverySizeAndTheme() {
    Http.post(root.resolve("/login"), "name=nobody&password=wrong");
    try (BrowserPage page = open("overview")) {
      for (String theme : List.of("light", "dark")) {
        page.evaluate("localStorage.setItem('theme', '" + theme + "')");
        for (int[] size : SIZES) {
          page.size(size[0], size[1]);
          PAGES.forEach(name -> check(page, theme, size, name));
        }
      }

      assertThat(page.complaints()).isEmpty();
      assertThat(page.requests()).isNotEmpty().allMatch(url -> url.startsWith(dashboard));
    }
  }

  private static void check(BrowserPage page, String theme, int[] size, String name) {
    page.open(dashboard + "?" + theme + size[0] + name + "#/" + name);
    page.await("document.querySelector('h1') !== null");
    String what = name + " at " + size[0] + " in " + theme;
    page.screenshot(
        Artifacts.target()
            .resolve("screenshots")
            .resolve(name + "-" + size[0] + "-" + theme + ".png"));

    assertThat(page.evaluate("document.documentElement.dataset.theme")).as(what).isEqualTo(theme);
    assertThat(page.evaluate(OVERFLOW)).as(what + " is wider than the window").isEqualTo("false");
    assertThat(page.evaluate(CLIPPED)).as(what + " clips no text").isEmpty();
    page.run(axe());
    assertThat(page.evaluate(SERIOUS)).as(what).isEmpty();
  }

  private static String axe() {
    try (InputStream in = DashboardIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BrowserPage open(String name) {
    BrowserPage page = chromium.page();
    page.size(1280, 800);
    return page.open(dashboard + "#/" + name);
  }

  private static long total(BrowserPage page, String metric, String which) {
    return Long.parseLong(page.evaluate(count(metric, which)));
  }

  private static String count(String metric, String which) {
    return COUNT.formatted(STORE, metric, which);
  }

  private static String inStore(String field) {
    return "(async () => " + STORE + "." + field + ")()";
  }
}
