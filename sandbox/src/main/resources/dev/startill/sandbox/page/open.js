/** Opens addresses as Telegram does: invoices, bots, channels and invite links; others in the browser. */
import * as api from "./api.js";
import { say } from "./acts.js";
import { openCheckout } from "./checkout.js";
import { parseLink } from "./links.js";
import { go } from "./route.js";
import { askToJoin } from "./spend.js";
import { sharedOf, state } from "./state.js";
import { complain } from "./toast.js";

/** What Telegram opens itself, or else the browser in a new tab. */
export function openAddress(me, url) {
  if (!openLink(me, url) && /^https?:/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}

/** False for what a browser should open. */
export function openLink(me, url) {
  const { invoice, invite, name, start } = parseLink(url);
  if (invoice) {
    payLink(me, `https://t.me/$${invoice}`);
    return true;
  }
  if (invite) {
    openInvite(me, `https://t.me/+${invite}`);
    return true;
  }
  const named = ({ username }) => username?.toLowerCase() === name?.toLowerCase();
  const bot = name && state.bots.find(named);
  const shared = name && sharedOf(me.id).find(named);
  if (!bot && !shared) return false;
  go(me.id, (bot ?? shared).id);
  if (bot && start !== undefined) say(me.id, bot.id, `/start ${start}`.trim());
  return true;
}

/** Opens the sheet of an invoice link; `told` hears how it ended, in the words of a Mini App. */
export async function payLink(me, link, told) {
  try {
    const { bot, ...invoice } = await api.invoice(link);
    openCheckout({ payer: me.id, target: { link }, invoice, bot, told });
  } catch (error) {
    told?.("failed");
    complain(error);
  }
}

async function openInvite(me, link) {
  try {
    const invite = await api.invite(link);
    const there = sharedOf(me.id).some(({ id }) => id === invite.chat.id);
    if (there) go(me.id, invite.chat.id);
    else askToJoin(me, link, invite);
  } catch (error) {
    complain(error);
  }
}
