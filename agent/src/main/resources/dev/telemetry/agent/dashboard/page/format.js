// Numbers for people. Units are UCUM's, as metrics have them.

const SECONDS = { s: 1, ms: 1e-3, us: 1e-6, ns: 1e-9, min: 60, h: 3600 };
const BYTES = { By: 1, kBy: 1e3, MBy: 1e6, GBy: 1e9, KiBy: 1024, MiBy: 1048576, GiBy: 1073741824 };

function short(value) {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size >= 100) return value.toFixed(0);
  if (size >= 10) return trimmed(value.toFixed(1));
  if (size >= 0.01) return trimmed(value.toFixed(2));
  return trimmed(value.toPrecision(2));
}

function trimmed(text) {
  return text.includes(".") && !text.includes("e") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}

export function count(value) {
  if (value === null || Number.isNaN(value)) return "–";
  const size = Math.abs(value);
  if (size >= 1e9) return `${short(value / 1e9)} G`;
  if (size >= 1e6) return `${short(value / 1e6)} M`;
  if (size >= 1e5) return `${short(value / 1e3)} k`;
  return size >= 100 ? Math.round(value).toLocaleString("en") : short(value);
}

export function seconds(value) {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size < 1e-6) return `${short(value * 1e9)} ns`;
  if (size < 1e-3) return `${short(value * 1e6)} µs`;
  if (size < 1) return `${short(value * 1e3)} ms`;
  if (size < 120) return `${short(value)} s`;
  return size < 7200 ? `${short(value / 60)} min` : `${short(value / 3600)} h`;
}

// A time of any unit, to be compared with others.
export function inSeconds(time, unit) {
  return time * (SECONDS[unit] ?? 1);
}

export function bytes(value) {
  const size = Math.abs(value);
  if (size < 1e3) return `${short(value)} B`;
  if (size < 1e6) return `${short(value / 1e3)} kB`;
  return size < 1e9 ? `${short(value / 1e6)} MB` : `${short(value / 1e9)} GB`;
}

export function percent(share) {
  if (share === null || Number.isNaN(share)) return "–";
  return `${short(Math.round(share * 1000) / 10)} %`;
}

export function value(number, unit, name = "") {
  if (number === null || number === undefined || Number.isNaN(number)) return "–";
  if (unit in SECONDS) return seconds(number * SECONDS[unit]);
  if (unit in BYTES) return bytes(number * BYTES[unit]);
  if (unit === "1" && /utilization|ratio/.test(name)) return percent(number);
  return count(number);
}

// What a unit's values are called: {thread} is threads; times and sizes speak for themselves.
export function noun(unit) {
  const annotated = /^\{(.+)\}$/.exec(unit || "");
  if (!annotated) return "";
  const word = annotated[1].replace(/_/g, " ");
  return /(s|x|ch|sh)$/.test(word)
    ? `${word}es`
    : word.endsWith("y")
      ? `${word.slice(0, -1)}ies`
      : `${word}s`;
}

export function perSecond(number) {
  return number === null || number === undefined ? "–" : `${count(number)}/s`;
}

export function clock(millis) {
  return new Date(millis).toTimeString().slice(0, 8);
}

export function span(secondsLong) {
  if (secondsLong < 60) return `${Math.round(secondsLong)} s`;
  return secondsLong < 3600
    ? `${Math.round(secondsLong / 60)} min`
    : `${Math.round(secondsLong / 360) / 10} h`;
}
