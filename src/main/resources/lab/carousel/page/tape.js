"use strict";
// The equations of a cell, as the program declares them, worked out for all units of a step: every number on the way, so that a
// gradient can be taken back from the last to the first. Needs numbers.js.
//
// A cell is { gates: the letters of its columns, looks: those that look at c, keeping: the gate that keeps, isRecurrent,
// hasRecurrentBias, equations: [{ name, is }] }. An expression is { op, name, of: [...] }: NET, INPUT and RECURRENT of a gate,
// PEEPHOLE (its weight), VALUE (h and c before the step, h' and c' after it, or a gate), or an operation on one or two expressions.

/** Each operation y of a and b: its value, and what dy, the gradient of y, adds to those of a and b. */
const OPERATIONS = {
  SUM: { value: (a, b) => a + b, da: (dy) => dy, db: (dy) => dy },
  PRODUCT: { value: (a, b) => a * b, da: (dy, y, a, b) => dy * b, db: (dy, y, a) => dy * a },
  REST: { value: (a) => 1 - a, da: (dy) => -dy },
  SIGMOID: { value: (a) => sigmoid(a), da: (dy, y) => dy * y * (1 - y) },
  TANH: { value: (a) => tanh(a), da: (dy, y) => dy * (1 - y * y) },
};

/**
 * A tape for so many units: { inputs, operations, named, nodes }. Each node has { op, name, a, b, value, gradient }, an input its place
 * in what is put in; named has those of the equations by their names.
 */
function tape(cell, units) {
  const known = {};
  const named = {};
  const nodes = [];
  const place = ({ op, name }) => (op === "VALUE" ? 0 : (op === "PEEPHOLE" ? cell.looks : cell.gates).indexOf(name) * units);
  const nodeOf = (what) => {
    const key = JSON.stringify(what);
    const node = known[key] || named[what.op === "VALUE" ? what.name : ""];
    if (node) {
      return node;
    }
    const [a, b] = what.of.map(nodeOf);
    const level = a ? 1 + Math.max(a.level, (b || a).level) : 0;
    const made = { op: what.op, name: what.name, a, b: b || a, level, value: numbers(units), gradient: numbers(units) };
    made.place = level === 0 ? place(what) : 0;
    known[key] = made;
    nodes.push(made);
    return made;
  };
  for (const { name, is } of cell.equations) {
    named[name] = nodeOf(is);
  }
  const operations = nodes.filter((node) => node.a).sort((one, other) => one.level - other.level);
  return { inputs: nodes.filter((node) => !node.a), operations, named, nodes };
}

/** One step from net inputs (gH), U h where it is kept apart (gH), the state before (H) and the peepholes (pH). */
function forwardOn(tape, { net, recurrentNet, h, c, peepholes }) {
  const from = { NET: net, INPUT: net, RECURRENT: recurrentNet, PEEPHOLE: peepholes };
  for (const { op, name, place, value } of tape.inputs) {
    const values = from[op] || (name === "h" ? h : c);
    for (let n = 0; n < value.length; n++) {
      value[n] = values[place + n];
    }
  }
  for (const { op, a, b, value } of tape.operations) {
    const of = OPERATIONS[op].value;
    for (let n = 0; n < value.length; n++) {
      value[n] = of(a.value[n], b.value[n]);
    }
  }
}

/**
 * Takes gradients of the new h and, from later steps, of the new c (H) back to what was put in, and writes those. Truncated, they
 * do not go back through a peephole to the cell state.
 */
function backwardOn(tape, dh, dc, gradients, isTruncated) {
  tape.nodes.forEach((node) => node.gradient.fill(0));
  tape.named["h'"].gradient.set(dh);
  if (tape.named["c'"]) {
    tape.named["c'"].gradient.set(dc);
  }
  for (let at = tape.operations.length - 1; at >= 0; at--) {
    const { op, a, b, value, gradient } = tape.operations[at];
    const { da, db } = OPERATIONS[op];
    const isDropped = isTruncated && op === "PRODUCT" && a.op === "PEEPHOLE";
    for (let n = 0; n < value.length; n++) {
      a.gradient[n] += da(gradient[n], value[n], a.value[n], b.value[n]);
      if (db && !isDropped) {
        b.gradient[n] += db(gradient[n], value[n], a.value[n], b.value[n]);
      }
    }
  }
  gradients.h.fill(0);
  gradients.c.fill(0);
  const to = { NET: gradients.net, INPUT: gradients.net, RECURRENT: gradients.recurrentNet, PEEPHOLE: gradients.peepholes };
  for (const { op, name, place, gradient } of tape.inputs) {
    const values = to[op] || (name === "h" ? gradients.h : gradients.c);
    for (let n = 0; n < gradient.length; n++) {
      values[place + n] = gradient[n];
    }
  }
}
