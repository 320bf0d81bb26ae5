/** Draws a text with its Bot API entities. Offsets count UTF-16 units, and so do JavaScript's strings. */
import { h } from "./dom.js";

const WEB = /^(https?:|tg:|mailto:|tel:)/i;
const FOUND =
  /((?:https?|tg):\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'])|(?<=^|\s)((?:t\.me|telegram\.me)\/[^\s<>"]+)|(?<=^|[\s(])(\/[a-z0-9_]{1,32}(?:@\w+)?)(?![\w/])/giu;

/**
 * `open` is told what was clicked: `{command}` or `{url}`. A url that a browser should not follow
 * (`javascript:` and its like) stays plain text.
 */
export function formatted(text, entities = [], open) {
  const sorted = entities
    .filter(({ offset, length }) => offset >= 0 && length > 0 && offset + length <= text.length)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return range(text, 0, text.length, sorted, open, false);
}

function range(text, from, to, entities, open, literal) {
  const nodes = [];
  const plain = (end) => {
    if (BLOCKS.has(nodes.at(-1)?.tagName) && text[at] === "\n") at++;
    if (end <= at) return;
    const piece = text.slice(at, end);
    nodes.push(...(literal ? [piece] : detected(piece, open)));
  };
  let at = from;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at) continue;
    plain(entity.offset);
    const inner = entities.slice(i + 1).filter((one) => one.offset < end);
    nodes.push(styled(entity, text, end, inner, open));
    at = end;
  }
  plain(to);
  return nodes;
}

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};
/** A block ends its line by itself: the line break after it is not drawn twice. */
const BLOCKS = new Set(["PRE", "BLOCKQUOTE"]);
const LITERAL = new Set(["code", "pre", "text_link", "url", "bot_command", "email", "phone_number"]);

function styled(entity, text, end, inner, open) {
  const { type, offset } = entity;
  const words = text.slice(offset, end);
  const children = range(text, offset, end, inner, open, LITERAL.has(type));
  if (TAGS[type]) return h(TAGS[type], {}, children);
  switch (type) {
    case "pre":
      return h("pre", { "data-language": entity.language || null }, h("code", {}, children));
    case "spoiler":
      return spoiler(children);
    case "text_link":
      return link(entity.url, children, open);
    case "url":
      return link(words, children, open);
    case "email":
      return link(`mailto:${words}`, children, open);
    case "phone_number":
      return link(`tel:${words}`, children, open);
    case "bot_command":
      return command(words, open);
    default:
      return h("span", {}, children);
  }
}

function spoiler(children) {
  const show = (event) => {
    event.currentTarget.classList.add("shown");
    event.currentTarget.removeAttribute("aria-label");
  };
  return h("button.spoiler", { type: "button", "aria-label": "Show hidden text", onclick: show }, children);
}

function link(url, children, open) {
  const whole = WEB.test(url) ? url : /^[\w.-]+\.\w+(\/|$)/.test(url) ? `https://${url}` : null;
  if (!whole) return h("span", {}, children);
  const follow = (event) => {
    if (open({ url: whole })) event.preventDefault();
  };
  return h("a", { href: whole, target: "_blank", rel: "noopener noreferrer", onclick: follow }, children);
}

function command(words, open) {
  return h("button.command", { type: "button", onclick: () => open({ command: words }) }, words);
}

/** Commands and addresses that the sender did not mark; Telegram finds them by itself as well. */
function detected(piece, open) {
  const nodes = [];
  let at = 0;
  for (const match of piece.matchAll(FOUND)) {
    nodes.push(piece.slice(at, match.index));
    const [found, , , slash] = match;
    nodes.push(slash ? command(found, open) : link(found, [found], open));
    at = match.index + found.length;
  }
  nodes.push(piece.slice(at));
  return nodes.filter((node) => node !== "");
}
