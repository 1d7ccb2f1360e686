// The computing of the page: the program's own code, translated into JavaScript and packed. It is there a moment after the page is,
// and not at all in a browser that cannot unpack it. Then the page shows what was recorded.

import { element, find } from "./draw.js";
import { WORDS } from "./words.js";

/** Its functions (see PageComputing in the program) as soon as they are there, and their text for workers. */
const COMPUTING = { text: "", idle: null, aside: null, asked: [] };

/** The functions, or null. */
export function computing() {
  return window.carouselComputing ?? null;
}

/** Unpacks the computing; fails where that is not possible. */
export async function loadComputing() {
  const bytes = Uint8Array.from(atob(find("computing").textContent), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  COMPUTING.text = await new Response(unpacked).text();
  const script = element("script");
  script.textContent = COMPUTING.text;
  document.head.append(script);
}

/** Says to the computing which language is spoken. */
export function speakToComputing() {
  window.carouselSpeak(WORDS);
}

/** What does what it is sent, and tells what comes of it: a worker, or the page itself where none can be made of a page. */
function newHelper() {
  const sent = [];
  const helper = { tell: null, isEnded: false, end: () => (helper.isEnded = true) };
  const inPage = (message) => setTimeout(() => window.carouselWork(message, 12, helper), 0);
  try {
    const worker = new Worker(URL.createObjectURL(new Blob([COMPUTING.text], { type: "text/javascript" })));
    let isThere = false;
    worker.onmessage = ({ data }) => {
      isThere = true;
      helper.tell(data);
    };
    worker.onerror = () => {
      if (!isThere) {
        helper.send = inPage;
        sent.splice(0).forEach(inPage);
      }
    };
    helper.end = () => {
      helper.isEnded = true;
      worker.terminate();
    };
    helper.send = (message) => {
      if (!isThere) {
        sent.push(message);
      }
      worker.postMessage({ ...message, words: WORDS });
    };
  } catch (forbidden) {
    helper.send = inPage;
  }
  return helper;
}

/** What one of the functions gives, from a helper of its own that keeps what it has answered. */
export function computeAside(name, ...values) {
  return new Promise((resolve) => {
    const { asked } = COMPUTING;
    asked.push(resolve);
    COMPUTING.aside ??= newHelper();
    COMPUTING.aside.tell = (told) => asked.shift()(told);
    COMPUTING.aside.send({ name, values });
  });
}

/** Ends it; what was asked for never comes. */
export function stopAside() {
  COMPUTING.aside?.end();
  Object.assign(COMPUTING, { aside: null, asked: [] });
}

/** Trains an experiment, and tells of each slice. Gives a function that stops. */
export function train(experiment, tell) {
  const helper = COMPUTING.idle || newHelper();
  COMPUTING.idle = null;
  let isFinished = false;
  helper.tell = (told) => {
    isFinished = told.isFinished;
    COMPUTING.idle = isFinished ? helper : null; // to make one takes longer than most runs
    tell(told);
  };
  helper.send({ experiment });
  return () => isFinished || helper.end();
}
