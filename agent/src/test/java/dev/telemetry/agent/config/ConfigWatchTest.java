package dev.telemetry.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConfigWatchTest {
  private static final long OFTEN = Duration.ofMillis(20).toNanos();

  private final BlockingQueue<Config> seen = new LinkedBlockingQueue<>();
  private @Nullable ConfigWatch watch;

  @AfterEach
  void stop() {
    if (watch != null) {
      watch.stop();
    }
  }

  @Test
  void change_isSeen() throws Exception {
    ConfigFixture fixture = watched(ConfigFixture.yaml("service: a"));

    fixture.file("telemetry.yaml", "service: b");

    assertThat(nextService()).isEqualTo("b");
  }

  @Test
  void changeOfSameLengthAndTime_isSeen() throws Exception {
    ConfigFixture fixture = ConfigFixture.yaml("service: a");
    Path file = fixture.directory().resolve("telemetry.yaml");
    FileTime time = Files.getLastModifiedTime(file);
    watched(fixture);

    Path other = Files.writeString(fixture.directory().resolve("other"), "service: b");
    Files.setLastModifiedTime(other, time);
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);

    assertThat(nextService()).isEqualTo("b");
  }

  @Test
  void sameContent_isNoChange() throws Exception {
    ConfigFixture fixture = watched(ConfigFixture.yaml("service: a"));

    fixture.file("telemetry.yaml", "service: a");
    Thread.sleep(100);
    fixture.file("telemetry.yaml", "service: b");

    assertThat(nextService()).isEqualTo("b");
  }

  @Test
  void emptyFile_isWaitedFor() throws Exception {
    ConfigFixture fixture = watched(ConfigFixture.yaml("service: a"));

    fixture.file("telemetry.yaml", "");
    Thread.sleep(200);
    fixture.file("telemetry.yaml", "service: b");

    assertThat(nextService()).isEqualTo("b");
  }

  @Test
  void fileThatKeepsChanging_isReadInTheEnd() throws Exception {
    ConfigFixture fixture = watched(ConfigFixture.yaml("service: a"), Duration.ofMillis(400));

    for (int i = 0; i < 30; i++) {
      fixture.file("telemetry.yaml", "service: b" + i);
      Thread.sleep(10);
    }
    fixture.file("telemetry.yaml", "service: end");

    int reads = 1;
    while (!nextService().equals("end")) {
      reads++;
    }
    assertThat(reads).isLessThan(15);
  }

  @Test
  void turnedLink_isSeen() throws Exception {
    ConfigFixture fixture =
        ConfigFixture.empty()
            .file("..1/telemetry.yaml", "service: a")
            .file("..2/telemetry.yaml", "service: b");
    Path directory = fixture.directory();
    link(directory, "..data", "..1");
    Files.createSymbolicLink(
        directory.resolve("telemetry.yaml"), Path.of("..data", "telemetry.yaml"));
    watched(fixture);

    link(directory, "..data", "..2");

    assertThat(nextService()).isEqualTo("b");
  }

  private static void link(Path directory, String name, String target) throws IOException {
    Path made = Files.createSymbolicLink(directory.resolve("..made"), Path.of(target));
    Files.move(made, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void partThatChanges_isSeen() throws Exception {
    ConfigFixture fixture =
        watched(ConfigFixture.yaml("include: [a.yaml]").file("a.yaml", "service: a"));

    fixture.file("a.yaml", "service: b");

    assertThat(nextService()).isEqualTo("b");
  }

  @Test
  void partThatIsNew_isSeen() throws Exception {
    ConfigFixture fixture = watched(ConfigFixture.yaml("include: [\"parts/*.yaml\"]"));

    fixture.file("parts/a.yaml", "service: b");

    assertThat(nextService()).isEqualTo("b");
  }

  @Test
  void fileThatIsGone_isAnError() throws Exception {
    ConfigFixture fixture = watched(ConfigFixture.yaml("service: a"));

    Files.delete(fixture.directory().resolve("telemetry.yaml"));

    assertThat(next().errors().messages())
        .containsExactly(
            "telemetry.yaml: expected a file (named by an earlier look), got no such file");
    fixture.file("telemetry.yaml", "service: b");
    assertThat(nextService()).isEqualTo("b");
  }

  @Test
  void fileThatComes_isSeen() throws Exception {
    ConfigFixture fixture = watched(ConfigFixture.empty());

    fixture.file("telemetry.yaml", "service: b");

    assertThat(nextService()).isEqualTo("b");
  }

  @Test
  void watch_isADaemon() throws Exception {
    watched(ConfigFixture.empty());

    Thread thread =
        Thread.getAllStackTraces().keySet().stream()
            .filter(each -> each.getName().equals("telemetry-config"))
            .findAny()
            .orElseThrow();
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getContextClassLoader()).isNull();
    stop();
    thread.join();
  }

  private ConfigFixture watched(ConfigFixture fixture) {
    return watched(fixture, Duration.ofNanos(OFTEN));
  }

  private ConfigFixture watched(ConfigFixture fixture, Duration every) {
    watch = new ConfigWatch(fixture.load(), every.toNanos(), seen::add);
    watch.start();
    return fixture;
  }

  private Config next() throws InterruptedException {
    return Objects.requireNonNull(seen.poll(50, TimeUnit.SECONDS));
  }

  private String nextService() throws InterruptedException {
    Config config = next();
    assertThat(config.errors().messages()).isEmpty();
    return config.root().child("service").text("");
  }
}
