/** What can go wrong on purpose: the words of the switchboard, and ready-made faults worth trying. */

export const METHODS = [
  "*",
  "sendMessage",
  "sendInvoice",
  "createInvoiceLink",
  "answerPreCheckoutQuery",
  "answerCallbackQuery",
  "refundStarPayment",
  "editUserStarSubscription",
  "getStarTransactions",
  "getMyStarBalance",
  "getUpdates",
  "setWebhook",
  "sendPhoto",
  "sendDocument",
  "sendPaidMedia",
  "editMessageText",
  "deleteMessage",
];

export const DELIVERIES = [
  "*",
  "message",
  "successful_payment",
  "refunded_payment",
  "pre_checkout_query",
  "callback_query",
  "subscription",
  "purchased_paid_media",
  "chat_member",
  "my_chat_member",
];

export const METHOD_ACTIONS = [
  ["error", "answers an error"],
  ["hang", "never answers"],
  ["drop", "breaks the connection"],
];

export const DELIVERY_ACTIONS = [
  ["drop", "is lost"],
  ["duplicate", "comes twice"],
  ["reorder", "comes after the next one"],
];

export const CODES = [400, 401, 403, 404, 409, 413, 429, 500, 502, 504];

export const PRESETS = [
  {
    name: "Answer lost after a refund",
    why: "The Stars went back, and the bot hears nothing.",
    fault: { method: "refundStarPayment", action: "drop", when: "after_effect", times: 1 },
  },
  {
    name: "The refund bug of 2025",
    why: "A refund takes effect, and Telegram answers an error.",
    fault: { preset: "refund-bug-2025" },
  },
  {
    name: "Payment told twice",
    why: "The same successful_payment arrives again.",
    fault: { delivery: "successful_payment", action: "duplicate", times: 1 },
  },
  {
    name: "Too many requests",
    why: "The next message gets 429 with retry_after 3.",
    fault: { method: "sendMessage", action: "error", error_code: 429, retry_after: 3, times: 1 },
  },
  {
    name: "Checkout hangs",
    why: "The next answer to a pre-checkout never returns.",
    fault: { method: "answerPreCheckoutQuery", action: "hang", times: 1 },
  },
  {
    name: "Updates out of order",
    why: "The next update comes after the one behind it.",
    fault: { delivery: "*", action: "reorder", times: 1 },
  },
  {
    name: "Telegram is down",
    why: "Every call gets 502 until you remove this.",
    fault: { method: "*", action: "error", error_code: 502 },
  },
  {
    name: "One in five fails",
    why: "20 % of all calls get 500 before any effect.",
    fault: { method: "*", action: "error", error_code: 500, percent: 20 },
  },
];

/** A fault in a sentence. */
export function sentence(fault) {
  const { method, delivery, preset, action, when, error_code: code, retry_after: retry } = fault;
  if (preset != null) return [PRESETS.find((one) => one.fault.preset === preset)?.name ?? preset, ""];
  if (delivery != null) {
    const what = delivery === "*" ? "Any update" : delivery;
    return [what, (DELIVERY_ACTIONS.find(([name]) => name === action) ?? [0, action])[1]];
  }
  const what = method === "*" ? "Any call" : method;
  const told = action === "error" ? `answers ${code ?? 500}${retry ? `, retry after ${retry} s` : ""}` : null;
  const acts = told ?? (METHOD_ACTIONS.find(([name]) => name === action) ?? [0, action])[1];
  return [what, when === "after_effect" ? `${acts}, after its effect` : acts];
}

/** How often, in words. */
export function bounds({ left, times, percent }) {
  const count = left ?? times;
  const often =
    count == null || count >= 2 ** 31 - 1 ? "every time" : count === 1 ? "once" : `${count} times`;
  return percent != null && percent < 100 ? `${often}, at ${percent} %` : often;
}
