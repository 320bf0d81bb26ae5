/** The clock of the panel: what time it is in the sandbox, and how to let time pass. */
import { aheadOfUs, advance, duration, inWords, now } from "./clock.js";
import { h } from "./dom.js";
import { complain, toast } from "./toast.js";

const STEPS = [
  ["+10 s", "PT10S"],
  ["+1 h", "PT1H"],
  ["+1 day", "P1D"],
  ["+30 days", "P30D"],
];
const date = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
});
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

export function timeBar() {
  const hour = h("time.now", { "data-testid": "clock" });
  const day = h("span.now-date");
  const ahead = h("span.now-ahead", { "data-testid": "clock-ahead" });
  const tick = () => {
    hour.textContent = clock.format(now());
    day.textContent = date.format(now());
    const lead = aheadOfUs();
    ahead.textContent = lead ? `${inWords(lead)} ahead` : "as your clock";
  };
  tick();
  setInterval(tick, 500);
  return h(
    "section.time-bar",
    { "aria-label": "Clock" },
    h("p.now-line", {}, hour, day, ahead),
    h(
      "div.steps",
      { role: "group", "aria-label": "Let time pass" },
      STEPS.map(([label, step]) => stepButton(label, step, tick)),
      freeStep(tick),
    ),
  );
}

function stepButton(label, step, tick) {
  const act = async ({ currentTarget: button }) => {
    button.disabled = true;
    await pass(step, label.slice(1));
    button.disabled = false;
    tick();
  };
  return h("button.step", { type: "button", "data-testid": `advance-${step}`, onclick: act }, label);
}

async function pass(step, words) {
  try {
    await advance(step);
    toast(`${words} later.`);
  } catch (error) {
    complain(error);
  }
}

function freeStep(tick) {
  const field = h("input.step-free", {
    "aria-label": "Another duration, such as 90 min or P3D",
    placeholder: "90 min",
    "data-testid": "advance-free",
    autocomplete: "off",
    oninput: () => field.removeAttribute("aria-invalid"),
  });
  const go = async (event) => {
    event.preventDefault();
    const step = duration(field.value);
    if (!step) {
      field.setAttribute("aria-invalid", "true");
      return toast("A duration is like 90 min, 2h 30m, 3 days or P1DT2H.", "trouble");
    }
    await pass(step, field.value.trim());
    field.value = "";
    tick();
  };
  return h("form.step-form", { onsubmit: go }, field, h("button.step", { type: "submit" }, "Go"));
}
