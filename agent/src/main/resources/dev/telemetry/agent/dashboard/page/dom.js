// Builds elements; text is always text, never markup.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") Object.assign(element.style, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

// A long name breaks at its dots and nowhere else, if it can.
export function breakable(name) {
  return name.split(/(?<=\.)/).flatMap((part, i) => (i === 0 ? [part] : [h("wbr"), part]));
}

// Replaces a text only where it differs, so that a selection or a screen reader is left alone.
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function css(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

let hiding;

export function toast(text) {
  const element = document.getElementById("toast");
  element.textContent = text;
  element.classList.add("shown");
  clearTimeout(hiding);
  hiding = setTimeout(() => element.classList.remove("shown"), 3000);
}

export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    toast(`${what} copied`);
  } catch {
    // Not every browser lets a page without TLS write the clipboard.
    const area = h("textarea", { class: "copied" }, text);
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    toast(done ? `${what} copied` : "the browser does not let a page copy");
  }
}
