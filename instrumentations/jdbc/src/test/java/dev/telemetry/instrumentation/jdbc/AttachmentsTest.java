package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AttachmentsTest {
  private final List<Note> lost = new ArrayList<>();
  private final Attachments<Object, Note> notes = new Attachments<>(1 << 16, lost::add);

  /** Equal to all of its kind, so only identity tells them apart. */
  private record Equal() {}

  private static final class Note extends Attachment<Object> {
    private volatile boolean over;

    @Override
    boolean isOver() {
      return over;
    }
  }

  private Note noteOn(Object subject) {
    Note note = new Note();
    notes.put(subject, note);
    return note;
  }

  @Test
  void get_comparesByIdentity() {
    Equal one = new Equal();
    Note note = noteOn(one);

    assertThat(notes.get(one)).isSameAs(note);
    assertThat(notes.get(new Equal())).isNull();
  }

  @Test
  void put_replacesWhatIsRecent() {
    Object subject = new Object();
    Note first = noteOn(subject);
    Note second = noteOn(subject);

    assertThat(notes.get(subject)).isSameAs(second);
    assertThat(first.subject()).isNull();
  }

  @Test
  void put_replacesWhatIsOlder() {
    Object subject = new Object();
    noteOn(subject);
    notes.age();
    Note second = noteOn(subject);
    notes.age();

    assertThat(notes.get(subject)).isSameAs(second);
  }

  @Test
  void many_areFoundThoughTheyShareTheirPlaces() {
    List<Object> subjects = new ArrayList<>();
    List<Note> all = new ArrayList<>();
    for (int i = 0; i < 20 * Attachments.PLACES; i++) {
      subjects.add(new Object());
      all.add(noteOn(subjects.get(i)));
    }

    assertThat(subjects.stream().map(notes::get)).isEqualTo(all);
  }

  @Test
  void removed_isFoundNoMore() {
    Object recent = new Object();
    Object older = new Object();
    noteOn(older);
    notes.age();
    noteOn(recent);
    notes.remove(older);
    notes.remove(recent);

    assertThat(notes.get(older)).isNull();
    assertThat(notes.get(recent)).isNull();
    assertThat(lost).isEmpty();
  }

  @Test
  void aged_isFoundAndRefersToItsObjectNoMore() {
    Object subject = new Object();
    Note note = noteOn(subject);
    notes.age();

    assertThat(notes.get(subject)).isSameAs(note);
    assertThat(note.subject()).isNull();
  }

  @Test
  void aged_isForgottenWhereItIsOver() {
    Object subject = new Object();
    noteOn(subject).over = true;
    notes.age();

    assertThat(notes.get(subject)).isNull();
  }

  @Test
  void aged_isLostWithItsObject() throws InterruptedException {
    Note note = noteOn(new Object());
    Reference<Object> subject = new WeakReference<>(note.subject());
    for (int i = 0; i < 500 && lost.isEmpty(); i++) {
      System.gc();
      Thread.sleep(10);
      notes.age();
    }

    assertThat(subject.get()).isNull();
    assertThat(lost).containsExactly(note);
  }

  @Test
  void also_findsTheSameByAnotherObject() {
    Object one = new Object();
    Object other = new Object();
    Note note = noteOn(one);
    notes.also(other, note);
    notes.remove(one);

    assertThat(notes.get(other)).isSameAs(note);
  }

  @Test
  void putByManyWhileOthersAge_isFoundByItsThread() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> missed = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        missed.add(threads.submit(() -> missedOf(30_000)));
      }
      Callable<Integer> aging = () -> agedWhileRunning(missed);
      threads.submit(aging).get();

      for (Future<Integer> one : missed) {
        assertThat(one.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private int missedOf(int times) {
    int missed = 0;
    Object kept = new Object();
    Note note = noteOn(kept);
    for (int i = 0; i < times; i++) {
      Object passing = new Object();
      Note passed = noteOn(passing);
      missed += notes.get(passing) == passed && notes.get(kept) == note ? 0 : 1;
      notes.remove(passing);
    }
    return missed;
  }

  private int agedWhileRunning(List<Future<Integer>> running) {
    int times = 0;
    while (!running.stream().allMatch(Future::isDone)) {
      notes.age();
      times++;
    }
    return times;
  }
}
