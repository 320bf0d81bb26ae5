/** The right side: one chat, or several beside each other; on a narrow window one of them and tabs. */
import { avatar, h, keep } from "./dom.js";
import { icon } from "./icons.js";
import { chatPane } from "./chat.js";
import { loading, noBot, noBuyer } from "./empty.js";
import { activate, closeColumn } from "./route.js";
import { buyerOf, chatOf, peerOf, state } from "./state.js";

/** What a column shows, by its key: `{node, refresh}`. */
const views = new Map();

export function drawMain() {
  const main = document.getElementById("main");
  const items = columns();
  keep(main, items, ({ key }) => key, column);
  for (const key of views.keys()) if (!items.some((item) => item.key === key)) views.delete(key);
  items.forEach(({ key }, index) => {
    const { node, refresh } = views.get(key);
    node.classList.toggle("active", index === activeIndex());
    node.onfocusin = () => activate(index);
    refresh?.(index);
  });
  document.body.dataset.columns = items.length;
  drawTabs();
}

const activeIndex = () => Math.min(state.active, Math.max(0, state.columns.length - 1));

/** Two columns may show the same chat: the second has a key of its own. */
function columns() {
  if (!state.ready) return [{ key: "loading" }];
  if (!buyerOf(state.buyer)) return [{ key: "no-buyer" }];
  if (!peerOf(state.buyer, state.bot)) return [{ key: "no-bot" }];
  const seen = new Map();
  const there = state.columns.filter(({ buyer, bot }) => buyerOf(buyer) && peerOf(buyer, bot));
  return there.map(({ buyer, bot }) => {
    const place = `${buyer}:${bot}`;
    const nth = (seen.get(place) ?? 0) + 1;
    seen.set(place, nth);
    return { key: `${place} ${nth}`, buyer, bot };
  });
}

const WAITING = { loading, "no-buyer": noBuyer, "no-bot": noBot };

function column({ key, buyer, bot }) {
  const { nodes, refresh } = WAITING[key]
    ? { nodes: [WAITING[key]()] }
    : chatPane(buyerOf(buyer), peerOf(buyer, bot));
  const node = h("section.column", { "aria-label": buyer == null ? null : nameOf(buyer, bot) }, nodes);
  node.addEventListener("focusin", () => node.onfocusin?.());
  node.addEventListener("pointerdown", () => node.onfocusin?.());
  views.set(key, { node, refresh });
  return node;
}

const nameOf = (buyer, bot) => `${buyerOf(buyer).first_name} with ${peerOf(buyer, bot).first_name}`;

/** Tabs, for windows that have no room for columns. */
function drawTabs() {
  const bar = document.getElementById("column-tabs");
  const many = state.columns.length > 1 && state.ready;
  bar.hidden = !many;
  const items = many ? state.columns.map((one, index) => tabItem(one, index)) : [];
  keep(bar, items, ({ index }) => index, tab);
}

function tabItem({ buyer, bot }, index) {
  const chosen = index === activeIndex();
  return {
    index,
    who: buyerOf(buyer),
    it: peerOf(buyer, bot),
    chosen,
    unread: chosen ? 0 : chatOf(buyer, bot).unread,
  };
}

function tab({ index, who, it, chosen, unread }) {
  if (!who || !it) return h("span");
  return h(
    "div.column-tab",
    { "data-testid": "column-tab", class: chosen ? "column-tab chosen" : "column-tab" },
    h(
      "button",
      { type: "button", "aria-current": chosen ? "true" : null, onclick: () => activate(index) },
      avatar(who),
      h("span", {}, who.first_name, h("small", {}, it.first_name)),
      unread ? h("span.unread", { "aria-label": `${unread} unread` }, unread) : null,
    ),
    h(
      "button.tab-close",
      {
        type: "button",
        "aria-label": `Close ${who.first_name} with ${it.first_name}`,
        onclick: () => closeColumn(index),
      },
      icon("cross"),
    ),
  );
}
