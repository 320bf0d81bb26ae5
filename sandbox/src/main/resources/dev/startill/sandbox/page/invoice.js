/** The invoice bubble and its buttons, as Telegram draws them. */
import { h, stars, starred, amount } from "./dom.js";
import { icon } from "./icons.js";
import { grid, inlineButton } from "./keyboard.js";
import { menuButton } from "./menu.js";

export function invoice({ title, description, photo_url, currency, total_amount }) {
  return [
    photo_url
      ? h("img.invoice-photo", { src: photo_url, alt: "", onerror: (event) => event.target.remove() })
      : null,
    h(
      "div.invoice-body",
      {},
      h("h3.invoice-title", { dir: "auto" }, title),
      h("p.invoice-description", { dir: "auto" }, description),
      h("p.invoice-price", {}, price({ currency, total_amount })),
    ),
  ];
}

/** Stars, or for a currency that the sandbox does not sell in, the bare amount. */
export const price = ({ currency, total_amount }) =>
  currency === "XTR" ? stars(total_amount) : `${currency} ${amount(total_amount)}`;

export function invoiceKeyboard(row, acts) {
  const { message, receipt } = row;
  const rows = message.reply_markup?.inline_keyboard ?? [[{ text: "", pay: true }]];
  return grid(rows, (button) => {
    if (!button.pay) return inlineButton(button, message, acts);
    return receipt ? paid(message, receipt, acts) : payButton(button, message, acts);
  });
}

/** What Telegram writes on the button when the bot gave none: `Pay ⭐️50`. We set it with more air. */
const OWN_WORDS = /^(Pay ⭐\uFE0F?\s?\d+)?$/u;

function payButton(button, message, acts) {
  const pay = () => acts.pay(message);
  const text = OWN_WORDS.test(button.text) ? `Pay ⭐ ${amount(message.invoice.total_amount)}` : button.text;
  return h(
    "button.key.pay",
    { type: "button", "data-testid": "pay", onclick: pay },
    h("span", {}, starred(text)),
  );
}

function paid(message, receipt, acts) {
  const show = () => acts.receipt({ message: receipt, title: message.invoice.title });
  return h(
    "div.paid",
    {},
    h(
      "button.key",
      { type: "button", "data-testid": "show-receipt", onclick: show },
      icon("check"),
      h("span", {}, "Receipt"),
    ),
    menuButton("More about this invoice", "key", () => [
      { label: "Pay again", testid: "pay-again", act: () => acts.pay(message) },
      { label: "Show the receipt", act: show },
    ]),
  );
}
