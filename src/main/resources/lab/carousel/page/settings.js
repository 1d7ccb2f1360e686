"use strict";
// What a student has typed, read into an experiment (see network.js), or into a complaint for each field that cannot be read.

const LIMITS = { symbols: 64, symbolLength: 32, sequences: 32, length: 1001, steps: 1000, units: 128, epochs: 10000 };
const MOST_SEED = 9007199254740991;
const OUTPUTS = ["SIGMOID", "SOFTMAX"];
const RESETS = ["AFTER_SEQUENCE", "AFTER_EPOCH", "NEVER", "EVERY_STEP"];

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
 * Reads the fields. What no field stands for is taken from the experiment that was given.
 * { experiment (null if anything cannot be read), complaints: { name of the field: { key, values } } }
 */
function readExperiment(texts, given) {
  const complaints = {};
  const complain = (field, key, values) => {
    complaints[field] = complaints[field] || { key: "page.problem." + key, values };
  };
  const experiment = Object.assign({}, given, { output: texts.output, reset: texts.reset });
  const oneOf = (field, values) => {
    if (values.indexOf(texts[field]) < 0) {
      complain(field, "choice", [values.map(fileWord).join(", ")]);
    }
  };
  oneOf("output", OUTPUTS);
  oneOf("reset", RESETS);
  experiment.alphabet = wordsOf(texts.alphabet);
  checkAlphabet(experiment.alphabet, complain);
  experiment.sequences = readSequences(texts.sequences, experiment.alphabet, complain);
  const whole = (field, least, most) => {
    experiment[field] = readNumber(texts[field]);
    if (!(experiment[field] >= least && experiment[field] <= most && Number.isInteger(experiment[field]))) {
      complain(field, "whole", [least, most]);
    }
  };
  whole("units", 1, LIMITS.units);
  whole("epochs", 1, LIMITS.epochs);
  whole("seed", 0, MOST_SEED);
  experiment.learningRate = readNumber(texts.learningRate);
  if (!(experiment.learningRate > 0 && experiment.learningRate <= 100)) {
    complain("learningRate", "rate", [100]);
  }
  readInterval(texts.interval, experiment, complain);
  const isRead = Object.keys(complaints).length === 0;
  return { experiment: isRead ? experiment : null, complaints };
}

/** A choice as the program's files write it. */
function fileWord(name) {
  return name.toLowerCase().replace(/_/g, " ");
}

function wordsOf(text) {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** A number as it is written in English or German; NaN if it is none. */
function readNumber(text) {
  const plain = text.trim().replace(",", ".");
  return /^[0-9]*\.?[0-9]+(e[-+]?[0-9]+)?$/i.test(plain) ? Number(plain) : NaN;
}

/** Control characters, what no file can hold, and what is not seen alone: as the program has it. */
const UNWRITABLE = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|^[\u00ad\u0600-\u0605\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+$|[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/;

function checkAlphabet(alphabet, complain) {
  if (alphabet.length < 2 || alphabet.length > LIMITS.symbols) {
    complain("alphabet", "symbols", [2, LIMITS.symbols]);
  }
  alphabet.forEach((symbol, at) => {
    if (UNWRITABLE.test(symbol)) {
      complain("alphabet", "invisible", []);
    }
    if (Array.from(symbol).length > LIMITS.symbolLength) {
      complain("alphabet", "symbolLength", [LIMITS.symbolLength]);
    }
    if (alphabet.indexOf(symbol) < at) {
      complain("alphabet", "twice", [symbol]);
    }
  });
}

function readSequences(text, alphabet, complain) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 1 || lines.length > LIMITS.sequences) {
    complain("sequences", "sequences", [1, LIMITS.sequences]);
  }
  const sequences = lines.map((line, s) =>
    wordsOf(line).map((symbol) => {
      if (alphabet.indexOf(symbol) < 0) {
        complain("sequences", "unknown", [s + 1, symbol]);
      }
      return alphabet.indexOf(symbol);
    }),
  );
  sequences.forEach((sequence, s) => {
    if (sequence.length < 2 || sequence.length > LIMITS.length) {
      complain("sequences", "length", [s + 1, 2, LIMITS.length]);
    }
  });
  if (sequences.reduce((steps, sequence) => steps + sequence.length - 1, 0) > LIMITS.steps) {
    complain("sequences", "steps", [LIMITS.steps]);
  }
  return sequences;
}

/** Nothing typed is the whole sequence. */
function readInterval(text, experiment, complain) {
  experiment.interval = text.trim() === "" ? 0 : readNumber(text);
  const isWhole = Number.isInteger(experiment.interval) && experiment.interval <= 5000;
  if (!isWhole || (experiment.interval === 0 && text.trim() !== "")) {
    complain("interval", "interval", [5000]);
  } else if (experiment.reset === "EVERY_STEP" && experiment.interval !== 1) {
    complain("interval", "stateless", []);
  }
}
