// The kinds of panels. A panel is {span, label, mount(body, card) -> {update(view), destroy()}}.

import { Bars, TimeChart, color, drawSpark } from "./charts.js";
import { copy, css, h, setText } from "./dom.js";
import * as format from "./format.js";
import * as q from "./series.js";

const MOST_LINES = 8;
const QUANTILES = [0.5, 0.95, 0.99];

function formatOf(name) {
  const metric = q.metric(name);
  return (value) => format.value(value, metric?.unit ?? "", name);
}

// The busiest groups by name; what is left over is one line of its own.
function busiest(groups, view, size) {
  const sized = groups.map((group) => ({ group, size: size(group) })).sort((a, b) => b.size - a.size);
  const kept = sized
    .slice(0, sized.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES)
    .map((one) => one.group);
  const rest = sized.slice(kept.length).flatMap((one) => one.group.series);
  kept.sort((a, b) => a.label.localeCompare(b.label));
  return rest.length
    ? [...kept, { label: `${sized.length - kept.length} others`, values: [], series: rest }]
    : kept;
}

// Success and failure look so; all else takes the next colour.
function paint(lines) {
  return lines.map((line, i) => ({ ...line, color: line.color ?? outcome(line.label) ?? color(i) }));
}

function outcome(label) {
  if (/^(success|successful|ok)$/i.test(label)) return css("--p50");
  return /^(failure|failed|error)$/i.test(label) ? css("--p99") : null;
}

function timePanel(options, kind, unitFormat, linesOf) {
  return {
    ...options,
    mount(body) {
      let chart;
      const nothing = this.nothing ?? "Nothing so far.";
      return {
        update(view) {
          chart ??= new TimeChart(body, { kind, format: unitFormat(), label: options.title, nothing });
          chart.update({ axis: view.axis, from: view.from, to: view.to, lines: paint(linesOf(view)) });
        },
        destroy: () => chart?.destroy(),
      };
    },
  };
}

// What is summed has a unit; what is counted has none that a rate would tell.
function rateFormat(name) {
  return q.metric(name)?.type === "sum"
    ? (value) => (value === null ? "–" : `${formatOf(name)(value)}/s`)
    : format.perSecond;
}

// How many a second.
export function rate(title, name, { by = [], where = {}, kind = "stack", span = 1 } = {}) {
  const shownKind = by.length ? kind : "area";
  return timePanel(
    { title, name, span, hint: hintOf(name) },
    shownKind,
    () => rateFormat(name),
    (view) =>
      busiest(q.groups(name, by, where), view, (group) => q.sumOf(q.adds(group, view))).map((group) => ({
        label: group.label,
        values: q.rates(group, view),
      })),
  );
}

// Levels of gauges, added up within each group.
export function level(title, name, { by = [], where = {}, kind = "line", span = 1 } = {}) {
  return timePanel(
    { title, name, span, hint: hintOf(name) },
    by.length ? kind : "area",
    () => formatOf(name),
    (view) =>
      busiest(q.groups(name, by, where), view, (group) => q.lastOf(group) ?? 0).map((group) => ({
        label: group.label,
        values: q.levels(group, view),
      })),
  );
}

// Percentiles of all values together.
export function bands(title, name, { where = {}, span = 1 } = {}) {
  return timePanel(
    { title, name, span, hint: hintOf(name) },
    "band",
    () => formatOf(name),
    (view) => {
      const [all] = [merge(q.groups(name, [], where))];
      const columns = all ? q.percentiles(all, view, QUANTILES) : [];
      return columns.map((values, i) => ({
        label: `p${QUANTILES[i] * 100}`,
        values,
        color: css(["--p50", "--p95", "--p99"][i]),
      }));
    },
  );
}

// One percentile by tag.
export function percentile(title, name, { by, where = {}, quantile = 0.95, span = 1 }) {
  return timePanel(
    { title, name, span, hint: hintOf(name) },
    "line",
    () => formatOf(name),
    (view) =>
      busiest(q.groups(name, by, where), view, (group) => q.sumOf(q.adds(group, view))).map((group) => ({
        label: group.label,
        values: q.percentiles(group, view, [quantile])[0],
      })),
  );
}

// Which share has no error: by a tag that is absent, or one whose value says so.
export function success(title, name, { ok, span = 1 }) {
  return timePanel(
    { title, name, span, hint: hintOf(name) },
    "area",
    () => format.percent,
    (view) => {
      const all = merge(q.groups(name));
      if (!all) return [];
      const total = q.adds(all, view);
      const good = q.adds({ series: all.series.filter(ok) }, view);
      let before = null;
      const values = total.map((sum, i) => (sum > 0 ? (before = good[i] / sum) : before));
      return [{ label: "", values, color: css("--good") }];
    },
  );
}

// What several durations took of each second, one on the other.
export function shares(title, parts, { span = 1 } = {}) {
  return timePanel(
    { title, span, hint: () => "Seconds of each second, over all threads." },
    "stack",
    () => (value) => (value === null ? "–" : `${format.seconds(value)}/s`),
    (view) =>
      parts.map(([label, name]) => {
        const all = merge(q.groups(name));
        const unit = q.metric(name)?.unit;
        const sums = all ? q.sums(all, view) : [];
        return { label, values: sums.map((sum) => format.inSeconds(sum, unit) / view.step) };
      }),
  );
}

function merge(groups) {
  return groups.length ? { label: "", values: [], series: groups.flatMap((group) => group.series) } : null;
}

export function hintOf(name) {
  return () => q.metric(name)?.description ?? "";
}

