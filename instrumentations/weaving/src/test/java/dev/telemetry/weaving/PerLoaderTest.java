package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerLoaderTest {
  private final PerLoader<List<String>> values = new PerLoader<>(ArrayList::new);

  @Test
  void value_staysTheSame() {
    ClassLoader loader = new GivenClasses(null);
    values.of(loader).add("kept");

    assertThat(values.of(loader)).containsExactly("kept");
    assertThat(values.known(loader)).containsExactly("kept");
  }

  @Test
  void unknownLoader_hasNone() {
    assertThat(values.known(new GivenClasses(null))).isNull();
  }

  @Test
  void loadersThatCallThemselvesEqual_areToldApart() {
    values.of(new Likeness()).add("first");

    assertThat(values.of(new Likeness())).isEmpty();
  }

  @Test
  void unloadedLoader_isForgotten() {
    ClassLoader kept = new GivenClasses(null);
    values.of(kept);
    for (int i = 0; i < 100; i++) {
      values.of(new GivenClasses(null));
    }

    Collected.until(() -> values.size() == 1);

    assertThat(values.known(kept)).isNotNull();
  }

  private static final class Likeness extends ClassLoader {
    @Override
    public boolean equals(Object other) {
      return other instanceof Likeness;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }
}
