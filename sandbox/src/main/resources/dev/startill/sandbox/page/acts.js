/** What a buyer can do in a chat: say, press, open a link, pay. */
import { alertBox } from "./alert.js";
import { complain, toast } from "./toast.js";
import { changeChat, chatOf, merge } from "./state.js";
import { copy } from "./clipboard.js";
import { openAddress, openLink } from "./open.js";
import { payFor, unlock } from "./spend.js";
import { openReceipt } from "./receipt.js";
import { openMyStars } from "./mystars.js";
import { toggle } from "./panel.js";
import { openWebApp } from "./webapp.js";
import * as api from "./api.js";

let sending = Promise.resolve();

/** Sends in the order in which it was typed. False when it could not be sent. */
export function say(user, bot, text) {
  sending = sending.then(async () => {
    try {
      const message = await (bot < 0 ? api.write(user, bot, text) : api.say(user, bot, text));
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
    pay: (message) => payFor(me, bot, message),
    unlock: (message) => unlock(me, bot, message),
    receipt: (paid) => openReceipt(paid, bot),
    press: (message, data) => press(me, bot, message, data),
    webApp: (button, message) => openWebApp({ me, bot, button, message }),
  };
}

/** A message is found in its private chat with a bot, or in a chat that many share. */
export const placeOf = ({ id }) => (id < 0 ? { chat: id } : { bot: id });

async function press(me, bot, message, data) {
  try {
    const { text, show_alert, url } = await api.press(me.id, placeOf(bot), message.message_id, data);
    if (text && show_alert) alertBox(bot.first_name, text);
    else if (text) toast(text);
    if (url) openAddress(me, url);
  } catch (error) {
    complain(error);
  }
}

/** Blocks or unblocks; a bot's next message to this buyer then gets 403, or arrives again. */
export async function block(user, bot, blocked) {
  const done = await (blocked ? api.block : api.unblock)(user, bot).catch(complain);
  if (done) changeChat(user, bot, { blocked });
}

/** The chat's own menu. */
export function botMenu(user, it) {
  const { blocked } = chatOf(user, it.id);
  const leave = () => api.leave(user, it.id).catch(complain);
  return [
    {
      label: "Give me 1,000 Stars",
      testid: "give-stars",
      act: () => api.giveStars(user, 1_000).catch(complain),
    },
    { label: "My Stars", testid: "my-stars-menu", act: () => openMyStars(user) },
    { label: "Developer's panel", testid: "panel-menu", act: toggle },
    {
      label: "Copy a link to this chat",
      act: () => copy(location.href, "The link opens this chat as this buyer."),
    },
    it.id < 0
      ? { label: `Leave this ${it.type === "channel" ? "channel" : "group"}`, testid: "leave", act: leave }
      : {
          label: blocked ? "Unblock this bot" : "Block this bot",
          testid: "block",
          act: () => block(user, it.id, !blocked),
        },
  ];
}
