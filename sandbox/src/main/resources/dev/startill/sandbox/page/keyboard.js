/** Inline keyboards below a bubble. */
import { h, starred } from "./dom.js";
import { icon } from "./icons.js";
import { copy } from "./clipboard.js";
import { toast } from "./toast.js";

export function keyboard(message, acts) {
  return grid(message.reply_markup?.inline_keyboard, (button) => inlineButton(button, message, acts));
}

export function grid(rows, draw) {
  if (!rows?.length) return null;
  return h(
    "div.keyboard",
    { role: "group", "aria-label": "Buttons" },
    rows.map((row) => h("div.keys", {}, row.map(draw))),
  );
}

export function inlineButton(button, message, acts) {
  const label = starred(button.text);
  if (button.url ?? button.login_url) return linkButton(button.url ?? button.login_url.url, label, acts);
  if (button.callback_data != null) return callbackButton(button, label, message, acts);
  if (button.copy_text) return key(label, () => copy(button.copy_text.text), "copy");
  if (button.web_app) return key(label, () => acts.webApp(button, message), "window");
  if (button.switch_inline_query_current_chat != null) {
    return key(label, () => acts.inline(button.switch_inline_query_current_chat));
  }
  return key(label, () => toast("This page cannot press this kind of button yet."));
}

const key = (label, onclick, mark) =>
  h("button.key", { type: "button", onclick }, h("span", {}, label), mark ? icon(mark) : null);

function linkButton(url, label, acts) {
  const follow = () => {
    if (acts.open({ url })) return;
    if (/^(https?|tg|mailto|tel):/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
    else toast(`This page does not open ${url}`);
  };
  return key(label, follow, "link");
}

function callbackButton(button, label, message, acts) {
  const press = async (event) => {
    const pressed = event.currentTarget;
    if (pressed.getAttribute("aria-busy")) return;
    pressed.setAttribute("aria-busy", "true");
    await acts.press(message, button.callback_data);
    pressed.removeAttribute("aria-busy");
  };
  return key(label, press);
}
