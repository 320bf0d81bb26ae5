/** Begins the page: fetches what there is, listens for what changes, draws. */
import { listen } from "./live.js";
import { follow } from "./route.js";
import { balance, change, changeChat, chatOf, merge, refreshed, state, watch } from "./state.js";
import { drawMain } from "./chat.js";
import { drawSide, side } from "./side.js";
import { forgetReceipts } from "./receipts.js";
import { makeBuyer } from "./newbuyer.js";
import { complain } from "./toast.js";
import { beginPanel, panelAnew } from "./panel.js";
import { clearJournal, noted } from "./journal.js";
import { setNow } from "./clock.js";
import * as api from "./api.js";

const FIRST_BUYER = "Ann";
const CALM_MS = 120;

/** Chats that are being fetched, each with what came meanwhile. */
const fetching = new Set();
let calm = 0;

side();
beginPanel();
document.getElementById("toasts").showPopover();
watch(drawSide);
watch(drawMain);
watch(title);
window.addEventListener("hashchange", () => {
  follow();
  loadChats().catch(complain);
});
listen({
  onopen: () => {
    panelAnew();
    refresh(true).then(() => change({ connection: "live" }), complain);
  },
  onlost: () => change({ connection: "reconnecting" }),
  on: happened,
});
refresh(true).catch(complain);
drawSide();
drawMain();

/** Buyers and bots anew. `all`, at the start and after a lost connection, is also what was missed in chats. */
async function refresh(all = false) {
  const [buyers, bots] = await Promise.all([api.buyers(), api.bots()]);
  const known = await Promise.all(bots.map(withCommands));
  change({ buyers: refreshed(state.buyers, buyers), bots: refreshed(state.bots, known) });
  if (all && !state.buyers.length) await (welcoming ??= welcome());
  change({ ready: true });
  follow();
  await loadChats(all);
}

let welcoming = null;

/** The first buyer, once for all tabs of this browser. */
async function welcome() {
  const first = async () => {
    const there = await api.buyers();
    if (there.length) change({ buyers: there });
    else await makeBuyer(FIRST_BUYER);
  };
  try {
    await (navigator.locks ? navigator.locks.request("startill.sandbox.welcome", first) : first());
  } finally {
    welcoming = null;
  }
}

const withCommands = (bot) => (bot.commands ? bot : api.bot(bot.id).catch(() => bot));

/** The chats of the buyer whose eyes we look through; the others wait until somebody looks. */
async function loadChats(again = false) {
  const { buyer, bots } = state;
  if (buyer == null) return;
  await Promise.all(
    bots.map((bot) => (again || !chatOf(buyer, bot.id).loaded ? loadChat(buyer, bot.id) : null)),
  );
}

async function loadChat(user, bot) {
  const fetch = { user, bot, late: [] };
  fetching.add(fetch);
  try {
    const fetched = await api.messages(user, bot);
    const ids = new Set(fetched.map(({ message_id }) => message_id));
    const still = chatOf(user, bot).messages.filter(({ message_id }) => ids.has(message_id));
    changeChat(user, bot, { messages: merge(merge(still, fetched), fetch.late), loaded: true });
  } finally {
    fetching.delete(fetch);
  }
}

function happened(kind, data) {
  switch (kind) {
    case "message":
      return messageCame(data);
    case "balance":
      return balance(data.user, data.stars);
    case "call":
    case "update":
      return noted(kind, data);
    case "clock":
      setNow(data.now);
      return change();
    case "user":
    case "bot":
      clearTimeout(calm);
      calm = setTimeout(() => refresh().catch(complain), CALM_MS);
      return;
    case "reset":
      forgetReceipts();
      clearJournal();
      panelAnew();
      return change({ buyers: [], bots: [], chats: new Map(), buyer: null, bot: null });
  }
}

function messageCame({ user, bot, message }) {
  for (const fetch of fetching) if (fetch.user === user && fetch.bot === bot) fetch.late.push(message);
  const chat = chatOf(user, bot);
  const seen = user === state.buyer && bot === state.bot && document.body.dataset.pane === "chat";
  const counts = message.from?.id !== user && !message.edit_date && !seen;
  const unread = counts ? chat.unread + 1 : chat.unread;
  changeChat(user, bot, chat.loaded ? { unread, messages: merge(chat.messages, [message]) } : { unread });
}

function title() {
  let unread = 0;
  for (const chat of state.chats.values()) unread += chat.unread;
  document.title = `${unread ? `(${unread}) ` : ""}Startill Sandbox`;
}
