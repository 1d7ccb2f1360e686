"use strict";
// What a task asks of a memory, and how well a network does: forks, bits, separation, verdict. Needs numbers.js and network.js.
// The words are the program's: context, memory pair, fork, deciding step, bits, separation.

const LEAST_BITS = 0.1;
const NO_SAMPLE = -1;

// ---- Contexts: what each step was fed since the state was last zero ----------------------------------------------------------

/** The steps of an epoch in the order in which they are fed, each with the run that it belongs to: from start to end. */
function samplesOf(experiment, reset) {
  const samples = [];
  experiment.sequences.forEach((sequence, s) => {
    const start = reset === "AFTER_SEQUENCE" ? samples.length : 0;
    const end = start + sequence.length - 1;
    for (let t = 0; t < sequence.length - 1; t++) {
      const isScored = experiment.others > 0 || t === sequence.length - 2;
      samples.push({ s, t, symbol: sequence[t], target: sequence[t + 1], isScored, start, end });
    }
  });
  samples.forEach((sample, at) => {
    if (reset === "EVERY_STEP") {
      sample.start = at;
      sample.end = at + 1;
    } else if (reset !== "AFTER_SEQUENCE") {
      sample.end = samples.length;
    }
  });
  const isRing = reset === "NEVER";
  return {
    list: samples,
    /** After how many samples two different contexts differ at the latest. */
    most: isRing ? 2 * samples.length : samples.reduce((most, { start, end }) => Math.max(most, end - start), 0),
    /** The symbol fed so many samples earlier, or that there is none. */
    back(at, count) {
      const { start, end } = samples[at];
      if (isRing) {
        const length = end - start;
        return samples[start + ((((at - start - count) % length) + length) % length)].symbol;
      }
      return count <= at - start ? samples[at - count].symbol : NO_SAMPLE;
    },
  };
}

/** The different contexts, sorted by their symbols read backwards; shared: how many last samples one shares with that before it. */
function contextsOf(samples) {
  const differ = (one, other) => {
    let back = 0;
    while (back < samples.most) {
      const a = samples.back(one, back);
      const b = samples.back(other, back);
      if (a !== b) {
        return { back, order: a - b };
      }
      if (a === NO_SAMPLE) {
        break;
      }
      back++;
    }
    return { back, order: 0 };
  };
  const sorted = samples.list.map((_, at) => at).sort((one, other) => differ(one, other).order || one - other);
  const contexts = [];
  sorted.forEach((at, index) => {
    const difference = index === 0 ? { back: 0, order: 1 } : differ(sorted[index - 1], at);
    if (difference.order !== 0) {
      contexts.push({ places: [], shared: difference.back });
    }
    contexts[contexts.length - 1].places.push(at);
  });
  return contexts;
}

// ---- Forks --------------------------------------------------------------------------------------------------------------------

/**
 * What the task asks of a memory when it is fed as the experiment says:
 * { forks: [{ shared, after, targets, groups }], isDeciding (by place), isUnknowable (by place), best, steps }.
 * A group of a fork is { child, target, places }; two groups of different children and targets make pairs.
 */
function memoryOf(experiment) {
  const samples = samplesOf(experiment, experiment.reset);
  const contexts = contextsOf(samples);
  const found = {
    samples: samples.list,
    forks: [],
    isDeciding: samples.list.map(() => false),
    isUnknowable: samples.list.map(() => false),
    unknowable: 0,
    best: 0,
    steps: samples.list.filter((sample) => sample.isScored).length,
  };
  const known = [];
  let least = Infinity;
  for (const context of contexts) {
    least = Math.min(least, context.shared);
    const places = context.places.filter((at) => samples.list[at].isScored);
    const counts = countsOf(places.map((at) => samples.list[at].target));
    found.best += places.length === 0 ? 0 : largest(counts);
    if (counts.size > 1) {
      found.unknowable += places.length;
      places.forEach((at) => (found.isUnknowable[at] = true));
    } else if (counts.size === 1) {
      known.push({ places, target: samples.list[places[0]].target, shared: known.length === 0 ? 0 : least });
      least = Infinity;
    }
  }
  findForks(known, 0, known.length, samples, found);
  return found;
}

/** How often each value is there. */
function countsOf(values) {
  const counts = new Map();
  values.forEach((value) => counts.set(value, (counts.get(value) || 0) + 1));
  return counts;
}

function largest(counts) {
  return Array.from(counts.values()).reduce((most, count) => Math.max(most, count), 0);
}

