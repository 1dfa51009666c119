package dev.telemetry.instrumentation.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.testing.Woven;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MeasuredPairTest {
  private static final String REPLY = "board.reply";

  @RegisterExtension static final Woven woven = new Woven(new MeasuredModule());

  private final Board board = new Board();

  @Test
  void pair_isOneSpanFromEntryToEnd() {
    board.handle("s1", "red");
    assertThat(woven.events().names()).containsExactly("board.reply.start");

    board.render("s1");

    assertThat(woven.events().names()).containsExactly("board.reply.start", "board.reply.stop");
    assertThat(woven.events().endsOf(REPLY).get(0).metadata())
        .containsEntry("button", "red")
        .containsEntry("code.function.name", Board.class.getName() + ".handle");
  }

  @Test
  void keys_belongToTheirOwnSpans() {
    board.handle("s1", "red");
    board.handle("s2", "green");

    board.render(new String("s2"));
    board.render("s1");

    assertThat(woven.events().endsOf(REPLY))
        .extracting(end -> end.metadata().get("button"))
        .containsExactly("green", "red");
  }

  @Test
  void end_mayComeOnAnotherThread() {
    board.handle("s1", "red");

    CompletableFuture.runAsync(() -> board.render("s1")).join();

    assertThat(woven.events().endsOf(REPLY)).hasSize(1);
  }

  @Test
  void closingWithoutOpening_isNoEvent() {
    board.handle("s1", "red");
    board.render("s1");
    woven.events().clear();

    board.render("s1");

    assertThat(woven.events().names()).isEmpty();
  }

  @Test
  void nullKey_belongsToNothing() {
    assertThat(board.render("null")).isEqualTo("page of null");
    board.handle(null, "red");

    assertThat(woven.events().names()).isEmpty();
  }

  @Test
  void closingInsideOfOpening_endsTheSpanOnce() {
    board.handleAtOnce("s1");

    assertThat(woven.events().names()).containsExactly("board.reply.start", "board.reply.stop");
  }

  @Test
  void openingThatThrows_endsTheSpan() {
    assertThatThrownBy(() -> board.handle("s1", "")).isInstanceOf(IllegalArgumentException.class);
    board.render("s1");

    assertThat(woven.events().names())
        .containsExactly("board.reply.start", "board.reply.exception");
  }

  @Test
  void closingThatThrows_isTheSpansException() {
    board.handle("broken", "red");
    assertThatThrownBy(() -> board.render("broken")).isInstanceOf(IllegalStateException.class);

    assertThat(woven.events().endsOf(REPLY).get(0).error()).hasMessage("no page");
  }

  @Test
  void openingAgain_givesTheFormerUpAndCountsIt() {
    board.handle("s1", "red");
    board.handle("s1", "green");
    board.render("s1");

    assertThat(woven.events().names())
        .containsExactly(
            "board.reply.start",
            "board.reply.start",
            "board.reply.exception",
            "measured.unanswered",
            "board.reply.stop");
    assertThat(woven.events().named("board.reply.exception").get(0).metadata())
        .containsEntry("button", "red")
        .containsEntry("error.type", "unanswered");
  }

  @Test
  void withoutKey_callsOfOneThreadBelongTogether() {
    board.begin();
    CompletableFuture.runAsync(board::end).join();
    assertThat(woven.events().names()).containsExactly("board.thread.start");

    board.end();

    assertThat(woven.events().endsOf("board.thread")).hasSize(1);
  }

  @Test
  void farAndPrimitiveKeys_areKeys() {
    board.beginFar(1, 2, 4L, 77L);
    board.endFar(true, 0.5, 77L);

    assertThat(woven.events().named("board.far.stop").get(0).metadata()).containsEntry("four", 4L);
  }

  @Test
  void methodOfSeveralParts_isMeasuredAsEach() {
    board.begin();
    board.step();
    board.last();

    assertThat(woven.events().endsOf("board.thread")).hasSize(1);
    assertThat(woven.events().endsOf("board.step")).hasSize(1);
    assertThat(woven.events().endsOf("board.second")).hasSize(1);
  }
}
