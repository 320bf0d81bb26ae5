/**
 * Who looks at what, in the address: `#/1001/424242` is a buyer's chat, `#/1001` is that buyer's list of chats,
 * and `+` stands between chats side by side. So a reload and a link keep them.
 */
import { state, change, changeChat, peerOf } from "./state.js";

export const MOST_COLUMNS = 3;

const narrow = matchMedia("(max-width: 800px)");
const pattern = /^(-?\d+)(?:\/(-?\d+))?$/;

const wanted = () =>
  location.hash
    .replace(/^#\//, "")
    .split("+")
    .map((part) => part.match(pattern))
    .filter(Boolean)
    .slice(0, MOST_COLUMNS)
    .map(([, buyer, bot]) => ({ buyer: Number(buyer), bot: bot ? Number(bot) : null }));

const written = (columns) =>
  `#/${columns.map(({ buyer, bot }) => (bot == null ? buyer : `${buyer}/${bot}`)).join("+")}`;

/** The address at which the active column shows this chat, and the others what they show now. */
export function address(buyer, bot) {
  const columns = state.columns.length ? state.columns : [{}];
  return written(columns.map((one, i) => (i === state.active ? { buyer, bot } : one)));
}

export function go(buyer, bot) {
  location.hash = address(buyer, bot);
}

/** Opens a chat beside the others, where there is room for one more. */
export function goBeside(buyer, bot) {
  if (state.columns.length >= MOST_COLUMNS) return go(buyer, bot);
  const columns = [...state.columns, { buyer, bot }];
  state.active = columns.length - 1;
  location.hash = written(columns);
}

export function closeColumn(index) {
  const columns = state.columns.filter((_, i) => i !== index);
  state.active = Math.min(state.active > index ? state.active - 1 : state.active, columns.length - 1);
  location.hash = written(columns);
}

/** Makes another column the one that the left pane speaks of. */
export function activate(index) {
  if (index === state.active) return;
  state.active = index;
  const { buyer, bot } = state.columns[index];
  change({ buyer, bot });
}

/** Whether the address names a buyer or a bot that this page has not heard of yet. */
export const asksForUnknown = () =>
  wanted().some(
    ({ buyer, bot }) =>
      !state.buyers.some(({ id }) => id === buyer) || (bot > 0 && !state.bots.some(({ id }) => id === bot)),
  );

/** Reads the address; who is not there (any more) gives way to the first. On a narrow window one pane shows. */
export function follow() {
  const asked = wanted();
  if (!asked.length) asked.push({ buyer: state.buyer, bot: state.bot });
  const active = Math.min(state.active, asked.length - 1);
  const listed =
    narrow.matches && asked[active].buyer != null && asked[active].bot == null && state.bots.length > 0;
  document.body.dataset.pane = listed ? "list" : "chat";
  const columns = asked.map(({ buyer, bot }) => ({
    buyer: pick(state.buyers, buyer),
    bot: pickPeer(pick(state.buyers, buyer), bot),
  }));
  const { buyer, bot } = columns[active];
  if (buyer != null && bot != null && !listed && location.hash !== written(columns)) {
    history.replaceState(null, "", written(columns));
  }
  if (
    JSON.stringify([columns, active]) !== JSON.stringify([state.columns, state.active]) ||
    buyer !== state.buyer
  ) {
    change({ columns, active, buyer, bot });
  }
  if (!listed) {
    for (const one of columns)
      if (one.bot != null && chatIsUnread(one)) changeChat(one.buyer, one.bot, { unread: 0 });
  }
}

const chatIsUnread = ({ buyer, bot }) => state.chats.get(`${buyer}:${bot}`)?.unread > 0;

const pick = (list, id) => (list.some((one) => one.id === id) ? id : (list[0]?.id ?? null));

/** A channel counts as there until its buyer's chats are known. */
const pickPeer = (buyer, id) =>
  id < 0 && (!state.shared.has(buyer) || peerOf(buyer, id)) ? id : pick(state.bots, id);