/** Those of the contexts from one place to another: the deepest first, as the program numbers them. */
function findForks(contexts, from, to, samples, found) {
  const open = [{ shared: 0, from, children: [] }];
  const close = () => {
    const node = open.pop();
    const targets = Array.from(new Set(node.children.flatMap((child) => child.targets)));
    if (node.shared > 0 && targets.length > 1) {
      found.forks.push(forkOf(node, targets, contexts, samples, found));
    }
    return { from: node.children[0].from, to: node.children[node.children.length - 1].to, targets };
  };
  const meet = (next) => {
    while (open[open.length - 1].shared > next) {
      const closed = close();
      const below = open[open.length - 1];
      if (below.shared < next) {
        open.push({ shared: next, children: [closed] });
      } else {
        below.children.push(closed);
      }
    }
    if (open[open.length - 1].shared < next) {
      const below = open[open.length - 1];
      open.push({ shared: next, children: [below.children.pop()] });
    }
  };
  for (let context = from; context < to; context++) {
    meet(contexts[context].shared);
    open[open.length - 1].children.push({ from: context, to: context + 1, targets: [contexts[context].target] });
  }
  meet(0);
}

function forkOf(node, targets, contexts, samples, found) {
  const groups = [];
  node.children.forEach((child, number) => {
    const own = new Map();
    for (let context = child.from; context < child.to; context++) {
      const { target, places } = contexts[context];
      own.set(target, (own.get(target) || []).concat(places));
    }
    own.forEach((places, target) => groups.push({ child: number, target, places }));
  });
  const isPaired = (group) => groups.some((other) => other.child !== group.child && other.target !== group.target);
  groups.filter(isPaired).forEach((group) => group.places.forEach((at) => (found.isDeciding[at] = true)));
  const first = contexts[node.children[0].from].places[0];
  const after = [];
  for (let back = node.shared - 1; back >= 0; back--) {
    after.push(samples.back(first, back));
  }
  return { shared: node.shared, after, targets: targets.sort((a, b) => a - b), groups };
}

// ---- Bits and verdict -----------------------------------------------------------------------------------------------------------

/**
 * What is known of a fork from its steps: { bits, margin, verdict, pair: the places of the worst pair in the order fed }. The worst is
 * one with a wrong step, if there is any; of these that with the fewest bits; of equally bad ones the first.
 */
function judgeFork(fork, columns) {
  const found = { losses: -1, margin: Infinity, isWrong: false, pair: [] };
  const isWrong = (at) => !(marginOf(columns[at].net, columns[at].target) > 0);
  const leastOfEach = (of) => fork.groups.map((group) => fork.targets.map((target) => leastOf(group, target, columns, of)));
  const least = leastOfEach(() => true);
  const leastWrong = leastOfEach(isWrong);
  const take = (first, second, hasWrong) => {
    const losses = softplus(-first.d) + softplus(-second.d);
    const pair = first.at < second.at ? [first.at, second.at] : [second.at, first.at];
    const isBefore = (pair[0] - found.pair[0] || pair[1] - found.pair[1]) < 0;
    const isWorse = losses > found.losses || Number.isNaN(losses) || (losses === found.losses && isBefore);
    if (hasWrong === found.isWrong ? isWorse : hasWrong) {
      Object.assign(found, { losses, pair, isWrong: hasWrong });
    }
  };
  fork.groups.forEach((one, a) => {
    fork.groups.slice(0, a).forEach((other, b) => {
      if (one.child === other.child || one.target === other.target) {
        return;
      }
      const [toOther, toOne] = [fork.targets.indexOf(other.target), fork.targets.indexOf(one.target)];
      take(least[a][toOther], least[b][toOne], false);
      [
        [leastWrong[a][toOther], least[b][toOne]],
        [least[a][toOther], leastWrong[b][toOne]],
      ]
        .filter((pair) => pair.every(Boolean))
        .forEach(([first, second]) => take(first, second, true));
      one.places.concat(other.places).forEach((at) => (found.margin = Math.min(found.margin, marginOf(columns[at].y, columns[at].target))));
    });
  });
  const bits = 1 - found.losses / (2 * log(2));
  const verdict = found.isWrong ? "NOT_YET" : bits >= LEAST_BITS ? "REMEMBERS" : "A_TRACE";
  return { bits, margin: found.margin, verdict, pair: found.pair, losses: found.losses };
}

/** The least d of some of a group's steps: { d, at: the first place that has it }; null if there is none. */
function leastOf(group, target, columns, isOne) {
  return group.places.filter(isOne).reduce((least, at) => {
    const d = columns[at].net[group.target] - columns[at].net[target];
    return !least || d < least.d || (d === least.d && at < least.at) ? { d, at } : least;
  }, null);
}

