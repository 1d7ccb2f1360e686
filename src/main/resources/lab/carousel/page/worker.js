// Comes with the translated computing, whose exports it finds. In a worker it trains slice after slice until it is ended, or does what it is asked for.

import { WORDS, decimalsIn, wordIn } from "./words.js";

/** Says which languages there are and which one is spoken. */
function speakTo(functions, { texts, language }) {
  Object.assign(WORDS, { texts, language });
  functions.speak(language, Object.keys(texts), { word: wordIn, number: decimalsIn });
}

Object.assign(globalThis, { carouselComputing: exports, carouselSpeak: (words) => speakTo(exports, words) });

if (typeof document === "undefined") {
  globalThis.onmessage = ({ data: { experiment, words, name, values } }) => {
    speakTo(exports, words);
    if (name) {
      globalThis.postMessage(exports[name].apply(null, values)); // not spread: Rhino, which tests it, cannot
      return;
    }
    exports.begin(experiment);
    const work = () => {
      const told = exports.slice(40);
      globalThis.postMessage(told);
      if (!told.isFinished) {
        setTimeout(work, 0);
      }
    };
    work();
  };
}
