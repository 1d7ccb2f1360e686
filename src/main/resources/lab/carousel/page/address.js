"use strict";
// An experiment and what is looked at in it as the fragment of an address, and back:
//
//   task=3+0+1+2+3,4+0+1+2+4&updateInterval=4&seed=7&epoch=120&sequence=2&step=4&lesson=was-it-memory
//
// Settings have the names and the words of the program's files. An address is one more source of the form's texts: settings.js checks
// them. What stands in the base is left out: the tutorial, with another cell if one is named, or what the step of a lesson trains.

const LONGEST_ADDRESS = 4000;

/** Names of the settings in an address, and of their fields in the form. */
const IN_ADDRESS = {
  hiddenUnits: "units",
  output: "output",
  learningRate: "learningRate",
  epochs: "epochs",
  updateInterval: "interval",
  resetPolicy: "reset",
  seed: "seed",
};
/** Names of what is looked at, in their order. */
const LOOKED_AT = ["lesson", "lessonStep", "cell", "epoch", "sequence", "step", "layer", "unit", "place"];

// ---- Writing --------------------------------------------------------------------------------------------------------------------------

/** The fragment, without its #; lookedAt has some of LOOKED_AT. */
function writeAddress(experiment, base, lookedAt) {
  const texts = textsOf(experiment);
  const usual = textsOf(base);
  const fields = [];
  if (texts.sequences !== usual.sequences || texts.alphabet !== usual.alphabet) {
    fields.push("task=" + texts.sequences.split("\n").map(symbolsWritten).join(","));
    if (texts.alphabet !== alphabetOf(texts.sequences, usual.alphabet)) {
      fields.push("alphabet=" + symbolsWritten(texts.alphabet));
    }
  }
  Object.entries(IN_ADDRESS).forEach(([name, field]) => {
    if (texts[field] !== usual[field]) {
      fields.push(name + "=" + symbolsWritten(wordsWritten(field, texts[field])));
    }
  });
  LOOKED_AT.filter((name) => lookedAt[name] !== undefined).forEach((name) => fields.push(name + "=" + symbolsWritten(String(lookedAt[name]))));
  return fields.join("&");
}

function symbolsWritten(text) {
  return wordsOf(text).map(encodeURIComponent).join("+");
}

function wordsWritten(field, text) {
  if (field === "interval" && text === "") {
    return "whole sequence";
  }
  return field === "output" || field === "reset" ? fileWord(text) : text;
}

/** The usual alphabet if it has all symbols, otherwise the symbols as they come. */
function alphabetOf(sequences, usual) {
  const symbols = wordsOf(sequences).filter((symbol, at, all) => all.indexOf(symbol) === at);
  return symbols.every((symbol) => wordsOf(usual).indexOf(symbol) >= 0) ? usual : symbols.join(" ");
}

// ---- Reading --------------------------------------------------------------------------------------------------------------------------

/**
 * Takes a fragment apart: { texts (of the form's fields that it has), alphabet (whether it has one), lookedAt, complaints: [{ field, key,
 * values }] }. What the values mean is checked by readAddressed.
 */
function readAddress(fragment) {
  const read = { texts: {}, lookedAt: {}, complaints: [] };
  const complain = (field, key, values) => read.complaints.push({ field, key: "page.problem." + key, values });
  if (fragment.length > LONGEST_ADDRESS) {
    complain("#", "long", [fragment.length, LONGEST_ADDRESS]);
    return read;
  }
  const seen = [];
  fragment.split("&").filter((part) => part !== "").forEach((part) => {
    const name = part.split("=")[0];
    const text = part.slice(name.length + 1);
    if (seen.indexOf(name) >= 0) {
      complain(name, "again", []);
      return;
    }
    seen.push(name);
    try {
      if (name === "task") {
        read.texts.sequences = text.split(",").map(symbolsRead).join("\n");
      } else if (name === "alphabet") {
        read.texts.alphabet = symbolsRead(text);
      } else if (Object.prototype.hasOwnProperty.call(IN_ADDRESS, name)) {
        read.texts[IN_ADDRESS[name]] = wordsRead(IN_ADDRESS[name], symbolsRead(text));
      } else if (LOOKED_AT.indexOf(name) >= 0) {
        read.lookedAt[name] = symbolsRead(text);
      } else {
        complain(name, "field", []);
      }
    } catch (notEncoded) {
      complain(name, "encoding", []);
    }
  });
  return read;
}

