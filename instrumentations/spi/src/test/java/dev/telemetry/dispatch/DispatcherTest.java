package dev.telemetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {
  private final List<Object> called = new ArrayList<>();

  @AfterEach
  void empty() {
    Dispatcher.install(new Hook[0], failure -> {});
  }

  @Test
  void unknownHook_isNobody() {
    install(new Noting());

    assertThat(Dispatcher.enter(1, "self", "first", "second")).isNull();
    assertThat(Dispatcher.begin(Integer.MAX_VALUE)).isZero();
    assertThatCode(() -> Dispatcher.exit(1, "token", null, null)).doesNotThrowAnyException();
    assertThatCode(() -> Dispatcher.end(1, 5, null)).doesNotThrowAnyException();
    assertThat(called).isEmpty();
  }

  @Test
  void hook_isCalledByItsNumber() {
    install(new Hook() {}, new Noting());

    assertThat(Dispatcher.enter(1, "self", "first", "second")).isEqualTo("token");
    Dispatcher.exit(1, "token", "result", null);
    assertThat(Dispatcher.begin(1)).isEqualTo(9);
    Dispatcher.end(1, 9, null);

    assertThat(called).containsExactly("self first second", "token result null", "9 null");
  }

  @Test
  void exit_withoutATokenCallsNobody() {
    install(new Noting());

    Dispatcher.exit(0, null, "result", null);
    Dispatcher.end(0, 0, null);

    assertThat(called).isEmpty();
  }

  @Test
  void hookThatIsSilent_measuresNothing() {
    install(new Hook() {});

    assertThat(Dispatcher.enter(0, null, null, null)).isNull();
    assertThat(Dispatcher.begin(0)).isZero();
  }

  @Test
  void emptiedTable_leavesOpenCallsAlone() {
    install(new Noting());
    Object token = Dispatcher.enter(0, "self", null, null);
    Dispatcher.install(new Hook[0], failure -> {});

    Dispatcher.exit(0, token, null, null);

    assertThat(called).containsExactly("self null null");
  }

  @Test
  void failure_isTold() {
    Dispatcher.install(new Hook[0], called::add);
    LinkageError failure = new LinkageError("advice");

    Dispatcher.failed(failure);

    assertThat(called).containsExactly(failure);
  }

  @Test
  void failureOfWhoIsTold_goesNoFurther() {
    Dispatcher.install(
        new Hook[0],
        failure -> {
          throw new StackOverflowError();
        });

    assertThatCode(() -> Dispatcher.failed(new IllegalStateException())).doesNotThrowAnyException();
  }

  private void install(Hook... hooks) {
    Dispatcher.install(hooks, called::add);
  }

  private final class Noting extends Hook {
    @Override
    public Object enter(@Nullable Object self, @Nullable Object first, @Nullable Object second) {
      called.add(self + " " + first + " " + second);
      return "token";
    }

    @Override
    public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
      called.add(token + " " + result + " " + thrown);
    }

    @Override
    public long begin() {
      return 9;
    }

    @Override
    public void end(long start, @Nullable Throwable thrown) {
      called.add(start + " " + thrown);
    }
  }
}
