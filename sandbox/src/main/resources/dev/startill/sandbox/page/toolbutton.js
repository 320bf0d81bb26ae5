/** A small round button of the panel and the chat's head, which is named by its tooltip. */
import { h } from "./dom.js";
import { icon } from "./icons.js";

export function toolButton(mark, label, onclick, testid) {
  return h(
    "button.round.tool",
    { type: "button", title: label, "aria-label": label, "data-testid": testid, onclick },
    icon(mark),
  );
}
