/** The form that arms a fault. Fields that mean nothing for the chosen action are not there. */
import { h } from "./dom.js";
import { CODES, DELIVERIES, DELIVERY_ACTIONS, METHODS, METHOD_ACTIONS } from "./faultkinds.js";

export function faultForm(arm) {
  const form = h("form.fault-form", { "data-testid": "fault-form" });
  const values = { side: "method", action: "error" };
  const draw = () => form.replaceChildren(...fields(values, form, draw));
  form.addEventListener("change", ({ target }) => {
    if (target.name === "side")
      Object.assign(values, { side: target.value, action: firstAction(target.value) });
    else if (target.name === "action") values.action = target.value;
    else if (target.name === "error_code") values.code = target.value;
    else return;
    const { name } = target;
    draw();
    form.elements[name][0]?.form
      ? form.querySelector(`[name=${name}]:checked`)?.focus()
      : form.elements[name]?.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    arm(faultOf(new FormData(form)));
  });
  draw();
  return form;
}

const firstAction = (side) => (side === "method" ? METHOD_ACTIONS : DELIVERY_ACTIONS)[0][0];

function fields({ side, action, code }) {
  const calls = side === "method";
  return [
    h(
      "div.segments",
      { role: "radiogroup", "aria-label": "What goes wrong" },
      segment("method", "A call", calls),
      segment("delivery", "A delivery", !calls),
    ),
    choice(calls ? "Method" : "Update", "target", calls ? METHODS : DELIVERIES),
    row(
      select("Then it", "action", calls ? METHOD_ACTIONS : DELIVERY_ACTIONS, action),
      calls
        ? select("When", "when", [
            ["before_effect", "before its effect"],
            ["after_effect", "after its effect"],
          ])
        : null,
    ),
    calls && action === "error" ? errorFields(code) : null,
    row(
      number("Times", "times", { min: 1, placeholder: "always" }),
      number("Percent", "percent", { min: 1, max: 100, placeholder: "100" }),
    ),
    h("button.primary", { type: "submit", "data-testid": "arm" }, "Arm this fault"),
  ].filter(Boolean);
}

const errorFields = (code = "500") =>
  row(
    select(
      "Error code",
      "error_code",
      CODES.map((one) => [String(one), String(one)]),
      code,
    ),
    code === "429"
      ? number("Retry after, s", "retry_after", { min: 1, value: 3 })
      : field(
          "Words",
          h("input", { name: "description", placeholder: "Telegram's own", autocomplete: "off" }),
        ),
  );

const row = (...cells) => h("div.field-row", {}, cells);

const field = (label, control) => h("label.field", {}, h("span", {}, label), control);

const number = (label, name, more) =>
  field(label, h("input", { name, type: "number", step: 1, inputmode: "numeric", ...more }));

const select = (label, name, options, chosen) =>
  field(
    label,
    h(
      "select",
      { name },
      options.map(([value, words]) => h("option", { value, selected: value === chosen }, words)),
    ),
  );

/** A text field with suggestions: any method's name will do. */
function choice(label, name, options) {
  const list = `fault-${name}s`;
  return field(
    label,
    h(
      "span",
      {},
      h("input", {
        name,
        list,
        required: true,
        placeholder: "* is any",
        autocomplete: "off",
        spellcheck: "false",
      }),
      h(
        "datalist",
        { id: list },
        options.map((value) => h("option", { value })),
      ),
    ),
  );
}

function segment(value, label, checked) {
  return h(
    "label.segment",
    {},
    h("input", { type: "radio", name: "side", value, checked }),
    h("span", {}, label),
  );
}

/** What the form says, as the control interface wants it. */
function faultOf(data) {
  const fault = { [data.get("side")]: data.get("target").trim(), action: data.get("action") };
  for (const name of ["when", "description"]) if (data.get(name)) fault[name] = data.get(name);
  for (const name of ["error_code", "retry_after", "times", "percent"]) {
    if (data.get(name)) fault[name] = Number(data.get(name));
  }
  return fault;
}
