// Draws with uPlot what a panel has asked for; knows no metric.

import { css, h, setText } from "./dom.js";
import { clock } from "./format.js";

/* global uPlot */

const HEIGHT = 180;
const SECONDS_SHOWN = 400; // in a range shorter than this, labels are longer
const PALETTE = ["--c1", "--c2", "--c3", "--c4", "--c5", "--c6", "--c7", "--c8"];
const SYNC = "telemetry";

export function color(index) {
  return css(PALETTE[index % PALETTE.length]);
}

function faded(hex, share) {
  return (
    hex +
    Math.round(share * 255)
      .toString(16)
      .padStart(2, "0")
  );
}

function axes(format) {
  const shared = {
    stroke: css("--muted"),
    grid: { stroke: css("--grid"), width: 1 },
    ticks: { show: false },
  };
  const font = "11px system-ui, sans-serif";
  return [
    {
      ...shared,
      font,
      grid: { show: false },
      space: (_, axis, from, to) => (to - from < SECONDS_SHOWN ? 64 : 46),
      size: 26,
      values: (_, splits) => splits.map(timeOf),
    },
    {
      ...shared,
      font,
      size: 62,
      gap: 4,
      space: 34,
      values: (_, splits) => splits.map((split) => format(split)),
    },
  ];
}

// Seconds are told only where a tick is not at a full minute.
function timeOf(seconds) {
  const text = clock(seconds * 1000);
  return text.endsWith(":00") ? text.slice(0, 5) : text;
}

function yRange(_, low, high) {
  if (low === null || high === null) return [0, 1];
  const least = Math.min(0, low);
  return [least, high <= least ? least + 1 : high + (high - least) * 0.08];
}

// Lines that are added up have areas between each other; a band has one between its percentiles.
function lines(shown, kind) {
  return shown.map((one, i) => {
    const stroke = one.color ?? color(i);
    const filled = kind === "stack" || (kind === "area" && shown.length === 1);
    return {
      label: one.label,
      stroke,
      width: one.flat ? 0 : kind === "stack" ? 1 : 1.75,
      fill: filled || kind === "band" ? faded(stroke, kind === "stack" ? 0.55 : 0.14) : undefined,
      spanGaps: kind === "band" || kind === "line",
      points: { show: kind !== "stack", filter: lonely, size: 5, fill: stroke },
    };
  });
}

// A value without another one makes no line, and is drawn as a point.
function lonely(plot, index) {
  const values = plot.data[index];
  const known = values.flatMap((value, i) => (value === null || value === undefined ? [] : [i]));
  return known.length === 1 ? known : [];
}

function bands(shown, kind) {
  if (kind !== "stack" && kind !== "band") return undefined;
  return shown.slice(1).map((_, i) => ({ series: [i + 2, i + 1] }));
}

function stacked(columns) {
  let below = null;
  return columns.map((column) => {
    below = column.map((value, i) => (value ?? 0) + (below ? below[i] : 0));
    return below;
  });
}

function newest(values) {
  return values.findLast((value) => value !== null) ?? null;
}

