package dev.telemetry.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
  @TempDir Path folder;

  @Test
  void median_isTheMiddleOfTheRounds() {
    Samples samples = new Samples();
    samples.add(new Run("demo", "none", 1), "cpu_s", 9);
    samples.add(new Run("demo", "none", 2), "cpu_s", 1);
    assertThat(samples.median("demo", "none", "cpu_s")).isEqualTo(5);

    samples.add(new Run("demo", "none", 3), "cpu_s", 2);
    assertThat(samples.median("demo", "none", "cpu_s")).isEqualTo(2);
    assertThat(samples.median("demo", "other", "cpu_s")).isNaN();
  }

  @Test
  void file_keepsEverything() throws IOException {
    Samples samples = new Samples();
    samples.add(new Run("demo", "none", 1), "cpu_s", 6.25);
    samples.add(new Run("demo", "an agent", 1), "classes", 18_250);
    Path file = folder.resolve("start.csv");
    samples.write(file);
    Samples read = Samples.read(file);

    assertThat(read.subjects()).containsExactly("demo");
    assertThat(read.variants("demo", "classes")).containsExactly("an agent");
    assertThat(read.rounds("demo", "none", "cpu_s")).containsEntry(1, 6.25);
    assertThat(Files.readAllLines(file)).contains("demo,an agent,1,classes,18250");
  }

  @Test
  void nameWithAComma_isRefusedBeforeAnythingIsLost() {
    Run run = new Run("demo", "ours, again", 1);

    assertThatThrownBy(() -> new Samples().add(run, "cpu_s", 1)).hasMessageContaining("comma");
  }

  @Test
  void brokenFile_saysWhatItExpected() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "subject\nonly,three,cells\n");

    assertThatThrownBy(() -> Samples.read(file)).hasMessageContaining("subject,variant,round");
  }

  @Test
  void fileThatIsNotThere_isEmpty() throws IOException {
    assertThat(Samples.read(folder.resolve("none.csv")).isEmpty()).isTrue();
  }
}
