/** Where a buyer types: a growing field, the bot's commands, Enter to send. */
import { h, keep } from "./dom.js";
import { icon } from "./icons.js";

const TALLEST = 160;

/** What was typed and not sent, by chat. */
const drafts = new Map();
let made = 0;

/**
 * `say(text)` sends; it answers false when the text must come back. `commands()` are the bot's. `draft` is
 * the name under which an unsent text waits, `app` the key of the bot's Mini App.
 */
export function composer({ label, say, commands, draft, app, keyboard }) {
  const id = `commands-${++made}`;
  const field = h("textarea", {
    "data-testid": "composer",
    rows: 1,
    maxlength: 4096,
    placeholder: "Message",
    "aria-label": label,
    "aria-autocomplete": "list",
    "aria-controls": id,
    enterkeyhint: "send",
    autocomplete: "off",
  });
  const list = h("ul.commands", { id, role: "listbox", "aria-label": "Commands", hidden: true });
  const menu = h(
    "button.menu-key",
    { type: "button", "data-testid": "commands", "aria-label": "Commands of this bot" },
    "/",
  );
  const send = h(
    "button.send",
    { type: "submit", "data-testid": "send", "aria-label": "Send", disabled: true },
    icon("send"),
  );
  const form = h(
    "form.composer",
    {},
    list,
    h("div.composer-row", {}, app.node, menu, field, keyboard.key, send),
    keyboard.node,
  );
  const box = { id, field, list, menu, send, say, commands, draft, chosen: -1, shown: [] };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(box);
  });
  field.addEventListener("input", () => typed(box));
  field.addEventListener("keydown", (event) => key(box, event));
  field.addEventListener("blur", () => setTimeout(() => hide(box), 150));
  menu.addEventListener("mousedown", (event) => event.preventDefault());
  menu.addEventListener("click", () => toggle(box));
  const refresh = (messages = []) => {
    menu.hidden = commands().length === 0;
    app.refresh();
    keyboard.refresh(messages);
    field.placeholder = keyboard.placeholder() || "Message";
  };
  refresh();
  field.value = drafts.get(draft) ?? "";
  if (field.value) setTimeout(() => typed(box));
  return { form, field, refresh };
}

async function submit(box, text = box.field.value.trim()) {
  if (!text) return;
  box.field.value = "";
  typed(box);
  if ((await box.say(text)) === false && !box.field.value) {
    box.field.value = text;
    typed(box);
  }
}

function typed(box) {
  const { field, send, draft } = box;
  drafts.set(draft, field.value);
  send.disabled = !field.value.trim();
  field.style.height = "auto";
  const needed = field.scrollHeight + field.offsetHeight - field.clientHeight;
  field.style.height = `${Math.min(needed, TALLEST)}px`;
  field.classList.toggle("tall", needed > TALLEST);
  const begun = field.value.match(/^\/(\w*)$/)?.[1];
  const fitting =
    begun === undefined
      ? []
      : box.commands().filter(({ command }) => command.startsWith(begun.toLowerCase()));
  offer(box, fitting);
}

function toggle(box) {
  box.field.focus();
  if (box.list.hidden) offer(box, box.commands());
  else hide(box);
}

function offer(box, commands) {
  box.shown = commands;
  box.chosen = -1;
  box.list.hidden = commands.length === 0;
  box.field.removeAttribute("aria-activedescendant");
  keep(
    box.list,
    commands.map(({ command, description }) => ({ command, description })),
    ({ command }) => command,
    ({ command, description }) => option(box, command, description),
  );
  mark(box);
}

function option(box, command, description) {
  const item = h(
    "li",
    { role: "option", id: `${box.id}-${command}`, "aria-selected": "false" },
    h("b", {}, `/${command}`),
    h("span", {}, description),
  );
  item.addEventListener("mousedown", (event) => event.preventDefault());
  item.addEventListener("click", () => submit(box, `/${command}`));
  return item;
}

const hide = (box) => offer(box, []);

function mark(box) {
  [...box.list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === box.chosen)));
  const item = box.list.children[box.chosen];
  if (!item) return;
  box.field.setAttribute("aria-activedescendant", item.id);
  item.scrollIntoView({ block: "nearest" });
}

function key(box, event) {
  const { list, shown, chosen } = box;
  const open = !list.hidden;
  if (event.isComposing) return;
  if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    box.chosen = chosen < 0 && step < 0 ? shown.length - 1 : (chosen + step + shown.length) % shown.length;
    mark(box);
  } else if (open && event.key === "Escape") {
    hide(box);
  } else if (open && event.key === "Tab" && !event.shiftKey) {
    event.preventDefault();
    box.field.value = `/${shown[Math.max(chosen, 0)].command}`;
    typed(box);
    hide(box);
  } else if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit(box, open && chosen >= 0 ? `/${shown[chosen].command}` : undefined);
  }
}
