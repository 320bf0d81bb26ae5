/**
 * What the page knows: buyers, bots, chats and which of them is looked at. Data is replaced, never
 * changed in place, so that "the same object" means "nothing new". Views ask to be told with `watch`.
 */

export const state = {
  ready: false,
  buyers: [],
  bots: [],
  chats: new Map(),
  /** The channels and groups of each buyer, once they are known. */
  shared: new Map(),
  /** Chats side by side, `{buyer, bot}`; `buyer` and `bot` are those of the active one. */
  columns: [],
  active: 0,
  buyer: null,
  bot: null,
  connection: "connecting",
  /** Grows when a bot has told something new of itself. */
  botsTold: 0,
};

const watchers = new Map();
let scheduled = false;

/** Calls `view` after every change, as long as `element` is on the page; close changes are told once. */
export function watch(view, element = document.body) {
  watchers.set(view, element);
}

export function change(part = {}) {
  Object.assign(state, part);
  if (scheduled) return;
  scheduled = true;
  setTimeout(() => {
    scheduled = false;
    for (const [view, element] of watchers) {
      if (element.isConnected) view();
      else watchers.delete(view);
    }
  }, 12);
}

export const buyerOf = (id) => state.buyers.find((one) => one.id === id);
export const botOf = (id) => state.bots.find((one) => one.id === id);

const none = Object.freeze([]);

export const sharedOf = (user) => state.shared.get(user) ?? none;

/** With whom this buyer chats: a bot, or a channel or group, whose numbers are negative. */
export const peerOf = (user, id) => (id < 0 ? sharedOf(user).find((one) => one.id === id) : botOf(id));

const nothing = Object.freeze({ messages: [], unread: 0, loaded: false, blocked: false });

export const chatOf = (user, bot) => state.chats.get(`${user}:${bot}`) ?? nothing;

export function changeChat(user, bot, part) {
  state.chats.set(`${user}:${bot}`, { ...chatOf(user, bot), ...part });
  change();
}

/** Puts messages in their place by id; one that is known already is replaced (it was edited). */
export function merge(known, fresh) {
  const [one] = fresh;
  if (fresh.length === 1 && one.message_id > (known.at(-1)?.message_id ?? 0)) return [...known, one];
  const byId = new Map(known.map((message) => [message.message_id, message]));
  for (const message of fresh) {
    const old = byId.get(message.message_id);
    if (!old || JSON.stringify(old) !== JSON.stringify(message)) byId.set(message.message_id, message);
  }
  return [...byId.values()].sort((a, b) => a.message_id - b.message_id);
}

export function balance(user, stars) {
  change({ buyers: state.buyers.map((one) => (one.id === user ? { ...one, stars } : one)) });
}

/** New rows, but the old object where a row says the same as before. */
export function refreshed(old, fresh) {
  const byId = new Map(old.map((one) => [one.id, one]));
  return fresh.map((one) => {
    const known = byId.get(one.id);
    const next = { ...known, ...one };
    return known && JSON.stringify(known) === JSON.stringify(next) ? known : next;
  });
}
