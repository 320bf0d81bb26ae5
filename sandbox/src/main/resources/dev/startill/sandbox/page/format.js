/** Times and sizes as people read them. Today is the sandbox's day. */
import { now } from "./clock.js";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const dayOfYear = new Intl.DateTimeFormat("en", { month: "long", day: "numeric" });
const dayAndYear = new Intl.DateTimeFormat("en", { month: "long", day: "numeric", year: "numeric" });
const whole = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });

/** `seconds` since 1970, as in a Bot API Message's `date`. */
export const time = (seconds) => clock.format(seconds * 1000);
export const moment = (seconds) => whole.format(seconds * 1000);

export const dayName = (seconds) => (thisYear(seconds) ? dayOfYear : dayAndYear).format(seconds * 1000);

const thisYear = (seconds) => new Date(seconds * 1000).getFullYear() === new Date(now()).getFullYear();

export function day(seconds) {
  const date = new Date(seconds * 1000);
  const today = new Date(now());
  if (date.toDateString() === today.toDateString()) return "Today";
  return dayName(seconds);
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
