/** What a buyer can spend Stars on in a chat: invoices, hidden media, and a place in a channel. */
import * as api from "./api.js";
import { placeOf } from "./acts.js";
import { loadChat, loadShared } from "./chats.js";
import { openCheckout } from "./checkout.js";
import { openDialog } from "./dialog.js";
import { avatar, h, stars } from "./dom.js";
import { each } from "./question.js";
import { go } from "./route.js";
import { complain } from "./toast.js";

/** Opens the sheet of an invoice message. */
export function payFor(me, peer, { message_id, invoice, from, via_bot: via }) {
  const bot = peer.id > 0 ? peer : (via ?? from ?? peer);
  openCheckout({ payer: me.id, target: { ...placeOf(peer), message_id }, invoice, bot });
}

/** Opens the sheet that unlocks paid media. */
export function unlock(me, peer, { message_id, paid_media: media }) {
  const count = media.paid_media.length;
  const what = count === 1 ? "this media" : `these ${count} media`;
  const target = { ...placeOf(peer), message_id };
  openCheckout({
    payer: me.id,
    target,
    bot: peer,
    invoice: { title: "Paid media", currency: "XTR", total_amount: media.star_count },
    heading: "Unlock Media",
    ask: ({ total_amount: price }, { first_name: name }) => [
      `Do you want to unlock ${what} in `,
      h("b", {}, name),
      " for ",
      h("b", {}, stars(price)),
      "?",
    ],
    act: async () => {
      const reply = await api.pay(me.id, target);
      if (reply.status === "paid") await loadChat(me.id, peer.id);
      return reply;
    },
    waits: false,
  });
}

/** Opens what an invite link leads to: a free way in, or a subscription. */
export function askToJoin(me, link, { chat, subscription_price: price, subscription_period: period }) {
  const channel = { ...chat, first_name: chat.title };
  if (price) return subscribe(me, link, channel, price, period);
  const dialog = openDialog(
    { title: "join-title", testid: "join" },
    h(
      "form.sheet-body",
      { method: "dialog", onsubmit: () => join(me, link, channel) },
      h("div.sheet-picture", {}, avatar(channel)),
      h("h2.sheet-title", { id: "join-title" }, chat.title),
      h("p.sheet-words", {}, kindOf(chat)),
      h(
        "div.sheet-buttons",
        {},
        h("button.primary", { type: "submit", "data-testid": "join-free" }, `Join ${kindOf(chat)}`),
        h("button.quiet", { type: "button", onclick: () => dialog.close() }, "Cancel"),
      ),
    ),
  );
}

const kindOf = ({ type }) => (type === "channel" ? "Channel" : "Group");

async function join(me, link, { id }) {
  const joined = await api.join(me.id, link).catch(complain);
  if (joined) await enter(me, id);
}

/** A chat is shown once it is in the list of this buyer's. */
async function enter(me, id) {
  await loadShared(true);
  go(me.id, id);
}

function subscribe(me, link, channel, price, period) {
  openCheckout({
    payer: me.id,
    target: { link },
    bot: channel,
    invoice: { title: channel.title, currency: "XTR", total_amount: price, subscription_period: period },
    heading: "Subscribe to the Channel",
    ask: () => [
      "Do you want to subscribe for ",
      h("b", {}, stars(price)),
      ` per ${each(period)} to get access to `,
      h("b", {}, channel.title),
      "?",
    ],
    act: async () => {
      await api.join(me.id, link);
      await enter(me, channel.id);
      return { status: "paid" };
    },
    waits: false,
  });
}
