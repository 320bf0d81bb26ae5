/** Another buyer beside the one who is there, and who looks through a column's eyes. */
import { avatar, h, stars } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { makeBuyer, openNewBuyer, unusedName } from "./newbuyer.js";
import { activate, closeColumn, go, goBeside, MOST_COLUMNS } from "./route.js";
import { buyerOf, state } from "./state.js";
import { complain } from "./toast.js";
import { toolButton } from "./toolbutton.js";

const MOST_IN_MENU = 12;

/** The head's part that says whose chat this is and opens another beside it; `refresh(index)` keeps it true. */
export function besideTools(me, it) {
  let index = 0;
  const who = h("span.who-stars");
  const chip = h(
    "button.who",
    {
      type: "button",
      "aria-haspopup": "menu",
      title: "Be somebody else",
      "data-testid": "column-buyer",
      onclick: ({ currentTarget }) => openMenu(currentTarget, others(me, it, index)),
    },
    avatar(me),
    h("span.who-name", {}, me.first_name),
    who,
    icon("down"),
  );
  const add = toolButton("columns", "Another buyer beside this one", () => beside(it), "beside");
  const close = toolButton("cross", "Close this column", () => closeColumn(index), "close-column");
  return {
    nodes: [chip, add, close],
    refresh: (at) => {
      index = at;
      const count = state.columns.length;
      const balance = buyerOf(me.id)?.stars ?? 0;
      if (who.dataset.stars !== String(balance)) {
        who.dataset.stars = balance;
        who.replaceChildren(stars(balance));
      }
      add.hidden = at !== count - 1 || count >= MOST_COLUMNS;
      close.hidden = count < 2;
    },
  };
}

/** The next buyer who is in no column yet; there is always one more to be made. */
async function beside(it) {
  const taken = new Set(state.columns.map(({ buyer }) => buyer));
  const free = state.buyers.find(({ id }) => !taken.has(id));
  const next = free ?? (await makeBuyer(unusedName() ?? "Zoe").catch(complain));
  if (next) goBeside(next.id, it.id);
}

function others(me, it, index) {
  const be = (id) => () => {
    activate(index);
    go(id, it.id);
  };
  return [
    ...state.buyers
      .slice(0, MOST_IN_MENU)
      .filter(({ id }) => id !== me.id)
      .map(({ id, first_name }) => ({ label: first_name, testid: "be", act: be(id) })),
    {
      label: "Add a buyer…",
      act: () => {
        activate(index);
        openNewBuyer();
      },
    },
  ];
}
