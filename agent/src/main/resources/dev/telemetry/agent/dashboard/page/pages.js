// Which page shows what. A page is {id, title, group, panels()}; one that lacks its metrics tells
// what would fill it.

import { percent, perSecond, count, noun, value } from "./format.js";
import { bands, histogram, level, percentile, rate, stat, success, table } from "./panels.js";
import * as q from "./series.js";
import { store } from "./store.js";

const HTTP = "http.server.request";
const SQL = "db.client.operation";
const OUT = "http.client.request";
const WS = "websocket";
const AGENT_SIDE = /^(http\.|db\.|jvm\.|websocket\.|telemetry\.|process\.|system\.)/;

function all(name, where) {
  const groups = q.groups(name, [], where);
  return groups[0];
}

function rateOf(title, name, none) {
  return stat(title, (view) => {
    const group = all(name);
    if (!group) return { text: "0/s", detail: none };
    const rates = q.rates(group, view);
    return {
      text: perSecond(rates.at(-1) ?? 0),
      detail: `${count(q.totalOf(group))} since the start`,
      values: rates,
    };
  });
}

function failing() {
  return stat("Errors", (view) => {
    const failures = all(`${HTTP}.failures`);
    const requests = all(`${HTTP}.count`);
    const bad = failures ? q.sumOf(q.adds(failures, view)) : 0;
    const made = requests ? q.sumOf(q.adds(requests, view)) : 0;
    const values = failures ? q.rates(failures, view) : [];
    return {
      text: percent(made ? bad / made : 0),
      detail: `${count(bad)} of ${count(made)} requests`,
      values,
      bad: bad > 0,
    };
  });
}

function quantile(title, name, share) {
  return stat(title, (view) => {
    const group = all(name);
    const unit = q.metric(name)?.unit ?? "s";
    if (!group) return { text: "–", detail: "none so far" };
    return {
      text: value(q.quantileOf(q.whole(group, view), share), unit),
      detail: "in this range",
      values: q.percentiles(group, view, [share])[0],
    };
  });
}

function gauge(title, name, detail, where = {}) {
  return stat(title, (view) => {
    const group = all(name, where);
    if (!group) return { text: "–", detail: "not measured" };
    return { text: value(q.lastOf(group), q.metric(name).unit, name), detail, values: q.levels(group, view) };
  });
}

function collections() {
  return stat("Garbage collection", (view) => {
    const group = all("jvm.gc.duration");
    if (!group) return { text: "0", detail: "of the time" };
    const { sum } = q.whole(group, view);
    return {
      text: percent(view.seconds ? sum / view.seconds : 0),
      detail: "of the time",
      values: q.rates(group, view),
    };
  });
}

function overview() {
  return [
    rateOf("Requests", `${HTTP}.count`, "none so far"),
    failing(),
    gauge("In flight", "http.server.active_requests", "requests now"),
    quantile("Request p50", `${HTTP}.duration`, 0.5),
    quantile("Request p95", `${HTTP}.duration`, 0.95),
    quantile("Request p99", `${HTTP}.duration`, 0.99),
    rateOf("Queries", `${SQL}.count`, "none so far"),
    quantile("Query p95", `${SQL}.duration`, 0.95),
    gauge("Heap", "jvm.memory.used", "used, all pools", { "jvm.memory.type": "heap" }),
    gauge("Threads", "jvm.thread.count", "live"),
    gauge("CPU", "jvm.cpu.recent_utilization", "of all processors"),
    q.metric("websocket.session.active")
      ? gauge("WebSocket sessions", "websocket.session.active", "open now")
      : collections(),
    rate("Requests by status", `${HTTP}.count`, { by: ["http.response.status_code"] }),
    bands("Request duration", `${HTTP}.duration`),
    rate("Queries by operation", `${SQL}.count`, { by: ["db.operation.name"] }),
    bands("Query duration", `${SQL}.duration`),
    level("Heap by pool", "jvm.memory.used", {
      by: ["jvm.memory.pool.name"],
      where: { "jvm.memory.type": "heap" },
      kind: "stack",
    }),
    level("Threads by state", "jvm.thread.count", { by: ["jvm.thread.state"], kind: "stack" }),
  ];
}

