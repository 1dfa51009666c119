// Every metric there is, as the right charts for its type: grouped, searched, filtered by tags.

import { h, setText } from "./dom.js";
import { Grid } from "./grid.js";
import { panelsOf } from "./choice.js";
import { store } from "./store.js";

function groupOf(name) {
  const parts = name.split(".");
  return parts.length > 2 ? parts.slice(0, 2).join(".") : parts[0];
}

function byGroup(metrics) {
  const groups = new Map();
  for (const metric of metrics) {
    const group = groupOf(metric.name);
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(metric);
  }
  return groups;
}

// Filters are written tag=value, several of them behind each other.
function filters(text) {
  return text
    .split(/[\s,]+/)
    .filter((word) => word.includes("="))
    .map((word) => {
      const at = word.indexOf("=");
      return [word.slice(0, at), word.slice(at + 1)];
    });
}

function wanted(metric, words, tags) {
  const text = `${metric.name} ${metric.description} ${metric.type}`.toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    tags.every(([tag, value]) =>
      metric.series.some(
        (series) =>
          String(series.tags[metric.tags.indexOf(tag)] ?? "none") === value && metric.tags.includes(tag),
      ),
    )
  );
}

function knownTags() {
  const known = new Set();
  for (const series of store.series.values()) {
    series.metric.tags.forEach(
      (tag, i) => known.size < 500 && known.add(`${tag}=${series.tags[i] ?? "none"}`),
    );
  }
  return [...known].sort();
}

export function mountMetrics(page, asked, changed, view) {
  let grids = [];
  let drawn = "";
  const search = h("input", {
    id: "search",
    type: "search",
    value: asked.get("q") ?? "",
    placeholder: "name, type or words",
    oninput: refine,
  });
  const tags = h("input", {
    id: "tags",
    type: "search",
    value: asked.get("tags") ?? "",
    placeholder: "tag=value",
    list: "known-tags",
    oninput: refine,
  });
  const known = h("datalist", { id: "known-tags" });
  const tally = h("p", { class: "note", role: "status" });
  const body = h("div");
  page.append(
    h(
      "form",
      { class: "filters", onsubmit: (event) => event.preventDefault() },
      h("label", { for: "search" }, "Search"),
      search,
      h("label", { for: "tags" }, "Tags"),
      tags,
      known,
    ),
    tally,
    body,
  );

  function refine() {
    for (const [key, input] of [
      ["q", search],
      ["tags", tags],
    ]) {
      if (input.value) asked.set(key, input.value);
      else asked.delete(key);
    }
    changed();
    update(view());
  }

  function layout(metrics, where) {
    grids.forEach((grid) => grid.destroy());
    grids = [];
    body.replaceChildren();
    known.replaceChildren(...knownTags().map((tag) => h("option", { value: tag })));
    for (const [group, members] of byGroup(metrics)) {
      const section = h("section", { class: "group", "aria-label": group }, h("h2", {}, group));
      body.append(section);
      grids.push(
        new Grid(
          section,
          members.flatMap((metric) => panelsOf(metric, [], ofMetric(metric, where))),
        ),
      );
    }
    if (metrics.length === 0)
      body.append(
        h(
          "section",
          { class: "empty" },
          h("h2", {}, "No metric fits."),
          h("p", {}, "Nothing here has this name and these tags so far."),
        ),
      );
    setText(tally, `${metrics.length} of ${store.metrics.size} metrics, ${store.series.size} series`);
  }

  function update(now) {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const where = filters(tags.value);
    const metrics = [...store.metrics.values()]
      .filter((metric) => wanted(metric, words, where))
      .sort((a, b) => a.name.localeCompare(b.name));
    const signature = JSON.stringify([metrics.map((metric) => [metric.id, metric.series.length]), where]);
    if (signature !== drawn) {
      drawn = signature;
      layout(metrics, where);
    }
    grids.forEach((grid) => grid.update(now));
  }

  return { update, destroy: () => grids.forEach((grid) => grid.destroy()) };
}

function ofMetric(metric, where) {
  return Object.fromEntries(
    where
      .filter(([tag]) => metric.tags.includes(tag))
      .map(([tag, value]) => [tag, value === "none" ? (found) => (found ?? "none") === "none" : value]),
  );
}
