"use strict";
// How the network learns: the kernel's update in the kernel's order. Needs numbers.js and network.js, which says what an experiment
// is and what the shapes mean.

// ---- Training: forward through a stretch of steps, back through it, down the gradient ------------------------------------------

/** What the passes over a stretch leave; row t is before step t, row t + 1 after it. */
function stretchMemory(steps, { cell, symbols, units, b, peepholes }) {
  const dNet = rows(steps, b.length);
  return {
    input: [],
    scored: [], // which steps have an error signal
    net: numbers(b.length),
    recurrentNet: numbers(b.length),
    tapes: Array.from({ length: steps }, () => tape(cell, units)),
    h: rows(steps + 1, units),
    c: rows(steps + 1, units),
    dz: rows(steps, symbols),
    dNet,
    dRecurrentNet: cell.hasRecurrentBias ? rows(steps, b.length) : dNet,
    dPeepholes: rows(steps, peepholes.length),
    dh: numbers(units),
    dhSent: numbers(units),
    dcSent: numbers(units),
  };
}

/** A run of an experiment from its seed. */
function startRun(experiment) {
  const net = initialNetwork(experiment);
  const { units } = net;
  const longest = experiment.sequences.reduce((most, sequence) => Math.max(most, sequence.length - 1), 1);
  const most = experiment.interval === 0 ? longest : Math.min(experiment.interval, longest);
  return {
    experiment,
    net,
    memory: stretchMemory(most, net),
    gradient: network(experiment),
    first: network(experiment), // Adam's running means of the gradient
    second: network(experiment), // and of its square
    beta1Power: 1,
    beta2Power: 1,
    turnedU: rows(net.b.length, units),
    h: numbers(units), // the carried state
    c: numbers(units),
    epoch: 0,
    updates: 0,
    diverged: null,
  };
}

/** Trains one epoch; sets run.diverged and stops where the loss is no number any more. */
function trainEpoch(run) {
  const { reset, interval } = run.experiment;
  run.experiment.sequences.forEach((sequence, s) => {
    const steps = sequence.length - 1;
    for (let step = 0; step < steps && !run.diverged; ) {
      if (reset === "EVERY_STEP") {
        resetState(run);
      }
      const times = interval === 0 ? steps - step : Math.min(interval, steps - step);
      const isFinite = update(run, sequence, step, times);
      step += times;
      if (!isFinite) {
        run.diverged = { epoch: run.epoch + 1, sequence: s + 1, step };
      }
    }
    if (reset === "AFTER_SEQUENCE") {
      resetState(run);
    }
  });
  if (reset === "AFTER_EPOCH") {
    resetState(run);
  }
  run.epoch += run.diverged ? 0 : 1;
}

function resetState(run) {
  run.h.fill(0);
  run.c.fill(0);
}

/** One weight update from some steps of a sequence; whether its loss is finite. */
function update(run, sequence, firstStep, times) {
  const { memory } = run;
  memory.h[0].set(run.h);
  memory.c[0].set(run.c);
  let isFinite = true;
  memory.scored = [];
  for (let t = 0; t < times; t++) {
    const step = firstStep + t;
    memory.input[t] = sequence[step];
    forward(run.net, memory, t);
    const { others, last } = run.experiment;
    const weight = step === sequence.length - 2 ? last : others;
    if (weight > 0) {
      isFinite = outputs(run, t, sequence[step + 1], weight) && isFinite;
    }
  }
  run.h.set(memory.h[times]);
  run.c.set(memory.c[times]);
  if (!isOutputOnly(run.experiment)) {
    backward(run, times);
  }
  takeGradient(run, times);
  run.updates++;
  return isFinite;
}

/** Whether all but the weights of the outputs stay as they are. */
function isOutputOnly(experiment) {
  return experiment.trains === "output only";
}

