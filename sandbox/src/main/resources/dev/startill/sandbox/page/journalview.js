/** The journal as the panel draws it: one line a call or update, which opens to its JSON. */
import * as api from "./api.js";
import { copy } from "./clipboard.js";
import { h, keep } from "./dom.js";
import { icon } from "./icons.js";
import { journal, clearJournal, found, look, onJournal, pause } from "./journal.js";
import { tree } from "./json.js";
import { state } from "./state.js";
import { toolButton } from "./toolbutton.js";

const SHOWN = 200;
const NEAR_END = 40;
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

export function journalView() {
  const list = h("ol.calls", { "data-testid": "journal" });
  const empty = h("p.panel-note");
  const scroller = h(
    "div.calls-scroller",
    { tabindex: 0, role: "region", "aria-label": "Journal" },
    empty,
    list,
  );
  const view = { list, empty, scroller, pinned: true, shown: SHOWN, bots: botChoice() };
  const tools = toolbar(view);
  const pin = () => scroller.clientHeight && (view.pinned = nearEnd(scroller));
  scroller.addEventListener("scroll", pin, { passive: true });
  new ResizeObserver(() => view.pinned && toEnd(scroller)).observe(scroller);
  onJournal(() => refresh(view));
  refresh(view);
  return h(
    "div.panel-page",
    { id: "panel-journal", role: "tabpanel", "aria-label": "Journal" },
    tools,
    scroller,
  );
}

function toolbar(view) {
  const { wanted } = journal;
  const words = h("input", {
    type: "search",
    placeholder: "Filter by method",
    "aria-label": "Filter by method or kind of update",
    "data-testid": "journal-filter",
    value: wanted.words,
    oninput: ({ target }) => look({ words: target.value }),
  });
  view.pause = toolButton("pause", "Pause the journal", () => pause(!journal.paused), "journal-pause");
  return h(
    "div.journal-tools",
    {},
    h("div.tool-row", {}, words, view.pause, toolButton("trash", "Clear the list", clearJournal)),
    h(
      "div.tool-row",
      {},
      check("Errors only", wanted.errors, (errors) => look({ errors }), "journal-errors"),
      check("Empty polls", wanted.polls, (polls) => look({ polls })),
      view.bots,
    ),
  );
}

function check(label, checked, act, testid) {
  const onchange = ({ target }) => act(target.checked);
  return h(
    "label.check",
    {},
    h("input", { type: "checkbox", checked, onchange, "data-testid": testid }),
    h("span", {}, label),
  );
}

function botChoice() {
  const onchange = ({ target }) => look({ bot: Number(target.value) });
  return h("select.small", { "aria-label": "Bot", "data-testid": "journal-bot", onchange });
}

function refresh(view) {
  const { list, empty, scroller } = view;
  const lines = found();
  const rows = lines.slice(-view.shown).map((line) => ({ ...line, tagged: state.bots.length > 1 }));
  if (lines.length > view.shown)
    rows.unshift({ key: "earlier", kind: "earlier", left: lines.length - view.shown });
  keep(
    list,
    rows,
    ({ key }) => key,
    (line) => (line.kind === "earlier" ? earlier(view, line) : row(view, line)),
  );
  empty.hidden = lines.length > 0;
  empty.textContent = !journal.loaded ? "Loading…" : said(journal.lines.length);
  drawPause(view);
  drawBots(view);
  if (view.pinned) toEnd(scroller);
}

const said = (all) =>
  all ? "Nothing fits this filter." : "Every call that a bot makes and every update it gets is listed here.";

function drawPause({ pause: button }) {
  const label = journal.paused ? "Go on" : "Pause the journal";
  if (button.title !== label) {
    button.title = label;
    button.setAttribute("aria-label", label);
    button.querySelector("svg").replaceWith(icon(journal.paused ? "play" : "pause"));
    button.classList.toggle("on", journal.paused);
  }
  button.dataset.missed = journal.missed ? (journal.missed > 99 ? "99+" : journal.missed) : "";
}

function drawBots({ bots }) {
  bots.hidden = state.bots.length < 2;
  const choices = [
    { id: 0, name: "All bots" },
    ...state.bots.map(({ id, username }) => ({ id, name: `@${username}` })),
  ];
  keep(
    bots,
    choices,
    ({ id }) => id,
    ({ id, name }) => h("option", { value: id, selected: id === journal.wanted.bot }, name),
  );
}

