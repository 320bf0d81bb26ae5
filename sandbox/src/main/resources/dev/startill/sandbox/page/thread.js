/** Lays a chat's messages out as rows: days, service messages and bubbles in runs. Pure. */
import { day } from "./format.js";
import { origin } from "./receipts.js";
import { isService } from "./service.js";

const RUN_SECONDS = 300;

/** Rows `{key, kind: "day" | "service" | "bubble" | "album", …}`, flat, so that two can be compared by field. */
export function rows(messages, user) {
  const receipts = paidInvoices(messages);
  const result = [];
  let date = "";
  for (let i = 0; i < messages.length;) {
    const message = messages[i];
    const count = albumFrom(messages, i);
    const today = day(message.date);
    if (today !== date) result.push({ key: `day ${today} ${message.message_id}`, kind: "day", text: today });
    date = today;
    const one = row(message, messages[i - 1], messages[i + count], user, receipts);
    result.push(count > 1 ? albumRow(one, messages.slice(i, i + count)) : one);
    i += count;
  }
  return result;
}

/** How many messages from here on are one album. */
function albumFrom(messages, from) {
  const group = messages[from].media_group_id;
  let to = from + 1;
  while (group && messages[to]?.media_group_id === group) to++;
  return to - from;
}

/** Known albums keep their object as long as none of their messages changed. */
const albums = new Map();

function albumRow(one, messages) {
  const known = albums.get(one.key);
  const same =
    known?.messages.length === messages.length && known.messages.every((was, i) => was === messages[i]);
  const parts = same ? known : { messages };
  albums.set(one.key, parts);
  return { ...one, kind: "album", parts };
}

function row(message, before, after, user, receipts) {
  const key = message.message_id;
  if (isService(message)) {
    const title = message.successful_payment ? (origin(message).title ?? null) : null;
    return { key, kind: "service", message, title };
  }
  const first = !inOneRun(before, message);
  const last = !inOneRun(message, after);
  const mine = message.from?.id === user;
  return { key, kind: "bubble", message, mine, first, last, receipt: receipts.get(key) ?? null };
}

/** The newest receipt of each invoice, by the invoice's message id. */
function paidInvoices(messages) {
  const receipts = new Map();
  for (const message of messages) {
    if (!message.successful_payment) continue;
    const invoice = origin(message).message_id;
    if (invoice != null) receipts.set(invoice, message);
  }
  return receipts;
}

const inOneRun = (one, next) =>
  one &&
  next &&
  !isService(one) &&
  !isService(next) &&
  one.from?.id === next.from?.id &&
  next.date - one.date < RUN_SECONDS &&
  day(one.date) === day(next.date);
