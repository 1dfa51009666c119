package dev.telemetry.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that this test started, with its output in files of its working folder. */
final class RunningProcess implements AutoCloseable {
  /** No process of a test takes longer, on a machine with more to do either. */
  static final Duration DEADLINE = Duration.ofMinutes(3);

  /** For one that has started others. */
  private static final Duration TO_CLEAN_UP = Duration.ofSeconds(15);

  private final Process process;
  private final Path stdout;
  private final Path stderr;

  private RunningProcess(Process process, Path stdout, Path stderr) {
    this.process = process;
    this.stdout = stdout;
    this.stderr = stderr;
  }

  /** Starts it; standard output and error go to files beside what it writes itself. */
  static RunningProcess start(ProcessBuilder builder) {
    return start(builder, builder.directory().toPath());
  }

  /** Starts it; standard output and error go to files of that folder. */
  static RunningProcess start(ProcessBuilder builder, Path folder) {
    Path stdout = folder.resolve("stdout.txt");
    Path stderr = folder.resolve("stderr.txt");
    builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
    try {
      return new RunningProcess(builder.start(), stdout, stderr);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its own end. */
  Outcome await() {
    return await(DEADLINE);
  }

  /** Waits for its own end, so long at most; then it is told to end, and the test fails. */
  Outcome await(Duration longest) {
    waitOrKill(longest);
    return new Outcome(process.exitValue(), stdout(), stderr());
  }

  /** Asks it to end in order and waits until it has. */
  Outcome terminate() {
    process.destroy();
    return await();
  }

  /** Waits until what it has written to either output matches, and returns the match. */
  Matcher awaitOutput(String regex) {
    Pattern pattern = Pattern.compile(regex);
    Matcher[] found = new Matcher[1];
    Waiting.until(
        DEADLINE,
        () -> {
          found[0] = pattern.matcher(stdout() + stderr());
          return found[0].find() || !process.isAlive();
        },
        () -> "no \"" + regex + "\" in:\n" + stdout() + stderr());
    found[0] = pattern.matcher(stdout() + stderr());
    if (!found[0].find()) {
      throw new AssertionError("it ended without \"" + regex + "\":\n" + stdout() + stderr());
    }
    return found[0];
  }

  /** Its number, for the tools of the JDK. */
  long pid() {
    return process.pid();
  }

  String stdout() {
    return text(stdout);
  }

  String stderr() {
    return text(stderr);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    waitOrKill(DEADLINE);
  }

  private void waitOrKill(Duration longest) {
    try {
      if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
        process.destroy();
        process.waitFor(TO_CLEAN_UP.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        throw new AssertionError("still running after " + longest + ":\n" + stdout() + stderr());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
