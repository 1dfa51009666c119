// The agent about itself: what it weaves, who listens, where it reports, what it was told.

import { bytes, clock, count, span } from "./format.js";
import { h } from "./dom.js";
import { store } from "./store.js";

const EVERY_MILLIS = 5000;
const WIDE = Symbol("over the whole width");

export function mountAgent(page) {
  const body = h("div", { class: "grid" });
  page.append(body);
  let signature = "";
  let ended = false;

  async function refresh() {
    try {
      const answer = await fetch("status", { cache: "no-store" });
      const status = await answer.json();
      const now = JSON.stringify({
        ...status,
        uptime_seconds: Math.floor(status.uptime_seconds / 60),
        http: 0,
      });
      if (!ended && now !== signature) {
        signature = now;
        body.replaceChildren(...cards(status));
      }
    } catch {
      // the header tells that nobody answers
    }
  }

  refresh();
  const timer = setInterval(refresh, EVERY_MILLIS);
  return {
    update() {},
    destroy() {
      ended = true;
      clearInterval(timer);
    },
  };
}

function cards(status) {
  return [
    card(
      "This agent",
      pairs([
        ["version", status.version],
        ["running for", span(status.uptime_seconds)],
        ["configuration", status.config ?? "none: defaults"],
        ["history", `${span(store.numbers.length)} in ${bytes(store.bytes ?? 0)}`],
        ["series not shown here", count(store.leftOut)],
        ["last reload", status.reload ? `${status.reload.result} at ${status.reload.at}` : "none"],
      ]),
    ),
    card(
      "Reporters",
      table(
        ["reporter", "to", "sent", "lost"],
        status.reporters.map((one) => [
          one.name,
          one.destination,
          count(one.sent),
          Object.entries(one.lost)
            .map(([why, many]) => `${many} ${why}`)
            .join(", ") || "0",
        ]),
        "Nothing is sent anywhere: telemetry.yaml has no reporters.",
      ),
    ),
    card(
      "Instrumentations",
      table(
        ["instrumentation", "classes woven"],
        Object.entries(status.weaving.classes).map(([name, many]) => [name, count(many)]),
        "None.",
      ),
      note(`${count(status.weaving.late)} woven late, ${count(status.weaving.failures)} failures`),
      list(status.weaving.skipped, "Nothing was skipped."),
    ),
    card(
      "Handlers",
      table(
        ["id", "event", "when it throws"],
        (status.attached ?? []).map((one) => [one.id, one.event, one.on_failure]),
        "No handler is attached: Telemetry.attach(...) in the application attaches one, or handlers: in telemetry.yaml.",
      ),
    ),
    card(
      "Periodic measurements",
      table(
        ["measurement", "every", "runs", "failures", "state"],
        (status.measurements ?? []).map((one) => [
          one.name,
          span(one.every_ms / 1000),
          count(one.runs),
          count(one.failures),
          one.state,
        ]),
        "Nothing is measured on a period beside the VM.",
      ),
      WIDE,
    ),
    card("What the log said", list((status.said ?? []).map(said).reverse(), "Nothing."), WIDE),
    card("Configuration in force", ...settings(status), WIDE),
    card(
      "Metrics with trouble",
      table(
        ["metric", "overflowed", "skipped", "failed", "first failure"],
        status.metrics
          .filter((one) => one.overflowed + one.skipped + one.failures > 0)
          .map((one) => [
            one.name,
            count(one.overflowed),
            count(one.skipped),
            count(one.failures),
            one.first_failure ?? "",
          ]),
        "None.",
      ),
      WIDE,
    ),
  ];
}

const MOST_AT_ONCE = 12;

// By section, in the order of their items; where one is long it is opened by hand.
function settings(status) {
  const places = Object.keys(status.settings ?? {}).sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  const sections = [...new Set(places.map(sectionOf))];
  if (sections.length === 0) return [note("Everything is at its default: no telemetry.yaml says otherwise.")];
  return sections.map((section) => {
    const mine = places.filter((place) => sectionOf(place) === section);
    const rows = mine.map((place) => [place, status.settings[place], fileOf(status.sources?.[place])]);
    return h(
      "details",
      { class: "section", open: opened.get(section) ?? mine.length <= MOST_AT_ONCE, ontoggle: remember(section) },
      h("summary", {}, section, h("span", { class: "note" }, ` ${mine.length}`)),
      table(["key", "value", "from"], rows, ""),
    );
  });
}

const opened = new Map();

function remember(section) {
  return (event) => opened.set(section, event.target.open);
}

function sectionOf(place) {
  return place.split(/[.[]/, 1)[0];
}

// The file's name is enough: its path is told above.
function fileOf(source) {
  return (source ?? "").replace(/^.*\//, "");
}

function said(line) {
  const end = line.indexOf(" ");
  return `${clock(Number(line.slice(0, end)))}  ${line.slice(end + 1)}`;
}

function card(title, ...content) {
  const wide = content.includes(WIDE);
  return h(
    "article",
    { class: wide ? "card span2" : "card", "aria-label": title },
    h("header", {}, h("h2", {}, title)),
    ...content.filter((one) => one instanceof Node),
  );
}

function pairs(rows) {
  return h(
    "dl",
    { class: "pairs" },
    rows.map(([key, value]) => h("div", {}, h("dt", {}, key), h("dd", {}, String(value)))),
  );
}

function note(text) {
  return h("p", { class: "hint" }, text);
}

function list(lines, none) {
  return lines.length
    ? h(
        "ul",
        { class: "lines" },
        lines.map((line) => h("li", {}, line)),
      )
    : note(none);
}

function table(heads, rows, none) {
  if (rows.length === 0) return note(none);
  return h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": heads.join(", ") },
    h(
      "table",
      heads.length > 2 ? { class: "stacks" } : {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          heads.map((head) => h("th", { scope: "col" }, head)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            row.map((cell, i) => h("td", { class: "text", "data-head": heads[i] }, cell)),
          ),
        ),
      ),
    ),
  );
}
