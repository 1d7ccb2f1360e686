// Comes with the translated computing, whose exports it finds: does what it is asked for, in a worker or in the page itself.

import { WORDS, decimalsIn, wordIn } from "./words.js";

/** Says which languages there are and which one is spoken. */
function speakTo({ texts, language }) {
  Object.assign(WORDS, { texts, language });
  exports.speak(language, Object.keys(texts), { word: wordIn, number: decimalsIn });
}

/** Has a helper tell what a function gives, or each slice of so many milliseconds of a training until it is ended. */
function work({ experiment, name, values }, milliseconds, helper) {
  if (name) {
    helper.tell(exports[name].apply(null, values)); // not spread: Rhino, which tests it, cannot
    return;
  }
  exports.begin(experiment);
  const goOn = () => {
    if (helper.isEnded) {
      return;
    }
    const told = exports.slice(milliseconds);
    helper.tell(told);
    if (!told.isFinished) {
      setTimeout(goOn, 0);
    }
  };
  goOn();
}

Object.assign(globalThis, { carouselComputing: exports, carouselSpeak: speakTo, carouselWork: work });

if (typeof document === "undefined") {
  globalThis.onmessage = ({ data }) => {
    speakTo(data.words);
    work(data, 40, { tell: (told) => globalThis.postMessage(told) });
  };
}
