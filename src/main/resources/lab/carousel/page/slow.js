"use strict";
// One step, slowly: the symbol goes in, through the gates, into the state and out, a stage after the other, each with a caption and
// its numbers. Needs cell.js and tables.js.

const SLOW = { isOn: false, stage: "INPUT" };

/** The stages of a step of a cell, as its equations have them. */
function stagesOf(cell) {
  const names = cell.equations.map(({ name }) => name);
  const stages = { INPUT: true, NET: true, GATES: names.some((name) => !name.endsWith("'")), CELL: names.includes("c'"), HIDDEN: true, OUTPUT: true };
  return Object.keys(stages).filter((stage) => stages[stage]);
}

/** The stage in which a quantity appears; a gate that looks at the new c has to wait for it. */
function stageOf(name, cell) {
  const isLate = name === "o" && cell.looks.includes("o");
  return { "c'": "CELL", "h'": "HIDDEN" }[name] || (isLate ? "HIDDEN" : "GATES");
}

/** The class of what belongs to a stage: what is known, what happens now, what comes later; none when nothing is slow. */
function slowClass(stage, cell) {
  if (!SLOW.isOn) {
    return "";
  }
  const stages = stagesOf(cell);
  const [now, at] = [stages.indexOf(SLOW.stage), stages.indexOf(stage)];
  return at < now ? "known" : at === now ? "now" : "later";
}

/** To the stage after or before; from the last one on to the next step of the run. */
function moveSlowly(by) {
  const stages = stagesOf(view.experiment.cell);
  const to = stages.indexOf(SLOW.stage) + by;
  const count = view.columns.length;
  SLOW.stage = stages[(to + stages.length) % stages.length];
  choosePlace((chosen.place + Math.floor(to / stages.length) + count) % count);
}

/** The switch and, where it is on, the buttons and the caption. */
function slowPart(cell, view, chosen) {
  const stages = stagesOf(view.experiment.cell);
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
  const next = slowButton("next", "slowNext", () => moveSlowly(1));
  next.className = "main";
  row.append(slowButton("back", "slowBack", () => moveSlowly(-1)), next);
  row.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by) {
      event.preventDefault();
      moveSlowly(by);
    }
  });
  const where = word("slow.at", [stages.indexOf(SLOW.stage) + 1, stages.length, word("slow.stage." + SLOW.stage)]);
  const caption = element("div", { id: "slowCaption", role: "status" }, [element("b", {}, where), element("p", {}, slowCaption(cell, view, chosen))]);
  return [row, caption, ...(SLOW.stage === "OUTPUT" ? [bars(cell.column, view.experiment)] : [])];
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

// ---- What is said of a stage ----------------------------------------------------------------------------------------------------------

function slowNumber(value) {
  return decimalsOf(value, 3);
}

function slowCaption(cell, view, chosen) {
  const { column, numbers, unit, equations } = cell;
  const { alphabet, cell: kind } = view.experiment;
  const unitName = String(unit + 1);
  const equation = (name) => slowEquation(equations.find((each) => each.name === name), cell);
  const captions = {
    INPUT: () => {
      const carried = column.hBefore.every((value) => value === 0) && column.cBefore.every((value) => value === 0) ? "none" : column.c ? "c" : "h";
      const held = { none: [], c: [slowNumber(numbers.c), slowNumber(numbers.h)], h: [slowNumber(numbers.h)] }[carried];
      return word("slow.caption.INPUT", [alphabet[column.symbol], alphabet.length - 1]) + " " + word("slow.carried." + carried, [unitName, ...held]);
    },
    NET: () => {
      const gate = kind.keeping || kind.gates[0];
      return word("slow.caption.NET", [gate, netSum(gate, cell, view, chosen)]);
    },
    GATES: () => {
      const gates = equations.filter(({ name }) => stageOf(name, kind) === "GATES").sort((a, b) => (b.name === kind.keeping) - (a.name === kind.keeping));
      return word("slow.caption.GATES", [gates.map(({ name }) => `${name} = ${slowNumber(numbers[name])}`).join(", ")]);
    },
    CELL: () => word("slow.caption.state", [kind.does["c'"], equation("c'")]),
    HIDDEN: () => word("slow.caption.state", [kind.does["h'"], equation("h'")]),
    OUTPUT: () => {
      const predicted = argmax(column.y);
      const told = !column.isScored ? "unscored" : predicted === column.target ? "right" : "wrong";
      const output = (symbol) => slowNumber(column.y[symbol]);
      return word("slow.caption.OUTPUT." + told, [alphabet[predicted], output(predicted), alphabet[column.target], output(column.target)]);
    },
  };
  return captions[SLOW.stage]();
}

/** An equation with its numbers: c′ = f · c + i · g = 0.966 · 1.967 + 0.902 · 0.898 = 2.711. */
function slowEquation({ name, is }, { numbers, net }) {
  const letter = (of) => of.replace("'", "′");
  const value = (of) => (numbers[of] < 0 ? `(${slowNumber(numbers[of])})` : slowNumber(numbers[of]));
  const sides = is.op === "TANH" && is.of[0].op !== "VALUE" ? [`tanh(${slowNumber(net[name])})`] : [written(is, letter), written(is, value)];
  return [letter(name), ...sides, slowNumber(numbers[name])].join(" = ");
}

/** The net input of a gate, from what the symbol, h, c and the bias give to it. */
function netSum(gate, { column, unit, net: sums }, view, chosen) {
  const net = fromFlat(view.states[chosen.state].weights, view.experiment);
  const at = net.cell.gates.indexOf(gate) * net.units + unit;
  const looks = net.cell.looks.indexOf(gate);
  const parts = {
    input: net.W[column.symbol][at],
    h: net.U.reduce((sum, row, n) => sum + row[at] * column.hBefore[n], 0),
    ...(looks < 0 ? {} : { c: net.peepholes[looks * net.units + unit] * column.cBefore[unit] }),
    bias: net.b[at] + (net.recurrentBias[at] || 0),
  };
  const told = Object.entries(parts).map(([name, value], place) => {
    const text = word("slow.part." + name, [slowNumber(place === 0 ? value : Math.abs(value))]);
    return place === 0 ? text : (value < 0 ? " − " : " + ") + text;
  });
  return told.join("") + " = " + slowNumber(sums[gate] === undefined ? sums["h'"] : sums[gate]);
}
