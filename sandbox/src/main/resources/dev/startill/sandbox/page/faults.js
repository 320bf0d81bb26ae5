/** The faults switchboard: ready-made faults, a form for others, and what is in force. */
import * as api from "./api.js";
import { h, keep } from "./dom.js";
import { faultForm } from "./faultform.js";
import { PRESETS, bounds, sentence } from "./faultkinds.js";
import { complain } from "./toast.js";
import { toolButton } from "./toolbutton.js";

const armed = { list: [], asked: 0 };
let told = () => {};

/** How many are in force, for the panel's tab. */
export const armedCount = () => armed.list.length;

/** Asks the sandbox what is in force. */
export async function loadFaults() {
  const asked = ++armed.asked;
  const list = await api.faults().catch(() => null);
  if (!list || asked !== armed.asked) return;
  armed.list = list;
  told();
}

async function change(act) {
  try {
    await act();
  } catch (error) {
    complain(error);
  }
  await loadFaults();
}

const arm = (fault) => change(() => api.addFault(fault));

export function faultsView(changed) {
  const list = h("ul.armed", { "data-testid": "faults" });
  const none = h("p.panel-note", {}, "Nothing goes wrong. Arm a fault and watch what your bot makes of it.");
  const clear = h(
    "button.link",
    { type: "button", "data-testid": "clear-faults", onclick: () => change(api.clearFaults) },
    "Remove all",
  );
  told = () => {
    keep(list, armed.list.map(lineOf), ({ id }) => id, armedRow);
    none.hidden = armed.list.length > 0;
    clear.hidden = armed.list.length === 0;
    changed();
  };
  const page = h(
    "div.panel-page.scrolls",
    { id: "panel-faults", role: "tabpanel", "aria-label": "Faults" },
    h("header.panel-head", {}, h("h3", { id: "armed-title" }, "In force"), clear),
    none,
    list,
    h("header.panel-head", {}, h("h3", {}, "Ready-made")),
    h("div.presets", {}, PRESETS.map(preset)),
    h("header.panel-head", {}, h("h3", {}, "Your own")),
    faultForm(arm),
  );
  told();
  return page;
}

const lineOf = (fault) => {
  const [what, does] = sentence(fault);
  return {
    id: fault.id,
    what,
    does,
    often: `${bounds(fault)}${fault.struck ? `, struck ${fault.struck} ×` : ""}`,
  };
};

function armedRow({ id, what, does, often }) {
  const remove = () => change(() => api.removeFault(id));
  return h(
    "li",
    { "data-testid": "fault" },
    h("span", {}, h("b", {}, what), ` ${does}`, h("small", {}, often)),
    toolButton("cross", `Remove: ${what} ${does}`, remove, "remove-fault"),
  );
}

function preset({ name, why, fault }) {
  return h(
    "button.preset",
    { type: "button", "data-testid": "preset", onclick: () => arm(fault) },
    h("b", {}, name),
    h("span", {}, why),
  );
}
