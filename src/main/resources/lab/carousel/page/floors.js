"use strict";
// Floors: the lowest loss of a predictor that sees only the last m symbols. Needs numbers.js and forks.js.

/** The floors of all orders, neighbours that are equal together: [{ from, to (Infinity if more do not help), loss, right }]. */
function floorsOf(experiment) {
  const longest = experiment.sequences.reduce((most, sequence) => Math.max(most, sequence.length), 0);
  const all = scoredSteps(experiment);
  // Steps whose views are equal and have several targets; the others are certain, whatever else is seen
  let open = [all];
  let certain = 0;
  const floors = [];
  for (let m = 1; m <= longest; m++) {
    open = open.flatMap((group) => bySymbol(group, m)).filter((group) => {
      const isOpen = group.some(({ target }) => target !== group[0].target);
      certain += isOpen ? 0 : group.length;
      return isOpen;
    });
    const { loss, right } = floorOf(experiment, open, all.length);
    const last = floors[floors.length - 1];
    if (last && Math.abs(last.loss - loss) <= 1e-12 && last.right === certain + right) {
      last.to = m;
    } else {
      floors.push({ from: m, to: m, loss, right: certain + right });
    }
  }
  floors[floors.length - 1].to = Infinity;
  return floors;
}

function scoredSteps(experiment) {
  const steps = experiment.sequences.flatMap((sequence) =>
    sequence.slice(1).map((target, t) => ({ sequence, t, target, isScored: experiment.others > 0 || t === sequence.length - 2 })),
  );
  return steps.filter(({ isScored }) => isScored);
}

/** A group of steps told apart by the m-th last symbol, or by that there is none. */
function bySymbol(group, m) {
  const found = new Map();
  group.forEach((step) => {
    const symbol = step.t + 1 < m ? -1 : step.sequence[step.t + 1 - m];
    if (!found.has(symbol)) {
      found.set(symbol, []);
    }
    found.get(symbol).push(step);
  });
  return Array.from(found.values());
}

/** The loss of all steps, where those outside the groups are certain, and how many of the groups' are right. */
function floorOf(experiment, groups, steps) {
  let right = 0;
  let sum = 0;
  groups.forEach((group) => {
    const counts = countsOf(group.map(({ target }) => target));
    right += largest(counts);
    let entropy = 0;
    for (const count of counts.values()) {
      const p = count / group.length;
      entropy -= p * log(p);
      if (experiment.output === "SIGMOID" && p < 1) {
        entropy -= (1 - p) * log(1 - p);
      }
    }
    sum += group.length * (experiment.output === "SIGMOID" ? entropy / experiment.alphabet.length : entropy);
  });
  return { loss: sum / steps, right };
}

/** Whether a loss is clearly below the memoryless floor. */
function isBelow(loss, floor) {
  return loss < 0.98 * floor;
}

/**
 * Whether the loss stays below the memoryless floor at an epoch: { epoch (the first from which it does), hasSpikes (whether it was above
 * since, each time for fewer epochs than it had been below) }; null if it is above then, or hardly below.
 */
function belowAt({ floors, epochs, loss }, shown, now) {
  const floor = floors[0].loss;
  const found = { epoch: 0, hasSpikes: false };
  let last = 0;
  epochs.forEach((epoch, at) => {
    if (epoch <= shown && loss[at] < floor) {
      found.hasSpikes = found.epoch > 0 && found.hasSpikes;
      found.epoch = found.epoch || epoch;
      last = epoch;
    } else if (epoch <= shown && found.epoch > 0) {
      found.hasSpikes = true;
      found.epoch = epoch - last > last - found.epoch + 1 ? 0 : found.epoch;
    }
  });
  return found.epoch > 0 && isBelow(now, floor) ? found : null;
}
