/** One buyer's chat with one bot. */
import { appKey } from "./appkey.js";
import { avatar, h, keep } from "./dom.js";
import { icon } from "./icons.js";
import { dayName } from "./format.js";
import { composer } from "./composer.js";
import { draw } from "./message.js";
import { menuButton } from "./menu.js";
import { replyKeyboard } from "./replykeyboard.js";
import { openWebApp } from "./webapp.js";
import { address } from "./route.js";
import { rows } from "./thread.js";
import { botOf, chatOf, peerOf, state } from "./state.js";
import { besideTools } from "./beside.js";
import { actsIn, block, botMenu, say } from "./acts.js";

const PAGE = 150;
const NEAR_END = 80;

/** What a column holds for a buyer's chat with a bot: `{nodes, refresh(index)}`. */
export function chatPane(me, it) {
  const pane = {
    me,
    it,
    shown: PAGE,
    pinned: true,
    status: h("p.chat-status"),
    log: h("div.rows-of-chat"),
    start: introduction(it, () => say(me.id, it.id, "/start")),
    box: composer({
      label: `Message to ${it.first_name}`,
      say: (text) => say(me.id, it.id, text),
      commands: () => botOf(it.id)?.commands ?? [],
      draft: `${me.id}:${it.id}`,
      app: appKey(me, it),
      keyboard: replyKeyboard({
        say: (text) => say(me.id, it.id, text),
        webApp: (button, message) => openWebApp({ me, bot: it, button, message }),
      }),
    }),
    unblock: unblockBar(me, it),
    readOnly: h("p.read-only", { hidden: true }, "Only its administrators post in this channel"),
    beside: besideTools(me, it),
  };
  pane.acts = {
    ...actsIn(me, it),
    show: (id) => showMessage(pane, id),
    inline: (query) => fill(pane.box.field, `@${it.username} ${query}`),
  };
  pane.scroller = scrollerOf(pane);
  pane.jump = jumpButton(pane);
  pinToEnd(pane);
  if (matchMedia("(min-width: 801px)").matches) setTimeout(() => takeFocus(pane));
  const frame = h("div.log-frame", {}, pane.scroller, pane.jump);
  return {
    nodes: [header(pane), frame, pane.box.form, pane.unblock, pane.readOnly],
    refresh: (index) => refresh(pane, index),
  };
}

/** The field of the active chat, unless a panel or a dialog has the focus. */
function takeFocus({ box }) {
  if (document.activeElement?.closest(".panel, dialog")) return;
  if (box.field.closest(".column.active")) box.field.focus({ preventScroll: true });
}

function scrollerOf({ it, start, log }) {
  const label = `Messages with ${it.first_name}`;
  return h(
    "div.log",
    {
      role: "log",
      "aria-live": "polite",
      "aria-label": label,
      "aria-busy": "true",
      tabindex: 0,
      "data-testid": "log",
    },
    start,
    log,
  );
}

function jumpButton({ scroller }) {
  const jump = () => toEnd(scroller, "smooth");
  return h(
    "button.jump.round",
    { type: "button", "aria-label": "To the newest message", hidden: true, onclick: jump },
    icon("down"),
  );
}

/** Stands where the composer was while the bot is blocked. */
function unblockBar(me, it) {
  const press = () => block(me.id, it.id, false);
  return h(
    "button.unblock",
    { type: "button", hidden: true, "data-testid": "unblock", onclick: press },
    "Unblock this bot",
  );
}

function header({ me, it, status, beside }) {
  return h(
    "header.chat-head",
    {},
    h(
      "a.round.back",
      { href: address(me.id), "aria-label": "Back to the chats", "data-testid": "back" },
      icon("back"),
    ),
    avatar(it),
    h("div.chat-who", {}, h("h2", {}, it.first_name), status),
    ...beside.nodes,
    menuButton("More", "round", () => botMenu(me.id, it)),
  );
}

function introduction(it, press) {
  return h(
    "section.hello",
    { hidden: true },
    avatar(it),
    h("h3", {}, it.first_name),
    h("p", {}, `@${it.username}`),
    h("button.primary", { type: "button", "data-testid": "start", onclick: press }, "Start"),
  );
}

