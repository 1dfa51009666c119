// The page as a whole: navigation, time range, pause, theme, and which panels are drawn when.

import { mountAgent } from "./agent.js";
import { copy, h, setText } from "./dom.js";
import { mountEvents } from "./events.js";
import { clock } from "./format.js";
import { mountMetrics } from "./metrics.js";
import { pages } from "./pages.js";
import { Grid } from "./grid.js";
import { window as cut } from "./series.js";
import { connect, store } from "./store.js";

const RANGES = [
  [60, "1 min"],
  [300, "5 min"],
  [900, "15 min"],
  [3600, "1 h"],
];
const SHORTCUTS = [
  ["p", "pause"],
  ["1–4", "range"],
  ["d", "theme"],
  ["l", "link"],
  ["/", "search"],
];
const byId = (id) => document.getElementById(id);

const view = { page: "overview", range: 300, until: 0, more: new URLSearchParams() };
let current = null;
let mounted = null;
let drawnNav = "";

// --- the address: everything that makes a view is in it, so that it can be sent to somebody ------

function readAddress() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const asked = new URLSearchParams(query ?? "");
  view.page = path || "overview";
  view.range = RANGES.some(([range]) => range === Number(asked.get("range")))
    ? Number(asked.get("range"))
    : view.range;
  view.until = Number(asked.get("until")) || 0;
  asked.delete("range");
  asked.delete("until");
  view.more = asked;
}

function address() {
  const query = new URLSearchParams(view.more);
  query.set("range", view.range);
  if (view.until) query.set("until", view.until);
  return `#/${view.page}?${query}`;
}

function writeAddress() {
  history.replaceState(null, "", address());
}

// --- navigation -----------------------------------------------------------------------------------

function drawNav() {
  const all = pages();
  const signature = JSON.stringify(all.map((page) => [page.id, page.title])) + view.page;
  if (signature === drawnNav) return;
  drawnNav = signature;
  const groups = [...new Set(all.map((page) => page.group))];
  byId("nav").replaceChildren(
    ...groups.map((group) =>
      h(
        "section",
        { "aria-label": group },
        h("h2", {}, group),
        h(
          "ul",
          {},
          all
            .filter((page) => page.group === group)
            .map((page) =>
              h(
                "li",
                {},
                h(
                  "a",
                  {
                    href: `#/${page.id}?range=${view.range}`,
                    "aria-current": page.id === view.page ? "page" : null,
                  },
                  page.title,
                ),
              ),
            ),
        ),
      ),
    ),
    h(
      "p",
      { class: "keys" },
      SHORTCUTS.map(([key, does]) => h("span", {}, h("kbd", {}, key), ` ${does}`)),
    ),
  );
}

function open() {
  mounted?.destroy();
  const all = pages();
  current = all.find((page) => page.id === view.page) ?? all[0];
  view.page = current.id;
  document.title = `${current.title} · ${serviceName()}`;
  const page = byId("page");
  const heading = h("h1", {}, current.title);
  page.replaceChildren(heading);
  drawNav();
  mounted = mount(page);
  draw();
}

function mount(page) {
  const changed = () => writeAddress();
  if (current.custom === "events") return mountEvents(page, remembered);
  if (current.custom === "agent") return mountAgent(page);
  if (current.custom === "metrics") return mountMetrics(page, view.more, changed, () => frame());
  if (current.there && !current.there()) return mountInstead(page);
  return new Grid(page, current.panels());
}

const remembered = {};

function mountInstead(page) {
  const [title, text] = current.instead;
  page.append(h("section", { class: "empty" }, h("h2", {}, title), h("p", {}, text)));
  return { update() {}, destroy() {}, empty: true };
}

// --- drawing --------------------------------------------------------------------------------------

function frame() {
  const now = cut(view.range, view.until);
  const last = now.axis.at(-1) ?? Date.now() / 1000;
  const oldest = (store.times[0] ?? Date.now()) / 1000;
  return { ...now, to: last, from: Math.min(Math.max(last - view.range, oldest), last - 59) };
}

// A page that began empty, or whose metrics have grown tags, is laid out anew.
function shape() {
  return [...store.metrics.values()]
    .map((metric) => metric.name)
    .sort()
    .join();
}

let drawnShape = "";

function draw() {
  drawnShape = shape();
  mounted?.update(frame());
}

function tick() {
  drawState();
  if (view.until) return;
  if (shape() !== drawnShape && !current.custom) open();
  else draw();
}

function serviceName() {
  return store.service || "Telemetry";
}

function drawState() {
  const state = view.until ? "paused" : store.state;
  const words = {
    live: "live",
    connecting: "connecting",
    stale: `stale since ${clock(store.heard || Date.now())}`,
    paused: `paused at ${clock(view.until)}`,
  };
  byId("state").className = `state ${state}`;
  setText(byId("state"), words[state]);
  byId("pause").setAttribute("aria-pressed", String(view.until !== 0));
  setText(byId("pause"), view.until ? "Go on" : "Pause");
  setText(byId("service"), serviceName());
  for (const button of byId("ranges").children)
    button.setAttribute("aria-pressed", String(Number(button.dataset.range) === view.range));
}

// --- what one can do ------------------------------------------------------------------------------

function setRange(range) {
  view.range = range;
  writeAddress();
  drawnNav = "";
  drawNav();
  drawState();
  draw();
}

function pause() {
  view.until = view.until ? 0 : (store.times.at(-1) ?? Date.now());
  writeAddress();
  drawState();
  draw();
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  setText(byId("theme"), theme === "dark" ? "Light" : "Dark");
}

function switchTheme() {
  const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  localStorage.setItem("theme", next);
  setTheme(next);
  open(); // charts take their colours when they are made
}

function copyLink() {
  writeAddress();
  copy(location.href, "link");
}

const KEYS = {
  p: pause,
  d: switchTheme,
  l: copyLink,
  "/": () => document.querySelector("input[type=search]")?.focus(),
};

function onKey(event) {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const range = RANGES[Number(event.key) - 1];
  const action = range ? () => setRange(range[0]) : KEYS[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
}

function toggleMenu(shown) {
  document.body.classList.toggle("menu-open", shown);
  byId("menu").setAttribute("aria-expanded", String(document.body.classList.contains("menu-open")));
}

function start() {
  byId("ranges").append(
    ...RANGES.map(([range, text], i) =>
      h(
        "button",
        {
          "data-range": range,
          "aria-pressed": "false",
          title: `${text} (${i + 1})`,
          onclick: () => setRange(range),
        },
        text,
      ),
    ),
  );
  byId("pause").addEventListener("click", pause);
  byId("link").addEventListener("click", copyLink);
  byId("theme").addEventListener("click", switchTheme);
  byId("menu").addEventListener("click", () => toggleMenu());
  byId("nav").addEventListener("click", () => toggleMenu(false));
  addEventListener("keydown", onKey);
  addEventListener("hashchange", () => {
    readAddress();
    drawState();
    open();
    byId("page").focus({ preventScroll: true });
    scrollTo(0, 0);
  });
  setTheme(
    localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"),
  );
  readAddress();
  drawState();
  store.listeners.add((what) => {
    if (what === "frame") tick();
    else if (what === "state") drawState();
    else {
      drawState();
      open();
    }
  });
  connect();
}

start();
