// The cell of a unit at a step, with its numbers: a diagram, and the equations with the numbers put in. Slowly, the symbol goes in,
// through the gates, into the state and out, a stage after the other, each with a caption and its numbers, as the program has them.

import { choosePlace } from "./choose.js";
import { computing } from "./compute.js";
import { PAGE, announce } from "./data.js";
import { colourOf, element, heldButton, inkOn, refill, shape } from "./draw.js";
import { bars } from "./tables.js";
import { word } from "./words.js";

/** Shows the diagram of a cell, and its equations. */
export function drawCell(place, view, chosen) {
  const column = view.columns[chosen.place];
  const { facts, isStepByStep, weights } = view;
  const unit = Math.min(chosen.unit, facts.units - 1);
  const cell = computing().cell(view.experiment, weights, isStepByStep, column.s, column.t + 1, unit);
  const title = word("cell.title", [cell.unit, column.t + 1, column.s + 1]);
  const symbols = word("cell.symbols", [cell.fed, cell.wanted, view.epoch]);
  const heads = [element("p", { class: "title" }, title), element("p", { class: "muted" }, symbols)];
  const diagram = cellDiagram(cell, word("cell.diagram", [title, cell.h]));
  const equations = cell.equations.map(({ stage, text }) => element("li", { class: slowClass(stage, cell) }, text));
  refill(place, [...heads, ...slowPart(cell, column, facts), diagram, element("ul", { class: "equations" }, equations)]);
}

/** The shapes of the program's own diagram, see PageCell there. */
function cellDiagram(cell, label) {
  const parts = cell.parts.map(({ stage, words, shapes }) => {
    const part = shape("g", { class: slowClass(stage, cell) }, words ? shape("title", {}, words) : []);
    shapes.forEach(([name, attributes, text = "", value, isSigned]) => {
      const drawn = shape(name, attributes, text);
      if (value !== undefined) {
        const colour = colourOf(value, 1, isSigned);
        drawn.setAttribute("fill", colour);
        part.setAttribute("fill", inkOn(colour));
      }
      part.append(drawn);
    });
    return part;
  });
  return shape("svg", { viewBox: `0 0 ${cell.width} ${cell.height}`, role: "img", "aria-label": label, class: "cell" }, parts);
}

const SLOW = { isOn: false, stage: "INPUT" };

/** The class of what belongs to a stage: what is known, what happens now, what comes later; none when nothing is slow. */
function slowClass(stage, cell) {
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
function slowPart(cell, column, facts) {
  const stages = namesOf(cell);
  SLOW.stage = stages.includes(SLOW.stage) ? SLOW.stage : "INPUT";
  const press = (name, id, act, settings) => heldButton(id, word("slow." + name), act, { title: word("slow." + name + ".tip"), ...settings });
  const turn = () => {
    Object.assign(SLOW, { isOn: !SLOW.isOn, stage: "INPUT" });
    announce("chosen");
  };
  const row = element("div", { class: "buttons" }, press("slow", "slowSwitch", turn, { "aria-pressed": String(SLOW.isOn) }));
  if (!SLOW.isOn) {
    return [row];
  }
  row.append(press("back", "slowBack", () => moveSlowly(-1, cell)), press("next", "slowNext", () => moveSlowly(1, cell), { className: "main" }));
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
