"use strict";
// The network, how it learns, and how it is evaluated: the program's arithmetic in the program's order, so that the same seed
// gives the same numbers to the last bit. Needs numbers.js.
//
// An experiment is
//   { alphabet: ["0", ...], sequences: [[3, 0, 1, 2, 3], ...] (places in the alphabet), units, output: "SIGMOID" | "SOFTMAX",
//     learningRate, interval: steps per update or 0 for the whole sequence, epochs, seed, reset: "AFTER_SEQUENCE" |
//     "AFTER_EPOCH" | "NEVER" | "EVERY_STEP", forgetBias, inputBias, chrono: 0 or its T, others, last: the weights of a step }
//
// There are K symbols and H units. Every array has its shape behind it: W (K, 4H) has K rows of 4H numbers. The 4H columns are
// four blocks of H: input gate i, forget gate f, candidate g, output gate o.

// ---- The network ------------------------------------------------------------------------------------------------------------

/** Numbers in the shape of the weights: W (K, 4H), U (H, 4H), b (4H), V (K, H) with a row for each output, d (K). */
function network(symbols, units) {
  const net = {
    symbols,
    units,
    W: rows(symbols, 4 * units),
    U: rows(units, 4 * units),
    b: numbers(4 * units),
    V: rows(symbols, units),
    d: numbers(symbols),
  };
  net.all = net.W.concat(net.U, [net.b], net.V, [net.d]);
  return net;
}

/** The weights in one array, in the order of the program: V is turned over. */
function flat(net) {
  const { symbols, units } = net;
  const values = [];
  net.W.concat(net.U, [net.b]).forEach((row) => row.forEach((value) => values.push(value)));
  for (let n = 0; n < units; n++) {
    for (let k = 0; k < symbols; k++) {
      values.push(net.V[k][n]);
    }
  }
  net.d.forEach((value) => values.push(value));
  return Float64Array.from(values);
}

/** The same back. */
function fromFlat(values, symbols, units) {
  const net = network(symbols, units);
  let next = 0;
  for (const row of net.W.concat(net.U, [net.b])) {
    for (let j = 0; j < row.length; j++) {
      row[j] = values[next++];
    }
  }
  for (let n = 0; n < units; n++) {
    for (let k = 0; k < symbols; k++) {
      net.V[k][n] = values[next++];
    }
  }
  for (let k = 0; k < symbols; k++) {
    net.d[k] = values[next++];
  }
  return net;
}

// ---- Initial weights: Glorot-uniform, orthogonal, biases 0 but for those of the gates ------------------------------------------

function initialNetwork(experiment) {
  const symbols = experiment.alphabet.length;
  const units = experiment.units;
  const net = network(symbols, units);
  const random = splittableRandom(whole64(experiment.seed)).split();
  const draw = (limit) => (2 * random.nextDouble() - 1) * limit;
  const inputLimit = Math.sqrt(6 / (symbols + 4 * units));
  for (const row of net.W) {
    for (let j = 0; j < row.length; j++) {
      row[j] = draw(inputLimit);
    }
  }
  orthogonal(net.U, random);
  const outputLimit = Math.sqrt(6 / (units + symbols));
  for (let n = 0; n < units; n++) {
    for (let k = 0; k < symbols; k++) {
      net.V[k][n] = draw(outputLimit);
    }
  }
  for (let n = 0; n < units; n++) {
    const isChrono = experiment.chrono > 0;
    const forget = isChrono ? log1p(random.nextDouble() * (experiment.chrono - 2)) : experiment.forgetBias;
    net.b[units + n] = forget;
    net.b[n] = isChrono ? -forget : experiment.inputBias;
  }
  return net;
}

/** Orthonormal rows: Gaussian ones made orthogonal by Gram and Schmidt's method, twice because once is not exact enough. */
function orthogonal(matrix, random) {
  matrix.forEach((row, at) => {
    for (let j = 0; j < row.length; j++) {
      const radius = Math.sqrt(-2 * log(1 - random.nextDouble()));
      row[j] = radius * cos(2 * Math.PI * random.nextDouble());
    }
    for (let pass = 0; pass < 2; pass++) {
      for (let earlier = 0; earlier < at; earlier++) {
        add(-dot(row, matrix[earlier]), matrix[earlier], row);
      }
    }
    const length = Math.sqrt(dot(row, row));
    for (let j = 0; j < row.length; j++) {
      row[j] /= length;
    }
  });
}