/** Whether errors go back through the cell states alone (Hochreiter and Schmidhuber 1997). */
function isErrorTruncated(experiment) {
  return experiment.errorFlow === "cell state only";
}

/** net = W x + b + U h, or with U h apart; the rest as the cell declares it. */
function forward(net, memory, t) {
  const x = net.W[memory.input[t]];
  const sums = memory.net;
  for (let j = 0; j < sums.length; j++) {
    sums[j] = x[j] + net.b[j];
  }
  const recurrentNet = net.cell.hasRecurrentBias ? memory.recurrentNet : sums;
  if (net.cell.hasRecurrentBias) {
    recurrentNet.set(net.recurrentBias);
  }
  addVectorTimes(memory.h[t], net.U, recurrentNet);
  const { named } = memory.tapes[t];
  forwardOn(memory.tapes[t], { net: sums, recurrentNet, h: memory.h[t], c: memory.c[t], peepholes: net.peepholes });
  memory.h[t + 1].set(named["h'"].value);
  if (named["c'"]) {
    memory.c[t + 1].set(named["c'"].value);
  }
}

/** z = V h' + d, y = output(z); leaves dz = y - target, for sigmoid divided by K. Whether the loss is finite. */
function outputs(run, t, target, weight) {
  const { net, memory } = run;
  const { output } = run.experiment;
  const dz = memory.dz[memory.scored.length];
  for (let k = 0; k < net.symbols; k++) {
    dz[k] = net.d[k] + dot(memory.h[t + 1], net.V[k]);
  }
  const isFinite = dz.every((z) => Math.abs(z) < 1e100) || Number.isFinite(lossOf(dz, target, output));
  activate(dz, output);
  const smoothing = run.experiment.labelSmoothing || 0;
  if (smoothing > 0) {
    const share = output === "SIGMOID" ? smoothing / 2 : smoothing / net.symbols;
    for (let k = 0; k < net.symbols; k++) {
      dz[k] -= share;
    }
  }
  dz[target] -= 1 - smoothing;
  const factor = output === "SIGMOID" ? weight / net.symbols : weight;
  for (let k = 0; k < net.symbols; k++) {
    dz[k] *= factor;
  }
  memory.scored.push(t);
  return isFinite;
}

/** dh comes from the outputs, V' dz, and from the next step: U d net, unless that is truncated, and what the cell sends. */
function backward(run, times) {
  const { net, memory, turnedU } = run;
  const { units } = net;
  const { dh, dhSent, dcSent } = memory;
  const isTruncated = isErrorTruncated(run.experiment);
  dhSent.fill(0);
  dcSent.fill(0);
  if (times > 1) {
    turnedU.forEach((turned, j) => {
      for (let n = 0; n < units; n++) {
        turned[n] = net.U[n][j];
      }
    });
  }
  let place = memory.scored.length - 1;
  for (let t = times - 1; t >= 0; t--) {
    dh.set(dhSent);
    if (place >= 0 && memory.scored[place] === t) {
      addVectorTimes(memory.dz[place--], net.V, dh);
    }
    backwardOn(memory.tapes[t], dh, dcSent, {
      net: memory.dNet[t],
      recurrentNet: memory.dRecurrentNet[t],
      peepholes: memory.dPeepholes[t],
      h: dhSent,
      c: dcSent,
    }, isTruncated);
    if (t > 0 && !isTruncated) {
      addVectorTimes(memory.dRecurrentNet[t], turnedU, dhSent);
    }
  }
}

/**
 * dL/dW = x' d net   dL/dU = h' d net   dL/db = d net   dL/dV = dz' h'   dL/dd = dz     each summed over the steps; and with it
 * changes every weight that learns. Of a single step each row of the gradient is a number times the same vector.
 */
