package dev.telemetry.instrumentation.measured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.MethodSite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TagParametersTest {
  private static final Map<String, Map<String, Object>> TAG =
      Map.of(MeasuredEvents.MEASURED_TAG, Map.of("value", "kind"));

  @Test
  void argumentsThatAreNoTags_areNotKept() {
    Object[] arguments = {"no tag", "tag", "no tag"};

    tags("(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V", 1).keepIn(arguments);

    assertThat(arguments).containsExactly(null, "tag", null);
  }

  @Test
  void tagAmongObjects_isFirst() {
    assertThat(tags("(Ljava/lang/Object;J[I)V", 1).areFirst()).isTrue();
  }

  @Test
  void primitiveBesideTheTag_needsTheArray() {
    assertThat(tags("(Ljava/lang/Object;J)V", 0).areFirst()).isFalse();
  }

  @Test
  void fourthArgument_needsTheArray() {
    assertThat(tags("([J[[J[IJ)V", 3).areFirst()).isFalse();
  }

  private static TagParameters tags(String descriptor, int position) {
    List<Map<String, Map<String, Object>>> parameters = new ArrayList<>();
    for (int i = 0; i <= position; i++) {
      parameters.add(i == position ? TAG : Collections.emptyMap());
    }
    return TagParameters.of(
        new MethodSite("Sample", "method", descriptor, 0)
            .annotated(Map.of(), Map.of(), parameters));
  }
}
