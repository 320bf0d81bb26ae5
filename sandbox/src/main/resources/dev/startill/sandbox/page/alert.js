/** What a bot says with `show_alert`: it waits until it is closed. */
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";

export function alertBox(who, text) {
  openDialog(
    { title: "alert-title", testid: "alert" },
    h(
      "form",
      { method: "dialog" },
      h("h2", { id: "alert-title" }, who),
      h("p.sheet-words", {}, text),
      h("div.sheet-buttons", {}, h("button.primary", { type: "submit", autofocus: true }, "OK")),
    ),
  );
}
