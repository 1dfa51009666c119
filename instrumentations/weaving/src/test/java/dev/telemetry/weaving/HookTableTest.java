package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.dispatch.Hook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HookTableTest {
  private final WeavingReport report = new WeavingReport();
  private final HookTable table = new HookTable(report);

  @AfterEach
  void empty() {
    table.clear();
  }

  @Test
  void sameHook_keepsItsNumber() {
    Hook hook = new Numbered(1);

    assertThat(table.idOf(hook)).isEqualTo(table.idOf(hook));
  }

  @Test
  void equalHooks_areStillTwo() {
    assertThat(table.idOf(new Numbered(1))).isNotEqualTo(table.idOf(new Numbered(1)));
  }

  @Test
  void manyHooks_areAllCalledByTheirNumber() {
    for (int i = 0; i < 1000; i++) {
      assertThat(Dispatcher.begin(table.idOf(new Numbered(i + 1)))).isEqualTo(i + 1);
    }
    assertThat(Dispatcher.begin(0)).isEqualTo(1);
    assertThat(Dispatcher.begin(500)).isEqualTo(501);
  }

  @Test
  void clear_leavesNobodyToCall() {
    int id = table.idOf(new Numbered(7));

    table.clear();

    assertThat(Dispatcher.begin(id)).isZero();
  }

  @Test
  void hookAfterClear_isNotCalledEither() {
    table.clear();

    assertThat(Dispatcher.begin(table.idOf(new Numbered(7)))).isZero();
  }

  @Test
  void failure_isReported() {
    table.idOf(new Numbered(1));

    Dispatcher.failed(new IllegalStateException("broken"));

    assertThat(report.failures()).isEqualTo(1);
  }

  /** Equal to all others, as a hook of somebody else's may be. */
  private static final class Numbered extends Hook {
    private final long number;

    Numbered(long number) {
      this.number = number;
    }

    @Override
    public long begin() {
      return number;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Numbered;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }
}
