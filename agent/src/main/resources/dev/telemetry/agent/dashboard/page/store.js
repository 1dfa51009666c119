// What the agent has told: metrics, series, and the frames of the last hour. It reads the history,
// follows the live stream, reads the history again where the two do not meet.

const MOST_FRAMES = 3600;
const TRIM_EVERY = 120;
const STALE_MILLIS = 3500;
const RETRY_MILLIS = 1000;

export const store = {
  start: 0,
  newest: 0,
  pages: [],
  leftOut: 0,
  restarts: 0,
  metrics: new Map(),
  series: new Map(),
  byName: new Map(),
  numbers: [],
  times: [],
  heard: 0,
  state: "connecting",
  listeners: new Set(),
};

function tell(what) {
  store.listeners.forEach((listener) => listener(what));
}

function setState(state) {
  if (store.state !== state) {
    store.state = state;
    tell("state");
  }
}

function clear(head) {
  Object.assign(store, {
    start: head.start,
    newest: 0,
    pages: head.pages,
    leftOut: head.left_out,
    bytes: head.bytes,
    service: head.service,
  });
  store.metrics.clear();
  store.series.clear();
  store.byName.clear();
  store.numbers = [];
  store.times = [];
}

function addMetrics(metrics) {
  for (const metric of metrics) {
    if (!store.metrics.has(metric.id)) {
      metric.series = [];
      store.metrics.set(metric.id, metric);
      store.byName.set(metric.name, metric);
    }
  }
}

// Points are kept by column; a distribution's buckets are pairs of number and count.
function addSeries(series) {
  for (const one of series) {
    if (store.series.has(one.id)) continue;
    const metric = store.metrics.get(one.metric);
    const added = { ...one, metric, at: [], add: [], more: [], buckets: [] };
    store.series.set(one.id, added);
    metric.series.push(added);
  }
}

function removeSeries(ids) {
  for (const id of ids) {
    const series = store.series.get(id);
    if (!series) continue;
    store.series.delete(id);
    const left = series.metric.series.filter((one) => one !== series);
    series.metric.series = left;
    if (left.length === 0) {
      store.metrics.delete(series.metric.id);
      if (store.byName.get(series.metric.name) === series.metric) store.byName.delete(series.metric.name);
    }
  }
}

function apply(entry, number) {
  const series = store.series.get(entry[0]);
  if (!series) return;
  series.at.push(number);
  if (series.metric.type === "last-value") {
    series.add.push(entry[1]);
    series.last = entry[1];
  } else if (entry.length === 3) {
    series.add.push(entry[2]);
    if (series.metric.type === "sum") series.sum = entry[1];
    else series.count = entry[1];
  } else {
    series.count = entry[1];
    series.sum = entry[2];
    series.add.push(entry[3]);
    series.more.push(entry[4]);
    series.buckets.push(Uint32Array.from(entry.slice(5)));
  }
}

function addFrame(frame) {
  if (frame.n <= store.newest) return;
  if (frame.metrics) addMetrics(frame.metrics);
  if (frame.series) addSeries(frame.series);
  if (frame.gone) removeSeries(frame.gone);
  store.newest = frame.n;
  store.numbers.push(frame.n);
  store.times.push(frame.t);
  for (const entry of frame.s) apply(entry, frame.n);
  if (store.numbers.length >= MOST_FRAMES + TRIM_EVERY) trim();
}

function trim() {
  store.numbers.splice(0, store.numbers.length - MOST_FRAMES);
  store.times.splice(0, store.times.length - MOST_FRAMES);
  const oldest = store.numbers[0];
  for (const series of store.series.values()) {
    const first = series.at.findIndex((number) => number >= oldest);
    const gone = first < 0 ? series.at.length : first;
    // A gauge's newest value stands until there is another one, however old it is.
    const cut = series.metric.type === "last-value" ? Math.max(0, gone - 1) : gone;
    if (cut > 0) for (const column of ["at", "add", "more", "buckets"]) series[column].splice(0, cut);
  }
}

async function readHistory() {
  const answer = await fetch("dashboard/history", { cache: "no-store" });
  if (!answer.ok) throw new Error(`history: ${answer.status}`);
  const lines = (await answer.text()).trimEnd().split("\n");
  const head = JSON.parse(lines[0]);
  const restarted = store.start !== 0 && store.start !== head.start;
  clear(head);
  addMetrics(head.metrics);
  addSeries(head.series);
  // The head's totals are those of the newest frame; frames set them on their way there again.
  for (let i = 1; i < lines.length; i++) addFrame(JSON.parse(lines[i]));
  store.newest = Math.max(store.newest, head.newest);
  if (restarted) store.restarts++;
  tell(restarted ? "restart" : "history");
}

let source;

function follow() {
  source?.close();
  source = new EventSource(`dashboard/live?after=${store.start}-${store.newest}`);
  source.onmessage = (message) => {
    store.heard = Date.now();
    addFrame(JSON.parse(message.data));
    setState("live");
    tell("frame");
  };
  source.addEventListener("again", connect);
  source.onerror = () => {
    if (Date.now() - store.heard > STALE_MILLIS) setState("stale");
    // A refused stream is never tried again by the browser itself.
    if (source.readyState === EventSource.CLOSED) retry();
  };
}

let retrying;

function rest() {
  source?.close();
  clearTimeout(retrying);
}

function retry() {
  rest();
  retrying = setTimeout(connect, RETRY_MILLIS);
}

export async function connect() {
  rest();
  if (document.hidden) return;
  try {
    await readHistory();
    store.heard = Date.now();
    setState("live");
    follow();
  } catch {
    setState(store.start === 0 ? "connecting" : "stale");
    retry();
  }
}

// A browser has six connections to a host: a tab that nobody looks at leaves its own to the others,
// and reads on where it stopped.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) rest();
  else if (store.state === "live") {
    store.heard = Date.now();
    follow();
  } else connect();
});

setInterval(() => {
  if (store.state === "live" && !document.hidden && Date.now() - store.heard > STALE_MILLIS) setState("stale");
}, 500);
