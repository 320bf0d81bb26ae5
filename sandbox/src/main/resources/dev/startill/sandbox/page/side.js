/** The left pane: who you are, who else could be, and your chats. */
import { avatar, h, keep, stars } from "./dom.js";
import { time } from "./format.js";
import { icon } from "./icons.js";
import { address } from "./route.js";
import { chatOf, sharedOf, state } from "./state.js";
import { summary } from "./summary.js";
import { openNewBuyer } from "./newbuyer.js";

const FILTER_FROM = 8;
const MOST_ROWS = 200;

export function side() {
  document.getElementById("panel-toggle").append(icon("code"));
  const filter = document.getElementById("buyer-filter");
  filter.addEventListener("input", drawBuyers);
  document.getElementById("add-buyer").addEventListener("click", openNewBuyer);
}

export function drawSide() {
  drawBuyers();
  drawChats();
  drawConnection();
}

function drawBuyers() {
  const filter = document.getElementById("buyer-filter");
  filter.hidden = state.buyers.length < FILTER_FROM;
  const wanted = filter.hidden ? "" : filter.value.trim().toLowerCase();
  const shown = state.buyers.filter(({ first_name, id }) =>
    `${first_name} ${id}`.toLowerCase().includes(wanted),
  );
  const rows = shown.slice(0, MOST_ROWS).map((buyer) => ({
    buyer,
    chosen: buyer.id === state.buyer,
    unread: unreadOf(buyer),
    link: address(buyer.id, state.bot),
  }));
  document.getElementById("my-stars").hidden = state.buyer == null;
  keep(document.getElementById("buyers"), rows, ({ buyer }) => buyer.id, buyerRow);
}

const unreadOf = ({ id }) =>
  [...state.bots, ...sharedOf(id)].reduce((sum, peer) => sum + chatOf(id, peer.id).unread, 0);

function buyerRow({ buyer, chosen, unread, link }) {
  return h(
    "li",
    {},
    h(
      "a.row",
      {
        href: link,
        "data-testid": "buyer",
        "data-buyer": buyer.id,
        "aria-current": chosen ? "true" : null,
        title: buyer.first_name,
      },
      avatar(buyer),
      h("span.row-name", {}, buyer.first_name),
      unread && !chosen ? badge(unread) : null,
      h("span.row-balance", { "data-testid": "balance" }, stars(buyer.stars ?? 0)),
    ),
  );
}

function drawChats() {
  const peers = [...state.bots, ...sharedOf(state.buyer)];
  const rows = state.buyer == null ? [] : peers.map((peer) => chatItem(peer));
  rows.sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0));
  document.getElementById("no-chats").hidden = !state.ready || rows.length > 0;
  keep(document.getElementById("chats"), rows, ({ bot }) => bot.id, chatRow);
}

function chatItem(bot) {
  const chat = chatOf(state.buyer, bot.id);
  return {
    bot,
    buyer: state.buyer,
    link: address(state.buyer, bot.id),
    last: chat.messages.at(-1) ?? bot.last,
    unread: chat.unread,
    chosen: bot.id === state.bot,
  };
}

function chatRow({ bot, buyer, link, last, unread, chosen }) {
  return h(
    "li",
    {},
    h(
      "a.row.chat-row",
      {
        href: link,
        "data-testid": "chat",
        "data-bot": bot.id,
        "aria-current": chosen ? "page" : null,
        title: bot.first_name,
      },
      avatar(bot),
      h("span.row-name", {}, bot.type === "channel" ? icon("channel") : null, bot.first_name),
      last ? h("time.row-time", {}, time(last.date)) : null,
      h(
        "span.row-last",
        {},
        last ? summary(last, buyer) : bot.username ? `@${bot.username}` : (bot.type ?? ""),
      ),
      unread ? badge(unread) : null,
    ),
  );
}

const badge = (unread) =>
  h("span.unread", { "aria-label": `${unread} unread` }, unread > 99 ? "99+" : unread);

const SAYS = { connecting: "Connecting…", live: "Live", reconnecting: "Reconnecting…" };

function drawConnection() {
  const line = document.getElementById("connection");
  if (line.dataset.state === state.connection) return;
  line.dataset.state = state.connection;
  line.textContent = SAYS[state.connection];
}
