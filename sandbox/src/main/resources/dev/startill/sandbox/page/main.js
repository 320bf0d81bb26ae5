/** Begins the page: fetches what there is, listens for what changes, draws. */
import { listen } from "./live.js";
import { asksForUnknown, follow } from "./route.js";
import { balance, change, refreshed, state, watch } from "./state.js";
import { loadChats, loadShared, messageCame, messageGone, sharedMoved } from "./chats.js";
import { drawMain } from "./columns.js";
import { drawSide, side } from "./side.js";
import { forgetReceipts } from "./receipts.js";
import { openMyStars, starsMoved } from "./mystars.js";
import { makeBuyer } from "./newbuyer.js";
import { complain } from "./toast.js";
import { beginPanel, panelAnew } from "./panel.js";
import { clearJournal, noted } from "./journal.js";
import { setNow } from "./clock.js";
import * as api from "./api.js";

const FIRST_BUYER = "Ann";
const CALM_MS = 120;

let calm = 0;

side();
document.getElementById("my-stars").addEventListener("click", () => openMyStars(state.buyer));
beginPanel();
document.getElementById("toasts").showPopover();
watch(drawSide);
watch(drawMain);
watch(title);
window.addEventListener("hashchange", () => {
  if (asksForUnknown()) return void refresh().catch(complain);
  follow();
  loadShared()
    .then(() => loadChats())
    .catch(complain);
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
  follow();
  await loadShared(all);
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

function happened(kind, data) {
  switch (kind) {
    case "message":
      return messageCame(data);
    case "message_gone":
      return messageGone(data);
    case "balance":
      starsMoved(data.user);
      return balance(data.user, data.stars);
    case "payment":
    case "subscription":
      return starsMoved(data.user);
    case "call":
    case "update":
      if (data.method === "editUserStarSubscription") starsMoved();
      return noted(kind, data);
    case "clock":
      setNow(data.now);
      starsMoved();
      return change();
    case "chat":
    case "member":
      return sharedMoved();
    case "user":
    case "bot":
      if (kind === "bot") change({ botsTold: state.botsTold + 1 });
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
        shared: new Map(),
        columns: [],
        active: 0,
        buyer: null,
        bot: null,
      });
  }
}

function title() {
  let unread = 0;
  for (const chat of state.chats.values()) unread += chat.unread;
  document.title = `${unread ? `(${unread}) ` : ""}Startill Sandbox`;
}
