package dev.telemetry.agent.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/**
 * Counts what a reporter has sent, and what it has lost by reason. Thread-safe.
 *
 * <p>The unit is the reporter's own and the same for both: lines for StatsD and the log.
 */
public final class Deliveries {
  private final LongAdder sent = new LongAdder();
  private final ConcurrentMap<String, LongAdder> lost = new ConcurrentHashMap<>();
  private final AtomicLong waiting = new AtomicLong();
  private final LongAdder exports = new LongAdder();
  private final LongAdder exportFailures = new LongAdder();
  private final LongAdder exportNanos = new LongAdder();
  private volatile boolean postponed;
  private final BiConsumer<String, LongAdder> firstLoss;

  /** Makes counters at zero that nobody else sees, as tests do. */
  public Deliveries() {
    this((reason, count) -> {});
  }

  /**
   * Makes counters at zero.
   *
   * @param firstLoss is given each reason with its counter, once, when something is lost for it
   */
  Deliveries(BiConsumer<String, LongAdder> firstLoss) {
    this.firstLoss = firstLoss;
  }

  /** Counts what was handed over to the other side, as far as one can know. */
  public void sent(long count) {
    sent.add(count);
  }

  /**
   * Counts what will never arrive.
   *
   * @param reason a few lower-case words out of a fixed set, such as {@code unresolved host}
   */
  public void lost(String reason, long count) {
    if (count > 0) {
      lost.computeIfAbsent(reason, this::newReason).add(count);
    }
  }

  /** Counts what will never arrive, see {@link #lost(String, long)}. */
  public void lost(LossReason reason, long count) {
    lost(reason.text(), count);
  }

  /**
   * Counts as lost what was counted as sent before: it has turned out not to have arrived.
   *
   * @param reason as for {@link #lost(String, long)}
   */
  public void cameBack(String reason, long count) {
    sent.add(-count);
    lost(reason, count);
  }

  /** Counts as lost what was sent before, see {@link #cameBack(String, long)}. */
  public void cameBack(LossReason reason, long count) {
    cameBack(reason.text(), count);
  }

  /** Tells how much is to be sent now; it is neither sent nor lost until somebody says so. */
  public void waiting(long count) {
    waiting.set(count);
  }

  /** Takes from what is to be sent what became of it, be it sent or lost. */
  public void settled(long count) {
    waiting.addAndGet(-count);
  }

  /**
   * Counts as lost what still is to be sent: nobody will do it any more.
   *
   * @param reason as for {@link #lost(String, long)}
   */
  public void giveUp(String reason) {
    lost(reason, waiting.getAndSet(0));
  }

  /** Counts as lost what still is to be sent, see {@link #giveUp(String)}. */
  public void giveUp(LossReason reason) {
    giveUp(reason.text());
  }

  /** Tells that what is sent now does not arrive, though nothing is lost: it is tried again. */
  public void postpone() {
    postponed = true;
  }

  /** Counts an export, whatever it sent; one that threw, lost or postponed something has failed. */
  void exported(long nanos, boolean failed) {
    exports.increment();
    exportNanos.add(nanos);
    exportFailures.add(failed || postponed ? 1 : 0);
    postponed = false;
  }

  /** Returns how often it was tried to send, for a reporter that does so at intervals. */
  public long exports() {
    return exports.sum();
  }

  /** Returns how many exports threw, lost something or have to be tried again. */
  public long exportFailures() {
    return exportFailures.sum();
  }

  /** Returns how long all exports took together, in nanoseconds. */
  public long exportNanos() {
    return exportNanos.sum();
  }

  private LongAdder newReason(String reason) {
    LongAdder count = new LongAdder();
    firstLoss.accept(reason, count);
    return count;
  }

  /** Returns how much was sent. */
  public long sent() {
    return sent.sum();
  }

  /** Returns a copy of what was lost, by reason, in alphabetical order. */
  public Map<String, Long> lost() {
    Map<String, Long> copy = new TreeMap<>();
    lost.forEach((reason, count) -> copy.put(reason, count.sum()));
    return copy;
  }

  /** Returns how much was lost, whatever the reason. */
  public long lostInAll() {
    return lost.values().stream().mapToLong(LongAdder::sum).sum();
  }

  @Override
  public String toString() {
    return "sent " + sent() + ", lost " + (lost.isEmpty() ? "0" : lost().toString());
  }
}
