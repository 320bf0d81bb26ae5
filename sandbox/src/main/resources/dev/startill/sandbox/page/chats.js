/** Fetches chats and keeps them true: private ones with bots, and channels and groups that buyers share. */
import * as api from "./api.js";
import { follow } from "./route.js";
import { change, changeChat, chatOf, merge, sharedOf, state } from "./state.js";
import { complain } from "./toast.js";

const CALM_MS = 120;

/** Chats that are being fetched, each with what came meanwhile. */
const fetching = new Set();
let calm = 0;

const lookers = () => [...new Set(state.columns.map(({ buyer }) => buyer))].filter((buyer) => buyer != null);

/** The channels and groups of those whose eyes we look through, and which bots they have blocked. */
export async function loadShared(again = false) {
  const wanted = lookers().filter((user) => again || !state.shared.has(user));
  await Promise.all(wanted.map(loadSharedOf));
}

async function loadSharedOf(user) {
  const chats = await api.chats(user).catch(() => []);
  for (const { bot, blocked } of chats) {
    if (bot && Boolean(blocked) !== chatOf(user, bot).blocked) changeChat(user, bot, { blocked });
  }
  const shared = chats.filter(({ type }) => type !== "private").map((chat) => peerOf(chat));
  const known = sharedOf(user);
  const same = JSON.stringify(known) === JSON.stringify(shared) && state.shared.has(user);
  if (!same) change({ shared: new Map(state.shared).set(user, shared) });
}

/** A channel or group in the shape of a bot: `{id, first_name, username?, type, …}`. */
const peerOf = ({ last_message: last, ...chat }) => ({ ...chat, first_name: chat.title, last });

/** Somebody came or went, or a channel was made. */
export function sharedMoved() {
  clearTimeout(calm);
  const anew = async () => {
    await loadShared(true);
    follow();
    await loadChats();
  };
  calm = setTimeout(() => anew().catch(complain), CALM_MS);
}

/** The chats of those whose eyes we look through; the others wait until somebody looks. */
export async function loadChats(again = false) {
  const wanted = lookers().flatMap((user) =>
    [...state.bots, ...sharedOf(user)].map(({ id }) => ({ user, id })),
  );
  await Promise.all(
    wanted.map(({ user, id }) => (again || !chatOf(user, id).loaded ? loadChat(user, id) : null)),
  );
}

/** Fetches one chat anew: what was bought in it looks different from then on. */
export async function loadChat(user, bot) {
  const fetch = { user, bot, late: [], gone: new Set() };
  fetching.add(fetch);
  try {
    const there = bot < 0 ? await api.sharedMessages(user, bot) : await api.messages(user, bot);
    const fetched = there.filter(({ message_id }) => !fetch.gone.has(message_id));
    const ids = new Set(fetched.map(({ message_id }) => message_id));
    const still = chatOf(user, bot).messages.filter(({ message_id }) => ids.has(message_id));
    changeChat(user, bot, { messages: merge(merge(still, fetched), fetch.late), loaded: true });
  } finally {
    fetching.delete(fetch);
  }
}

/** Whose chat it is: a private one has one buyer, a shared one all that are in it. */
const places = ({ user, bot, chat }) =>
  chat === undefined
    ? [{ user, bot }]
    : [...state.shared.keys()]
        .filter((one) => sharedOf(one).some(({ id }) => id === chat))
        .map((one) => ({ user: one, bot: chat }));

/**
 * A `message` of the event stream: a new one, or one that was edited. Who paid for media sees more of it
 * than the stream, which is the same for all, can tell: such a chat is fetched.
 */
export function messageCame({ message, ...where }) {
  for (const { user, bot } of places(where)) {
    if (message.paid_media) loadChat(user, bot).catch(complain);
    for (const fetch of fetching)
      if (fetch.user === user && fetch.bot === bot && !message.paid_media) fetch.late.push(message);
    const chat = chatOf(user, bot);
    const seen = document.body.dataset.pane === "chat" && shown(user, bot);
    const counts = message.from?.id !== user && !message.edit_date && !seen;
    const unread = counts ? chat.unread + 1 : chat.unread;
    changeChat(
      user,
      bot,
      chat.loaded && !message.paid_media ? { unread, messages: merge(chat.messages, [message]) } : { unread },
    );
  }
}

/** A `message_gone` of the event stream. */
export function messageGone({ message_id: gone, ...where }) {
  const without = (messages) => messages.filter(({ message_id }) => message_id !== gone);
  for (const { user, bot } of places(where)) {
    for (const fetch of fetching) {
      if (fetch.user !== user || fetch.bot !== bot) continue;
      fetch.late = without(fetch.late);
      fetch.gone.add(gone);
    }
    const { messages, loaded } = chatOf(user, bot);
    if (loaded) changeChat(user, bot, { messages: without(messages) });
  }
}

/** On a narrow window only the active column is in sight. */
const shown = (user, bot) =>
  state.columns.some(
    (one, index) =>
      one.buyer === user &&
      one.bot === bot &&
      (index === state.active || !matchMedia("(max-width: 800px)").matches),
  );
