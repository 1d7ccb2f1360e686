"use strict";
// Training in slices, so that a browser can do something else between them: in a worker, which hears of a stop between two,
// or in the page itself where workers are forbidden. Needs random.js, numbers.js, network.js and forks.js.

/** So many numbers of weights are kept of the epochs of a run: 40 MB. */
const MOST_KEPT = 5000000;
const MOST_STATES = 512;

/**
 * Starts training. Gives a function that trains for so many milliseconds and tells what came of it:
 * { epochs: [{ epoch, loss, sequenceLoss, bits, separation, separationBefore, weights (null if they are not kept) }], isFinished, diverged }.
 */
function startTraining(experiment) {
  const run = startRun(experiment);
  const memory = memoryOf(experiment);
  const size = flat(run.net).length;
  const most = Math.max(2, Math.min(MOST_STATES, Math.floor(MOST_KEPT / size)));
  const every = Math.max(1, Math.ceil(experiment.epochs / most));
  const lookAt = (isKept) => {
    const result = evaluate(experiment, memory, trace(experiment, run.net));
    if (!Number.isFinite(result.loss)) {
      run.diverged = run.diverged || { epoch: run.epoch, sequence: 1, step: 1 };
    }
    const { loss, sequenceLoss, bits, separation, separationBefore } = result;
    return { epoch: run.epoch, loss, sequenceLoss, bits, separation, separationBefore, weights: isKept ? flat(run.net) : null };
  };
  let isFirst = true;
  return (milliseconds) => {
    const epochs = isFirst ? [lookAt(true)] : [];
    isFirst = false;
    const end = Date.now() + milliseconds;
    while (run.epoch < experiment.epochs && !run.diverged && Date.now() < end) {
      trainEpoch(run);
      if (!run.diverged) {
        const looked = lookAt(run.epoch % every === 0 || run.epoch === experiment.epochs);
        if (!run.diverged) {
          epochs.push(looked);
        }
      }
    }
    return { epochs, isFinished: run.diverged !== null || run.epoch >= experiment.epochs, diverged: run.diverged };
  };
}

/** What the worker does: it is told an experiment, and posts slice after slice until it is finished or ended. */
function workAsWorker(worker) {
  worker.onmessage = (message) => {
    const slice = startTraining(message.data);
    const work = () => {
      const told = slice(40);
      worker.postMessage(told);
      if (!told.isFinished) {
        setTimeout(work, 0);
      }
    };
    work();
  };
}

/**
 * Trains an experiment and tells of each slice. Gives a function that stops.
 *
 * @param scripts the texts of the scripts that a worker needs
 */
function train(experiment, scripts, tell) {
  try {
    const source = scripts.concat("workAsWorker(self);").join("\n");
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(address);
    let isTold = false;
    let stopSlices = () => {};
    worker.onmessage = (message) => {
      isTold = true;
      tell(message.data);
    };
    worker.onerror = () => {
      // It could not be started: some places let no worker be made of a page
      if (!isTold) {
        stopSlices = trainInSlices(experiment, tell);
      }
    };
    worker.postMessage(experiment);
    return () => {
      worker.terminate();
      URL.revokeObjectURL(address);
      stopSlices();
    };
  } catch (forbidden) {
    return trainInSlices(experiment, tell);
  }
}

function trainInSlices(experiment, tell) {
  const slice = startTraining(experiment);
  let isStopped = false;
  const work = () => {
    if (!isStopped) {
      const told = slice(12);
      tell(told);
      if (!told.isFinished) {
        setTimeout(work, 0);
      }
    }
  };
  setTimeout(work, 0);
  return () => (isStopped = true);
}
