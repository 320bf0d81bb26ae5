/** Begins the page: fetches what there is, listens for what changes, draws. */
import { listen } from "./live.js";
import { follow } from "./route.js";
import { balance, change, changeChat, chatOf, merge, refreshed, state, watch } from "./state.js";
import { drawMain } from "./columns.js";
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

/** The chats of those whose eyes we look through; the others wait until somebody looks. */
async function loadChats(again = false) {
  const buyers = [...new Set(state.columns.map(({ buyer }) => buyer))].filter((buyer) => buyer != null);
  const wanted = buyers.flatMap((buyer) => state.bots.map(({ id }) => ({ buyer, id })));
  await Promise.all(
    wanted.map(({ buyer, id }) => (again || !chatOf(buyer, id).loaded ? loadChat(buyer, id) : null)),
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
      return change({
        buyers: [],
        bots: [],
        chats: new Map(),
        columns: [],
        active: 0,
        buyer: null,
        bot: null,
      });
  }
}

function messageCame({ user, bot, message }) {
  for (const fetch of fetching) if (fetch.user === user && fetch.bot === bot) fetch.late.push(message);
  const chat = chatOf(user, bot);
  const seen = document.body.dataset.pane === "chat" && shown(user, bot);
  const counts = message.from?.id !== user && !message.edit_date && !seen;
  const unread = counts ? chat.unread + 1 : chat.unread;
  changeChat(user, bot, chat.loaded ? { unread, messages: merge(chat.messages, [message]) } : { unread });
}

/** On a narrow window only the active column is in sight. */
const shown = (user, bot) =>
  state.columns.some(
    (one, index) =>
      one.buyer === user &&
      one.bot === bot &&
      (index === state.active || !matchMedia("(max-width: 800px)").matches),
  );

function title() {
  let unread = 0;
  for (const chat of state.chats.values()) unread += chat.unread;
  document.title = `${unread ? `(${unread}) ` : ""}Startill Sandbox`;
}
