/** Short words at the window's head that go by themselves. */
import { h } from "./dom.js";
import { icon } from "./icons.js";

const SHOWN_MS = 5_000;
const SHOWN_TROUBLE_MS = 9_000;
const MOST = 3;

/** `words` are nodes or strings; `look` is `plain`, `good` or `trouble`. */
export function toast(words, look = "plain") {
  const region = document.getElementById("toasts");
  const mark = { good: icon("check"), trouble: icon("cross") }[look];
  const one = h("div.toast", { class: `toast ${look}`, "data-testid": "toast" }, mark, h("span", {}, words));
  const leave = () => one.remove();
  one.addEventListener("click", leave);
  setTimeout(leave, look === "trouble" ? SHOWN_TROUBLE_MS : SHOWN_MS);
  raise(region);
  region.append(one);
  while (region.children.length > MOST) region.firstElementChild.remove();
}

/** Above everything, also above a sheet that was opened later. */
function raise(region) {
  const open = region.matches(":popover-open");
  if (open && document.querySelector("dialog[open]")) region.hidePopover();
  if (!region.matches(":popover-open")) region.showPopover();
}

export function complain(error) {
  toast(error.message, "trouble");
}
