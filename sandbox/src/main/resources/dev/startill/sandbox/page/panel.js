/**
 * The developer's panel: the clock, the journal and the faults switchboard. It is remembered whether it is
 * open and at which tab. Ctrl+` opens and closes it; on a phone it covers the page.
 */
import { readClock } from "./clock.js";
import { h } from "./dom.js";
import { armedCount, faultsView, loadFaults } from "./faults.js";
import { journal, loadJournal } from "./journal.js";
import { journalView } from "./journalview.js";
import { timeBar } from "./timebar.js";
import { complain } from "./toast.js";
import { toolButton } from "./toolbutton.js";

const SHELF = "startill.sandbox.panel";
const TABS = [
  ["journal", "Journal"],
  ["faults", "Faults"],
];
const remembered = () => {
  try {
    return JSON.parse(localStorage.getItem(SHELF)) ?? {};
  } catch {
    return {};
  }
};

let panel = null;

export const isOpen = () => panel !== null;

/** Draws the panel if it was open, and listens for its keys. */
export function beginPanel() {
  document.addEventListener("keydown", (event) => {
    if (event.code === "Backquote" && event.ctrlKey && !event.altKey) {
      event.preventDefault();
      toggle();
    } else if (
      event.key === "Escape" &&
      panel?.contains(event.target) &&
      matchMedia("(max-width: 1000px)").matches
    ) {
      close();
    }
  });
  document.getElementById("panel-toggle").addEventListener("click", toggle);
  if (remembered().open) open(false);
}

export function toggle() {
  if (panel) close();
  else open(true);
}

/** After a lost connection: what happened meanwhile. */
export function panelAnew() {
  readClock().catch(() => {});
  if (!panel) return;
  loadFaults();
  loadJournal().catch(complain);
}

function open(takeFocus) {
  const tabs = TABS.map(([name, words]) => tab(name, words));
  panel = h(
    "aside.panel",
    { id: "panel", "aria-label": "Developer's panel", "data-testid": "panel" },
    h(
      "header.panel-top",
      {},
      h("h2", {}, "Developer"),
      toolButton("cross", "Close the panel (Ctrl+`)", close, "close-panel"),
    ),
    timeBar(),
    h("div.tabs", { role: "tablist", "aria-label": "Panel", onkeydown: step }, tabs),
    journalView(),
    faultsView(() => drawCount()),
  );
  document.querySelector(".panes").append(panel);
  document.body.dataset.panel = "open";
  show(remembered().tab ?? "journal");
  told(true);
  if (!journal.loaded) loadJournal().catch(complain);
  loadFaults();
  if (takeFocus) panel.querySelector("[role=tab][aria-selected=true]").focus();
}

function close() {
  const inside = panel.contains(document.activeElement);
  panel.remove();
  panel = null;
  delete document.body.dataset.panel;
  told(false);
  if (!inside) return;
  const back = [...document.querySelectorAll("#panel-toggle, .column.active textarea")].find(
    ({ offsetParent }) => offsetParent,
  );
  back?.focus();
}

function told(open) {
  document.getElementById("panel-toggle").setAttribute("aria-expanded", String(open));
  keepInMind({ open });
}

const keepInMind = (part) => localStorage.setItem(SHELF, JSON.stringify({ ...remembered(), ...part }));

function tab(name, words) {
  const press = () => show(name);
  return h(
    "button.tab",
    {
      type: "button",
      role: "tab",
      id: `tab-${name}`,
      "aria-controls": `panel-${name}`,
      "data-testid": `tab-${name}`,
      onclick: press,
    },
    words,
    name === "faults" ? h("span.tab-count", { hidden: true }) : null,
  );
}

function show(wanted) {
  for (const [name] of TABS) {
    const chosen = name === wanted;
    const button = panel.querySelector(`#tab-${name}`);
    button.setAttribute("aria-selected", String(chosen));
    button.tabIndex = chosen ? 0 : -1;
    panel.querySelector(`#panel-${name}`).hidden = !chosen;
  }
  keepInMind({ tab: wanted });
  if (wanted === "faults") loadFaults();
}

function step(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const tabs = [...panel.querySelectorAll("[role=tab]")];
  const next = tabs[(tabs.indexOf(event.target) + by + tabs.length) % tabs.length];
  next.click();
  next.focus();
}

function drawCount() {
  const count = panel?.querySelector(".tab-count");
  if (!count) return;
  count.hidden = armedCount() === 0;
  count.textContent = armedCount();
}
