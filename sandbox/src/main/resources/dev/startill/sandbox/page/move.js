/** One move of Stars, as a line of the history that opens to its facts. */
import { copy } from "./clipboard.js";
import { amount, avatar, h, star } from "./dom.js";
import { icon } from "./icons.js";
import { moment } from "./format.js";
import { titleOf } from "./receipts.js";

const REASONS = {
  invoice_payment: "Payment",
  paid_media_payment: "Paid media",
  gift_purchase: "Gift",
  premium_purchase: "Telegram Premium",
  business_account_transfer: "Transfer",
};
const OTHERS = {
  fragment: "Stars from Fragment",
  telegram_ads: "Telegram Ads",
  telegram_api: "Paid messages",
  store: "Stars Top-Up",
  other: "Stars Top-Up",
};

export function moveRow({ move }) {
  const partner = move.source ?? move.receiver;
  const peer = partner.user ?? (partner.chat && { id: partner.chat.id, first_name: partner.chat.title });
  const incoming = Boolean(move.source);
  const name = peer?.first_name ?? OTHERS[partner.type] ?? "Telegram";
  return h(
    "li",
    {},
    h(
      "details.move",
      { "data-testid": "transaction", "data-incoming": incoming },
      h(
        "summary",
        {},
        peer ? avatar(peer) : h("span.avatar.coin-face", { "aria-hidden": "true" }, star()),
        h(
          "span.move-name",
          {},
          name,
          h("small", {}, [reason(move, partner, incoming), moment(move.date)].filter(Boolean).join(" · ")),
        ),
        h("span.move-amount", {}, `${incoming ? "+" : "−"}${count(move)} `, star()),
      ),
      facts(move, partner),
    ),
  );
}

const count = ({ amount: whole, nanostar_amount: nano = 0 }) =>
  nano ? (whole + nano / 1e9).toFixed(2) : amount(Math.abs(whole));

/** What it was for; what comes back from a bot is a refund. */
function reason(move, partner, incoming) {
  const what = move.title ?? titleOf(move.id) ?? REASONS[partner.transaction_type] ?? "";
  if (partner.subscription_period && !incoming) return what === "Payment" ? "Subscription" : what;
  return incoming && partner.user ? `Refund${what && what !== "Payment" ? `: ${what}` : ""}` : what;
}

function facts(move, partner) {
  const rows = [
    ["Transaction", idButton(move.id)],
    partner.invoice_payload && ["Payload", h("code", {}, partner.invoice_payload)],
    partner.type && ["Partner", partner.type],
    partner.subscription_period && ["Period", `${partner.subscription_period / 86_400} days`],
  ].filter(Boolean);
  return h(
    "dl.facts",
    {},
    rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
  );
}

function idButton(id) {
  const press = () => copy(id, "Transaction id copied.");
  return h(
    "button.charge",
    { type: "button", title: "Copy the id", onclick: press },
    h("code", {}, id),
    icon("copy"),
  );
}
