// One step, slowly: the symbol goes in, through the gates, into the state and out, a stage after the other, each with a caption and
// its numbers, as the program has them.

import { choosePlace, showChosen } from "./app.js";
import { PAGE } from "./data.js";
import { element, find } from "./draw.js";
import { bars } from "./tables.js";
import { word } from "./words.js";

const SLOW = { isOn: false, stage: "INPUT" };

/** The class of what belongs to a stage: what is known, what happens now, what comes later; none when nothing is slow. */
export function slowClass(stage, cell) {
  if (!SLOW.isOn) {
    return "";
  }
  const stages = namesOf(cell);
  const [now, at] = [stages.indexOf(SLOW.stage), stages.indexOf(stage)];
  return at < now ? "known" : at === now ? "now" : "later";
}

function namesOf({ stages }) {
  return stages.map(({ name }) => name);
}

/** To the stage after or before; from the last one on to the next step of the run. */
function moveSlowly(by, cell) {
  const stages = namesOf(cell);
  const to = stages.indexOf(SLOW.stage) + by;
  const count = PAGE.view.columns.length;
  SLOW.stage = stages[(to + stages.length) % stages.length];
  choosePlace((PAGE.chosen.place + Math.floor(to / stages.length) + count) % count);
}

/** The switch and, where it is on, the buttons and the caption. */
export function slowPart(cell, column, facts) {
  const stages = namesOf(cell);
  SLOW.stage = stages.includes(SLOW.stage) ? SLOW.stage : "INPUT";
  const toggle = slowButton("slow", "slowSwitch", () => {
    SLOW.isOn = !SLOW.isOn;
    SLOW.stage = "INPUT";
    showChosen();
  });
  toggle.setAttribute("aria-pressed", String(SLOW.isOn));
  const row = element("div", { class: "buttons" }, toggle);
  if (!SLOW.isOn) {
    return [row];
  }
  const next = slowButton("next", "slowNext", () => moveSlowly(1, cell));
  next.className = "main";
  row.append(slowButton("back", "slowBack", () => moveSlowly(-1, cell)), next);
  row.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by) {
      event.preventDefault();
      moveSlowly(by, cell);
    }
  });
  const at = stages.indexOf(SLOW.stage);
  const where = word("slow.at", [at + 1, stages.length, word("slow.stage." + SLOW.stage)]);
  const told = [element("b", {}, where), element("p", {}, cell.stages[at].caption)];
  return [row, element("div", { id: "slowCaption", role: "status" }, told), ...(SLOW.stage === "OUTPUT" ? [bars(column, facts)] : [])];
}

/** Keeps the keyboard's place, as the part is drawn anew. */
function slowButton(name, id, act) {
  const made = element("button", { type: "button", id, title: word("slow." + name + ".tip") }, word("slow." + name));
  made.addEventListener("click", () => {
    act();
    find(id).focus();
  });
  return made;
}
