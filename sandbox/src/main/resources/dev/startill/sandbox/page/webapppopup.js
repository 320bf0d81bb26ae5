/** A Mini App's popup: a title, words and up to three buttons. Answers the pressed button's id. */
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";

const WORDS = { ok: "OK", close: "Close", cancel: "Cancel" };

/** Resolves to the id of the button, or "" when the popup was closed otherwise. */
export function askAboutApp({ title = "", message = "", buttons = [] }) {
  return new Promise((resolve) => {
    let pressed = "";
    const shown = buttons.length ? buttons : [{ id: "", type: "close" }];
    const dialog = openDialog(
      { title: "popup-title", testid: "webapp-popup", onclose: () => resolve(pressed) },
      h(
        "div.sheet-body",
        {},
        h("h2.sheet-title", { id: "popup-title", tabindex: -1 }, title || "Mini App"),
        h("p.sheet-words", {}, message),
        h(
          "div.sheet-buttons",
          {},
          shown.slice(0, 3).map(({ id, type, text }) => {
            const press = () => {
              pressed = id ?? "";
              dialog.close();
            };
            const look = type === "cancel" || type === "close" ? "quiet" : "primary";
            return h(`button.${look}`, { type: "button", onclick: press }, text || WORDS[type] || "OK");
          }),
        ),
      ),
    );
  });
}
