/** Draws JSON as a tree that folds. All of it is text: nothing in it is ever HTML. */
import { h } from "./dom.js";

const LONG_TEXT = 600;
const MANY = 12;
const DEEP = 4;

export function tree(value, depth = 0) {
  if (value === null || typeof value !== "object") return leaf(value);
  const entries = Object.entries(value);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  if (!entries.length) return h("span.json-mark", {}, open + close);
  const names = !Array.isArray(value);
  const lines = entries.map(([name, one], i) =>
    h(
      "div.json-line",
      {},
      names ? [h("span.json-name", {}, name), ": "] : null,
      tree(one, depth + 1),
      i < entries.length - 1 ? "," : null,
    ),
  );
  if (depth === 0) return h("div.json", {}, open, h("div.json-lines", {}, lines), close);
  const count = names ? `${entries.length} fields` : `${entries.length} items`;
  return h(
    "details.json-fold",
    { open: depth < DEEP && entries.length <= MANY },
    h("summary", {}, open, h("span.json-folded", {}, `${count} ${close}`)),
    h("div.json-lines", {}, lines),
    close,
  );
}

function leaf(value) {
  if (typeof value !== "string") return h("span.json-number", {}, String(value));
  const text =
    value.length > LONG_TEXT ? `${value.slice(0, LONG_TEXT)}… (${value.length} characters)` : value;
  return h("span.json-text", {}, JSON.stringify(text));
}
