package dev.telemetry.it;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Runs a test once on each of these Java versions, which it takes as its argument. Under the
 * profile {@code matrix} also on every version between the lowest and the highest of them.
 */
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "Java {0}")
@ArgumentsSource(OnJava.Versions.class)
@interface OnJava {

  /** The versions. */
  int[] value();

  /** Reads the annotation. */
  final class Versions implements ArgumentsProvider {
    private static final int[] ALL = {8, 11, 17, 21, 25, 26};

    @Override
    public Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      int[] versions = context.getRequiredTestMethod().getAnnotation(OnJava.class).value();
      return chosen(versions).mapToObj(Arguments::of);
    }

    static IntStream chosen(int... versions) {
      if (!Boolean.getBoolean("it.matrix")) {
        return Arrays.stream(versions);
      }
      int lowest = Arrays.stream(versions).min().orElseThrow();
      int highest = Arrays.stream(versions).max().orElseThrow();
      return Arrays.stream(ALL).filter(version -> version >= lowest && version <= highest);
    }
  }
}
