/** Builds elements. Whatever comes from a bot or a buyer enters the page as text, never as HTML. */

/**
 * `h("button.quiet", { type: "button", onclick }, "Close")`. Keys that start with `on` are listeners,
 * `false`, `null` and `undefined` attributes and children are left out.
 */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

/** The Star: a picture over the character, so that a copied or a spoken text still has it. */
export const star = () => h("span.star", {}, "⭐");

/** Text in which ⭐ and XTR are drawn as the Star, as Telegram does in a button's text. */
export function starred(text) {
  return text.split(/(⭐\uFE0F?|XTR)/u).map((part) => (/^(⭐|XTR)/u.test(part) ? star() : part));
}

export const stars = (count) => h("span.stars", {}, star(), " ", amount(count));

const grouped = new Intl.NumberFormat("en");
export const amount = (count) => grouped.format(count);

/** A round picture with initials; the tint follows from the id, so that it stays the same. */
export function avatar({ id, first_name }) {
  const initials = first_name
    .split(/\s+/)
    .map((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? "")
    .join("");
  const tint = Math.abs(Math.imul(Number(id) % 2 ** 31, 0x9e3779b1) >> 16) % 7;
  return h(
    "span.avatar",
    { "aria-hidden": "true", "data-tint": tint },
    [...initials].slice(0, 2).join("") || "?",
  );
}

/**
 * Makes `parent` show `items`, in order, touching only what changed: an item whose fields are the same as
 * before keeps its node, and with it focus and animation.
 */
export function keep(parent, items, key, render) {
  const before = parent.kept ?? new Map();
  const after = new Map();
  let place = parent.firstChild;
  for (const item of items) {
    const known = before.get(key(item));
    const entry = known && same(known.item, item) ? known : { item, node: render(item) };
    if (known && known !== entry) {
      if (place === known.node) place = place.nextSibling;
      known.node.remove();
    }
    after.set(key(item), entry);
    if (entry.node === place) place = place.nextSibling;
    else parent.insertBefore(entry.node, place);
  }
  for (const [id, { node }] of before) if (!after.has(id)) node.remove();
  parent.kept = after;
}

const same = (a, b) => {
  const keys = Object.keys(b);
  return keys.length === Object.keys(a).length && keys.every((key) => Object.is(a[key], b[key]));
};