/** For each number of a state, h and c where there is one, its values at the steps of an epoch. */
function statesOf(columns) {
  const letters = ["h", "c"].filter((letter) => columns[0][letter]);
  return letters.flatMap((letter) => Array.from(columns[0][letter], (_, unit) => columns.map((column) => column[letter][unit])));
}

/** The root mean square distance of two different steps. */
function usualDistance(states) {
  const variances = states.reduce((all, values) => {
    // Measured from the first, so that the variance of equal values is exactly 0
    const moved = values.map((value) => value - values[0]);
    const sum = moved.reduce((sum, value) => sum + value, 0);
    return all + (dot(moved, moved) - sum * (sum / values.length));
  }, 0);
  return Math.sqrt((2 * variances) / (states[0].length - 1));
}

/** How far apart the states of a pair are, over the usual distance; 0 where all are equal. */
function separationOf([one, other], states, usual) {
  const differences = states.map((values) => values[one] - values[other]);
  const distance = Math.sqrt(dot(differences, differences));
  return distance === 0 ? 0 : distance / usual;
}

/** The output of the target minus the best other one; or the same of net inputs. */
function marginOf(values, target) {
  let best = -Infinity;
  for (let k = 0; k < values.length; k++) {
    if (k !== target) {
      best = Math.max(best, values[k]);
    }
  }
  return values[target] - best;
}

const RANKS = ["NOT_YET", "A_TRACE", "REMEMBERS"];

function isWorse(one, other) {
  const difference = RANKS.indexOf(one.verdict) - RANKS.indexOf(other.verdict);
  return difference < 0 || (difference === 0 && one.losses > other.losses);
}

/**
 * How well a network does: { loss, sequenceLoss, right, steps, decidingSteps, margin, verdict, bits, separation, separationBefore (of
 * the same pair in the untrained network), asked: the number of its fork, back: steps back, forks: [...], remembered, easyWrong, unknowable, best }.
 */
function evaluate(experiment, memory, columns) {
  const sums = experiment.sequences.map(() => ({ loss: 0, steps: 0 }));
  const result = { right: 0, steps: 0, decidingSteps: 0, margin: NaN, easyWrong: 0 };
  columns.forEach((column, at) => {
    if (!column.isScored) {
      return;
    }
    sums[column.s].loss += column.loss;
    sums[column.s].steps++;
    result.steps++;
    const isRight = argmax(column.y) === column.target;
    result.right += isRight ? 1 : 0;
    if (memory.isDeciding[at]) {
      const margin = marginOf(column.y, column.target);
      result.margin = result.decidingSteps++ === 0 ? margin : Math.min(result.margin, margin);
    } else if (!memory.isUnknowable[at] && !isRight) {
      result.easyWrong++;
    }
  });
  result.loss = sums.reduce((sum, { loss }) => sum + loss, 0) / result.steps;
  result.sequenceLoss = sums.map(({ loss, steps }) => loss / steps);
  return Object.assign(result, judge(experiment, memory, columns));
}

function judge(experiment, memory, columns) {
  const forks = memory.forks.map((fork) => judgeFork(fork, columns));
  const none = { bits: NaN, separation: NaN, separationBefore: NaN, back: 0 };
  const all = Object.assign({ forks, unknowable: memory.unknowable, best: memory.best, remembered: 0 }, none);
  if (forks.length === 0) {
    all.verdict = memory.unknowable > 0 ? "CANNOT_BE_KNOWN" : "NEEDS_NO_MEMORY";
    return all;
  }
  const states = statesOf(columns);
  const usual = usualDistance(states);
  memory.untrained = memory.untrained || statesOf(trace(experiment, initialNetwork(experiment)));
  forks.forEach((fork) => (fork.separation = separationOf(fork.pair, states, usual)));
  const worst = forks.reduce((lowest, fork, at) => (isWorse(fork, forks[lowest]) ? at : lowest), 0);
  all.remembered = forks.filter((fork) => fork.verdict === "REMEMBERS").length;
  all.verdict = forks[worst].verdict;
  all.bits = forks[worst].bits;
  all.separation = forks[worst].separation;
  all.separationBefore = separationOf(forks[worst].pair, memory.untrained, usualDistance(memory.untrained));
  const deepest = memory.forks.reduce((most, fork, at) => (fork.shared > memory.forks[most].shared ? at : most), 0);
  all.asked = all.verdict === "REMEMBERS" ? deepest : worst;
  all.back = memory.forks[all.asked].shared;
  return all;
}
