package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private final Changes changes = new Changes();

  @Test
  void text_isEmptyWithoutAChange() {
    changes.compare("metrics", Map.of("a", 1), Map.of("a", 1), Integer::equals);

    assertThat(changes.text()).isEmpty();
  }

  @Test
  void text_tellsWhatIsNewOtherAndGone() {
    changes.compare(
        "metrics",
        new TreeMap<>(Map.of("a", 1, "b", 1, "c", 1)),
        new TreeMap<>(Map.of("b", 2, "c", 1, "d", 1)),
        Integer::equals);
    changes.compare("reporters", Map.of(), Map.of("log", 1), Integer::equals);

    assertThat(changes.text()).isEqualTo("metrics ~b +d -a; reporters +log");
  }

  @Test
  void text_staysOneLineForPeople() {
    for (int i = 0; i < 12; i++) {
      changes.add("metrics", "+" + i);
    }

    assertThat(changes.text()).isEqualTo("metrics +0 +1 +2 +3 +4 +5 +6 +7 +8 +9 and 2 more");
  }
}
