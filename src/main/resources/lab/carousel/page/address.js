"use strict";
// An experiment and what is looked at in it as the fragment of an address, and back:
//
//   task=3+0+1+2+3,4+0+1+2+4&updateInterval=4&seed=7&epoch=120&sequence=2&step=4&lesson=was-it-memory
//
// Settings have the names and the words of the program's files. An address is one more source of the form's texts: settings.js checks
// them. What stands in the base is left out: the tutorial, with another cell if one is named, or what the step of a lesson trains.

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
    if (texts.alphabet !== alphabetOf(texts.sequences, base.alphabet).join(" ")) {
      fields.push("alphabet=" + symbolsWritten(texts.alphabet));
    }
  }
  Object.entries(LIMITS.fields).forEach(([field, { name }]) => {
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
  return LIMITS.fields[field].words[text] || text;
}

// ---- Reading --------------------------------------------------------------------------------------------------------------------------

/**
 * Takes a fragment apart: { texts (of the form's fields that it has, and alphabet), lookedAt, complaints: [{ field, key,
 * values }] }. What the values mean is checked by readAddressed.
 */
function readAddress(fragment) {
  const read = { texts: {}, lookedAt: {}, complaints: [] };
  const complain = (field, key, values) => read.complaints.push({ field, key: "page.problem." + key, values });
  if (fragment.length > LIMITS.address) {
    complain("#", "long", [fragment.length, LIMITS.address]);
    return read;
  }
  const seen = new Set();
  fragment.split("&").filter((part) => part !== "").forEach((part) => {
    const name = part.split("=")[0];
    const text = part.slice(name.length + 1);
    if (seen.has(name)) {
      complain(quotable(part), "again", []);
      return;
    }
    seen.add(name);
    const field = fieldInAddress(name);
    try {
      if (name === "task") {
        read.texts.sequences = text.split(",").map(symbolsRead).join("\n");
      } else if (name === "alphabet") {
        read.texts.alphabet = symbolsRead(text);
      } else if (field) {
        read.texts[field] = wordsRead(field, symbolsRead(text));
      } else if (LOOKED_AT.indexOf(name) >= 0) {
        read.lookedAt[name] = symbolsRead(text);
      } else {
        complain(quotable(part), "field", []);
      }
    } catch (notEncoded) {
      complain(quotable(name), "encoding", []);
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
  const { words } = LIMITS.fields[field];
  return Object.keys(words).find((name) => words[name] === text) || text;
}

function fieldInAddress(name) {
  return Object.keys(LIMITS.fields).find((field) => LIMITS.fields[field].name === name);
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
  const texts = Object.assign(textsOf(base), { alphabet: undefined }, read.texts);
  const { experiment, complaints } = readExperiment(texts, base);
  const found = read.complaints.slice();
  Object.entries(complaints).forEach(([field, { key, values }]) => found.push({ field: nameInAddress(field), key, values }));
  const lookedAt = experiment ? readLookedAt(read.lookedAt, experiment, letters, places, found) : {};
  return { experiment: found.length === 0 ? experiment : null, lookedAt, complaints: found };
}

function nameInAddress(field) {
  return field === "sequences" ? "task" : field === "alphabet" ? field : LIMITS.fields[field].name;
}

/** Reads numbers and words of an address into lookedAt; of what they cannot be found is told. */
function addressReader(texts, lookedAt, found) {
  return {
    whole(name, least, most) {
      const value = readNumber(texts[name] || "");
      if (Number.isInteger(value) && value >= least && value <= most) {
        lookedAt[name] = value;
      } else if (texts[name] !== undefined) {
        found.push({ field: name, key: "page.problem.whole", values: [least, most] });
      }
    },
    oneOf(name, values) {
      if (values.indexOf(texts[name]) >= 0) {
        lookedAt[name] = texts[name];
      } else if (texts[name] !== undefined) {
        found.push({ field: name, key: "page.problem.choice", values: [values.join(", ")] });
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
 * @param usual the lesson without one, if there is any
 */
function readBase(read, lessons, cells, usual) {
  const named = {};
  const { whole, oneOf } = addressReader(read.lookedAt, named, read.complaints);
  oneOf("lesson", lessons.map(({ name }) => name));
  const lesson = lessons.find(({ name }) => name === named.lesson) || usual;
  whole("lessonStep", 1, lesson ? lesson.steps.length : 1);
  oneOf("cell", cells);
  return named;
}
