package dev.telemetry.weaving;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ByteBuddyWeavingTest {
  private static final ClassLoader LOADER = ByteBuddyWeavingTest.class.getClassLoader();

  private final ByteBuddyWeaving weaving = new ByteBuddyWeaving(LOADER);

  @Test
  void interruptedThread_doesNotWaitAndStaysInterrupted() throws Exception {
    byte[] classFile = ShapeClasses.shapes(52);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Thread other =
        new Thread(
            () ->
                weaving.weave(
                    classFile,
                    ClassOutline.of(classFile),
                    (name, descriptor) -> {
                      inside.countDown();
                      await(leave);
                      return Collections.emptyList();
                    }));
    other.start();
    inside.await();
    Thread.currentThread().interrupt();

    byte[] woven = weaving.weave(classFile, ClassOutline.of(classFile), timed(classFile));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(woven).isNotEqualTo(classFile);
    leave.countDown();
    other.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      throw new AssertionError(end);
    }
  }

  @Test
  void firstClass_isTriedOnAThreadOfItsOwn() {
    LateByteBuddy late = new LateByteBuddy(LOADER);
    byte[] classFile = ShapeClasses.shapes(48);
    List<String> threads = new ArrayList<>();
    AdviceWeaving.Plan plan =
        (name, descriptor) -> {
          if (name.equals("loop")) {
            threads.add(Thread.currentThread().getName());
          }
          return timed(classFile).stepsFor(name, descriptor);
        };

    byte[] first = late.weave(classFile, ClassOutline.of(classFile), plan);
    byte[] second = late.weave(classFile, ClassOutline.of(classFile), plan);

    String here = Thread.currentThread().getName();
    assertThat(threads).containsExactly("telemetry-weave", here, here);
    assertThat(second).isEqualTo(first).isNotEqualTo(classFile);
  }

  @Test
  void firstClassThatFails_isToldAndLeavesTheNextOnes() {
    LateByteBuddy late = new LateByteBuddy(LOADER);
    byte[] classFile = ShapeClasses.shapes(48);
    ClassOutline outline = ClassOutline.of(classFile);
    AdviceWeaving.Plan failing =
        (name, descriptor) -> {
          throw new IllegalStateException("the plan's own");
        };

    assertThatThrownBy(() -> late.weave(classFile, outline, failing)).hasMessage("the plan's own");
    assertThat(late.weave(classFile, outline, timed(classFile))).isNotEqualTo(classFile);
  }

  @Test
  void interruptedThread_waitsForByteBuddyAndStaysInterrupted() {
    byte[] classFile = ShapeClasses.shapes(48);
    Thread.currentThread().interrupt();

    byte[] woven =
        new LateByteBuddy(LOADER).weave(classFile, ClassOutline.of(classFile), timed(classFile));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(woven).isNotEqualTo(classFile);
  }

  private static AdviceWeaving.Plan timed(byte[] classFile) {
    ClassOutline outline = ClassOutline.of(classFile);
    String advice = ShapeAdvice.class.getName() + "$Timed";
    return (name, descriptor) ->
        outline.methods.stream()
            .filter(method -> (method.name + method.descriptor).equals(name + descriptor))
            .filter(method -> !method.name.startsWith("<"))
            .map(method -> new AdviceWeaving.Step(advice, method, 0))
            .collect(toList());
  }
}