// ---- Products: four rows at a time, each sum in a fixed order ---------------------------------------------------------------------

/** y += x r */
function add(x, r, y) {
  for (let j = 0; j < y.length; j++) {
    y[j] += x * r[j];
  }
}

function dot(x, y) {
  let sum = 0;
  for (let j = 0; j < x.length; j++) {
    sum += x[j] * y[j];
  }
  return sum;
}

function addFour(x0, r0, x1, r1, x2, r2, x3, r3, y) {
  for (let j = 0; j < y.length; j++) {
    y[j] += x0 * r0[j] + x1 * r1[j] + x2 * r2[j] + x3 * r3[j];
  }
}

/** y += x A for a row vector x, as long as A has rows. */
function addVectorTimes(x, A, y) {
  let row = 0;
  for (; row + 4 <= A.length; row += 4) {
    addFour(x[row], A[row], x[row + 1], A[row + 1], x[row + 2], A[row + 2], x[row + 3], A[row + 3], y);
  }
  for (; row < A.length; row++) {
    add(x[row], A[row], y);
  }
}

/** C += A' B over so many steps: the gradient of a weight matrix. A is (steps, rows of C), B (steps, columns of C). */
function addTransposedTimes(A, B, steps, C) {
  for (let start = 0; start < steps; start += 32) {
    const end = Math.min(steps, start + 32);
    C.forEach((y, r) => {
      let t = start;
      for (; t + 4 <= end; t += 4) {
        addFour(A[t][r], B[t], A[t + 1][r], B[t + 1], A[t + 2][r], B[t + 2], A[t + 3][r], B[t + 3], y);
      }
      for (; t < end; t++) {
        add(A[t][r], B[t], y);
      }
    });
  }
}

// ---- Outputs and losses, in nats ------------------------------------------------------------------------------------------------

/** From the net inputs z (K) to the outputs y (K), in place. */
function activate(z, output) {
  if (output === "SIGMOID") {
    for (let k = 0; k < z.length; k++) {
      z[k] = sigmoid(z[k]);
    }
    return;
  }
  const largest = z.reduce((most, value) => Math.max(most, value), z[0]);
  let sum = 0;
  for (let k = 0; k < z.length; k++) {
    z[k] = exp(z[k] - largest);
    sum += z[k];
  }
  for (let k = 0; k < z.length; k++) {
    z[k] /= sum;
  }
}

/** Binary cross-entropy, the mean over the outputs; with softmax the cross-entropy. */
function lossOf(z, target, output) {
  if (output === "SIGMOID") {
    let sum = 0;
    for (let k = 0; k < z.length; k++) {
      sum += softplus(k === target ? -z[k] : z[k]);
    }
    return sum / z.length;
  }
  const best = argmax(z);
  let others = 0;
  for (let k = 0; k < z.length; k++) {
    others += k === best ? 0 : exp(z[k] - z[best]);
  }
  return log1p(others) + (z[best] - z[target]);
}

/** The place of the largest, the first if there are several. */
function argmax(values) {
  let best = 0;
  for (let k = 1; k < values.length; k++) {
    if (values[k] > values[best]) {
      best = k;
    }
  }
  return best;
}

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
  dz[target] -= 1;
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
  let row = 0;
  const change = (factor, vector) => {
    adam(net.all[row], run.first.all[row], run.second.all[row], factor, vector, rate);
    row++;
  };
  const isOne = steps === 1;
  net.W.forEach((_, k) => change(isOne ? (k === memory.input[0] ? 1 : 0) : 1, isOne ? memory.dNet[0] : gradient.W[k]));
  net.U.forEach((_, n) => change(isOne ? memory.h[0][n] : 1, isOne ? memory.dNet[0] : gradient.U[n]));
  change(1, isOne ? memory.dNet[0] : gradient.b);
  const after = scored === 1 ? memory.h[memory.scored[0] + 1] : null;
  net.V.forEach((_, k) => change(after ? memory.dz[0][k] : 1, after || gradient.V[k]));
  change(1, after ? memory.dz[0] : gradient.d);
}

