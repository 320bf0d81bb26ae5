/** What the confirmation sheet asks before Stars are spent: once, or every month. */
import { amount, h, star, stars } from "./dom.js";
import { price } from "./invoice.js";

const DAY = 86_400;

/** A subscription's period as people say it. Telegram has but one: 30 days, which it calls a month. */
export const each = (seconds) => (seconds === 30 * DAY ? "month" : `${Math.round(seconds / DAY)} days`);

export const title = (words, more = {}) =>
  h("h2.sheet-title", { id: "sheet-title", tabindex: -1, ...more }, words);

/** The picture, the title and the question of a purchase. */
export function question({ invoice, bot, ask, heading }) {
  const { subscription_period: period } = invoice;
  const words = ask ?? (period ? monthly : once);
  return [
    h("div.sheet-picture", {}, picture(invoice), period ? h("span.every", {}, "↻") : null),
    title(heading ?? (period ? "Confirm Your Subscription" : "Confirm Your Purchase")),
    h("p.sheet-words", {}, words(invoice, bot)),
    invoice.description && !ask ? h("p.sheet-about", { dir: "auto" }, invoice.description) : null,
  ].filter(Boolean);
}

const once = (invoice, bot) => [
  "Do you want to buy ",
  h("b", {}, invoice.title),
  " in ",
  h("b", {}, bot.first_name),
  " for ",
  h("b", {}, inWords(invoice)),
  "?",
];

const monthly = (invoice, bot) => [
  "Do you want to subscribe to ",
  h("b", {}, invoice.title),
  " in ",
  h("b", {}, bot.first_name),
  " for ",
  h("b", {}, stars(invoice.total_amount)),
  ` per ${each(invoice.subscription_period)}?`,
];

const inWords = (invoice) =>
  invoice.currency === "XTR"
    ? `${amount(invoice.total_amount)} ${invoice.total_amount === 1 ? "Star" : "Stars"}`
    : price(invoice);

function picture({ photo_url }) {
  const coin = h("span.coin", {}, star());
  if (!photo_url) return coin;
  return h("img", { src: photo_url, alt: "", onerror: (event) => event.target.replaceWith(coin) });
}

/** The small print. */
export const terms = ({ subscription_period: period }) => [
  h(
    "p.sheet-terms",
    {},
    period ? `Renews every ${each(period)} until you cancel it in My Stars. ` : "",
    period ? "By subscribing you agree to the " : "By paying you agree to the ",
    h(
      "a",
      { href: "https://telegram.org/tos/stars", target: "_blank", rel: "noopener noreferrer" },
      "Terms of Service",
    ),
    ".",
  ),
];
