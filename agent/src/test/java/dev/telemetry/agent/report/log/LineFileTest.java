package dev.telemetry.agent.report.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.report.Deliveries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Deliveries deliveries = new Deliveries();
  private final List<Lines> open = new ArrayList<>();
  private final Path folder;

  LineFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    open.forEach(Lines::close);
  }

  @Test
  void lines_areAppendedToWhatIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("a.log"), "before\n");

    print(lines(file), "one", "two\nlines", "\u00e9");

    assertThat(Files.readString(file)).isEqualTo("before\none\ntwo / lines\n\u00e9\n");
    assertThat(deliveries).hasToString("sent 3, lost 0");
    assertThat(said()).isEmpty();
  }

  @Test
  void file_isNotMadeBeforeThereIsALine() {
    lines(folder.resolve("a.log")).close();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void lines_goOnInANewFileWhereTheOldOneWasMoved() throws IOException {
    Path file = folder.resolve("a.log");
    Path moved = folder.resolve("a.log.1");
    Lines lines = lines(file);
    print(lines, "one");
    Files.move(file, moved);
    print(lines, "two");

    assertThat(Files.readString(moved)).isEqualTo("one\n");
    assertThat(Files.readString(file)).isEqualTo("two\n");
  }

  @Test
  void lines_goOnInTheFileThatHasTakenTheName() throws IOException {
    Path file = folder.resolve("a.log");
    Lines lines = lines(file);
    print(lines, "one");
    Files.move(file, folder.resolve("a.log.1"));
    Files.writeString(file, "new\n");
    print(lines, "two");

    assertThat(Files.readString(file)).isEqualTo("new\ntwo\n");
  }

  @Test
  void lines_goOnInANewFileWhereTheOldOneWasRemoved() throws IOException {
    Path file = folder.resolve("a.log");
    Lines lines = lines(file);
    print(lines, "one");
    Files.delete(file);
    print(lines, "two");

    assertThat(Files.readString(file)).isEqualTo("two\n");
    assertThat(deliveries.sent()).isEqualTo(2);
  }

  @Test
  void lines_goOnAtTheEndOfAFileThatWasEmptied() throws IOException {
    Path file = folder.resolve("a.log");
    Lines lines = lines(file);
    print(lines, "one");
    Files.writeString(file, "");
    print(lines, "two");

    assertThat(Files.readString(file)).isEqualTo("two\n");
  }

  @Test
  void missingFolder_losesEachLineAndIsToldOnce() {
    Lines lines = lines(folder.resolve("no/a.log"));
    print(lines, "one", "two");
    print(lines, "three");

    assertThat(deliveries).hasToString("sent 0, lost {no such folder=3}");
    assertThat(said().lines())
        .singleElement()
        .asString()
        .startsWith("telemetry: log: cannot write to " + folder.resolve("no/a.log"))
        .endsWith(": NoSuchFileException");
  }

  @Test
  void folderThatComes_isWrittenToAndToldOnce() throws IOException {
    Path file = folder.resolve("late/a.log");
    Lines lines = lines(file);
    print(lines, "one");
    Files.createDirectory(folder.resolve("late"));
    print(lines, "two");
    print(lines, "three");

    assertThat(Files.readString(file)).isEqualTo("two\nthree\n");
    assertThat(deliveries).hasToString("sent 2, lost {no such folder=1}");
    assertThat(said().lines()).hasSize(2).last().asString().contains("is written to again");
  }

  @Test
  void folderOfThatName_losesEachLine() throws IOException {
    print(lines(Files.createDirectory(folder.resolve("a.log"))), "one", "two");

    assertThat(deliveries).hasToString("sent 0, lost {cannot open=2}");
  }

  /** The kernel refuses it to everybody, root included. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void fileThatNobodyMayWrite_losesEachLine() {
    print(lines(Path.of("/proc/sys/kernel/ostype")), "one", "two");

    assertThat(deliveries).hasToString("sent 0, lost {no permission=2}");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fullDisk_losesEachLineAndIsToldOnce() {
    Lines lines = lines(Path.of("/dev/full"));
    print(lines, "one", "two");
    print(lines, "three");

    assertThat(deliveries).hasToString("sent 0, lost {cannot write=3}");
    assertThat(said().lines()).singleElement().asString().contains("No space left on device");
  }

  private Lines lines(Path file) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Lines lines = new Lines(new LineFile(file, new AgentLog(out, System::nanoTime)), deliveries);
    open.add(lines);
    return lines;
  }

  private static void print(Lines lines, String... words) {
    List.of(words).forEach(lines::print);
    lines.end();
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