function takeGradient(run, steps) {
  const { memory, gradient, net } = run;
  const scored = memory.scored.length;
  const rate = beginAdam(run);
  const first = isOutputOnly(run.experiment) ? net.layer.length : 0;
  if (steps > 1) {
    gradient.all.forEach((row) => row.fill(0));
    for (let t = 0; t < steps; t++) {
      add(1, memory.dNet[t], gradient.W[memory.input[t]]);
      add(1, memory.dNet[t], gradient.b);
      add(1, memory.dRecurrentNet[t], gradient.recurrentBias);
      add(1, memory.dPeepholes[t], gradient.peepholes);
    }
    addTransposedTimes(memory.h, memory.dRecurrentNet, steps, gradient.U);
  }
  if (scored > 1) {
    addTransposedTimes(memory.dz, memory.scored.map((t) => memory.h[t + 1]), scored, gradient.V);
    for (let t = 0; t < scored; t++) {
      add(1, memory.dz[t], gradient.d);
    }
  }
  // For each row of the weights that learn what its gradient is: a factor times a vector
  let rowsOfGradient = [];
  const change = (factor, vector) => rowsOfGradient.push({ factor, vector });
  const isOne = steps === 1;
  net.W.forEach((_, k) => change(isOne ? (k === memory.input[0] ? 1 : 0) : 1, isOne ? memory.dNet[0] : gradient.W[k]));
  net.U.forEach((_, n) => change(isOne ? memory.h[0][n] : 1, isOne ? memory.dRecurrentNet[0] : gradient.U[n]));
  change(1, isOne ? memory.dNet[0] : gradient.b);
  change(1, isOne ? memory.dRecurrentNet[0].slice(0, net.recurrentBias.length) : gradient.recurrentBias);
  change(1, isOne ? memory.dPeepholes[0] : gradient.peepholes);
  const after = scored === 1 ? memory.h[memory.scored[0] + 1] : null;
  net.V.forEach((_, k) => change(after ? memory.dz[0][k] : 1, after || gradient.V[k]));
  change(1, after ? memory.dz[0] : gradient.d);
  rowsOfGradient = rowsOfGradient.slice(first);
  const clipped = clip(rowsOfGradient, run.experiment.clipping);
  rowsOfGradient.forEach(({ factor, vector }, row) => {
    adam(run, first + row, clipped * factor, vector, rate);
  });
}

/** By what the gradient is multiplied so that it is no longer than that; its rows are written down for it. 0 leaves it as it is. */
function clip(rowsOfGradient, longest) {
  if (longest === 0) {
    return 1;
  }
  let sum = 0;
  rowsOfGradient.forEach((row) => {
    row.vector = row.vector.map((value) => 0 + row.factor * value);
    row.factor = 1;
    sum += dot(row.vector, row.vector);
  });
  return Math.min(1, longest / Math.sqrt(sum));
}

// ---- Adam (Kingma and Ba 2015) in Keras's form ---------------------------------------------------------------------------------

/**
 * m = beta1 m + (1 - beta1) g        v = beta2 v + (1 - beta2) g^2
 * p = p - rate sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon), for each p of a row; its gradient g is a factor times a
 * vector.
 */
function adam(run, row, factor, vector, rate) {
  const { beta1, beta2, epsilon } = run.experiment.adam;
  const p = run.net.all[row];
  const m = run.first.all[row];
  const v = run.second.all[row];
  for (let j = 0; j < p.length; j++) {
    const g = factor * vector[j];
    m[j] = beta1 * m[j] + (1 - beta1) * g;
    v[j] = beta2 * v[j] + (1 - beta2) * g * g;
    p[j] -= (rate * m[j]) / (Math.sqrt(v[j]) + epsilon);
  }
}

/** Begins the next update; gives its rate sqrt(1 - beta2^t) / (1 - beta1^t). */
function beginAdam(run) {
  const { learningRate, adam } = run.experiment;
  run.beta1Power *= adam.beta1;
  run.beta2Power *= adam.beta2;
  return (learningRate * Math.sqrt(1 - run.beta2Power)) / (1 - run.beta1Power);
}