export function histogram(title, name, { where = {}, span = 1 } = {}) {
  return {
    title,
    name,
    span,
    hint: hintOf(name),
    mount(body) {
      const bars = new Bars(body, { label: title, format: (value) => formatOf(name)(value) });
      return {
        update(view) {
          const all = merge(q.groups(name, [], where));
          bars.update(all ? barsOf(q.whole(all, view)) : []);
        },
        destroy: () => bars.destroy(),
      };
    },
  };
}

function barsOf({ buckets, scale }) {
  if (buckets.length === 0) return [];
  const counts = new Map(buckets);
  const low = buckets[0][0];
  const high = buckets.at(-1)[0];
  const width = Math.max(1, Math.ceil((high - low + 1) / 48));
  const bars = [];
  for (let bucket = low; bucket <= high; bucket += width) {
    let count = 0;
    for (let i = bucket; i < bucket + width; i++) count += counts.get(i) ?? 0;
    bars.push({ low: q.lowerBound(bucket) * scale, high: q.lowerBound(bucket + width) * scale, count });
  }
  return bars;
}

// One number, what it was, and a small line.
export function stat(title, read) {
  return {
    title,
    span: 0,
    stat: true,
    mount(body) {
      const number = h("p", { class: "big" });
      const note = h("p", { class: "note" });
      const canvas = h("canvas", { class: "spark", "aria-hidden": "true" });
      body.append(number, note, canvas);
      return {
        update(view) {
          const { text, detail = "", values = [], bad = false } = read(view);
          setText(number, text);
          setText(note, detail);
          number.classList.toggle("bad", bad);
          drawSpark(canvas, values, Math.max(80, body.clientWidth), 34);
        },
        destroy() {},
      };
    },
  };
}

// A row for each group, busiest first.
export function table(title, name, { by, where = {}, heads, order }) {
  return { ...rowsPanel(title, heads, (view) => tableRows(name, by, where, view, order)), name, hint: hintOf(name) };
}

// A row for each metric, the one first that took most time in all.
export function overall(title, head, names) {
  return rowsPanel(title, [head], (view) =>
    names
      .map((name) => {
        const row = rowOf([name], merge(q.groups(name)), view, formatOf(name));
        return { ...row, size: format.inSeconds(row.size, q.metric(name)?.unit) };
      })
      .sort(bySize),
  );
}

function rowsPanel(title, heads, rowsOf) {
  return {
    title,
    span: 2,
    mount(body) {
      const rows = h("tbody");
      const columns = [...heads, "count", "per second", "mean", "p50", "p95", "p99"];
      body.append(
        h(
          "div",
          { class: "scroll", tabindex: "0", role: "region", "aria-label": title },
          h(
            "table",
            {},
            h(
              "thead",
              {},
              h(
                "tr",
                {},
                columns.map((column, i) =>
                  h("th", { scope: "col", class: i >= heads.length ? "right" : null }, column),
                ),
              ),
            ),
            rows,
          ),
        ),
      );
      return { update: (view) => fill(rows, rowsOf(view)), destroy() {} };
    },
  };
}

function tableRows(name, by, where, view, order) {
  const rows = q.groups(name, by, where).map((group) => {
    const row = rowOf(
      by.map((tag, i) => group.values[i] ?? "none"),
      group,
      view,
      formatOf(name),
    );
    return { ...row, size: order === "slow" ? (row.p95 ?? 0) : row.count };
  });
  return rows.sort(bySize).slice(0, 100);
}

function bySize(one, other) {
  return other.size - one.size;
}

function rowOf(values, group, view, shown) {
  const all = group ? q.whole(group, view) : { count: 0, sum: 0, buckets: [], scale: 1 };
  const p95 = q.quantileOf(all, 0.95);
  return {
    size: all.sum,
    count: all.count,
    p95,
    heads: values.length,
    cells: [
      ...values,
      format.count(all.count),
      format.perSecond(all.count / view.seconds),
      shown(all.count ? all.sum / all.count : null),
      shown(q.quantileOf(all, 0.5)),
      shown(p95),
      shown(q.quantileOf(all, 0.99)),
    ],
  };
}

export function fill(body, rows) {
  while (body.children.length > rows.length) body.lastChild.remove();
  rows.forEach((row, i) => {
    let element = body.children[i];
    if (!element)
      body.append(
        (element = h(
          "tr",
          {},
          row.cells.map((_, k) => h("td", { class: k >= row.heads ? "right" : "text" })),
        )),
      );
    row.cells.forEach((cell, k) => setText(element.children[k], cell));
  });
}

export function yaml(metric) {
  const rows = [`metrics:`, `  - ${metric.type}: ${metric.name}`];
  const derived =
    metric.type === "counter"
      ? metric.name.startsWith(`${metric.event}.`)
      : metric.name === `${metric.event}.${metric.measurement}`;
  if (!derived) {
    rows.push(`    event: ${metric.event}`);
    if (metric.type !== "counter") rows.push(`    measurement: ${metric.measurement}`);
  }
  if (metric.tags.length) rows.push(`    tags: [${metric.tags.join(", ")}]`);
  if (metric.unit) rows.push(`    unit: ${JSON.stringify(metric.unit)}`);
  if (metric.buckets.length) rows.push(`    buckets: [${metric.buckets.join(", ")}]`);
  if (metric.description) rows.push(`    description: ${JSON.stringify(metric.description)}`);
  if (metric.filtered) rows.push("    # keep or drop: as in the configuration that is in force");
  if (metric.ruled) rows.push("    # tag-values: as in the configuration that is in force");
  return `${rows.join("\n")}\n`;
}

export function copyButton(name) {
  return h(
    "button",
    {
      class: "quiet",
      title: "Copy as telemetry.yaml",
      "aria-label": `Copy ${name} as telemetry.yaml`,
      onclick: () => {
        const metric = q.metric(name);
        if (metric) copy(yaml(metric), "telemetry.yaml");
      },
    },
    "yaml",
  );
}
