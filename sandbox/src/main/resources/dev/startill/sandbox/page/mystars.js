/** A buyer's Stars, as under Settings in Telegram: the balance, subscriptions, and every move with its reason. */
import * as api from "./api.js";
import { moveRow } from "./move.js";
import { openDialog } from "./dialog.js";
import { amount, h, keep, star } from "./dom.js";
import { buyerOf, sharedOf, watch } from "./state.js";
import { subscriptionRow } from "./subscription.js";
import { complain } from "./toast.js";

const PAGE = 100;
const GIFTS = [100, 1_000, 10_000];
const FILTERS = [
  ["all", "All", () => true],
  ["in", "Incoming", ({ source }) => Boolean(source)],
  ["out", "Outgoing", ({ receiver }) => Boolean(receiver)],
];

let view = null;

export function openMyStars(user) {
  view?.dialog.close();
  const mine = {
    user,
    filter: "all",
    asked: 0,
    moves: null,
    subscriptions: [],
    balance: h("p.my-balance", { "data-testid": "my-balance" }),
    list: h("ul.moves", { "data-testid": "transactions" }),
    note: h("p.my-note", { role: "status" }, "Loading…"),
    plans: h("ul.moves", { "data-testid": "subscriptions" }),
  };
  mine.plansPart = h(
    "section.my-part",
    { hidden: true, "aria-labelledby": "plans-title" },
    h("h3", { id: "plans-title" }, "My Subscriptions"),
    mine.plans,
  );
  mine.dialog = openDialog(
    {
      title: "my-stars-title",
      testid: "my-stars",
      look: "sheet.my-stars",
      onclose: () => view === mine && (view = null),
    },
    content(mine),
  );
  view = mine;
  watch(() => draw(mine), mine.dialog);
  draw(mine);
  load(mine);
}

/** Stars moved or time passed: an open view asks anew. */
export function starsMoved(user) {
  if (view && (user === undefined || user === view.user)) load(view);
}

function content(mine) {
  const who = buyerOf(mine.user)?.first_name ?? "";
  return h(
    "div.my-body",
    {},
    h(
      "button.round.my-close",
      { type: "button", "aria-label": "Close", onclick: () => mine.dialog.close() },
      "✕",
    ),
    h("div.sheet-picture", {}, h("span.coin", {}, star())),
    h("h2.sheet-title", { id: "my-stars-title", tabindex: -1, autofocus: true }, `${who}'s Stars`),
    mine.balance,
    h(
      "div.add-stars",
      { role: "group", "aria-label": "Add Stars" },
      GIFTS.map((count) => addButton(mine, count)),
    ),
    mine.plansPart,
    h(
      "section.my-part",
      { "aria-labelledby": "moves-title" },
      h("header.my-head", {}, h("h3", { id: "moves-title" }, "History"), filters(mine)),
      mine.note,
      mine.list,
    ),
  );
}

function addButton({ user }, count) {
  const give = () => api.giveStars(user, count).catch(complain);
  return h(
    "button.add-some",
    {
      type: "button",
      "data-testid": `add-${count}`,
      "aria-label": `Add ${amount(count)} Stars`,
      onclick: give,
    },
    "+ ",
    amount(count),
    " ",
    star(),
  );
}

function filters(mine) {
  const press = (name) => () => {
    mine.filter = name;
    draw(mine);
  };
  mine.filters = FILTERS.map(([name, words]) =>
    h("button.filter", { type: "button", "data-filter": name, onclick: press(name) }, words),
  );
  return h("div.filters", { role: "group", "aria-label": "Which" }, mine.filters);
}

async function load(mine) {
  const asked = ++mine.asked;
  const [moves, subscriptions] = await Promise.all([
    history(mine.user).catch((error) => error),
    api.subscriptions(mine.user).catch(() => []),
  ]);
  if (asked !== mine.asked) return;
  mine.moves = Array.isArray(moves) ? asBefore(mine.moves, moves, keyOf) : moves;
  mine.subscriptions = asBefore(mine.subscriptions, subscriptions.toReversed(), ({ id }) => id);
  draw(mine);
}

/** Every move, newest first. */
async function history(user) {
  const all = [];
  for (;;) {
    const page = await api.transactions(user, all.length);
    all.push(...page);
    if (page.length < PAGE) return all.toReversed();
  }
}

/** Channels that this buyer pays for, in the shape of a bot's subscription. */
const paidChannels = (user) =>
  sharedOf(user)
    .filter(({ subscription }) => subscription)
    .map(({ id, first_name, subscription: paid }) => ({
      id: `chat ${id}`,
      chat: { id, title: first_name },
      state: paid.canceled ? "canceled" : "active",
      stars: paid.price,
      period: paid.period,
      [paid.canceled ? "expires" : "renews"]: paid.until_date,
    }));

function draw(mine) {
  const { balance, user, moves, filter, list, note, plans, plansPart } = mine;
  mine.channels = asBefore(mine.channels, paidChannels(user), ({ id }) => id);
  const subscriptions = [...mine.channels, ...mine.subscriptions];
  const owned = buyerOf(user)?.stars ?? 0;
  if (balance.dataset.stars !== String(owned)) {
    balance.dataset.stars = owned;
    balance.replaceChildren(star(), h("b", {}, ` ${amount(owned)}`));
  }
  for (const button of mine.filters)
    button.setAttribute("aria-pressed", String(button.dataset.filter === filter));
  const fits = FILTERS.find(([name]) => name === filter)[2];
  const shown = Array.isArray(moves) ? moves.filter(fits) : [];
  keep(
    list,
    shown.map((move) => ({ move })),
    ({ move }) => keyOf(move),
    moveRow,
  );
  note.hidden = shown.length > 0;
  note.textContent = moves === null ? "Loading…" : Array.isArray(moves) ? "Nothing yet." : moves.message;
  plansPart.hidden = subscriptions.length === 0;
  keep(
    plans,
    subscriptions.map((plan) => ({ plan })),
    ({ plan }) => plan.id,
    ({ plan }) => subscriptionRow(plan, user, () => load(mine)),
  );
}

/** A payment and its refund share their number. */
const keyOf = ({ id, source }) => `${id} ${source ? "in" : "out"}`;

/** New rows, but the old object where one says the same as before. */
function asBefore(old, fresh, key) {
  const known = new Map((Array.isArray(old) ? old : []).map((one) => [key(one), one]));
  return fresh.map((one) => {
    const before = known.get(key(one));
    return before && JSON.stringify(before) === JSON.stringify(one) ? before : one;
  });
}