/** @throws URIError if a percent sign stands for nothing */
function symbolsRead(text) {
  return text.split("+").map(decodeURIComponent).join(" ");
}

function wordsRead(field, text) {
  if (field === "interval") {
    return text === "whole sequence" ? "" : text;
  }
  const isWord = field === "output" || field === "reset";
  return isWord && text === text.toLowerCase() ? text.toUpperCase().replace(/ /g, "_") : text;
}

/**
 * The experiment that an address names, and what is looked at, as numbers that lie in it:
 * { experiment (null with a complaint), lookedAt, complaints }.
 *
 * @param read see readAddress
 * @param letters of the layers that the cell has
 * @param places that the page has
 */
function readAddressed(read, base, letters, places) {
  const usual = textsOf(base);
  const { texts } = read;
  const own = texts.sequences === undefined || texts.alphabet !== undefined ? {} : { alphabet: alphabetOf(texts.sequences, usual.alphabet) };
  const { experiment, complaints } = readExperiment(Object.assign(usual, own, texts), base);
  const found = read.complaints.slice();
  Object.entries(complaints).forEach(([field, { key, values }]) => found.push({ field: nameInAddress(field), key, values }));
  const lookedAt = experiment ? readLookedAt(read.lookedAt, experiment, letters, places, found) : {};
  return { experiment: found.length === 0 ? experiment : null, lookedAt, complaints: found };
}

function nameInAddress(field) {
  return Object.keys(IN_ADDRESS).find((name) => IN_ADDRESS[name] === field) || (field === "sequences" ? "task" : field);
}

/** Reads numbers and words of an address into lookedAt; what they cannot be goes to found. */
function addressReader(texts, lookedAt, found) {
  return {
    whole(name, least, most) {
      if (texts[name] !== undefined) {
        lookedAt[name] = readNumber(texts[name]);
        if (!(Number.isInteger(lookedAt[name]) && lookedAt[name] >= least && lookedAt[name] <= most)) {
          found.push({ field: name, key: "page.problem.whole", values: [least, most] });
        }
      }
    },
    oneOf(name, values) {
      if (texts[name] !== undefined) {
        lookedAt[name] = texts[name];
        if (values.indexOf(texts[name]) < 0) {
          found.push({ field: name, key: "page.problem.choice", values: [values.join(", ")] });
        }
      }
    },
  };
}

function readLookedAt(texts, experiment, letters, places, found) {
  const lookedAt = {};
  const { whole, oneOf } = addressReader(texts, lookedAt, found);
  const { sequences } = experiment;
  whole("epoch", 0, experiment.epochs);
  whole("sequence", 1, sequences.length);
  whole("step", 1, (sequences[(lookedAt.sequence || 1) - 1] || sequences[0]).length - 1);
  whole("unit", 1, experiment.units);
  oneOf("layer", letters);
  oneOf("place", places);
  return lookedAt;
}

/**
 * What an address begins with: { lesson, lessonStep (from 1) } or { cell }, empty without them; complaints go into what was read.
 *
 * @param cells their names
 */
function readBase(read, lessons, cells) {
  const named = {};
  const { whole, oneOf } = addressReader(read.lookedAt, named, read.complaints);
  oneOf("lesson", lessons.map(({ name }) => name));
  const lesson = lessons.find(({ name }) => name === named.lesson);
  whole("lessonStep", 1, lesson ? lesson.steps.length : 1);
  oneOf("cell", cells);
  return named;
}
