/** The receipt that a service message or a paid invoice opens. */
import { copy } from "./clipboard.js";
import { openDialog } from "./dialog.js";
import { h, stars } from "./dom.js";
import { icon } from "./icons.js";
import { moment } from "./format.js";

export function openReceipt({ message, title }, bot) {
  const payment = message.successful_payment;
  const facts = [
    title && ["For", title],
    ["To", bot.first_name],
    ["Amount", stars(payment.total_amount)],
    ["When", moment(message.date)],
    ["Charge", chargeId(payment.telegram_payment_charge_id)],
  ].filter(Boolean);
  openDialog(
    { title: "receipt-title", testid: "receipt-sheet" },
    h(
      "form.sheet-body",
      { method: "dialog" },
      h("div.sheet-picture", {}, h("span.badge", { "data-look": "paid" }, icon("check"))),
      h("h2.sheet-title", { id: "receipt-title" }, "Receipt"),
      h(
        "dl.facts",
        {},
        facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
      ),
      h("div.sheet-buttons", {}, h("button.primary", { type: "submit", autofocus: true }, "Done")),
    ),
  );
}

function chargeId(charge) {
  const press = () => copy(charge, "Charge id copied.");
  return h(
    "button.charge",
    { type: "button", title: "Copy the charge id", onclick: press },
    h("code", {}, charge),
    icon("copy"),
  );
}
