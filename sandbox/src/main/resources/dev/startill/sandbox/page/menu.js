/** A small menu behind a "⋮" button: arrow keys move, Esc and a click elsewhere close it. */
import { h } from "./dom.js";
import { icon } from "./icons.js";

const GAP = 6;

/** `items()` gives `{label, act, testid?}` when the menu opens. */
export function menuButton(label, look, items) {
  const open = (event) => openMenu(event.currentTarget, items());
  return h(
    `button.${look}.menu-button`,
    { type: "button", "aria-haspopup": "menu", "aria-label": label, title: label, onclick: open },
    icon("more"),
  );
}

/** A menu below a button. */
export function openMenu(button, items) {
  const menu = h("div.menu", { role: "menu", popover: "auto" });
  const choose = (act) => () => {
    menu.hidePopover();
    act();
  };
  menu.append(
    ...items.map(({ label, act, testid }) =>
      h(
        "button",
        { type: "button", role: "menuitem", tabindex: -1, "data-testid": testid, onclick: choose(act) },
        label,
      ),
    ),
  );
  menu.addEventListener("keydown", (event) => step(event, menu));
  menu.addEventListener("toggle", (event) => {
    if (event.newState === "open") return;
    menu.remove();
    button.removeAttribute("aria-expanded");
    if (document.activeElement === document.body) button.focus();
  });
  document.body.append(menu);
  menu.showPopover();
  button.setAttribute("aria-expanded", "true");
  place(menu, button.getBoundingClientRect());
  menu.firstElementChild?.focus();
}

function step(event, menu) {
  const all = [...menu.children];
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === "Tab") menu.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  all.at(to % all.length).focus();
}

/** Below the button where there is room, else above; never beyond the window's edge. */
function place(menu, { top, bottom, right }) {
  const { offsetHeight: height, offsetWidth: width } = menu;
  const below = bottom + GAP + height <= innerHeight;
  menu.style.top = `${below ? bottom + GAP : Math.max(GAP, top - GAP - height)}px`;
  menu.style.left = `${Math.max(GAP, right - width)}px`;
}
