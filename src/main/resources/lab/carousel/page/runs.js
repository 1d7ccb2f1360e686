"use strict";
// The run that is looked at: { experiment, memory, floors, epochs, loss, sequenceLoss (by sequence), bits, separation,
// separationBefore (the untrained network's, of the same pair) and lossBefore (the untrained network's), states: [{ epoch, weights }] }. DATA is the page's block of JSON.

/** The run that the program recorded. */
function recordedRun() {
  const run = emptyRun(DATA.experiment);
  const known = (value) => (value === null ? NaN : value);
  Object.assign(run, { isRecorded: true, epochs: DATA.run.epochs, bits: DATA.run.bits, loss: DATA.run.loss.map(known) });
  run.sequenceLoss = DATA.run.sequenceLoss.map((line) => line.map(known));
  run.bits = run.bits.map(known);
  run.separation = DATA.run.separation.map(known);
  run.wentOn = DATA.run.wentOn || 0;
  run.lossBefore = run.wentOn > 0 ? NaN : run.lossBefore;
  run.separationBefore = known(DATA.run.separationBefore);
  const states = DATA.isComputed ? DATA.run.states : [{ epoch: DATA.run.epoch, weights: "" }];
  run.states = states.map((state) => ({ epoch: state.epoch, weights: weightsOf(state.weights) }));
  return run;
}

/** The network with which an experiment begins. */
function untrainedRun(experiment) {
  const run = emptyRun(experiment);
  run.states.push({ epoch: 0, weights: flat(initialNetwork(experiment)) });
  return run;
}

/** A run of which nothing is known yet. */
function emptyRun(experiment) {
  const memory = DATA.isComputed ? memoryOf(experiment) : null;
  const before = memory ? evaluate(experiment, memory, trace(experiment, initialNetwork(experiment))) : { loss: NaN };
  return {
    experiment,
    memory,
    floors: DATA.isComputed ? floorsOf(experiment) : [{ from: 1, to: Infinity, loss: DATA.run.floor, right: 0 }],
    epochs: [],
    loss: [],
    sequenceLoss: experiment.sequences.map(() => []),
    bits: [],
    separation: [],
    separationBefore: NaN,
    lossBefore: before.loss,
    states: [],
  };
}

// ---- Evaluation: as trained, or step by step ----------------------------------------------------------------------------------------

/** How the network of a state does as trained and, where that can differ, step by step: what the program recorded, or computed. */
function viewsOf(run, state) {
  if (!DATA.isComputed) {
    const memory = (columns) => ({ forks: [], isDeciding: columns.map(({ isDeciding }) => isDeciding) });
    return DATA.run.seen.map(({ columns, result }) => ({ experiment: run.experiment, memory: memory(columns), columns, result }));
  }
  const net = fromFlat(state.weights, run.experiment);
  return (hasTwoEvaluations(run.experiment) ? [false, true] : [false]).map((isStepByStep) => seen(run, net, isStepByStep));
}

/** Whether the two can differ: where a state is carried over the end of a sequence. */
function hasTwoEvaluations(experiment) {
  return experiment.reset === "AFTER_EPOCH" || experiment.reset === "NEVER";
}

/** How a network of a run does, and what it does at each step: { experiment, memory, columns, result }. */
function seen(run, net, isStepByStep) {
  if (!isStepByStep) {
    const columns = trace(run.experiment, net);
    return { experiment: run.experiment, memory: run.memory, columns, result: evaluate(run.experiment, run.memory, columns) };
  }
  const experiment = Object.assign({}, run.experiment, { reset: "AFTER_SEQUENCE" });
  run.memoryStepByStep = run.memoryStepByStep || memoryOf(experiment);
  const columns = trace(experiment, net);
  return { experiment, memory: run.memoryStepByStep, columns, result: evaluate(experiment, run.memoryStepByStep, columns) };
}

/** Both side by side, where they differ. */
function bothWords(asTrained, stepByStep) {
  if (!DATA.isComputed) {
    return DATA.run.both[WORDS.language];
  }
  const isSame =
    asTrained.loss === stepByStep.loss && asTrained.right === stepByStep.right && asTrained.verdict === stepByStep.verdict;
  const told = (result) => word("status.evaluation", [result.right, result.steps, result.loss, verdictWords(result).headline]);
  return isSame ? "" : word("status.twoEvaluations", [told(asTrained), told(stepByStep)]) + " " + word("status.why.carried");
}

/** Numbers of 64 bits, the lowest byte first, in base 64. */
function weightsOf(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const data = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 8 }, (_, at) => data.getFloat64(8 * at, true));
}

/**
 * Fills the gaps between the recorded epochs: the page trains the run again in the background. What it gets is taken only if
 * its last weights are those of the program, which they are unless the run was changed on its way: to the last bit,
 * with a GRU nearly so. The last weights stay the program's.
 *
 * @param tell is told all states
 */
function fillGaps(run, scripts, tell) {
  const last = run.states[run.states.length - 1];
  const updates = last.epoch * run.memory.samples.length;
  if (!DATA.isTrained || run.states.length > last.epoch || updates * last.weights.length > LIMITS.filled) {
    return () => {};
  }
  const states = [];
  return train(Object.assign({}, run.experiment, { epochs: last.epoch }), scripts, (told) => {
    told.epochs.filter((each) => each.weights).forEach(({ epoch, weights }) => states.push({ epoch, weights }));
    const end = states[states.length - 1];
    if (told.isFinished && end.epoch === last.epoch && end.weights.every((weight, at) => Math.abs(weight - last.weights[at]) <= NEAR)) {
      tell(states.slice(0, -1).concat(last));
    }
  });
}

/** How near each weight of a replay must be: rounding makes far less, a change on the way far more. */
const NEAR = 1e-9;