function earlier(view, { left }) {
  const more = () => {
    const fromEnd = view.scroller.scrollHeight - view.scroller.scrollTop;
    view.shown += SHOWN;
    refresh(view);
    view.scroller.scrollTop = view.scroller.scrollHeight - fromEnd;
  };
  return h("li.calls-earlier", {}, h("button.quiet", { type: "button", onclick: more }, `${left} earlier`));
}

/** A closed line is cheap: what it opens to is drawn when it opens. */
function row(view, line) {
  const body = h("div.call-body");
  const opened = async ({ target }) => {
    if (!target.open || body.firstChild) return;
    view.pinned = false;
    body.append(...(line.kind === "call" ? callBody(await whole(line.call)) : updateBody(line)));
  };
  return h(
    "li",
    {},
    h(
      "details.call",
      { "data-testid": line.kind, "data-trouble": line.trouble, "data-name": line.name, ontoggle: opened },
      h(
        "summary",
        {},
        h(
          "span.call-mark",
          { "data-kind": line.kind, "aria-hidden": "true" },
          line.kind === "call" ? "→" : "←",
        ),
        h("b.call-name", {}, line.name),
        line.kind === "call"
          ? status(line)
          : h("span.call-state", { "data-testid": "update-state" }, line.state),
        h("time.call-time", {}, clock.format(line.time)),
        h(
          "span.call-brief",
          { dir: "auto" },
          line.tagged ? h("i", {}, `${tag(line.bot)} `) : null,
          brief(line),
        ),
      ),
      body,
    ),
  );
}

const tag = (id) => `@${state.bots.find((bot) => bot.id === id)?.username ?? id}`;

function status({ status: code, trouble }) {
  const words = code === 0 ? "no answer" : String(code);
  return h("span.call-status", { "data-trouble": trouble }, words);
}

/** What one wants to know of a call without opening it. */
function brief({ kind, trouble, call, update_id }) {
  if (kind === "update") return update_id ? `update ${update_id}` : "an update that never had a number";
  const { method, request, response, status: code } = call;
  if (code === 0) return "The answer was lost, or never given";
  if (trouble) return response?.description ?? "";
  if (method.toLowerCase() === "getupdates") return polled(response?.result ?? []);
  const { chat_id, user_id, text, title, caption, name } = request ?? {};
  const to = chat_id ?? user_id;
  return [to == null ? null : String(to), text ?? caption ?? title ?? name].filter(Boolean).join(" · ");
}

function polled(updates) {
  if (!Array.isArray(updates) || !updates.length) return "nothing new";
  return updates.map((update) => Object.keys(update).find((field) => field !== "update_id")).join(", ");
}

/** The stream of events leaves long requests and responses out. */
const whole = (call) =>
  "request" in call && "response" in call ? call : api.oneCall(call.seq).catch(() => call);

function callBody({ bot, method, request, response }) {
  const curl = () => copy(curlOf(method, request, bot), "Copied: put your bot's token in.");
  return [
    part("Request", request ?? {}, h("button.link", { type: "button", onclick: curl }, "Copy as curl")),
    response == null ? h("p.panel-note", {}, "No answer was sent.") : part("Response", response),
  ];
}

const updateBody = ({ update, update_id, name, state: fate, bot }) => [
  part("Update", update ?? { update_id, kind: name, state: fate, bot }),
];

function part(title, value, more) {
  const press = () => copy(JSON.stringify(value, null, 2), `${title} copied.`);
  return h(
    "section.call-part",
    {},
    h(
      "header",
      {},
      h("h3", {}, title),
      more ?? null,
      h(
        "button.link",
        { type: "button", "aria-label": `Copy the ${title.toLowerCase()}`, onclick: press },
        "Copy",
      ),
    ),
    tree(value),
  );
}

const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const curlOf = (method, request, bot) =>
  `curl -s ${location.origin}/bot${bot}:TOKEN/${method} -H 'Content-Type: application/json' -d ${quoted(JSON.stringify(request ?? {}))}`;

const nearEnd = ({ scrollHeight, scrollTop, clientHeight }) =>
  scrollHeight - scrollTop - clientHeight < NEAR_END;

const toEnd = (scroller) => (scroller.scrollTop = scroller.scrollHeight);
