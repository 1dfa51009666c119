// Where the time of queries goes: the whole, its parts, the slow ones, the pool.

import { has, named, panelsOf, tagged } from "./choice.js";
import { bands, histogram, percentile, rate, shares } from "./panels.js";
import * as q from "./series.js";

const SQL = "db.client.operation";

export function queries() {
  const name = `${SQL}.duration`;
  const words = {
    "db.system.name": "system",
    "db.operation.name": "operation",
    "db.collection.name": "table",
    "error.type": "error",
  };
  const parts = ["queue", "query", "decode", "idle", "total"].filter((part) => q.metric(`${SQL}.${part}`));
  return [
    rate("Queries by operation", `${SQL}.count`, { by: ["db.operation.name"] }),
    rate("Queries by table", `${SQL}.count`, { by: ["db.collection.name"] }),
    bands("Duration of all", name),
    percentile("p95 by operation and table", name, { by: ["db.operation.name", "db.collection.name"] }),
    histogram("How long they took", name),
    ...(has(name)("error.type")
      ? [rate("Failures by operation", `${SQL}.count`, { by: ["db.operation.name", "error.type"], where: FAILED })]
      : []),
    ...(parts.length ? [shares("Where the time goes", stages())] : []),
    ...parts.map((part) => bands(PARTS[part], `${SQL}.${part}`)),
    tagged("Slowest first", name, words, "slow"),
    slow(),
    ...named(/^db\.client\.(connection|transaction)/).map(
      (metric) => panelsOf(metric, ["db.client.connection.state", "db.client.connection.pool.name"])[0],
    ),
  ];
}

// What follows upon each other; a span's duration is that of the query.
function stages() {
  return [
    ["queue", `${SQL}.queue`],
    ["query", q.metric(`${SQL}.query`) ? `${SQL}.query` : `${SQL}.duration`],
    ["decode", `${SQL}.decode`],
  ].filter(([, name]) => q.metric(name));
}

const FAILED = { "error.type": (found) => found !== null && found !== undefined };

const PARTS = {
  queue: "Queue: waiting for a connection",
  query: "Query: until the database answers",
  decode: "Decode: reading the rows",
  idle: "Idle: the connection in the pool before",
  total: "Total: queue, query and decode",
};

// A metric of the slow ones can bear their text; without one, what to do for it.
function slow() {
  const words = {
    "db.query.text": "statement",
    "code.function.name": "called by",
    "code.line.number": "line",
    "db.operation.name": "operation",
    "db.collection.name": "table",
  };
  const found = named(/./).find((metric) => metric.event === `${SQL}.slow` && metric.type !== "counter");
  if (found) return tagged("Slow ones by statement", found.name, words, "slow");
  return {
    title: "Slow ones by statement",
    name: `${SQL}.slow.total`,
    span: 2,
    absent: SLOW,
    mount: () => ({ update() {}, destroy() {} }),
  };
}

const SLOW =
  "None so far. telemetry.yaml says which are slow, instrumentations: {jdbc: {slow: 200ms}}, " +
  "and a metric shows their statements: metrics: [{distribution: db.client.operation.slow.total, tags: [db.query.text, code.function.name]}].";
