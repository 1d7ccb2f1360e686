// The computing of the page: the program's own code, translated into JavaScript and packed. It is there a moment after the page is,
// and not at all in a browser that cannot unpack it. Then the page shows what was recorded.

import { element, find } from "./draw.js";
import { WORDS } from "./words.js";

/** Its functions (see PageComputing in the program) as soon as they are there, and their text for workers. */
const COMPUTING = { functions: null, text: "", idle: null, aside: null, asked: [] };

/** The functions, or null. */
export function computing() {
  return COMPUTING.functions;
}

/** Unpacks the computing; fails where that is not possible. */
export async function loadComputing() {
  const bytes = Uint8Array.from(atob(find("computing").textContent), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  COMPUTING.text = await new Response(unpacked).text();
  const script = element("script");
  script.textContent = COMPUTING.text;
  document.head.append(script);
  COMPUTING.functions = window.carouselComputing;
}

/** Says to the computing which language is spoken. */
export function speakToComputing() {
  window.carouselSpeak(WORDS);
}

function newWorker() {
  return new Worker(URL.createObjectURL(new Blob([COMPUTING.text], { type: "text/javascript" })));
}

/** What one of the functions gives, in a worker of its own that keeps what it has answered, or in the page where workers are forbidden. */
export function computeAside(name, ...values) {
  return new Promise((resolve) => {
    const { asked } = COMPUTING;
    const inPage = () => asked.splice(0).forEach((each) => each.resolve(computing()[each.name](...each.values)));
    asked.push({ name, values, resolve });
    try {
      COMPUTING.aside = COMPUTING.aside || newWorker();
      COMPUTING.aside.onmessage = ({ data }) => asked.shift().resolve(data);
      COMPUTING.aside.onerror = inPage;
      COMPUTING.aside.postMessage({ name, values, words: WORDS });
    } catch (forbidden) {
      setTimeout(inPage, 0);
    }
  });
}

/** Ends it; what was asked for never comes. */
export function stopAside() {
  COMPUTING.aside?.terminate();
  Object.assign(COMPUTING, { aside: null, asked: [] });
}

/**
 * Trains an experiment in a worker, or in the page itself where workers are forbidden, and tells of each slice. Gives a function
 * that stops.
 *
 * @param {Experiment} experiment
 */
export function train(experiment, tell) {
  try {
    const worker = COMPUTING.idle || newWorker();
    COMPUTING.idle = null;
    let isTold = false;
    let isFinished = false;
    let stopSlices = () => {};
    worker.onmessage = ({ data }) => {
      isTold = true;
      isFinished = data.isFinished;
      COMPUTING.idle = isFinished ? worker : null; // to make one takes longer than most runs
      tell(data);
    };
    worker.onerror = () => {
      // It could not be started: some places let no worker be made of a page
      if (!isTold) {
        stopSlices = trainInSlices(experiment, tell);
      }
    };
    worker.postMessage({ experiment, words: WORDS });
    return () => {
      if (!isFinished) {
        worker.terminate();
      }
      stopSlices();
    };
  } catch (forbidden) {
    return trainInSlices(experiment, tell);
  }
}

function trainInSlices(experiment, tell) {
  let isStopped = false;
  const work = () => {
    if (!isStopped) {
      const told = computing().slice(12);
      tell(told);
      if (!told.isFinished) {
        setTimeout(work, 0);
      }
    }
  };
  setTimeout(() => {
    computing().begin(experiment);
    work();
  }, 0);
  return () => (isStopped = true);
}
