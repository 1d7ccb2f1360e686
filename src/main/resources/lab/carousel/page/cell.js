"use strict";
// The cell of a unit at a step, with its numbers: a diagram, and the equations with the numbers put in.

/** What the cell holds at a step. */
function cellNumbers(view, chosen) {
  const column = view.columns[chosen.place];
  const units = view.experiment.units;
  const unit = Math.min(chosen.unit, units - 1);
  return {
    unit,
    column,
    net: { i: column.net[unit], f: column.net[units + unit], g: column.net[2 * units + unit], o: column.net[3 * units + unit] },
    i: column.i[unit],
    f: column.f[unit],
    g: column.g[unit],
    o: column.o[unit],
    before: column.cBefore[unit],
    c: column.c[unit],
    squashed: tanh(column.c[unit]),
    h: column.h[unit],
  };
}

/** Draws the diagram: c runs along the top, the gates act on it, h leaves below. */
function drawCell(place, view, chosen) {
  const cell = cellNumbers(view, chosen);
  const { alphabet } = view.experiment;
  const title = word("cell.title", [String(cell.unit + 1), cell.column.t + 1, cell.column.s + 1]);
  const label = word("cell.diagram", [title, cell.h]);
  const svg = shape("svg", { viewBox: "0 0 420 236", role: "img", "aria-label": label, class: "cell" });
  const line = (d) => svg.append(shape("path", { d, class: "wire" }));
  const text = (x, y, words, kind) => svg.append(shape("text", { x, y, "text-anchor": "middle", class: kind || "" }, words));
  const node = (x, y, words, value, isSigned) => {
    const most = isSigned ? Math.max(1, Math.abs(value)) : 1;
    svg.append(shape("rect", { x: x - 27, y: y - 16, width: 54, height: 32, rx: 4, class: "node", stroke: colourOf(value, most, isSigned) }));
    text(x, y - 2, words, "name");
    text(x, y + 12, decimalsOf(value, 2), "number");
  };
  const gate = (x, y, sign) => {
    svg.append(shape("circle", { cx: x, cy: y, r: 10, class: "node" }));
    text(x, y + 4, sign);
  };
  line("M57 40H80M100 40H180M200 40H358M262 40V80M289 95H310M330 95H358M60 192H330");
  line("M90 192V165M150 192V165M230 192V165M320 192V165M90 135V50M150 135V95H180M230 135V95H200M190 85V50M320 135V105");
  gate(90, 40, "×");
  gate(190, 40, "+");
  gate(190, 95, "×");
  gate(320, 95, "×");
  node(30, 40, "c", cell.before, true);
  node(385, 40, "c′", cell.c, true);
  node(262, 95, "tanh c′", cell.squashed, true);
  node(90, 150, "f", cell.f, false);
  node(150, 150, "i", cell.i, false);
  node(230, 150, "g", cell.g, true);
  node(320, 150, "o", cell.o, false);
  node(385, 95, "h′", cell.h, true);
  text(90, 208, decimalsOf(cell.net.f, 2), "net");
  text(150, 208, decimalsOf(cell.net.i, 2), "net");
  text(230, 208, decimalsOf(cell.net.g, 2), "net");
  text(320, 208, decimalsOf(cell.net.o, 2), "net");
  text(210, 228, word("page.cell.net"), "net");
  const symbols = word("cell.symbols", [alphabet[cell.column.symbol], alphabet[cell.column.target], view.epoch]);
  place.replaceChildren(element("p", { class: "title" }, title), element("p", { class: "muted" }, symbols), svg, cellEquations(cell));
}

/** The equations of the papers, each with its numbers. */
function cellEquations(cell) {
  const number = (value) => decimalsOf(value, 4);
  const squashing = (name, squash) => `${name} = ${squash}(${number(cell.net[name])}) = ${number(cell[name])}`;
  const bracket = (value) => (value < 0 ? `(${number(value)})` : number(value));
  const lines = [
    squashing("f", "σ"),
    squashing("i", "σ"),
    squashing("g", "tanh"),
    squashing("o", "σ"),
    `c′ = f·c + i·g = ${number(cell.f)} · ${bracket(cell.before)} + ${number(cell.i)} · ${bracket(cell.g)} = ${number(cell.c)}`,
    `h′ = o·tanh c′ = ${number(cell.o)} · ${bracket(cell.squashed)} = ${number(cell.h)}`,
  ];
  return element("ul", { class: "equations" }, lines.map((line) => element("li", {}, line)));
}
