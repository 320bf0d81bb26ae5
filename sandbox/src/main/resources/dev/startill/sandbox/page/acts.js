/** What a buyer can do in a chat: say, press, open a link, pay. */
import { alertBox } from "./alert.js";
import { complain, toast } from "./toast.js";
import { changeChat, chatOf, merge, state } from "./state.js";
import { openCheckout } from "./checkout.js";
import { copy } from "./clipboard.js";
import { openReceipt } from "./receipt.js";
import { toggle } from "./panel.js";
import { go } from "./route.js";
import * as api from "./api.js";

const INVOICE_LINK = /^(?:https?:\/\/)?(?:t\.me|telegram\.me)\/(?:\$|invoice\/)[\w-]+\/?$/i;
const BOT_LINK = /^(?:https?:\/\/)?(?:t\.me|telegram\.me)\/(\w+)(?:\?start=([\w-]*))?$/i;

let sending = Promise.resolve();

/** Sends in the order in which it was typed. False when it could not be sent. */
export function say(user, bot, text) {
  sending = sending.then(async () => {
    try {
      const message = await api.say(user, bot, text);
      changeChat(user, bot, { messages: merge(chatOf(user, bot).messages, [message]), blocked: false });
      return true;
    } catch (error) {
      complain(error);
      return false;
    }
  });
  return sending;
}

/** The acts of one chat's bubbles. */
export function actsIn(me, bot) {
  return {
    open: ({ command, url }) => (command ? (say(me.id, bot.id, command), true) : openLink(me, url)),
    pay: ({ message_id, invoice }) =>
      openCheckout({ payer: me.id, target: { bot: bot.id, message_id }, invoice, bot }),
    receipt: (paid) => openReceipt(paid, bot),
    press: (message, data) => press(me, bot, message, data),
  };
}

/** What Telegram opens itself, or else the browser in a new tab. */
export function openAddress(me, url) {
  if (!openLink(me, url) && /^https?:/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}

async function press(me, bot, message, data) {
  try {
    const { text, show_alert, url } = await api.press(me.id, bot.id, message.message_id, data);
    if (text && show_alert) alertBox(bot.first_name, text);
    else if (text) toast(text);
    if (url) openAddress(me, url);
  } catch (error) {
    complain(error);
  }
}

/** Opens what Telegram itself would: invoices and bots. False for what a browser should open. */
function openLink(me, url) {
  if (INVOICE_LINK.test(url)) {
    payLink(me, url);
    return true;
  }
  const [, name, start] = url.match(BOT_LINK) ?? [];
  const bot = name && state.bots.find(({ username }) => username?.toLowerCase() === name.toLowerCase());
  if (!bot) return false;
  go(me.id, bot.id);
  if (start !== undefined) say(me.id, bot.id, `/start ${start}`.trim());
  return true;
}

/** Opens the sheet of an invoice link; `told` hears how it ended, in the words of a Mini App. */
export async function payLink(me, link, told) {
  try {
    const { bot, ...invoice } = await api.invoice(link);
    openCheckout({ payer: me.id, target: { link }, invoice, bot, told });
  } catch (error) {
    complain(error);
    told?.("failed");
  }
}

/** Blocks or unblocks; a bot's next message to this buyer then gets 403, or arrives again. */
export async function block(user, bot, blocked) {
  const done = await (blocked ? api.block : api.unblock)(user, bot).catch(complain);
  if (done) changeChat(user, bot, { blocked });
}

/** The chat's own menu. */
export function botMenu(user, bot) {
  const { blocked } = chatOf(user, bot);
  return [
    {
      label: "Give me 1,000 Stars",
      testid: "give-stars",
      act: () => api.giveStars(user, 1_000).catch(complain),
    },
    { label: "Developer's panel", testid: "panel-menu", act: toggle },
    {
      label: "Copy a link to this chat",
      act: () => copy(location.href, "The link opens this chat as this buyer."),
    },
    {
      label: blocked ? "Unblock this bot" : "Block this bot",
      testid: "block",
      act: () => block(user, bot, !blocked),
    },
  ];
}
