/** Opens a modal dialog that goes for good when it is closed: by a button, Esc, or a click beside it. */
import { h } from "./dom.js";

/** `title` is the id of the element that names the dialog. */
export function openDialog({ title, testid, look = "sheet", onclose }, ...content) {
  const dialog = h(`dialog.${look}`, { "aria-labelledby": title, "data-testid": testid }, ...content);
  dialog.addEventListener("close", () => {
    dialog.remove();
    onclose?.();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
