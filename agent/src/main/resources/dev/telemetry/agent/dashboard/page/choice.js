// The right charts for a metric, whatever it is.

import { count, noun, value } from "./format.js";
import { bands, histogram, level, percentile, rate, success, table } from "./panels.js";
import * as q from "./series.js";
import { store } from "./store.js";

export function named(pattern) {
  return [...store.metrics.values()]
    .filter((metric) => pattern.test(metric.name))
    .sort((a, b) => a.name.localeCompare(b.name));
}

const OUTCOMES = ["error.type", "result", "outcome"];

// What tells whether it went well: no error, or a tag whose value says so.
function isGood(tag) {
  return (series) => {
    const found = q.tagValue(series, tag);
    return tag === "error.type" ? found === null : /^(success|ok|successful)$/i.test(found ?? "");
  };
}

function outcomeOf(metric) {
  const tag = OUTCOMES.find((one) => metric.tags.includes(one));
  if (!tag) return null;
  const tells = tag === "error.type" || metric.series.some(isGood(tag));
  return tells ? tag : null;
}

// The right charts for a metric, whatever it is: for every metric there is, and for users' pages.
export function panelsOf(metric, preferred = [], where = {}) {
  const by = preferred.filter((tag) => metric.tags.includes(tag)).slice(0, 1);
  const tags = by.length
    ? by
    : metric.tags
        .slice(0, 3)
        .filter((tag) => metric.series.some((series) => q.tagValue(series, tag) !== null))
        .slice(0, 2);
  const { name } = metric;
  if (metric.type === "last-value") return [level(name, name, { by: tags, where, kind: "line" })];
  if (metric.type === "counter" || metric.type === "sum") {
    const outcome = metric.type === "counter" ? outcomeOf(metric) : null;
    return [
      rate(name, name, { by: tags, where }),
      ...(outcome && Object.keys(where).length === 0
        ? [success(`${name}: success`, name, { ok: isGood(outcome) })]
        : []),
    ];
  }
  return [
    bands(name, name, { where }),
    ...(tags.length ? [percentile(`${name}: p95 by ${tags.join(", ")}`, name, { by: tags, where })] : []),
    histogram(`${name}: how often which value`, name, { where }),
  ];
}

// A number since the start, for those that count.
export function totalNote(name) {
  const metric = q.metric(name);
  if (!metric || metric.type === "last-value") return "";
  const total = metric.series.reduce(
    (sum, series) => sum + (metric.type === "sum" ? series.sum : series.count),
    0,
  );
  const number = metric.type === "sum" ? value(total, metric.unit, name) : count(total);
  const counted = metric.type === "counter" || metric.type === "sum";
  const things = counted ? noun(metric.unit) : total === 1 ? "value" : "values";
  return [number, things, "since the start"].filter(Boolean).join(" ");
}

export function has(name) {
  return (tag) => q.metric(name)?.tags.includes(tag);
}

function heads(name, words) {
  return Object.entries(words)
    .filter(([tag]) => has(name)(tag))
    .map(([, word]) => word);
}

// A table by those of a metric's tags that have a word for people.
export function tagged(title, name, words, order) {
  return table(title, name, { by: Object.keys(words).filter(has(name)), heads: heads(name, words), order });
}
