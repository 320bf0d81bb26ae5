/**
 * The confirmation sheet: confirm, wait for the bot, and how it ended. A step is the sheet's whole
 * content; the balance in it follows the buyer's. Closing the sheet while the bot is asked cancels nothing
 * (Telegram has been told already), so the end is then told by a toast.
 */
import { openDialog } from "./dialog.js";
import { h, stars, star, amount, avatar } from "./dom.js";
import { icon } from "./icons.js";
import { balance, buyerOf, change, watch } from "./state.js";
import { each, question, terms, title } from "./question.js";
import { price } from "./invoice.js";
import { remember } from "./receipts.js";
import { toast } from "./toast.js";
import { celebrate } from "./celebrate.js";
import { explain, isShort } from "./refusals.js";
import * as api from "./api.js";

const THOUSAND = 1_000;

/**
 * `purchase` is `{payer, target, invoice, bot}`: whose Stars, what to pay, as the API names it, and what the
 * sheet shows. It may have `told`, who hears how it ended once it is closed: paid, failed, cancelled or
 * pending, as a Mini App does; a `heading` and `ask` of its own; `act`, which pays in another way; and
 * `waits: false` where no bot is asked.
 */
export function openCheckout(purchase) {
  const payer = buyerOf(purchase.payer);
  const onclose = () => {
    leave(purchase);
    purchase.told?.(sheet.status);
  };
  const dialog = openDialog({ title: "sheet-title", testid: "sheet", onclose });
  const sheet = { ...purchase, dialog, status: "cancelled" };
  show(sheet, payer.stars < purchase.invoice.total_amount ? short(sheet) : confirm(sheet));
}

/** The button that opened the sheet may be gone by now: where Pay was, Receipt takes the focus. */
function leave({ target }) {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const receipt = document.querySelector(
      `.column.active [data-message-id="${target.message_id}"] .paid button`,
    );
    (receipt ?? document.querySelector(".column.active [role=log]"))?.focus({ preventScroll: true });
  }, 60);
}

function show({ dialog }, nodes, step) {
  dialog.replaceChildren(h("div.sheet-body", {}, nodes));
  if (step) dialog.dataset.step = step;
  else delete dialog.dataset.step;
  dialog.querySelector("[data-first]")?.focus();
}

const balanceLine = (sheet) => {
  const value = h("span", { "data-testid": "sheet-balance" });
  const refresh = () => value.replaceChildren(stars(buyerOf(sheet.payer)?.stars ?? 0));
  refresh();
  watch(refresh, sheet.dialog);
  return h("p.sheet-balance", {}, h("span", {}, "Balance"), value);
};

const button = (look, label, act, more = {}) =>
  h(`button.${look}`, { type: "button", onclick: act, ...more }, label);

const cancelButton = ({ dialog }, label = "Cancel", more = {}) =>
  button("quiet", label, () => dialog.close(), { "data-testid": "cancel", ...more });

function confirm(sheet) {
  const { invoice } = sheet;
  const pay = () => wait(sheet);
  const label = invoice.subscription_period
    ? ["Subscribe for ", price(invoice), ` / ${each(invoice.subscription_period)}`]
    : ["Confirm and Pay ", price(invoice)];
  return [
    balanceLine(sheet),
    ...question(sheet),
    h(
      "div.sheet-buttons",
      {},
      button("primary", label, pay, { "data-testid": "confirm", "data-first": true }),
      cancelButton(sheet),
    ),
    ...terms(invoice),
  ];
}

async function wait(sheet) {
  sheet.status = "pending";
  show(sheet, waiting(sheet), "waiting");
  const act = sheet.act ?? (() => api.pay(sheet.payer, sheet.target));
  const reply = await act().catch(unanswered);
  end(sheet, reply);
}

/** The call itself failed. Without a status nobody knows how it ended: the chat will show it. */
const unanswered = ({ message, status }) => ({
  trouble: {
    heading: status ? "Payment failed" : "No answer",
    words: message,
    look: status ? "declined" : "timeout",
  },
});

