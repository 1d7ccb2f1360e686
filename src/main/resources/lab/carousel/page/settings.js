"use strict";
// What a student has typed, read into an experiment (see network.js), or into a complaint for each field that cannot be read.

/** Set by app.js: bounds as the program has them, and fields: { name of the field: { name of its setting, least, most, words } }. */
const LIMITS = {};

/** The texts of the fields that show an experiment. */
function textsOf(experiment) {
  const { alphabet, sequences } = experiment;
  return {
    alphabet: alphabet.join(" "),
    sequences: sequences.map((sequence) => sequence.map((symbol) => alphabet[symbol]).join(" ")).join("\n"),
    units: String(experiment.units),
    learningRate: String(experiment.learningRate),
    interval: experiment.interval === 0 ? "" : String(experiment.interval),
    epochs: String(experiment.epochs),
    seed: String(experiment.seed),
    output: experiment.output,
    reset: experiment.reset,
  };
}

/**
 * Reads the fields. What no field stands for is taken from the experiment that was given, and its alphabet too if that has all symbols.
 * { experiment (null if anything cannot be read), complaints: { name of the field: { key, values } } }
 */
function readExperiment(texts, given) {
  const complaints = {};
  const complain = (field, key, values) => {
    complaints[field] = complaints[field] || { key: key.startsWith("page.") ? key : "page.problem." + key, values };
  };
  const experiment = Object.assign({}, given, { output: texts.output, reset: texts.reset });
  const oneOf = (field) => {
    const { words } = LIMITS.fields[field];
    if (Object.keys(words).indexOf(texts[field]) < 0) {
      complain(field, "choice", [Object.values(words).join(", ")]);
    }
  };
  oneOf("output");
  oneOf("reset");
  const isNamed = texts.alphabet !== undefined;
  experiment.alphabet = isNamed ? wordsOf(texts.alphabet) : alphabetOf(texts.sequences, given.alphabet);
  checkAlphabet(experiment.alphabet, (key, values) => complain(isNamed ? "alphabet" : "sequences", key, values));
  experiment.sequences = readSequences(texts.sequences, experiment.alphabet, complain);
  const whole = (field, own) => {
    const { least, most } = LIMITS.fields[field];
    const value = readNumber(texts[field]);
    experiment[field] = value;
    if (!(value >= least && value <= Math.max(most, own) && Number.isInteger(value))) {
      complain(field, "whole", [least, Math.max(most, own)]);
    }
  };
  whole("units", 0);
  whole("epochs", given.epochs);
  whole("seed", 0);
  experiment.learningRate = readNumber(texts.learningRate);
  const { least, most } = LIMITS.fields.learningRate;
  if (!(experiment.learningRate > least && experiment.learningRate <= most)) {
    complain("learningRate", "rate", [most]);
  }
  readInterval(texts.interval, experiment, complain);
  if (weightsIn(experiment) > LIMITS.weights) {
    complain("units", "page.obstacle.weights", [weightsIn(experiment), LIMITS.weights]);
  }
  const isRead = Object.keys(complaints).length === 0;
  return { experiment: isRead ? experiment : null, complaints };
}

/** How many weights its network has, see network.js. */
function weightsIn({ alphabet, units, cell }) {
  const inputs = alphabet.length + (cell.isRecurrent ? units : 0) + (cell.hasRecurrentBias ? 2 : 1);
  return inputs * cell.gates.length * units + cell.looks.length * units + (units + 1) * alphabet.length;
}

/** The usual alphabet if it has all symbols, otherwise the symbols as they come. */
function alphabetOf(sequences, usual) {
  const symbols = Array.from(new Set(wordsOf(sequences)));
  const known = new Set(usual);
  return symbols.every((symbol) => known.has(symbol)) ? usual : symbols;
}

function wordsOf(text) {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** A number as it is written in any language; NaN if it is none. */
function readNumber(text) {
  const plain = unmarked(text.trim()).replace("−", "-");
  return /^-?[0-9]*\.?[0-9]+(e[-+]?[0-9]+)?$/i.test(plain) ? Number(plain) : NaN;
}

/** A number with a decimal point for the mark of any language. */
function unmarked(number) {
  return LIMITS.decimalMarks.reduce((text, mark) => text.replace(mark, "."), number);
}

/** A text as a message can quote it. */
function quotable(text) {
  const letters = Array.from(text);
  return letters.length > 24 ? letters.slice(0, 24).join("") + "…" : text;
}

/** Whether it has characters that no file can hold, or only such as nobody sees. */
function isUnwritable(symbol) {
  const points = Array.from(symbol, (letter) => letter.codePointAt(0));
  const isIn = (ranges) => (point) => ranges.some(([first, last]) => point >= first && point <= last);
  return points.some(isIn(LIMITS.unwritable)) || points.every(isIn(LIMITS.invisible));
}

function checkAlphabet(alphabet, complain) {
  const [least, most] = LIMITS.symbols;
  if (alphabet.length < least || alphabet.length > most) {
    complain("symbols", [least, most]);
  }
  const seen = new Set();
  alphabet.forEach((symbol) => {
    if (isUnwritable(symbol)) {
      complain("invisible", []);
    }
    if (Array.from(symbol).length > LIMITS.symbolLength) {
      complain("symbolLength", [LIMITS.symbolLength]);
    }
    if (seen.has(symbol)) {
      complain("twice", [quotable(symbol)]);
    }
    seen.add(symbol);
  });
}

function readSequences(text, alphabet, complain) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const [least, most] = LIMITS.sequences;
  if (lines.length < least || lines.length > most) {
    complain("sequences", "sequences", [least, most]);
  }
  const places = new Map(alphabet.map((symbol, at) => [symbol, at]));
  const sequences = lines.map((line, s) =>
    wordsOf(line).map((symbol) => {
      if (!places.has(symbol)) {
        complain("sequences", "unknown", [s + 1, quotable(symbol)]);
      }
      return places.get(symbol);
    }),
  );
  const [shortest, longest] = LIMITS.length;
  sequences.forEach((sequence, s) => {
    if (sequence.length < shortest || sequence.length > longest) {
      complain("sequences", "length", [s + 1, shortest, longest]);
    }
  });
  const steps = sequences.reduce((sum, sequence) => sum + sequence.length - 1, 0);
  if (steps > LIMITS.steps) {
    complain("sequences", "page.obstacle.steps", [steps, LIMITS.steps]);
  }
  return sequences;
}

/** Nothing typed is the whole sequence. */
function readInterval(text, experiment, complain) {
  const { least, most } = LIMITS.fields.interval;
  const isAll = text.trim() === "";
  experiment.interval = isAll ? 0 : readNumber(text);
  const isWhole = Number.isInteger(experiment.interval) && experiment.interval >= least && experiment.interval <= most;
  if (!isAll && !isWhole) {
    complain("interval", "interval", [most]);
  } else if (experiment.reset === "EVERY_STEP" && experiment.interval !== 1) {
    complain("interval", "stateless", []);
  }
}
