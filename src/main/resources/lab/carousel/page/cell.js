"use strict";
// The cell of a unit at a step, with its numbers: a diagram, and the equations with the numbers put in.

/** What the cell holds at a step: of each equation, by its name, the value and what was squashed; and the state before. */
function cellNumbers(view, chosen) {
  const column = view.columns[chosen.place];
  const unit = Math.min(chosen.unit, view.experiment.units - 1);
  const numbers = { h: column.hBefore[unit], c: column.cBefore[unit] };
  const net = {};
  for (const [name, node] of Object.entries(column.nodes)) {
    numbers[name] = node.value[unit];
    net[name] = node.net[unit];
  }
  return { unit, column, numbers, net, equations: view.experiment.cell.equations };
}

/** Shows the diagram of a cell that carries c, and the equations of every one. */
function drawCell(place, view, chosen) {
  const cell = cellNumbers(view, chosen);
  const { alphabet } = view.experiment;
  const title = word("cell.title", [String(cell.unit + 1), cell.column.t + 1, cell.column.s + 1]);
  const symbols = word("cell.symbols", [alphabet[cell.column.symbol], alphabet[cell.column.target], view.epoch]);
  const label = word("cell.diagram", [title, cell.numbers["h'"]]);
  const diagram = cell.column.c ? [cellDiagram(cell, view.experiment.cell, label)] : [];
  const heads = [element("p", { class: "title" }, title), element("p", { class: "muted" }, symbols)];
  place.replaceChildren(...heads, ...slowPart(cell, view, chosen), ...diagram, cellEquations(cell, view.experiment.cell));
}

/** Where the gates stand. */
const GATE_PLACES = { f: 90, i: 150, g: 230, o: 320 };

/** c runs along the top, the gates act on it, h leaves below; gates that the cell does not have are left out. */
function cellDiagram({ numbers, net }, kind, label) {
  const { gates, looks } = kind;
  const svg = shape("svg", { viewBox: "0 0 420 236", role: "img", "aria-label": label, class: "cell" });
  let stage = "INPUT";
  const put = (made) => {
    made.classList.add(...[slowClass(stage, kind)].filter(Boolean));
    svg.append(made);
  };
  const line = (d) => put(shape("path", { d, class: "wire" }));
  const text = (x, y, words, name) => put(shape("text", { x, y, "text-anchor": "middle", class: name || "" }, words));
  const node = (x, y, words, value, isSigned) => {
    const most = isSigned ? Math.max(1, Math.abs(value)) : 1;
    put(shape("rect", { x: x - 27, y: y - 16, width: 54, height: 32, rx: 4, class: "node", stroke: colourOf(value, most, isSigned) }));
    text(x, y - 2, words, "name");
    text(x, y + 12, decimalsOf(value, 2), "number");
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
    text(at(gate), 208, decimalsOf(net[gate], 2), "net");
  };
  const open = (gate) => node(at(gate), 150, gate, numbers[gate], gate === "g");
  const early = gates.filter((gate) => stageOf(gate, kind) === "GATES");
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
  node(262, 95, "tanh c′", tanh(numbers["c'"]), true);
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
function cellEquations({ numbers, net, equations }, kind) {
  const number = (value) => decimalsOf(value, 4);
  const bracket = (value) => (value < 0 ? `(${number(value)})` : number(value));
  const squashings = { SIGMOID: "σ", TANH: "tanh" };
  const prime = (name) => name.replace("'", "′");
  const lines = equations.map(({ name, is }) => {
    const squashing = squashings[is.op];
    const parts = squashing
      ? `${squashing}(${number(net[name])})`
      : `${written(is, prime).replaceAll(" · ", "·")} = ${written(is, (part) => bracket(numbers[part]))}`;
    return element("li", { class: slowClass(stageOf(name, kind), kind) }, `${prime(name)} = ${parts} = ${number(numbers[name])}`);
  });
  return element("ul", { class: "equations" }, lines);
}
