"use strict";
// How the network learns: the kernel's update in the kernel's order. Needs numbers.js and lstm.js, which says what an experiment
// is and what the shapes mean.

// ---- Training: forward through a stretch of steps, back through it, down the gradient ------------------------------------------

/** What the passes over a stretch leave; row t is before step t, row t + 1 after it. */
function stretchMemory(steps, symbols, units) {
  return {
    input: [],
    scored: [], // which steps have an error signal
    net: numbers(4 * units),
    gates: rows(steps, 4 * units),
    h: rows(steps + 1, units),
    c: rows(steps + 1, units),
    tanhC: rows(steps + 1, units),
    dz: rows(steps, symbols),
    dNet: rows(steps, 4 * units),
    dh: numbers(units),
    dhSent: numbers(units),
    dcSent: numbers(units),
  };
}

/** A run of an experiment from its seed. */
function startRun(experiment) {
  const net = initialNetwork(experiment);
  const { symbols, units } = net;
  const longest = experiment.sequences.reduce((most, sequence) => Math.max(most, sequence.length - 1), 1);
  const most = experiment.interval === 0 ? longest : Math.min(experiment.interval, longest);
  return {
    experiment,
    net,
    memory: stretchMemory(most, symbols, units),
    gradient: network(symbols, units),
    first: network(symbols, units), // Adam's running means of the gradient
    second: network(symbols, units), // and of its square
    beta1Power: 1,
    beta2Power: 1,
    turnedU: rows(4 * units, units),
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
  backward(run, times);
  takeGradient(run, times);
  run.updates++;
  return isFinite;
}

/**
 * net = W x + b + U h       i, f, o = sigmoid(net)     g = tanh(net)
 * c' = f c + i g            h' = o tanh(c')
 */
function forward(net, memory, t) {
  const { units } = net;
  const x = net.W[memory.input[t]];
  const sums = memory.net;
  for (let j = 0; j < sums.length; j++) {
    sums[j] = x[j] + net.b[j];
  }
  addVectorTimes(memory.h[t], net.U, sums);
  const gates = memory.gates[t];
  const before = memory.c[t];
  const c = memory.c[t + 1];
  const tanhC = memory.tanhC[t + 1];
  const h = memory.h[t + 1];
  for (let n = 0; n < units; n++) {
    const i = (gates[n] = sigmoid(sums[n]));
    const f = (gates[units + n] = sigmoid(sums[units + n]));
    const g = (gates[2 * units + n] = tanh(sums[2 * units + n]));
    const o = (gates[3 * units + n] = sigmoid(sums[3 * units + n]));
    c[n] = f * before[n] + i * g;
    tanhC[n] = tanh(c[n]);
    h[n] = o * tanhC[n];
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

/**
 * dh comes from the outputs, V' dz, and from the next step, U d net
 * dc' = dh o (1 - tanh(c')^2) + dc of the next step
 * do = dh tanh(c')   di = dc' g   df = dc' c   dg = dc' i     each times the slope of its squashing: d net
 * dc = dc' f
 */
function backward(run, times) {
  const { net, memory, turnedU } = run;
  const { units } = net;
  const { dh, dhSent, dcSent } = memory;
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
    const gates = memory.gates[t];
    const before = memory.c[t];
    const tanhC = memory.tanhC[t + 1];
    const dNet = memory.dNet[t];
    for (let n = 0; n < units; n++) {
      const i = gates[n];
      const f = gates[units + n];
      const g = gates[2 * units + n];
      const o = gates[3 * units + n];
      const dc = dh[n] * o * (1 - tanhC[n] * tanhC[n]) + dcSent[n];
      dNet[n] = dc * g * i * (1 - i);
      dNet[units + n] = dc * before[n] * f * (1 - f);
      dNet[2 * units + n] = dc * i * (1 - g * g);
      dNet[3 * units + n] = dh[n] * tanhC[n] * o * (1 - o);
      dcSent[n] = dc * f;
    }
    dhSent.fill(0);
    if (t > 0) {
      addVectorTimes(dNet, turnedU, dhSent);
    }
  }
}

/**
 * dL/dW = x' d net   dL/dU = h' d net   dL/db = d net   dL/dV = dz' h'   dL/dd = dz     each summed over the steps; and with it
 * changes every weight. Of a single step each row of the gradient is a number times the same vector.
 */
function takeGradient(run, steps) {
  const { memory, gradient, net } = run;
  const scored = memory.scored.length;
  const rate = beginAdam(run);
  if (steps > 1) {
    gradient.all.forEach((row) => row.fill(0));
    for (let t = 0; t < steps; t++) {
      add(1, memory.dNet[t], gradient.W[memory.input[t]]);
      add(1, memory.dNet[t], gradient.b);
    }
    addTransposedTimes(memory.h, memory.dNet, steps, gradient.U);
  }
  if (scored > 1) {
    addTransposedTimes(memory.dz, memory.scored.map((t) => memory.h[t + 1]), scored, gradient.V);
    for (let t = 0; t < scored; t++) {
      add(1, memory.dz[t], gradient.d);
    }
  }
  // For each row of the weights what its gradient is: a factor times a vector
  const rowsOfGradient = [];
  const change = (factor, vector) => rowsOfGradient.push({ factor, vector });
  const isOne = steps === 1;
  net.W.forEach((_, k) => change(isOne ? (k === memory.input[0] ? 1 : 0) : 1, isOne ? memory.dNet[0] : gradient.W[k]));
  net.U.forEach((_, n) => change(isOne ? memory.h[0][n] : 1, isOne ? memory.dNet[0] : gradient.U[n]));
  change(1, isOne ? memory.dNet[0] : gradient.b);
  const after = scored === 1 ? memory.h[memory.scored[0] + 1] : null;
  net.V.forEach((_, k) => change(after ? memory.dz[0][k] : 1, after || gradient.V[k]));
  change(1, after ? memory.dz[0] : gradient.d);
  const clipped = clip(rowsOfGradient, run.experiment.clipping);
  rowsOfGradient.forEach(({ factor, vector }, row) => {
    adam(run, row, clipped * factor, vector, rate);
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
