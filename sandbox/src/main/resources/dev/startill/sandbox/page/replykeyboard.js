/**
 * The keyboard that a bot puts below the text field. The newest message that carries one decides; a
 * one-time keyboard hides when it was used, and a key beside the field brings it back.
 */
import { h, starred } from "./dom.js";
import { icon } from "./icons.js";
import { toast } from "./toast.js";

/** `{node, key, refresh(messages), placeholder()}`; `acts` has `say(text)` and `webApp(button, message)`. */
export function replyKeyboard(acts) {
  const box = { of: null, shown: false, acts };
  box.node = h("div.reply-keyboard", {
    role: "group",
    "aria-label": "The bot's keyboard",
    "data-testid": "keyboard",
  });
  box.key = h(
    "button.menu-key.keys-key",
    {
      type: "button",
      "aria-label": "The bot's keyboard",
      title: "The bot's keyboard",
      onclick: () => show(box, !box.shown),
    },
    icon("keys"),
  );
  const refresh = (messages) => {
    const newest = messages.findLast(
      ({ reply_markup: markup }) => markup?.keyboard || markup?.remove_keyboard,
    );
    const of = newest?.reply_markup.keyboard ? newest : null;
    if (of === box.of) return;
    box.of = of;
    box.node.replaceChildren(...(of?.reply_markup.keyboard ?? []).map((row) => rowOf(row, box)));
    show(box, of !== null);
  };
  show(box, false);
  return {
    node: box.node,
    key: box.key,
    refresh,
    placeholder: () => box.of?.reply_markup.input_field_placeholder,
  };
}

function show(box, shown) {
  box.shown = shown && box.of !== null;
  box.node.hidden = !box.shown;
  box.key.hidden = box.of === null || box.of.reply_markup.is_persistent === true;
  box.key.setAttribute("aria-expanded", String(box.shown));
}

const rowOf = (row, box) =>
  h(
    "div.keys",
    {},
    row.map((button) => keyOf(button, box)),
  );

function keyOf(button, box) {
  const press = () => {
    if (box.of?.reply_markup.one_time_keyboard) show(box, false);
    if (button.web_app) return box.acts.webApp(button, box.of);
    const asks = Object.keys(button).find((field) => field.startsWith("request_"));
    if (asks) return toast(`This page has nothing to share yet: ${asks.replace("request_", "")}.`);
    box.acts.say(button.text);
  };
  return h(
    "button.reply-key",
    { type: "button", onclick: press },
    h("span", {}, starred(button.text)),
    button.web_app ? icon("window") : null,
  );
}