// A chart over time. `update` takes {axis, from, to, lines: [{label, values, color}]}.
export class TimeChart {
  constructor(element, { kind, format, label, nothing }) {
    Object.assign(this, { element, kind, format, label });
    this.nothing = h("p", { class: "absent" }, nothing);
    this.canvas = h("div", { class: "canvas", role: "img", "aria-label": label });
    this.legend = h("ul", { class: "legend" });
    element.append(this.nothing, this.canvas, this.legend);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.canvas);
  }

  resize() {
    const width = this.canvas.clientWidth;
    if (this.plot && width > 0) this.plot.setSize({ width, height: HEIGHT });
  }

  update(data) {
    this.data = data;
    const empty = data.lines.every((line) => line.values.every((value) => value === null));
    this.nothing.hidden = !empty;
    this.canvas.hidden = empty;
    if (empty) this.legend.hidden = true;
    else this.draw(data);
  }

  draw(data) {
    // What adds nothing to a stack would draw its line over that of its neighbour.
    if (this.kind === "stack") data.lines.forEach((line) => (line.flat = line.values.every((value) => !value)));
    const signature = data.lines.map((line) => line.label + line.color + (line.flat ?? "")).join("|");
    const columns = data.lines.map((line) => line.values);
    const shown = [data.axis, ...(this.kind === "stack" ? stacked(columns) : columns)];
    if (!this.plot || signature !== this.signature) this.build(signature, shown);
    else this.plot.setData(shown, false);
    this.legend.hidden = this.items.length < 2 && !data.lines[0]?.label;
    this.plot.batch(() => {
      this.plot.setScale("x", { min: data.from, max: data.to });
    });
    this.tell();
  }

  build(signature, shown) {
    this.plot?.destroy();
    this.signature = signature;
    const options = {
      width: Math.max(120, this.canvas.clientWidth),
      height: HEIGHT,
      padding: [10, 22, 0, 0],
      legend: { show: false },
      cursor: { sync: { key: SYNC }, drag: { x: false, y: false }, points: { size: 6 } },
      scales: { x: { time: true, auto: false }, y: { range: yRange } },
      axes: axes(this.format),
      series: [{}, ...lines(this.data.lines, this.kind)],
      bands: bands(this.data.lines, this.kind),
      hooks: { setCursor: [() => this.tell()] },
    };
    this.plot = new uPlot(options, shown, this.canvas);
    this.items = this.data.lines.map((line, i) => {
      const value = h("span", { class: "number" });
      const swatch = h("span", { class: "swatch", style: { background: line.color ?? color(i) } });
      return {
        value,
        element: h("li", {}, swatch, h("span", { class: "name", title: line.label }, line.label), value),
      };
    });
    this.legend.replaceChildren(...this.items.map((item) => item.element));
  }

  // The values under the cursor, else the newest ones that there are.
  tell() {
    if (!this.items || !this.data) return;
    const at = this.plot?.cursor?.idx;
    this.items.forEach((item, i) => {
      const values = this.data.lines[i]?.values ?? [];
      setText(item.value, this.format((at === null || at === undefined ? newest(values) : values[at]) ?? null));
    });
    const words = this.data.lines
      .slice(0, 4)
      .map((line) => `${line.label || "now"} ${this.format(newest(line.values))}`);
    const said = `${this.label}: ${words.join(", ") || "nothing yet"}`;
    if (this.canvas.getAttribute("aria-label") !== said) this.canvas.setAttribute("aria-label", said);
  }

  destroy() {
    this.observer.disconnect();
    this.plot?.destroy();
    this.plot = null;
  }
}

// A small line without axes.
export function spark(values, width = 96, height = 24) {
  const canvas = h("canvas", { class: "spark", "aria-hidden": "true" });
  drawSpark(canvas, values, width, height);
  return canvas;
}

export function drawSpark(canvas, values, width, height) {
  const ratio = devicePixelRatio || 1;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return;
  const high = Math.max(...known, 1e-12);
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  context.beginPath();
  let begun = false;
  values.forEach((value, i) => {
    if (value === null) return;
    const x = (i / Math.max(1, values.length - 1)) * (width - 2) + 1;
    const y = height - 2 - (value / high) * (height - 4);
    if (begun) context.lineTo(x, y);
    else context.moveTo(x, y);
    begun = true;
  });
  context.strokeStyle = css("--c1");
  context.lineWidth = 1.5;
  context.stroke();
}

// How often which value: bars over the buckets, one label for every few.
export class Bars {
  constructor(element, { label, format }) {
    Object.assign(this, { label, format });
    this.bars = h("div", { class: "bars", role: "img", "aria-label": label });
    this.low = h("span");
    this.high = h("span");
    element.append(this.bars, h("p", { class: "ends" }, this.low, this.high));
  }

  update(bars) {
    const most = Math.max(1, ...bars.map((bar) => bar.count));
    while (this.bars.children.length < bars.length) this.bars.append(h("span"));
    while (this.bars.children.length > bars.length) this.bars.lastChild.remove();
    bars.forEach((bar, i) => {
      const element = this.bars.children[i];
      element.style.height = `${Math.max(bar.count ? 3 : 0, (bar.count / most) * 100)}%`;
      element.title = `${this.format(bar.low)} to ${this.format(bar.high)}: ${bar.count}`;
    });
    setText(this.low, bars.length ? this.format(bars[0].low) : "");
    setText(this.high, bars.length ? this.format(bars.at(-1).high) : "");
    const top = bars.find((bar) => bar.count === most);
    this.bars.setAttribute(
      "aria-label",
      top
        ? `${this.label}: most from ${this.format(top.low)} to ${this.format(top.high)}`
        : `${this.label}: nothing yet`,
    );
  }

  destroy() {}
}
