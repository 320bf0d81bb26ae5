/** The receipt that a service message or a paid invoice opens. */
import { h, stars } from "./dom.js";
import { icon } from "./icons.js";
import { moment } from "./format.js";
import { toast } from "./toast.js";

export function openReceipt({ message, title }, bot) {
  const payment = message.successful_payment;
  const charge = payment.telegram_payment_charge_id;
  const copy = async () => {
    await navigator.clipboard?.writeText(charge);
    toast("Charge id copied.");
  };
  const rows = [
    title && ["For", title],
    ["To", bot.first_name],
    ["Amount", stars(payment.total_amount)],
    ["When", moment(message.date)],
    [
      "Charge",
      h(
        "button.charge",
        { type: "button", title: "Copy the charge id", onclick: copy },
        h("code", {}, charge),
        icon("copy"),
      ),
    ],
  ].filter(Boolean);
  const box = h(
    "dialog.sheet.small",
    { "aria-labelledby": "receipt-title", "data-testid": "receipt-sheet" },
    h(
      "form.sheet-body",
      { method: "dialog" },
      h("div.sheet-picture", {}, h("span.badge", { "data-look": "paid" }, icon("check"))),
      h("h2.sheet-title", { id: "receipt-title" }, "Receipt"),
      h(
        "dl.facts",
        {},
        rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
      ),
      h("div.sheet-buttons", {}, h("button.primary", { type: "submit", autofocus: true }, "Done")),
    ),
  );
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (event) => event.target === box && box.close());
  document.body.append(box);
  box.showModal();
}
