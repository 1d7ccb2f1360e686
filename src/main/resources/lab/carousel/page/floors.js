"use strict";
// Floors: the lowest loss of a predictor that sees only the last m symbols. Needs numbers.js and forks.js.

/** The floors of all orders, neighbours that are equal together: [{ from, to (Infinity if more do not help), loss, right }]. */
function floorsOf(experiment) {
  const longest = experiment.sequences.reduce((most, sequence) => Math.max(most, sequence.length), 0);
  const floors = [];
  for (let m = 1; m <= longest; m++) {
    const { loss, right } = floorOf(experiment, m);
    const last = floors[floors.length - 1];
    if (last && Math.abs(last.loss - loss) <= 1e-12 && last.right === right) {
      last.to = m;
    } else {
      floors.push({ from: m, to: m, loss, right });
    }
  }
  floors[floors.length - 1].to = Infinity;
  return floors;
}

function floorOf(experiment, m) {
  const views = new Map();
  experiment.sequences.forEach((sequence) => {
    for (let t = 0; t < sequence.length - 1; t++) {
      if (experiment.others > 0 || t === sequence.length - 2) {
        const view = (t + 1 < m ? "^ " : "") + sequence.slice(Math.max(0, t + 1 - m), t + 1).join(" ");
        views.set(view, (views.get(view) || []).concat(sequence[t + 1]));
      }
    }
  });
  let steps = 0;
  let right = 0;
  let sum = 0;
  views.forEach((targets) => {
    const counts = countsOf(targets);
    steps += targets.length;
    right += largest(counts);
    let entropy = 0;
    for (const count of counts.values()) {
      const p = count / targets.length;
      entropy -= p * log(p);
      if (experiment.output === "SIGMOID" && p < 1) {
        entropy -= (1 - p) * log(1 - p);
      }
    }
    sum += targets.length * (experiment.output === "SIGMOID" ? entropy / experiment.alphabet.length : entropy);
  });
  return { loss: sum / steps, right };
}
