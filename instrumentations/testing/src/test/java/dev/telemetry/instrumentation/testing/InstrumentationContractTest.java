package dev.telemetry.instrumentation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.InstrumentationModule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test of the contract fails where it should. */
class InstrumentationContractTest {
  private static final ExtensionContext NO_CONTEXT =
      (ExtensionContext)
          Proxy.newProxyInstance(
              ExtensionContext.class.getClassLoader(),
              new Class<?>[] {ExtensionContext.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.toString());
              });

  private static final Map<Flaw, Map<String, String>> FAILED = new EnumMap<>(Flaw.class);

  @Test
  void soundInstrumentation_passes() throws Exception {
    assertThat(failedBy(Flaw.NONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NO_START, success_hasOneStartAndOneStop",
    "NO_START, failure_hasOneStartAndOneEnd",
    "TWO_STOPS, success_hasOneStartAndOneStop",
    "NO_END_OF_FAILURES, failure_hasOneStartAndOneEnd",
    "NO_END_OF_FAILURES, failure_namesItsErrorType",
    "NAMELESS_FAILURES, failure_namesItsErrorType",
    "FORGETFUL_END, end_hasTheDurationAndWhatTheStartKnew",
    "UNDECLARED_KEY, metadata_hasDeclaredKeysOnly",
    "UNDECLARED_MEASUREMENT, measurements_areDeclared",
    "UNSEEN_KEY, whatIsDeclared_isSeen",
    "UNDECLARED_TAG, defaultMetrics_useDeclaredKeysAsTags",
    "CHANGED_RESULT, result_isTheSameOnceTakenBack",
    "EXPOSED, throwingHandler_changesNothingForTheApplication",
    "FAILING_HOOK, weaving_neitherFailsNorLeavesOut",
  })
  void flaw_isFound(Flaw flaw, String test) throws Exception {
    assertThat(failedBy(flaw)).containsKey(test);
  }

  @Test
  void everyTestOfTheContract_isHeldAgainstAFlaw() throws Exception {
    Set<String> failed = new TreeSet<>();
    for (Flaw flaw : Flaw.values()) {
      failed.addAll(failedBy(flaw).keySet());
    }

    assertThat(failed).isEqualTo(tests().keySet());
  }

  private static Map<String, Method> tests() {
    Map<String, Method> tests = new TreeMap<>();
    for (Class<?> contract : List.of(SpanContract.class, InstrumentationContract.class)) {
      for (Method method : contract.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class)) {
          tests.put(method.getName(), method);
        }
      }
    }
    return tests;
  }

  /** Returns the tests that fail, with what they say; each flaw is held against them once. */
  private static Map<String, String> failedBy(Flaw flaw) throws Exception {
    Map<String, String> failed = FAILED.get(flaw);
    if (failed == null) {
      failed = run(flaw);
      FAILED.put(flaw, failed);
    }
    return failed;
  }

  private static Map<String, String> run(Flaw flaw) throws Exception {
    Map<String, String> failed = new TreeMap<>();
    for (Method test : tests().values()) {
      Flawed.flaw = flaw;
      Flawed contract = new Flawed();
      contract.woven.beforeEach(NO_CONTEXT);
      try {
        test.invoke(contract);
      } catch (InvocationTargetException failure) {
        failed.put(test.getName(), String.valueOf(failure.getCause()));
      } finally {
        contract.woven.afterEach(NO_CONTEXT);
      }
    }
    return failed;
  }

  /** The contract, held against an instrumentation with a flaw. */
  private static final class Flawed extends InstrumentationContract {
    /** Asked for by the super class before a field of this one could be set. */
    private static Flaw flaw = Flaw.NONE;

    @Override
    protected InstrumentationModule module() {
      return new FlawedModule(flaw);
    }

    @Override
    protected String span() {
      return FlawedModule.SPAN;
    }

    @Override
    protected Callable<?> succeeding() {
      return () -> new Work().run("work");
    }

    @Override
    protected Callable<?> failing() {
      return () -> new Work().run("");
    }
  }
}