function requests() {
  return [
    rate("Requests by route", `${HTTP}.count`, { by: ["http.route"] }),
    rate("Requests by status", `${HTTP}.count`, { by: ["http.response.status_code"] }),
    bands("Duration of all", `${HTTP}.duration`),
    percentile("p95 by route", `${HTTP}.duration`, { by: ["http.route"] }),
    rate("Failures by route", `${HTTP}.failures`, { by: ["http.route", "error.type"] }),
    histogram("How long they took", `${HTTP}.duration`),
    table("Routes", `${HTTP}.duration`, {
      by: ["http.request.method", "http.route", "http.response.status_code"].filter(has(`${HTTP}.duration`)),
      heads: heads(`${HTTP}.duration`, {
        "http.request.method": "method",
        "http.route": "route",
        "http.response.status_code": "status",
      }),
    }),
  ];
}

function has(name) {
  return (tag) => q.metric(name)?.tags.includes(tag);
}

function heads(name, words) {
  return Object.entries(words)
    .filter(([tag]) => has(name)(tag))
    .map(([, word]) => word);
}

function queries() {
  const name = `${SQL}.duration`;
  const words = {
    "db.system.name": "system",
    "db.operation.name": "operation",
    "db.collection.name": "table",
    "error.type": "error",
  };
  const by = Object.keys(words).filter(has(name));
  const parts = ["queue", "query", "decode", "idle", "total"].filter((part) => q.metric(`${SQL}.${part}`));
  return [
    rate("Queries by operation", `${SQL}.count`, { by: ["db.operation.name"] }),
    rate("Queries by table", `${SQL}.count`, { by: ["db.collection.name"] }),
    bands("Duration of all", name),
    percentile("p95 by operation and table", name, { by: ["db.operation.name", "db.collection.name"] }),
    ...parts.map((part) => bands(`Of that: ${part}`, `${SQL}.${part}`)),
    histogram("How long they took", name),
    table("Slowest first", name, {
      by,
      heads: heads(name, words),
      order: "slow",
    }),
    ...named(/^db\.client\.(connection|transaction)/).map(
      (metric) => panelsOf(metric, ["db.client.connection.pool.name"])[0],
    ),
  ];
}

function outgoing() {
  const name = `${OUT}.duration`;
  const words = {
    "http.request.method": "method",
    "server.address": "server",
    "url.template": "template",
    "http.response.status_code": "status",
    "error.type": "error",
  };
  return [
    rate("Calls by server", `${OUT}.count`, { by: ["server.address"] }),
    percentile("p95 by server", name, { by: ["server.address"] }),
    bands("Duration of all", name),
    rate("Calls by status", `${OUT}.count`, { by: ["http.response.status_code", "error.type"] }),
    rate("Failures by server", `${OUT}.failures`, { by: ["server.address", "error.type"] }),
    level("In flight by server", "http.client.active_requests", { by: ["server.address"], kind: "stack" }),
    table("Servers", name, { by: Object.keys(words).filter(has(name)), heads: heads(name, words) }),
  ];
}

function websocket() {
  return named(/^websocket\./).flatMap((metric) =>
    panelsOf(metric, ["websocket.event", "websocket.endpoint"]),
  );
}

function methods() {
  return measured().flatMap((metric) => {
    const found = metric.tags.filter((tag) => tag !== "error.type").slice(0, 1);
    return [bands(metric.name, metric.name), rate(`${metric.name}, calls`, metric.name, { by: found })];
  });
}

function measured() {
  return named(/./).filter(
    (metric) =>
      !AGENT_SIDE.test(metric.event) &&
      metric.measurement === "duration" &&
      /^(distribution|summary)$/.test(metric.type),
  );
}

