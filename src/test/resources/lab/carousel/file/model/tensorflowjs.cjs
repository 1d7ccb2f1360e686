// Compares Carousel's kernel with TensorFlow.js, whose layers are a port of Keras: 2,000 updates of the tutorial (250 epochs of 8
// steps, one update each) from the same weights with SGD and with Adam, and the outputs of the trained networks. By hand:
//
//   npm install @tensorflow/tfjs
//   for o in sgd adam; do for e in 0 250; do java -jar carousel.jar train --quiet --epochs $e --set optimiser=$o \
//       --set learningRate=$([ $o = sgd ] && echo 0.1 || echo 0.001) --model $o-$e.npz; done; done
//   python3 -c 'import json, numpy as np; n = ["cells.weight_ih_l0", "cells.weight_hh_l0", "cells.bias_ih_l0", "output.weight",
//       "output.bias"]; json.dump({f: [np.load(f + ".npz")[k].T.tolist() for k in n] for f in ["sgd-0", "sgd-250", "adam-0",
//       "adam-250"]}, open("weights.json", "w"))'
//   node tensorflowjs.cjs
//
// On 2026-11-26, TensorFlow.js 4.22 (single precision): SGD 2.4e-7 in an output, 2.4e-6 in a weight; Adam, whose epsilon stands
// elsewhere there, 4.3e-5 in an output, 9e-3 in a weight.
const tf = require("@tensorflow/tfjs");
const weights = JSON.parse(require("fs").readFileSync("weights.json"));
const SEQUENCES = [[3, 0, 1, 2, 3], [4, 0, 1, 2, 4]];
const FEATURES = 5;

function build(arrays, optimizer) {
  const model = tf.sequential();
  model.add(tf.layers.lstm({units: 20, batchInputShape: [1, 1, FEATURES], stateful: true, recurrentActivation: "sigmoid"}));
  model.add(tf.layers.dense({units: FEATURES, activation: "sigmoid"}));
  model.compile({optimizer, loss: "binaryCrossentropy"});
  model.setWeights(arrays.map((array) => tf.tensor(array)));
  return model;
}

const oneHot = (symbol) => tf.oneHot(tf.tensor1d([symbol], "int32"), FEATURES).toFloat();
const input = (symbol) => oneHot(symbol).reshape([1, 1, FEATURES]);

function outputs(model) {
  const all = [];
  for (const sequence of SEQUENCES) {
    model.resetStates();
    for (let step = 0; step < 4; step++) all.push(...model.predict(input(sequence[step]), {batchSize: 1}).dataSync());
  }
  model.resetStates();
  return all;
}

const largest = (one, other) => Math.max(...one.map((value, index) => Math.abs(value - other[index])));

(async () => {
  await tf.setBackend("cpu");
  for (const [name, optimizer] of [["sgd", tf.train.sgd(0.1)], ["adam", tf.train.adam(0.001, 0.9, 0.999, 1e-7)]]) {
    const model = build(weights[name + "-0"], optimizer);
    for (let epoch = 0; epoch < 250; epoch++) {
      for (const sequence of SEQUENCES) {
        for (let step = 0; step < 4; step++) await model.trainOnBatch(input(sequence[step]), oneHot(sequence[step + 1]));
        model.resetStates();
      }
    }
    const learned = model.getWeights().map((tensor) => Array.from(tensor.dataSync()));
    const kernel = weights[name + "-250"];
    console.log(name, "outputs", largest(outputs(model), outputs(build(kernel, tf.train.sgd(0.1)))),
        "weights", Math.max(...learned.map((array, index) => largest(array, kernel[index].flat()))));
  }
})();
