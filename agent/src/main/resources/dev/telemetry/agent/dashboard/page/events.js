// Events as they pass: a live tap with a filter. The agent listens on its bus only while this is open.

import { clock, seconds } from "./format.js";
import { breakable, h, setText } from "./dom.js";

const MOST_ROWS = 200;
const DEFAULT = "**";
const SPAN = "telemetry.span.context"; // a number that says nothing to people
const TIMES = /(^|\.)(duration|total|queue|query|decode|idle|wait|use|create)$/;

export function mountEvents(page, remembered) {
  let source = null;
  let shown = 0;
  let passed = 0;
  const rows = h("ol", { class: "events", "aria-label": "Events" });
  const tally = h("p", { class: "note", role: "status" });
  const input = h("input", {
    id: "pattern",
    type: "search",
    value: remembered.pattern ?? DEFAULT,
    spellcheck: "false",
    autocomplete: "off",
  });
  const state = h("p", { class: "hint" }, "waiting for events");
  const stop = h(
    "button",
    { class: "button", type: "button", "aria-pressed": "false", onclick: toggle },
    "Stop",
  );
  const empty = h(
    "button",
    {
      class: "button",
      type: "button",
      onclick: () => {
        rows.replaceChildren();
        shown = passed = 0;
        count();
      },
    },
    "Clear",
  );
  page.append(
    h(
      "form",
      {
        class: "filters",
        onsubmit: (event) => {
          event.preventDefault();
          listen();
        },
      },
      h("label", { for: "pattern" }, "Pattern"),
      input,
      h("button", { class: "button", type: "submit" }, "Listen"),
      stop,
      empty,
    ),
    h(
      "p",
      { class: "hint" },
      "A name such as http.server.request.stop, or a pattern: * is one part of it, ** any number. The agent listens while this page is open.",
    ),
    tally,
    state,
    rows,
  );

  function count() {
    setText(
      tally,
      `${shown.toLocaleString("en")} shown${passed ? `, ${passed.toLocaleString("en")} more passed too fast to look at` : ""}`,
    );
  }

  function toggle() {
    const stopped = stop.getAttribute("aria-pressed") !== "true";
    stop.setAttribute("aria-pressed", String(stopped));
    setText(stop, stopped ? "Go on" : "Stop");
    if (stopped) source?.close();
    else listen();
  }

  function listen() {
    source?.close();
    remembered.pattern = input.value.trim() || DEFAULT;
    stop.setAttribute("aria-pressed", "false");
    setText(stop, "Stop");
    setText(state, "listening");
    source = new EventSource(`dashboard/events?pattern=${encodeURIComponent(remembered.pattern)}`);
    source.onmessage = (message) => add(JSON.parse(message.data));
    source.addEventListener("more", (message) => {
      passed += Number(message.data);
      count();
    });
    source.onerror = () =>
      setText(
        state,
        source.readyState === EventSource.CLOSED
          ? "refused: is that a pattern, and are there few such pages open?"
          : "connection lost, trying again",
      );
  }

  function add(event) {
    shown++;
    rows.prepend(row(event));
    while (rows.children.length > MOST_ROWS) rows.lastChild.remove();
    if (state.textContent) setText(state, "");
    count();
  }

  listen();
  count();
  return { update() {}, destroy: () => source?.close() };
}

function row(event) {
  const time = event.time ? clock(Date.parse(event.time)) : "";
  const pairs = (values) => Object.entries(values ?? {}).filter(([, value]) => value !== null);
  const about = pairs(event.metadata)
    .filter(([key]) => key !== SPAN)
    .slice(0, 5)
    .map(([, value]) => String(value))
    .join(" · ");
  const duration = event.measurements?.duration;
  return h(
    "li",
    {},
    h(
      "details",
      {},
      h(
        "summary",
        {},
        h("time", {}, time),
        h("strong", {}, ...breakable(event.event)),
        h("span", { class: "about" }, about),
        h("span", { class: event.metadata?.["error.type"] ? "number bad" : "number" }, duration === undefined ? "" : seconds(duration / 1e9)),
      ),
      h("dl", {}, [
        ...pairs(event.measurements).map(([key, value]) => pair(key, number(key, value))),
        ...pairs(event.metadata).map(([key, value]) => pair(key, String(value))),
      ]),
    ),
  );
}

function number(key, value) {
  return TIMES.test(key) && typeof value === "number"
    ? `${seconds(value / 1e9)} (${value.toLocaleString("en")} ns)`
    : String(value);
}

function pair(key, value) {
  return h("div", {}, h("dt", {}, key), h("dd", {}, value));
}
