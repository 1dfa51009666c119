package dev.telemetry.agent.report.log;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.report.LossReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Lines at the end of a file, whether or not it is there, can be written to or stays where it is.
 *
 * <p>Before some lines are written it is asked whether the file still has its name; where it was
 * moved or removed, another one is made. What hinders one line hinders all that are written with
 * it, and is told once until a line is written again. Opened for the first line.
 */
final class LineFile implements LineOutput {
  static final LossReason NO_FOLDER =
      new LossReason(
          "no such folder",
          "the folder of `file` is not there",
          "make it; the agent makes the file alone");
  static final LossReason NO_PERMISSION =
      new LossReason(
          "no permission",
          "the user of this process may not write to `file`, or make it",
          "give the permission, or name another file");
  static final LossReason CANNOT_OPEN =
      new LossReason(
          "cannot open",
          "`file` is a folder, or the operating system refuses it for another reason",
          "the log has its words");
  static final LossReason CANNOT_WRITE =
      new LossReason(
          "cannot write",
          "the file is open and takes no line, mostly because the disk is full",
          "make room; the log has the operating system's words");

  private final Path path;
  private final AgentLog log;
  private @Nullable AppendedFile file;
  private LossReason hindered = CANNOT_OPEN;
  private boolean told;

  LineFile(Path path, AgentLog log) {
    this.path = path;
    this.log = log;
  }

  @Override
  public void begin() {
    try {
      if (file != null && !file.isAt(path)) {
        close();
      }
      if (file == null) {
        file = AppendedFile.open(path);
      }
    } catch (NoSuchFileException missing) {
      failed(NO_FOLDER, missing);
    } catch (AccessDeniedException refused) {
      failed(NO_PERMISSION, refused);
    } catch (IOException | RuntimeException failure) {
      failed(CANNOT_OPEN, failure);
    }
  }

  @Override
  public @Nullable LossReason write(String line) {
    AppendedFile open = file;
    if (open == null) {
      return hindered;
    }
    try {
      open.append((AgentLog.oneLine(line) + "\n").getBytes(StandardCharsets.UTF_8));
      succeeded();
      return null;
    } catch (IOException | RuntimeException failure) {
      failed(CANNOT_WRITE, failure);
      return hindered;
    }
  }

  private void succeeded() {
    if (told) {
      told = false;
      log.say("log: " + path + " is written to again");
    }
  }

  private void failed(LossReason reason, Exception failure) {
    close();
    hindered = reason;
    if (!told) {
      told = true;
      log.say("log: cannot write to " + path + ", will try again: " + words(failure));
    }
  }

  /** Of some failures the JDK's only words are the path. */
  private String words(Exception failure) {
    boolean bare = path.toString().equals(failure.getMessage());
    return bare ? failure.getClass().getSimpleName() : AgentLog.reason(failure);
  }

  @Override
  public void close() {
    AppendedFile open = file;
    file = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException failure) {
        log.failure("log: cannot close " + path, failure);
      }
    }
  }
}
