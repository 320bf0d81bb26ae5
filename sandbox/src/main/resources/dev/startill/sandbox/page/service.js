/** What Telegram itself says in a chat: payments, refunds, and who came and went. */
import { amount, h, starred, stars } from "./dom.js";

const names = (people) => people.map(({ first_name }) => first_name).join(", ");

/** Kinds besides the payments, each with its words. */
const OTHERS = {
  new_chat_members: ({ from, new_chat_members: people }) =>
    people.length === 1 && people[0].id === from?.id
      ? `${from.first_name} joined`
      : `${from?.first_name ?? "Somebody"} added ${names(people)}`,
  left_chat_member: ({ from, left_chat_member: who }) =>
    who.id === from?.id
      ? `${who.first_name} left`
      : `${from?.first_name ?? "Somebody"} removed ${who.first_name}`,
  pinned_message: () => "A message was pinned",
  new_chat_title: ({ new_chat_title: title }) => `The name is now ${title}`,
  channel_chat_created: () => "Channel created",
  group_chat_created: () => "Group created",
  supergroup_chat_created: () => "Group created",
  write_access_allowed: () => "You allowed this bot to message you",
  web_app_data: ({ web_app_data: data }) =>
    `Data from the “${data.button_text}” button was transferred to the bot`,
  message_auto_delete_timer_changed: () => "Auto-delete was changed",
  chat_shared: () => "A chat was shared with the bot",
  users_shared: () => "Somebody was shared with the bot",
};

const otherKind = (message) => Object.keys(OTHERS).find((kind) => message[kind] !== undefined);

export const isService = (message) =>
  Boolean(message.successful_payment || message.refunded_payment || message.gift || otherKind(message));

/** The row; `title` is what was paid for, where that is known. */
export function service({ message, title }, peer, acts) {
  if (message.successful_payment) return paid(message, title, peer, acts);
  if (message.refunded_payment) return refunded(message.refunded_payment, peer);
  const words = message.gift ? gift(message) : OTHERS[otherKind(message)](message);
  return h("p.service", { "data-testid": "service" }, h("span", {}, words));
}

function gift({ gift: given, from }) {
  const worth = given.gift?.star_count ?? given.star_count;
  const words = `${from?.first_name ?? "Somebody"} sent you a gift`;
  return worth ? [`${words} worth `, stars(worth)] : words;
}

function refunded(payment, peer) {
  const back = amount(payment.total_amount);
  return h(
    "p.service",
    { "data-testid": "refund" },
    h("span", {}, `${peer.first_name} refunded `, ...starred(`⭐ ${back}`), " to you"),
  );
}

function paid(message, title, peer, acts) {
  const payment = message.successful_payment;
  const show = () => acts.receipt({ message, title });
  return h(
    "p.service",
    {},
    h(
      "button",
      { type: "button", "data-testid": "receipt", title: "Show the receipt", onclick: show },
      paidWords(payment, title, peer),
    ),
  );
}

function paidWords(payment, title, peer) {
  const price = stars(payment.total_amount);
  const what = title ? [" for ", h("b", {}, title)] : [];
  if (payment.is_recurring && !payment.is_first_recurring) {
    return ["Your subscription", ...what, " was renewed: ", price, ` went to ${peer.first_name}`];
  }
  const until = payment.subscription_expiration_date;
  if (until != null) return ["You subscribed", ...what, " in ", peer.first_name, ": ", price, " / month"];
  return ["You have successfully transferred ", price, ` to ${peer.first_name}`, ...what];
}
