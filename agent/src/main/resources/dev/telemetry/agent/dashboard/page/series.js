// Asks the store: rates, values, percentiles, by time and by tag. Percentiles of several series are
// those of all their values together, because buckets can be added up.

import { store } from "./store.js";

const MOST_POINTS = 240;
const FIRST_BUCKET = (1023 - 40) * 8;

export function lowerBound(bucket) {
  if (bucket === 0) return 0;
  const index = bucket + FIRST_BUCKET;
  return 2 ** ((index >> 3) - 1023) * (1 + (index & 7) / 8);
}

function middle(bucket) {
  return bucket === 0 ? 0 : (lowerBound(bucket) + lowerBound(bucket + 1)) / 2;
}

// The window of time that is looked at, cut into steps that end at whole frames.
export function window(range, until) {
  const { numbers, times } = store;
  let last = numbers.length - 1;
  while (until && last > 0 && times[last] > until) last--;
  const step = Math.max(1, Math.ceil(range / MOST_POINTS));
  const end = numbers[last] ?? 0;
  const aligned = end - (end % step);
  const first = Math.max(numbers[0] ?? 1, aligned - range + 1);
  const begin = first - ((first - 1) % step);
  const points = Math.max(0, Math.floor((aligned - begin + 1) / step));
  const axis = [];
  for (let i = 0; i < points; i++) axis.push(timeOf(begin + (i + 1) * step - 1) / 1000);
  return { begin, step, points, axis, seconds: points * step };
}

function timeOf(number) {
  const index = number - store.numbers[0];
  return store.times[Math.min(Math.max(index, 0), store.times.length - 1)];
}

function slot(view, number) {
  return Math.floor((number - view.begin) / view.step);
}

// Where the points of a view begin in a series' columns.
function from(series, view) {
  let low = 0;
  let high = series.at.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (series.at[mid] < view.begin) low = mid + 1;
    else high = mid;
  }
  return low;
}

function eachPoint(series, view, action) {
  for (let i = from(series, view); i < series.at.length; i++) {
    const at = slot(view, series.at[i]);
    if (at >= view.points) return;
    action(at, i);
  }
}

export function metric(name) {
  return store.byName.get(name);
}

export function tagValue(series, tag) {
  const index = series.metric.tags.indexOf(tag);
  return index < 0 ? undefined : series.tags[index];
}

function matches(series, where) {
  return Object.entries(where).every(([tag, wanted]) => {
    const value = tagValue(series, tag);
    return typeof wanted === "function" ? wanted(value) : value === wanted;
  });
}

// Groups series by the values of tags; those that a metric has not are left out of the label.
export function groups(name, by = [], where = {}) {
  const found = new Map();
  for (const series of metric(name)?.series ?? []) {
    if (!matches(series, where)) continue;
    const values = by.map((tag) => tagValue(series, tag)).filter((value) => value !== undefined);
    const label = values.map((value) => value ?? "none").join(" ");
    if (!found.has(label)) found.set(label, { label, values, series: [] });
    found.get(label).series.push(series);
  }
  return [...found.values()];
}

export function adds(group, view) {
  const points = new Array(view.points).fill(0);
  for (const series of group.series) {
    eachPoint(series, view, (at, i) => (points[at] += series.add[i]));
  }
  return points;
}

// What the values of a distribution add up to.
export function sums(group, view) {
  const points = new Array(view.points).fill(0);
  for (const series of group.series) {
    eachPoint(series, view, (at, i) => (points[at] += series.more[i] ?? 0));
  }
  return points;
}

export function rates(group, view) {
  return adds(group, view).map((sum) => sum / view.step);
}

export function sumOf(points) {
  return points.reduce((sum, point) => sum + point, 0);
}

// Gauges: each keeps its value until there is another; those of a group are added up.
export function levels(group, view) {
  const points = new Array(view.points).fill(null);
  for (const series of group.series) {
    let i = from(series, view);
    let level = i > 0 ? series.add[i - 1] : null;
    for (let at = 0; at < view.points; at++) {
      const end = view.begin + (at + 1) * view.step;
      while (i < series.at.length && series.at[i] < end) level = series.add[i++];
      if (level !== null) points[at] = (points[at] ?? 0) + level;
    }
  }
  return points;
}

function quantile(counts, total, q) {
  let rank = Math.max(1, Math.ceil(q * total));
  for (const [bucket, count] of counts) {
    rank -= count;
    if (rank <= 0) return middle(bucket);
  }
  return null;
}

function sorted(counts) {
  return [...counts].sort((a, b) => a[0] - b[0]);
}

function pour(series, i, into) {
  const pairs = series.buckets[i];
  for (let k = 0; k + 1 < pairs.length; k += 2) into.set(pairs[k], (into.get(pairs[k]) ?? 0) + pairs[k + 1]);
}

export function percentiles(group, view, quantiles) {
  const merged = Array.from({ length: view.points }, () => null);
  const scale = group.series[0]?.metric.scale ?? 1;
  for (const series of group.series) {
    eachPoint(series, view, (at, i) => pour(series, i, (merged[at] ??= new Map())));
  }
  const counts = merged.map((one) => (one && one.size > 0 ? sorted(one) : null));
  return quantiles.map((q) =>
    counts.map((one) => {
      if (!one) return null;
      const value = quantile(
        one,
        one.reduce((sum, pair) => sum + pair[1], 0),
        q,
      );
      return value === null ? null : value * scale;
    }),
  );
}

// All values of a view together: how many, their sum, buckets in ascending order.
export function whole(group, view) {
  const counts = new Map();
  let count = 0;
  let sum = 0;
  for (const series of group.series) {
    eachPoint(series, view, (at, i) => {
      count += series.add[i];
      sum += series.more[i] ?? 0;
      if (series.buckets[i]) pour(series, i, counts);
    });
  }
  return { count, sum, buckets: sorted(counts), scale: group.series[0]?.metric.scale ?? 1 };
}

export function quantileOf(all, q) {
  const total = all.buckets.reduce((sum, pair) => sum + pair[1], 0);
  const value = total === 0 ? null : quantile(all.buckets, total, q);
  return value === null ? null : value * all.scale;
}

// What a group has counted since the application started.
export function totalOf(group) {
  return group.series.reduce(
    (sum, series) => sum + (series.metric.type === "sum" ? series.sum : series.count),
    0,
  );
}

export function lastOf(group) {
  const known = group.series.map((series) => series.last).filter((last) => last !== null);
  return known.length === 0 ? null : known.reduce((sum, last) => sum + last, 0);
}
