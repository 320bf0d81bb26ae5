/** A subscription in My Stars: when it renews or ends, and the button that changes that. */
import * as api from "./api.js";
import { avatar, h, stars } from "./dom.js";
import { loadShared } from "./chats.js";
import { dayName } from "./format.js";
import { each } from "./question.js";
import { complain } from "./toast.js";

const STATES = {
  active: ({ renews }) => `Renews on ${dayName(renews)}`,
  canceled: ({ expires }) => `Cancelled. Ends on ${dayName(expires)}`,
  canceled_by_bot: ({ expires }) => `Ended by the bot. Runs out on ${dayName(expires)}`,
  failed: () => "Too few Stars to renew. Telegram tries again",
  expired: ({ expires }) => `Ended on ${dayName(expires)}`,
};

/** `changed` is told when the buyer changed it. */
export function subscriptionRow(plan, user, changed) {
  const { state, stars: price, period } = plan;
  const peer = plan.bot?.id ? plan.bot : { id: plan.chat?.id ?? 0, first_name: plan.chat?.title ?? "?" };
  const words = STATES[state]?.(plan) ?? state;
  return h(
    "li.plan",
    { "data-testid": "subscription", "data-state": state },
    avatar(peer),
    h("span.move-name", {}, plan.title || peer.first_name, h("small", {}, words)),
    h("span.plan-price", {}, stars(price), h("small", {}, `/ ${each(period)}`)),
    action(plan, user, changed),
  );
}

function action({ state, id, chat }, user, changed) {
  const cancels = state === "active" || state === "failed";
  if (!cancels && state !== "canceled") return null;
  const act = async ({ currentTarget: button }) => {
    button.disabled = true;
    await turn(user, id, chat, cancels).catch(complain);
    button.disabled = false;
    changed();
  };
  return h(
    "button.plan-act",
    { type: "button", "data-testid": cancels ? "cancel-subscription" : "restore-subscription", onclick: act },
    cancels ? "Cancel subscription" : "Renew again",
  );
}

async function turn(user, id, chat, cancels) {
  if (!chat) return (cancels ? api.cancelSubscription : api.restoreSubscription)(user, id);
  await api.cancelMembership(user, chat.id, cancels);
  return loadShared(true);
}
