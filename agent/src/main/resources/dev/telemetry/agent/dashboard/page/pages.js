// Which page shows what. A page is {id, title, group, panels()}; one that lacks its metrics tells
// what would fill it.

import { percent, perSecond, count, value } from "./format.js";
import { has, named, panelsOf, tagged } from "./choice.js";
import { bands, histogram, level, overall, percentile, rate, stat } from "./panels.js";
import { queries } from "./queries.js";
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
      detail: `${count(bad)} of ${count(made)}`,
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
      ? gauge("WebSockets", "websocket.session.active", "open now")
      : collections(),
    ...[
      rate("Requests by status", `${HTTP}.count`, { by: ["http.response.status_code"] }),
      bands("Request duration", `${HTTP}.duration`),
    ].map((panel) => ({ ...panel, nothing: "No request so far: ask the application for something." })),
    ...[
      rate("Queries by operation", `${SQL}.count`, { by: ["db.operation.name"] }),
      bands("Query duration", `${SQL}.duration`),
    ].map((panel) => ({ ...panel, nothing: "No query so far: ask the application for what is in its database." })),
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
    tagged("Routes", `${HTTP}.duration`, {
      "http.request.method": "method",
      "http.route": "route",
      "http.response.status_code": "status",
    }),
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
    rate("Calls by status", `${OUT}.count`, { by: ["http.response.status_code"] }),
    rate("Failures by server", `${OUT}.failures`, { by: ["server.address", "error.type"] }),
    level("In flight by server", "http.client.active_requests", { by: ["server.address"], kind: "stack" }),
    tagged("Servers", name, words),
  ];
}

function websocket() {
  const message = `${WS}.message.duration`;
  const reply = `${WS}.reply.duration`;
  const words = { "websocket.endpoint": "endpoint", "websocket.event": "event" };
  const ways = { ...words, "websocket.direction": "direction", "error.type": "error" };
  const panels = [
    level("Open sessions by endpoint", `${WS}.session.active`, { by: ["websocket.endpoint"], kind: "stack" }),
    rate("Messages by event", message, { by: ["websocket.event", "websocket.direction"].filter(has(message)) }),
    percentile("From message to reply, p95 by event", reply, { by: ["websocket.event"] }),
    histogram("From message to reply", reply),
    rate("Messages without a reply", `${WS}.unanswered.count`, { by: ["websocket.event"] }),
    rate("Refused handshakes", `${WS}.session.refuse.count`, { by: ["http.response.status_code"] }),
    tagged("From message to reply, by event", reply, words),
    tagged("Messages, by event", message, ways),
  ].filter((panel) => q.metric(panel.name));
  const shown = new Set(panels.map((panel) => panel.name));
  return [
    ...messages(message, reply),
    ...panels,
    ...named(/^websocket\./)
      .filter((metric) => !shown.has(metric.name))
      .flatMap((metric) => panelsOf(metric, ["websocket.event", "websocket.endpoint"])),
  ];
}

function messages(message, reply) {
  return [
    gauge("Sessions", `${WS}.session.active`, "open now"),
    rateOf("Messages", message, "none so far"),
    quantile("Reply p50", reply, 0.5),
    quantile("Reply p95", reply, 0.95),
    quantile("Reply p99", reply, 0.99),
    rateOf("Without a reply", `${WS}.unanswered.count`, "none so far"),
  ];
}

function methods() {
  const found = measured();
  return [
    ...found.flatMap((metric) => {
      const by = metric.tags.filter((tag) => tag !== "error.type").slice(0, 1);
      return [bands(metric.name, metric.name), rate(`${metric.name}, calls`, metric.name, { by })];
    }),
    overall(
      "What takes most time in all",
      "method",
      found.map((metric) => metric.name),
    ),
  ];
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

function own(page, index) {
  return {
    id: `own-${index}`,
    title: page.title,
    group: "Yours",
    panels: () => [
      ...page.charts.flatMap((name) => (q.metric(name) ? number(q.metric(name)) : [])),
      ...page.charts.flatMap((name) => (q.metric(name) ? panelsOf(q.metric(name)) : [missing(name)])),
    ],
  };
}

// A level of its own, or what was counted since the start; a duration is no single number.
function number({ name, type, unit }) {
  if (type === "last-value") return [gauge(name, name, "now")];
  if (type !== "counter" && type !== "sum") return [];
  return [
    stat(name, (view) => {
      const group = all(name);
      const total = group ? q.totalOf(group) : 0;
      return {
        text: type === "sum" ? value(total, unit, name) : count(total),
        detail: "since the start",
        values: group ? q.rates(group, view) : [],
      };
    }),
  ];
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
    "HTTP clients are measured as they are: ask the application for something that calls another service, and it shows here by server and status. Paths get names by instrumentations: {http-client: {paths: [/users/{id}]}}.",
  ],
  websocket: [
    "No WebSocket has been measured so far.",
    "Endpoints are measured as they are: open a page of the application that uses one, and its sessions, its messages by event and the time from a message to its reply show here.",
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
