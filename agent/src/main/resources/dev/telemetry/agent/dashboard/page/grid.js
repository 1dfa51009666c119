// Lays panels out as cards, and updates those that can be seen.

import { breakable, h, setText } from "./dom.js";
import { totalNote } from "./choice.js";
import { copyButton } from "./panels.js";

export class Grid {
  constructor(page, panels) {
    const stats = panels.filter((panel) => panel.stat);
    const charts = panels.filter((panel) => !panel.stat);
    this.cards = new Map();
    this.observer = new IntersectionObserver((entries) => this.seen(entries), { rootMargin: "200px" });
    if (stats.length)
      page.append(
        h(
          "div",
          { class: "stats" },
          stats.map((panel) => this.card(panel)),
        ),
      );
    this.element = h(
      "div",
      { class: "grid" },
      charts.map((panel) => this.card(panel)),
    );
    page.append(this.element);
  }

  card(panel) {
    const body = h("div", { class: "body" });
    const note = h("p", { class: "hint" });
    const total = h("span", { class: "total" });
    const buttons = panel.name && !panel.absent ? [copyButton(panel.name)] : [];
    const head = h(
      "header",
      {},
      h("h2", { title: panel.title }, ...breakable(panel.title)),
      panel.stat ? null : total,
      ...buttons,
    );
    const element = h(
      "article",
      {
        class: `card${panel.stat ? " stat" : ""}${panel.span === 2 ? " span2" : ""}`,
        "aria-label": panel.title,
      },
      head,
      panel.stat ? null : note,
      body,
    );
    if (panel.absent) body.append(h("p", { class: "absent" }, panel.absent));
    this.cards.set(element, { panel, body, note, total, live: null, visible: false });
    this.observer.observe(element);
    return element;
  }

  seen(entries) {
    for (const entry of entries) {
      const card = this.cards.get(entry.target);
      if (!card) continue;
      card.visible = entry.isIntersecting;
      if (card.visible) this.draw(card);
    }
  }

  draw(card) {
    if (!this.view) return;
    card.live ??= card.panel.mount(card.body);
    card.live.update(this.view);
    if (card.panel.stat) return;
    setText(card.note, card.panel.hint?.() ?? "");
    setText(card.total, card.panel.name ? totalNote(card.panel.name) : "");
  }

  update(view) {
    this.view = view;
    for (const card of this.cards.values()) if (card.visible) this.draw(card);
  }

  destroy() {
    this.observer.disconnect();
    for (const card of this.cards.values()) card.live?.destroy();
  }
}
