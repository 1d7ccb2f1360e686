// The cell of a unit at a step, with its numbers: a diagram, and the equations with the numbers put in.

import { computing } from "./compute.js";
import { colourOf, element, find, shape } from "./draw.js";
import { slowClass, slowPart, stageOf } from "./slow.js";
import { symbolsText } from "./tables.js";
import { decimals, word } from "./words.js";

/** Shows the diagram of a cell that carries c, and the equations of every one. */
export function drawCell(place, view, chosen) {
  const column = view.columns[chosen.place];
  const { facts, isStepByStep, weights } = view;
  const unit = Math.min(chosen.unit, facts.units - 1);
  const cell = computing().cell(view.experiment, weights, isStepByStep, column.s, column.t + 1, unit);
  const title = word("cell.title", [cell.unit, column.t + 1, column.s + 1]);
  const symbols = word("cell.symbols", [facts.alphabet[column.symbol], symbolsText(column.targets, facts), view.epoch]);
  const label = word("cell.diagram", [title, cell.values["h'"]]);
  const diagram = column.c ? [cellDiagram(cell, facts, label)] : [];
  const heads = [element("p", { class: "title" }, title), element("p", { class: "muted" }, symbols)];
  const held = place.contains(document.activeElement) ? document.activeElement.id : "";
  place.replaceChildren(...heads, ...slowPart(cell, column, facts), ...diagram, cellEquations(cell, facts));
  find(held)?.focus();
}

/** Where the gates stand. */
const GATE_PLACES = { f: 90, i: 150, g: 230, o: 320 };

/** c runs along the top, the gates act on it, h leaves below; gates that the cell does not have are left out. */
function cellDiagram(cell, facts, label) {
  const { values: numbers, net } = cell;
  const { gates, looks } = facts;
  const svg = shape("svg", { viewBox: "0 0 420 236", role: "img", "aria-label": label, class: "cell" });
  let stage = "INPUT";
  const put = (made) => {
    made.classList.add(...[slowClass(stage, cell)].filter(Boolean));
    svg.append(made);
  };
  const line = (d) => put(shape("path", { d, class: "wire" }));
  const text = (x, y, words, name) => put(shape("text", { x, y, "text-anchor": "middle", class: name || "" }, words));
  const node = (x, y, words, value, isSigned) => {
    const most = isSigned ? Math.max(1, Math.abs(value)) : 1;
    put(shape("rect", { x: x - 27, y: y - 16, width: 54, height: 32, rx: 4, class: "node", stroke: colourOf(value, most, isSigned) }));
    text(x, y - 2, words, "name");
    text(x, y + 12, decimals(value, 2), "number");
  };
  const sign = (x, y, sign) => {
    put(shape("circle", { cx: x, cy: y, r: 10, class: "node" }));
    text(x, y + 4, sign);
  };
  const forgets = gates.includes("f");
  const at = (gate) => GATE_PLACES[gate];
  node(30, 40, "c", numbers.c, true);
  line("M60 192H330");
  looks.filter((gate) => gate !== "o").forEach((gate) => line(`M66 40V66H${at(gate) - 18}V135`));
  const squash = (gate) => {
    line(`M${at(gate)} 192V165`);
    text(at(gate), 208, decimals(net[gate], 2), "net");
  };
  const open = (gate) => node(at(gate), 150, gate, numbers[gate], gate === "g");
  const early = gates.filter((gate) => stageOf(gate, facts) === "GATES");
  const late = gates.filter((gate) => !early.includes(gate));
  stage = "NET";
  early.forEach(squash);
  text(210, 228, word("page.cell.net"), "net");
  stage = "GATES";
  early.forEach(open);
  stage = "CELL";
  line((forgets ? "M57 40H80M100 40H180M90 135V50" : "M57 40H180") + "M200 40H358M150 135V95H180M230 135V95H200M190 85V50");
  if (forgets) {
    sign(90, 40, "×");
  }
  sign(190, 95, "×");
  sign(190, 40, "+");
  node(385, 40, "c′", numbers["c'"], true);
  stage = "HIDDEN";
  late.forEach(squash);
  late.forEach(open);
  late.forEach(() => line("M340 40V135"));
  line("M262 40V80M289 95H310M330 95H358M320 135V105");
  sign(320, 95, "×");
  node(262, 95, "tanh c′", Math.tanh(numbers["c'"]), true);
  node(385, 95, "h′", numbers["h'"], true);
  return svg;
}

/** An expression with each number written by a function. */
function written({ op, name, of }, number) {
  const [a, b] = of.map((part) => written(part, number));
  const texts = { SUM: `${a} + ${b}`, PRODUCT: `${a} · ${b}`, REST: `(1 − ${a})`, TANH: of[0]?.op === "VALUE" && a.startsWith("(") ? "tanh" + a : `tanh(${a})` };
  return texts[op] || number(name);
}

/** The equations of the papers, each with its numbers: of a gate the sum that is squashed, of a state its parts. */
function cellEquations(cell, facts) {
  const { values: numbers, net } = cell;
  const number = (value) => decimals(value, 4);
  const bracket = (value) => (value < 0 ? `(${number(value)})` : number(value));
  const squashings = { SIGMOID: "σ", TANH: "tanh" };
  const prime = (name) => name.replace("'", "′");
  const lines = facts.equations.map(({ name, is }) => {
    const squashing = squashings[is.op];
    const parts = squashing
      ? `${squashing}(${number(net[name])})`
      : `${written(is, prime).replaceAll(" · ", "·")} = ${written(is, (part) => bracket(numbers[part]))}`;
    return element("li", { class: slowClass(stageOf(name, facts), cell) }, `${prime(name)} = ${parts} = ${number(numbers[name])}`);
  });
  return element("ul", { class: "equations" }, lines);
}
