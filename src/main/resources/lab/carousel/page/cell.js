// The cell of a unit at a step, with its numbers: a diagram, and the equations with the numbers put in.

import { computing } from "./compute.js";
import { colourOf, element, find, inkOn, shape } from "./draw.js";
import { slowClass, slowPart } from "./slow.js";
import { word } from "./words.js";

/** Shows the diagram of a cell, and its equations. */
export function drawCell(place, view, chosen) {
  const column = view.columns[chosen.place];
  const { facts, isStepByStep, weights } = view;
  const unit = Math.min(chosen.unit, facts.units - 1);
  const cell = computing().cell(view.experiment, weights, isStepByStep, column.s, column.t + 1, unit);
  const title = word("cell.title", [cell.unit, column.t + 1, column.s + 1]);
  const symbols = word("cell.symbols", [...column.texts.slice(0, 2), view.epoch]);
  const heads = [element("p", { class: "title" }, title), element("p", { class: "muted" }, symbols)];
  const diagram = cellDiagram(cell, word("cell.diagram", [title, cell.h]));
  const equations = cell.equations.map(({ stage, text }) => element("li", { class: slowClass(stage, cell) }, text));
  const held = place.contains(document.activeElement) ? document.activeElement.id : "";
  place.replaceChildren(...heads, ...slowPart(cell, column, facts), diagram, element("ul", { class: "equations" }, equations));
  find(held)?.focus();
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
