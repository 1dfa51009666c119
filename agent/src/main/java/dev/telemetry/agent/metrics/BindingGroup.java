package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one event that count the same events by the same tag values: both are found out
 * once for all of them.
 */
final class BindingGroup {
  private final @Nullable EventFilter filter;
  private final TagRule[] tags;
  private final Binding[] bindings;
  private final int mostRows;
  private volatile TagNode<Row> root = TagNode.root();
  private int rows;

  /** Takes metrics that are alike in their filter and their tag rules; at least one. */
  BindingGroup(List<Binding> bindings) {
    Metric first = bindings.get(0).series().metric();
    this.filter = first.filter();
    this.tags = first.allTagRules().toArray(new TagRule[0]);
    this.bindings = bindings.toArray(new Binding[0]);
    this.mostRows = bindings.stream().mapToInt(binding -> binding.series().limit()).sum();
  }

  /** Tells whether it is of these metrics, bound to the same. */
  boolean isOf(List<Binding> others) {
    return Arrays.asList(bindings).equals(others);
  }

  /** Records the event in all metrics that it counts for; nothing is thrown. */
  void record(long nanos, Facts facts, @Nullable Throwable error) {
    Row row;
    try {
      if (filter != null && !filter.admits(nanos, facts, error)) {
        return;
      }
      row = known(nanos, facts, error);
      if (row == null) {
        recordNew(nanos, facts, error);
        return;
      }
    } catch (Throwable failure) {
      failed(failure);
      return;
    }
    record(row, nanos, facts);
  }

  private @Nullable Row known(long nanos, Facts facts, @Nullable Throwable error) {
    TagNode<Row> node = root;
    for (int i = 0; node != null && i < tags.length; i++) {
      node = node.child(tags[i].value(nanos, facts, error));
    }
    return node == null ? null : node.value();
  }

  private void record(Row row, long nanos, Facts facts) {
    for (int i = 0; i < bindings.length; i++) {
      bindings[i].record(row, i, nanos, facts);
    }
  }

  private void recordNew(long nanos, Facts facts, @Nullable Throwable error) {
    if (!anyMeasured(nanos, facts)) {
      return;
    }
    @Nullable String[] values = new String[tags.length];
    for (int i = 0; i < tags.length; i++) {
      values[i] = tags[i].value(nanos, facts, error);
    }
    Row row = new Row(values, bindings.length);
    record(row, nanos, facts);
    if (row.isWorthKeeping()) {
      keep(row);
    }
  }

  /** Counts for each metric that the event has not what it measures, unless any has. */
  private boolean anyMeasured(long nanos, Facts facts) {
    for (Binding binding : bindings) {
      if (binding.measures(nanos, facts)) {
        return true;
      }
    }
    for (Binding binding : bindings) {
      binding.series().skip();
    }
    return false;
  }

  /** Where there is no room, rows of series that are gone take it: all begin anew. */
  private synchronized void keep(Row row) {
    if (rows == mostRows) {
      rows = 0;
      root = TagNode.root();
    }
    TagNode<Row> node = root;
    for (String value : row.values()) {
      node = node.grownChild(value);
    }
    if (node.value() == null) {
      rows++;
      node.value(row);
    }
  }

  private void failed(Throwable failure) {
    for (Binding binding : bindings) {
      binding.series().failed(failure);
    }
  }
}
