/** The sandbox's time: it runs like ours, ahead of it by what somebody moved it. */
import * as api from "./api.js";

let ahead = 0;

/** Milliseconds since 1970 in the sandbox. */
export const now = () => Date.now() + ahead;

export function setNow(instant) {
  ahead = Date.parse(instant) - Date.now();
}

/** By how many milliseconds the sandbox is ahead; less than a second is the network's. */
export const aheadOfUs = () => (Math.abs(ahead) < 1_000 ? 0 : ahead);

export async function readClock() {
  setNow((await api.clock()).now);
}

/** Moves time ahead by an ISO 8601 duration. */
export async function advance(duration) {
  setNow((await api.advance(duration)).now);
}

const UNITS = [
  ["D", 86_400, "day", /^d(ays?)?$/],
  ["H", 3_600, "hour", /^h(ours?|rs?)?$/],
  ["M", 60, "minute", /^m(in(ute)?s?)?$/],
  ["S", 1, "second", /^s(ec(ond)?s?)?$/],
];
const ISO = /^P(?=.)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

/** "90 min", "2h 30m", "1 week", "P3D" as ISO 8601; null for what is no duration. */
export function duration(text) {
  const typed = text.trim();
  if (ISO.test(typed.toUpperCase())) return typed.toUpperCase();
  let seconds = 0;
  const rest = typed.toLowerCase().replace(/(\d+(?:\.\d+)?)\s*([a-z]+)[\s,]*/g, (_, count, word) => {
    const week = /^w(eeks?)?$/.test(word) ? 604_800 : null;
    const unit = week ?? UNITS.find(([, , , known]) => known.test(word))?.[1];
    seconds += unit === undefined ? NaN : Number(count) * unit;
    return "";
  });
  return rest || !(seconds > 0) ? null : `PT${Math.round(seconds)}S`;
}

/** Milliseconds in words, by the two largest units: "30 days", "1 hour 5 minutes". */
export function inWords(milliseconds) {
  let left = Math.round(milliseconds / 1_000);
  const words = [];
  for (const [, seconds, name] of UNITS) {
    const count = Math.floor(left / seconds);
    left -= count * seconds;
    if (count && words.length < 2) words.push(`${count} ${name}${count === 1 ? "" : "s"}`);
  }
  return words.join(" ") || "0 seconds";
}
