"use strict";
// The network, how it starts, and how it is evaluated: the program's arithmetic in the program's order, so that the same seed
// gives the same numbers to the last bit. How it learns stands in learn.js. Needs random.js, numbers.js and tape.js.
//
// An experiment is
//   { alphabet: ["0", ...], sequences: [[3, 0, 1, 2, 3], ...] (places in the alphabet), units, output: "SIGMOID" | "SOFTMAX",
//     learningRate, interval: steps per update or 0 for the whole sequence, epochs, seed, reset: "AFTER_SEQUENCE" |
//     "AFTER_EPOCH" | "NEVER" | "EVERY_STEP", forgetBias, inputBias, chrono: 0 or its T, others, last: the weights of a step,
//     clipping: 0 or the largest norm of a gradient, cell: see tape.js,
//     adam: { beta1, beta2, epsilon } }
//
// There are K symbols, H units and g gates. Every array has its shape behind it: W (K, gH) has K rows of gH numbers. The gH columns are
// blocks of H, a gate each, in the order of the cell (see tape.js).

// ---- The network ------------------------------------------------------------------------------------------------------------

/**
 * Numbers in the shape of the weights: W (K, gH), U (H, gH), b (gH), V (K, H) with a row for each output, d (K); where the cell has
 * them, the bias of U h (gH), and the peepholes (pH).
 */
function network({ alphabet, units, cell }) {
  const symbols = alphabet.length;
  const width = cell.gates.length * units;
  const net = {
    cell,
    symbols,
    units,
    W: rows(symbols, width),
    U: rows(cell.isRecurrent ? units : 0, width),
    b: numbers(width),
    recurrentBias: numbers(cell.hasRecurrentBias ? width : 0),
    peepholes: numbers(cell.looks.length * units),
    V: rows(symbols, units),
    d: numbers(symbols),
  };
  net.layer = net.W.concat(net.U, [net.b, net.recurrentBias, net.peepholes]);
  net.all = net.layer.concat(net.V, [net.d]);
  return net;
}

/** The weights in one array, in the order of the program: V is turned over. */
function flat(net) {
  const { symbols, units } = net;
  const values = [];
  net.layer.forEach((row) => row.forEach((value) => values.push(value)));
  for (let n = 0; n < units; n++) {
    for (let k = 0; k < symbols; k++) {
      values.push(net.V[k][n]);
    }
  }
  net.d.forEach((value) => values.push(value));
  return Float64Array.from(values);
}

/** The same back. */
function fromFlat(values, experiment) {
  const net = network(experiment);
  const { symbols, units } = net;
  let next = 0;
  for (const row of net.layer) {
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
  const net = network(experiment);
  const { symbols, units, cell } = net;
  const random = splittableRandom(whole64(experiment.seed)).split();
  const draw = (limit) => (2 * random.nextDouble() - 1) * limit;
  const inputLimit = Math.sqrt(6 / (symbols + net.b.length));
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
    const drawn = isChrono ? log1p(random.nextDouble() * (experiment.chrono - 2)) : 0;
    const chrono = { [cell.keeping]: drawn, i: -drawn };
    const own = { f: experiment.forgetBias, i: experiment.inputBias };
    cell.gates.forEach((gate, at) => (net.b[at * units + n] = (isChrono ? chrono : own)[gate] || 0));
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

// ---- Evaluation as trained: one epoch from a zero state, with the resets of training, the weights standing still ------------------

/** How many epochs are fed before one is shown, if the state is never reset. */
const EPOCHS_BEFORE = 3;

/**
 * All steps of an epoch: { s, t, symbol, target, isScored, net (K): the net inputs of the outputs, y (K), loss, hBefore, cBefore,
 * nodes: what each equation gives by its name, { value, net: what was squashed } }, and each quantity of the cell by its letter.
 */
function trace(experiment, net) {
  const state = { h: numbers(net.units), c: numbers(net.units), tape: tape(net.cell, net.units) };
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
  const hBefore = state.h.slice();
  const cBefore = state.c.slice();
  const sums = net.W[symbol].map((w, j) => w + net.b[j]);
  const recurrentNet = net.cell.hasRecurrentBias ? net.recurrentBias.slice() : sums;
  net.U.forEach((row, n) => add(hBefore[n], row, recurrentNet));
  forwardOn(state.tape, { net: sums, recurrentNet, h: hBefore, c: cBefore, peepholes: net.peepholes });
  const column = { hBefore, cBefore, nodes: {} };
  for (const [name, { value, a }] of Object.entries(state.tape.named)) {
    column.nodes[name] = { value: value.slice(), net: a.value.slice() };
    column[name.replace("'", "")] = column.nodes[name].value;
  }
  state.h.set(column.h);
  state.c.set(column.c || state.c);
  return column;
}

function look(experiment, net, column, isLast) {
  const z = net.d.slice();
  for (let n = 0; n < net.units; n++) {
    for (let k = 0; k < net.symbols; k++) {
      z[k] += column.h[n] * net.V[k][n];
    }
  }
  column.net = z;
  column.y = z.slice();
  activate(column.y, experiment.output);
  column.loss = lossOf(z, column.target, experiment.output);
  column.isScored = experiment.others > 0 || isLast;
}