function vm() {
  return [
    level("Heap by pool", "jvm.memory.used", {
      by: ["jvm.memory.pool.name"],
      where: { "jvm.memory.type": "heap" },
      kind: "stack",
    }),
    level("Beside the heap, by pool", "jvm.memory.used", {
      by: ["jvm.memory.pool.name"],
      where: { "jvm.memory.type": "non_heap" },
      kind: "stack",
    }),
    level("Processors", "jvm.cpu.recent_utilization"),
    rate("Processor time", "jvm.cpu.time"),
    level("Threads by state", "jvm.thread.count", { by: ["jvm.thread.state"], kind: "stack" }),
    rate("Garbage collections", "jvm.gc.duration", { by: ["jvm.gc.name", "jvm.gc.action"] }),
    bands("Time in garbage collections", "jvm.gc.duration"),
    level("Classes", "jvm.class.count"),
    level("Buffers outside the heap", "jvm.buffer.memory.used", {
      by: ["jvm.buffer.pool.name"],
      kind: "stack",
    }),
    level("Open files", "jvm.file_descriptor.count"),
  ].filter((panel) => q.metric(panel.name));
}

function named(pattern) {
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
  return `${metric.type === "sum" ? value(total, metric.unit, name) : count(total)} ${metric.type === "counter" ? noun(metric.unit) : metric.type === "sum" ? noun(metric.unit) : "values"} since the start`.replace(
    "  ",
    " ",
  );
}

function own(page, index) {
  return {
    id: `own-${index}`,
    title: page.title,
    group: "Yours",
    panels: () =>
      page.charts.flatMap((name) => (q.metric(name) ? panelsOf(q.metric(name)) : [missing(name)])),
  };
}

function missing(name) {
  return {
    title: name,
    name,
    span: 1,
    absent: `No event has counted for ${name} so far.`,
    mount: () => ({ update() {}, destroy() {} }),
  };
}

const instead = {
  requests: [
    "No request has been measured so far.",
    "Servlets are measured in any container: ask the application for something, and it shows here.",
  ],
  queries: [
    "No query has been measured so far.",
    "Statements of any JDBC driver are measured: they show here by operation and table.",
  ],
  outgoing: [
    "No outgoing call has been measured so far.",
    "This fills with the metrics http.client.request.duration and http.client.request.count, by server and status, once an HTTP client is measured.",
  ],
  websocket: [
    "No WebSocket has been measured so far.",
    "This fills with the metrics of the events websocket.session, websocket.message and websocket.reply: sessions, messages by event, and the time from a message to its reply.",
  ],
  methods: [
    "No method has been measured so far.",
    'Mark one with @Measured, or name it in telemetry.yaml: measure: [{methods: "com.acme.Invoices.*"}], and give it a metric: metrics: [{distribution: invoices.create.duration}].',
  ],
};

export function pages() {
  return [
    { id: "overview", title: "Overview", group: "Application", panels: overview },
    {
      id: "requests",
      title: "Requests",
      group: "Application",
      panels: requests,
      there: () => q.metric(`${HTTP}.duration`) || q.metric(`${HTTP}.count`),
    },
    {
      id: "queries",
      title: "Queries",
      group: "Application",
      panels: queries,
      there: () => q.metric(`${SQL}.duration`) || q.metric(`${SQL}.count`),
    },
    {
      id: "outgoing",
      title: "Outgoing",
      group: "Application",
      panels: outgoing,
      there: () => q.metric(`${OUT}.duration`) || q.metric(`${OUT}.count`),
    },
    {
      id: "websocket",
      title: "WebSocket",
      group: "Application",
      panels: websocket,
      there: () => named(/^websocket\./).length,
    },
    {
      id: "methods",
      title: "Methods",
      group: "Application",
      panels: methods,
      there: () => measured().length,
    },
    { id: "vm", title: "VM", group: "Application", panels: vm },
    ...store.pages.map(own),
    { id: "metrics", title: "Metrics", group: "Everything", custom: "metrics" },
    { id: "events", title: "Events", group: "Everything", custom: "events" },
    { id: "agent", title: "Agent", group: "Everything", custom: "agent" },
  ].map((page) => ({ ...page, instead: instead[page.id] }));
}
