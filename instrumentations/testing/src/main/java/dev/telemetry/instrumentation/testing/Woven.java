package dev.telemetry.instrumentation.testing;

import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.weaving.Weaving;
import dev.telemetry.weaving.WeavingReport;
import java.util.Collections;
import java.util.Objects;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Weaves one instrumentation into the classes of the test's JVM, before they are loaded or
 * afterwards, and takes it back: at the end of the test class where the field is static, else at
 * the end of each test.
 *
 * <p>In a JVM that the agent's jar runs in, weaves nothing: the same tests then see what the agent
 * emits.
 *
 * <pre>{@code
 * @RegisterExtension static final Woven woven = new Woven(new JdbcModule());
 * }</pre>
 */
public final class Woven
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private final Bus bus;
  private final RecordedEvents events;
  private final InstrumentationModule module;
  private @Nullable Weaving weaving;
  private boolean wovenForAll;

  /**
   * Weaves one module to a bus of its own.
   *
   * @param module the instrumentation under test
   */
  public Woven(InstrumentationModule module) {
    this.module = module;
    bus = agentRuns() ? Bus.shared() : new Bus();
    events = new RecordedEvents(bus);
  }

  /** Tells whether the agent's jar runs in this JVM, so that nothing is woven by the test. */
  public static boolean agentRuns() {
    try {
      Class.forName("java.lang.TelemetryDispatcher", false, null);
      return true;
    } catch (ClassNotFoundException inProcess) {
      return false;
    }
  }

  /** Returns the bus that the instrumentation emits to. */
  public Bus bus() {
    return bus;
  }

  /** Returns what was emitted since the test began. */
  public RecordedEvents events() {
    return events;
  }

  /** Returns the weaving itself; a test that asks for it runs in-process only. */
  public Weaving weaving() {
    Assumptions.assumeFalse(agentRuns(), "the agent weaves, not the test");
    return Objects.requireNonNull(weaving);
  }

  /** Gives the classes back until the next test; a test that asks for it runs in-process only. */
  public void takeBack() {
    weaving();
    takeBackWoven();
  }

  /** Returns what was woven; a test that asks for it runs in-process only. */
  public WeavingReport report() {
    return weaving().report();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    wovenForAll = true;
    weave();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    takeBackWoven();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    weave();
    events.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    events.stop();
    if (!wovenForAll) {
      takeBackWoven();
    }
  }

  private void weave() {
    if (weaving == null && !agentRuns()) {
      Weaving started =
          new Weaving(
              ByteBuddyAgent.install(),
              Woven.class.getClassLoader(),
              bus,
              Collections.singletonList(new OutsideJdk(module)));
      weaving = started;
      started.start();
      started.sweep(true);
    }
  }

  private void takeBackWoven() {
    if (weaving != null) {
      weaving.takeBack();
      weaving = null;
    }
  }
}
