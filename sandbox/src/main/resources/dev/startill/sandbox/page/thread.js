/** Lays a chat's messages out as rows: days, service messages and bubbles in runs. Pure. */
import { day } from "./format.js";
import { origin } from "./receipts.js";

const RUN_SECONDS = 300;

/** Rows `{key, kind: "day" | "service" | "bubble", …}`, flat, so that two rows can be compared by field. */
export function rows(messages, user) {
  const receipts = paidInvoices(messages);
  const result = [];
  let date = "";
  messages.forEach((message, i) => {
    const today = day(message.date);
    if (today !== date) result.push({ key: `day ${today} ${message.message_id}`, kind: "day", text: today });
    date = today;
    result.push(row(message, messages[i - 1], messages[i + 1], user, receipts));
  });
  return result;
}

function row(message, before, after, user, receipts) {
  const key = message.message_id;
  if (message.successful_payment) {
    return { key, kind: "service", message, title: origin(message).title ?? null };
  }
  if (message.refunded_payment) return { key, kind: "service", message, title: null };
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

const isService = (message) => message.successful_payment || message.refunded_payment;

const inOneRun = (one, next) =>
  one &&
  next &&
  !isService(one) &&
  !isService(next) &&
  one.from?.id === next.from?.id &&
  next.date - one.date < RUN_SECONDS &&
  day(one.date) === day(next.date);
