/** The form that adds a buyer. */
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { go } from "./route.js";
import { change, state } from "./state.js";
import { complain } from "./toast.js";
import * as api from "./api.js";

const NAMES = ["Ann", "Ben", "Chloe", "David", "Elena", "Farid", "Grace", "Hugo", "Iris", "Jonas"];
const START_WITH = 1_000;

/** Makes a buyer with this name and balance. */
export async function makeBuyer(first_name, stars = START_WITH) {
  const made = await api.addBuyer({ first_name, stars });
  const known = state.buyers.some(({ id }) => id === made.id);
  if (!known) change({ buyers: [...state.buyers, { stars, ...made }] });
  return made;
}

export function openNewBuyer() {
  const name = nameField();
  const balance = balanceField();
  const add = async () => {
    const made = await makeBuyer(name.value.trim(), Number(balance.value)).catch(complain);
    if (made) go(made.id, state.bot);
  };
  const dialog = openDialog(
    { title: "new-buyer-title", testid: "new-buyer" },
    h(
      "form.sheet-body",
      { method: "dialog", onsubmit: add },
      h("h2.sheet-title", { id: "new-buyer-title" }, "Add a buyer"),
      h("label.field", {}, h("span", {}, "Name"), name),
      h("label.field", {}, h("span", {}, "Stars to begin with"), balance),
      h(
        "div.sheet-buttons",
        {},
        h("button.primary", { type: "submit" }, "Add"),
        h("button.quiet", { type: "button", onclick: () => dialog.close() }, "Cancel"),
      ),
    ),
  );
  name.select();
}

/** A name that nobody has yet; undefined when all are taken. */
export const unusedName = () =>
  NAMES.find((name) => state.buyers.every(({ first_name }) => first_name !== name));

function nameField() {
  return h("input", {
    name: "first_name",
    required: true,
    pattern: ".*\\S.*",
    maxlength: 64,
    value: unusedName() ?? "",
    autofocus: true,
    autocomplete: "off",
  });
}

function balanceField() {
  return h("input", {
    name: "stars",
    type: "number",
    min: 0,
    max: 1_000_000,
    step: 1,
    required: true,
    value: START_WITH,
    inputmode: "numeric",
  });
}
