package dev.telemetry.instrumentation.testing;

import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.weaving.Weaving;
import dev.telemetry.weaving.WeavingReport;
import java.util.Collections;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Weaves one instrumentation into the classes of the test's JVM, before they are loaded or
 * afterwards, and takes it back at the end of the test class.
 *
 * <pre>{@code
 * @RegisterExtension static final Woven woven = new Woven(new JdbcModule());
 * }</pre>
 */
public final class Woven
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private final Bus bus = new Bus();
  private final RecordedEvents events = new RecordedEvents(bus);
  private final Weaving weaving;

  /**
   * Weaves one module to a bus of its own.
   *
   * @param module the instrumentation under test
   */
  public Woven(InstrumentationModule module) {
    weaving =
        new Weaving(
            ByteBuddyAgent.install(),
            Woven.class.getClassLoader(),
            bus,
            Collections.singletonList(module));
  }

  /** Returns the bus that the instrumentation emits to. */
  public Bus bus() {
    return bus;
  }

  /** Returns what was emitted since the test began. */
  public RecordedEvents events() {
    return events;
  }

  /** Returns what was woven. */
  public WeavingReport report() {
    return weaving.report();
  }

  /** Returns the weaving itself, to be taken back within a test. */
  public Weaving weaving() {
    return weaving;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    weaving.start();
    weaving.sweep(true);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    weaving.takeBack();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    events.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    events.stop();
  }
}