// ---- Adam (Kingma and Ba 2015) in Keras's form ---------------------------------------------------------------------------------

/**
 * m = beta1 m + (1 - beta1) g        v = beta2 v + (1 - beta2) g^2
 * p = p - rate sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon), for each p of a row; its gradient g is a factor times a
 * vector.
 */
function adam(p, m, v, factor, vector, rate) {
  for (let j = 0; j < p.length; j++) {
    const g = factor * vector[j];
    m[j] = 0.9 * m[j] + (1 - 0.9) * g;
    v[j] = 0.999 * v[j] + (1 - 0.999) * g * g;
    p[j] -= (rate * m[j]) / (Math.sqrt(v[j]) + 1e-7);
  }
}

/** Begins the next update; gives its rate sqrt(1 - beta2^t) / (1 - beta1^t). */
function beginAdam(run) {
  run.beta1Power *= 0.9;
  run.beta2Power *= 0.999;
  return (run.experiment.learningRate * Math.sqrt(1 - run.beta2Power)) / (1 - run.beta1Power);
}

// ---- Evaluation as trained: one epoch from a zero state, with the resets of training, the weights standing still ------------------

/** How many epochs are fed before one is shown, if the state is never reset. */
const EPOCHS_BEFORE = 3;

/**
 * All steps of an epoch: { s, t, symbol, target, isScored, z (K), y (K), loss, i, f, g, o, net (4H), cBefore, hBefore, c, h }.
 */
function trace(experiment, net) {
  const state = { h: numbers(net.units), c: numbers(net.units) };
  const columns = [];
  const before = experiment.reset === "NEVER" ? EPOCHS_BEFORE : 0;
  for (let epoch = 0; epoch <= before; epoch++) {
    experiment.sequences.forEach((sequence, s) => {
      if (experiment.reset === "AFTER_SEQUENCE") {
        state.h.fill(0);
        state.c.fill(0);
      }
      for (let t = 0; t < sequence.length - 1; t++) {
        if (experiment.reset === "EVERY_STEP") {
          state.h.fill(0);
          state.c.fill(0);
        }
        const column = step(net, sequence[t], state);
        if (epoch === before) {
          columns.push(Object.assign(column, { s, t, symbol: sequence[t], target: sequence[t + 1] }));
          look(experiment, net, column, t === sequence.length - 2);
        }
      }
    });
  }
  return columns;
}

/** Takes a state one step further. The program adds the products here one after the other, not four together. */
function step(net, symbol, state) {
  const { units } = net;
  const hBefore = state.h.slice();
  const cBefore = state.c.slice();
  const sums = net.W[symbol].map((w, j) => w + net.b[j]);
  net.U.forEach((row, n) => add(hBefore[n], row, sums));
  const i = sums.slice(0, units).map(sigmoid);
  const f = sums.slice(units, 2 * units).map(sigmoid);
  const g = sums.slice(2 * units, 3 * units).map(tanh);
  const o = sums.slice(3 * units).map(sigmoid);
  for (let n = 0; n < units; n++) {
    state.c[n] = f[n] * cBefore[n] + i[n] * g[n];
    state.h[n] = o[n] * tanh(state.c[n]);
  }
  return { i, f, g, o, net: sums, hBefore, cBefore, c: state.c.slice(), h: state.h.slice() };
}

function look(experiment, net, column, isLast) {
  const z = net.d.slice();
  for (let n = 0; n < net.units; n++) {
    for (let k = 0; k < net.symbols; k++) {
      z[k] += column.h[n] * net.V[k][n];
    }
  }
  column.z = z;
  column.y = z.slice();
  activate(column.y, experiment.output);
  column.loss = lossOf(z, column.target, experiment.output);
  column.isScored = experiment.others > 0 || isLast;
}
