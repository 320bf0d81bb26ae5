/** What the page says while there is nothing to chat with. */
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { makeBuyer } from "./newbuyer.js";
import { copy } from "./clipboard.js";
import { complain } from "./toast.js";

/** No bot yet: where to point one. */
export function noBot() {
  const { origin } = location;
  return h(
    "section.empty",
    { "data-testid": "no-bot" },
    h("img.empty-picture", { src: "/page/logo.svg", alt: "" }),
    h("h2", {}, "Waiting for your bot"),
    h(
      "p",
      {},
      "Point your bot's Bot API base URL at this address and start it. Any token of the usual shape will do, as long as it is made up.",
    ),
    line("Base URL", origin),
    line("Token", "123456:made-up-token"),
    line("Or try it now", `curl ${origin}/bot123456:made-up-token/getMe`),
    h(
      "p.empty-note",
      {},
      h("span.pulse", { "aria-hidden": "true" }),
      "The chat opens here by itself at the bot's first call.",
    ),
  );
}

function line(label, value) {
  return h(
    "div.copy-line",
    {},
    h("span", {}, label),
    h("code", {}, value),
    h(
      "button.round",
      { type: "button", "aria-label": `Copy: ${label}`, onclick: () => copy(value) },
      icon("copy"),
    ),
  );
}

/** Everything was forgotten while the page was open. */
export function noBuyer() {
  const add = () => makeBuyer("Ann").catch(complain);
  return h(
    "section.empty",
    { "data-testid": "no-buyer" },
    h("img.empty-picture", { src: "/page/logo.svg", alt: "" }),
    h("h2", {}, "Nobody is here"),
    h(
      "p",
      {},
      "The sandbox was emptied while you looked. Somebody must be there to chat with a bot and to pay it.",
    ),
    h("button.primary", { type: "button", onclick: add }, "Add Ann, with 1,000 Stars"),
  );
}

export const loading = () => h("section.empty", { "aria-busy": "true" }, h("span.spinner"));
