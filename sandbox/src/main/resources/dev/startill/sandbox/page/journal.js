/**
 * What the developer's panel knows of calls and updates: the newest thousand of each kind of line,
 * which of them are looked for, and whether new ones may still come in. Lines are replaced, never changed.
 */
import * as api from "./api.js";
import { now } from "./clock.js";

const KEPT = 1_500;
const BEGIN_WITH = 300;
const TOLD_EVERY_MS = 100;

export const journal = {
  lines: [],
  missed: 0,
  paused: false,
  loaded: false,
  wanted: { words: "", bot: 0, errors: false, polls: false },
};

let told = () => {};
let waiting = [];
let timer = 0;

export function onJournal(view) {
  told = view;
}

/** What was called before the page listened. */
export async function loadJournal() {
  const calls = await api.calls(BEGIN_WITH);
  const known = new Set(journal.lines.map(({ key }) => key));
  const before = calls.map(callLine).filter(({ key }) => !known.has(key));
  journal.lines = [...before, ...journal.lines].sort(byTime).slice(-KEPT);
  journal.loaded = true;
  told();
}

/** A `call` or an `update` of the event stream. Many in one moment are drawn once. */
export function noted(kind, data) {
  waiting.push(kind === "call" ? callLine(data) : updateLine(data));
  if (waiting.length > 2 * KEPT) waiting = waiting.slice(-KEPT);
  if (!timer) timer = setTimeout(take, TOLD_EVERY_MS);
}

function take() {
  timer = 0;
  if (journal.paused) {
    journal.missed = waiting.length;
    return told();
  }
  const fresh = new Map();
  for (const line of waiting)
    fresh.set(line.key, { ...line, update: line.update ?? fresh.get(line.key)?.update });
  waiting = [];
  journal.missed = 0;
  const old = journal.lines.map((line) => renewed(line, fresh));
  journal.lines = [...old, ...fresh.values()].sort(byTime).slice(-KEPT);
  told();
}

/** A known line takes its newer state, and keeps its place. */
function renewed(line, fresh) {
  const newer = fresh.get(line.key);
  if (!newer) return line;
  fresh.delete(line.key);
  return { ...newer, time: line.time, order: line.order, update: newer.update ?? line.update };
}

export function pause(paused) {
  journal.paused = paused;
  if (paused) told();
  else take();
}

export function look(part) {
  Object.assign(journal.wanted, part);
  told();
}

/** Empties what is shown; the sandbox keeps its own journal. */
export function clearJournal() {
  journal.lines = [];
  journal.missed = 0;
  waiting = [];
  told();
}

/** The lines that were asked for. */
export function found() {
  const { words, bot, errors, polls } = journal.wanted;
  const wanted = words.trim().toLowerCase();
  return journal.lines.filter(
    (line) =>
      (polls || !line.idle) &&
      (!bot || line.bot === bot) &&
      (!errors || line.trouble) &&
      (!wanted || line.name.toLowerCase().includes(wanted)),
  );
}

let order = 0;
const byTime = (a, b) => a.time - b.time || a.order - b.order;

function callLine(call) {
  const { seq, at, bot, method, status, response } = call;
  const idle = method.toLowerCase() === "getupdates" && response?.ok && !response.result.length;
  const trouble = status === 0 || status >= 400;
  // A long answer is left out of the stream of events; the poll that brought it was not an empty one.
  return {
    key: `call ${seq}`,
    kind: "call",
    time: Date.parse(at),
    order: ++order,
    name: method,
    bot,
    status,
    trouble,
    idle,
    call,
  };
}

/** A lost update may have no number of its own. */
function updateLine({ bot, update_id, kind, state, update }) {
  const number = ++order;
  return {
    key: `update ${bot} ${update_id ?? `lost ${number}`}`,
    kind: "update",
    time: now(),
    order: number,
    name: kind,
    bot,
    update_id,
    state,
    trouble: state === "dropped" || state === "expired",
    idle: false,
    update: update ?? null,
  };
}
