package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CursorTest {
  private final Rows rows = new Rows(new Operation(new DatabaseSystems()));

  private Cursor opened() {
    return rows.open(new ConnectionState(), false);
  }

  @Test
  void cursorThatIsOver_changesNothingOfALaterUse() {
    Cursor earlier = opened();
    earlier.enter();
    earlier.close();
    opened();
    earlier.leave();
    earlier.read();
    earlier.moved(false);

    assertThat(rows.count()).isZero();
    assertThat(rows.decodeNanos()).isZero();
    assertThat(rows.areBehindResults()).isFalse();
  }

  @Test
  void cursorThatIsOver_endsNoLaterUse() {
    Cursor earlier = opened();
    earlier.close();
    Cursor later = opened();

    assertThat(earlier.close()).isFalse();
    assertThat(later.isOpen()).isTrue();
  }

  @Test
  void cursorOfTheLastUse_endsItOnce() {
    Cursor opened = opened();
    Cursor same = rows.cursor();

    assertThat(same.close()).isTrue();
    assertThat(opened.isOpen()).isFalse();
    assertThat(opened.close()).isFalse();
  }

  @Test
  void cursorOfAUseThatIsOver_endsNoLaterOne() {
    opened().close();
    Cursor over = rows.cursor();
    Cursor later = opened();

    assertThat(over.close()).isFalse();
    assertThat(later.isOpen()).isTrue();
  }

  @Test
  void cursorThatWasLeftInsideWhenItEnded_locksNobodyOut() {
    Cursor earlier = opened();
    earlier.enter();
    earlier.close();

    assertThat(opened().enter()).isTrue();
  }
}