function refresh(pane, index) {
  const { me, it, log, box, unblock, start, status, beside, readOnly } = pane;
  if (index !== undefined) beside.refresh(index);
  const known = chatOf(me.id, it.id);
  const all = rows(known.messages.slice(-pane.shown), me.id);
  if (known.messages.length > pane.shown) all.unshift({ key: "earlier", kind: "earlier" });
  start.hidden = !known.loaded || known.messages.length > 0 || it.id < 0;
  keep(
    log,
    all,
    ({ key }) => key,
    (row) => (row.kind === "earlier" ? earlier(pane) : draw(row, me, it, pane.acts)),
  );
  const words = state.connection === "reconnecting" ? "Reconnecting…" : standing(me, it, known);
  if (status.textContent !== words) status.textContent = words;
  status.dataset.state = state.connection;
  box.refresh(known.messages);
  const reads = !mayWrite(me, it);
  box.form.hidden = known.blocked || reads;
  unblock.hidden = !known.blocked;
  readOnly.hidden = !reads;
  settle(pane, known);
}

/** What stands below the name. */
function standing({ id }, it, { blocked }) {
  if (it.id > 0) return blocked ? "blocked" : "bot";
  const { member_count: count, subscription } = peerOf(id, it.id) ?? it;
  const until = subscription?.until_date;
  const kind = it.type === "channel" ? "channel" : "group";
  if (until) return `${kind}, paid until ${dayName(until)}`;
  return count ? `${kind}, ${count} ${count === 1 ? "member" : "members"}` : kind;
}

const mayWrite = ({ id }, it) =>
  it.type !== "channel" || /creator|administrator/.test(peerOf(id, it.id)?.status ?? "");

/** Shows the end to those who were there or spoke last; screen readers may speak once all is shown. */
function settle(pane, known) {
  const { scroller, me } = pane;
  const newest = known.messages.at(-1);
  const spoke = newest !== pane.newest && newest?.from?.id === me.id;
  pane.newest = newest;
  if (pane.pinned || spoke) toEnd(scroller);
  if (known.loaded && scroller.hasAttribute("aria-busy")) {
    setTimeout(() => scroller.removeAttribute("aria-busy"), 300);
  }
}

/** Stays at the end when pictures arrive, a keyboard opens, the window turns or the pane comes back into sight. */
function pinToEnd(pane) {
  const { scroller, log, jump } = pane;
  const look = () => {
    const { clientHeight } = scroller;
    if (!clientHeight || clientHeight !== pane.height) return (pane.height = clientHeight);
    pane.pinned = nearEnd(scroller);
    jump.hidden = pane.pinned;
  };
  const sizes = new ResizeObserver(() => {
    pane.height = scroller.clientHeight;
    if (pane.pinned) toEnd(scroller);
  });
  sizes.observe(scroller);
  sizes.observe(log);
  scroller.addEventListener("scroll", look, { passive: true });
}

function earlier(pane) {
  const more = () => {
    const { scroller } = pane;
    const fromEnd = scroller.scrollHeight - scroller.scrollTop;
    pane.shown += PAGE;
    refresh(pane);
    scroller.scrollTop = scroller.scrollHeight - fromEnd;
  };
  return h("p.day", {}, h("button", { type: "button", onclick: more }, "Show earlier messages"));
}

/** Scrolls to a message, also when it is not drawn yet, and marks it for a moment. */
function showMessage(pane, id) {
  const { me, it, log } = pane;
  const { messages } = chatOf(me.id, it.id);
  const at = messages.findIndex(({ message_id }) => message_id === id);
  if (at < 0) return;
  pane.shown = Math.max(pane.shown, messages.length - at + 20);
  refresh(pane);
  const node = log.querySelector(`[data-message-id="${id}"]`);
  node?.scrollIntoView({ block: "center", behavior: "smooth" });
  node?.classList.add("shown");
  setTimeout(() => node?.classList.remove("shown"), 1_500);
}

function fill(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input"));
  field.focus();
}

const nearEnd = ({ scrollHeight, scrollTop, clientHeight }) =>
  scrollHeight - scrollTop - clientHeight < NEAR_END;

const toEnd = (scroller, behavior = "instant") => scroller.scrollTo({ top: scroller.scrollHeight, behavior });
