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
  const svg = shape("svg", { viewBox: "0 0 360 250", role: "img", "aria-label": label, class: "cell" });
  const line = (d) => svg.append(shape("path", { d, class: "wire" }));
  const text = (x, y, words, kind) => svg.append(shape("text", { x, y, "text-anchor": "middle", class: kind || "" }, words));
  const node = (x, y, words, value, isSigned) => {
    const most = isSigned ? Math.max(1, Math.abs(value)) : 1;
    svg.append(shape("rect", { x: x - 27, y: y - 15, width: 54, height: 30, rx: 4, class: "node", stroke: colourOf(value, most, isSigned) }));
    text(x, y - 3, words, "name");
    text(x, y + 10, decimalsOf(value, 2), "number");
  };
  const gate = (x, y, sign) => {
    svg.append(shape("circle", { cx: x, cy: y, r: 10, class: "node" }));
    text(x, y + 4, sign);
  };
  line("M55 50H100M120 50H180M200 50H262M235 50V86M317 50H358M60 190H300M90 190V165M150 190V165M210 190V165M270 190V165");
  line("M90 135L110 60M150 135L187 104M210 135L195 104M190 85V60M235 116V132L264 120M270 135V124M280 114H300");
  gate(110, 50, "×");
  gate(190, 50, "+");
  gate(190, 95, "×");
  gate(270, 114, "×");
  node(30, 50, "c", cell.before, true);
  node(289, 50, "c′", cell.c, true);
  node(235, 101, "tanh c′", cell.squashed, true);
  node(90, 150, "f", cell.f, false);
  node(150, 150, "i", cell.i, false);
  node(210, 150, "g", cell.g, true);
  node(270, 150, "o", cell.o, false);
  node(328, 114, "h′", cell.h, true);
  text(90, 208, decimalsOf(cell.net.f, 2), "net");
  text(150, 208, decimalsOf(cell.net.i, 2), "net");
  text(210, 208, decimalsOf(cell.net.g, 2), "net");
  text(270, 208, decimalsOf(cell.net.o, 2), "net");
  text(180, 228, word("page.cell.net"), "net");
  text(180, 243, word("cell.symbols", [alphabet[cell.column.symbol], alphabet[cell.column.target], view.epoch]), "name");
  place.replaceChildren(element("p", { class: "title" }, title), svg, cellEquations(cell));
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