function waiting(sheet) {
  if (sheet.waits === false) {
    return [
      h("div.sheet-picture", {}, h("span.coin.turning", {}, star())),
      title("One moment…", { "data-first": true }),
    ];
  }
  return [
    h("div.sheet-picture", {}, h("span.coin.turning", {}, star())),
    title("Waiting for the bot…", { "data-first": true }),
    h(
      "p.sheet-words",
      { role: "status" },
      `Telegram has asked ${sheet.bot.first_name} whether this may be sold. A bot has 10 seconds to answer.`,
    ),
    h("div.countdown", { "aria-hidden": "true" }, h("span")),
    h("div.sheet-buttons", {}, cancelButton(sheet, "Close", { "data-testid": "close" })),
  ];
}

function end(sheet, reply) {
  sheet.status = reply.status ?? "failed";
  if (reply.status === "paid") return paid(sheet, reply);
  if (reply.status === "cancelled") return sheet.dialog.close();
  const refusal = reply.trouble ?? explain(reply, sheet.bot);
  if (!sheet.dialog.isConnected)
    return toast(`${sheet.invoice.title}: ${refusal.quote ?? refusal.words}`, "trouble");
  if (isShort(reply)) return show(sheet, short(sheet), "short");
  show(sheet, refused(sheet, refusal), refusal.look);
}

function paid(sheet, { charge_id: charge }) {
  const { invoice, bot, payer, target, dialog } = sheet;
  if (charge)
    remember({ charge, user: payer, bot: bot.id, message_id: target.message_id, title: invoice.title });
  change();
  dialog.close();
  celebrate();
  toast(
    ["Paid ", stars(invoice.total_amount), ` to ${bot.first_name} for `, h("b", {}, invoice.title)],
    "good",
  );
}

function refused(sheet, { heading, words, quote, look }) {
  const again = () => show(sheet, confirm(sheet));
  return [
    h(
      "div.sheet-picture",
      {},
      h("span.badge", { "data-look": look }, icon(look === "timeout" ? "clock" : "cross")),
    ),
    title(heading),
    quote ? h("blockquote.reason", { dir: "auto" }, avatar(sheet.bot), h("span", {}, quote)) : null,
    h("p.sheet-words", { role: "alert", "data-testid": "refusal" }, words),
    h(
      "div.sheet-buttons",
      {},
      button("primary", "Close", () => sheet.dialog.close(), { "data-testid": "cancel", "data-first": true }),
      button("quiet", "Try again", again, { "data-testid": "again" }),
    ),
  ];
}

function short(sheet, trouble) {
  const { invoice, payer } = sheet;
  const missing = Math.max(1, invoice.total_amount - (buyerOf(payer)?.stars ?? 0));
  const gift = Math.ceil(missing / THOUSAND) * THOUSAND;
  const give = async (event) => {
    event.currentTarget.disabled = true;
    const { stars: now, message } = await api.giveStars(payer, gift).catch((error) => error);
    if (now == null) return show(sheet, short(sheet, message), "short");
    balance(payer, now);
    show(sheet, now < invoice.total_amount ? short(sheet) : confirm(sheet));
  };
  return [
    balanceLine(sheet),
    h("div.sheet-picture", {}, h("span.coin.pale", {}, star())),
    title("Not enough Stars"),
    h(
      "p.sheet-words",
      {},
      h("b", {}, invoice.title),
      " costs ",
      price(invoice),
      ". You need ",
      h("b", {}, stars(missing)),
      " more.",
    ),
    trouble ? h("p.sheet-words.trouble", { role: "alert" }, trouble) : null,
    h(
      "div.sheet-buttons",
      {},
      button("primary", [`Give me ${amount(gift)} Stars `, star()], give, {
        "data-testid": "top-up",
        "data-first": true,
      }),
      cancelButton(sheet),
    ),
  ];
}
