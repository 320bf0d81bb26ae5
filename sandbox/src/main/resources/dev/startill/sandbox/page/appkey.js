/** The key that opens the Mini App behind a bot's menu button, where it has one. */
import { h } from "./dom.js";
import { state } from "./state.js";
import { openWebApp } from "./webapp.js";
import * as api from "./api.js";

/** `refresh()` asks again whenever a bot has told something new of itself. */
export function appKey(me, bot) {
  const open = () => openWebApp({ me, bot });
  const node = h("button.app-key", {
    type: "button",
    hidden: true,
    "data-testid": "menu-button",
    onclick: open,
  });
  let asked = -1;
  async function refresh() {
    if (asked === state.botsTold || bot.id < 0) return;
    asked = state.botsTold;
    const menu = await api.menu(me.id, bot.id).catch(() => ({}));
    node.hidden = menu.type !== "web_app";
    node.textContent = menu.text ?? "";
  }
  return { node, refresh };
}
