// An experiment and what is looked at in it as the fragment of an address, and back:
//
//   task=3+0+1+2+3,4+0+1+2+4&updateInterval=4&seed=7&epoch=120&sequence=2&step=4&lesson=was-it-memory
//
// Settings have the names and the words of the program's files. An address is one more source of the form's texts, which the
// computing reads. What stands in the base is left out: the tutorial, or what the step of a lesson trains.

import { computing } from "./compute.js";
import { LIMITS, isSame } from "./data.js";
import { FIELD_OF } from "./form.js";
import { readNumber, word } from "./words.js";

/** Names of what is looked at, in their order. */
const LOOKED_AT = ["lesson", "lessonStep", "epoch", "sequence", "step", "layer", "unit", "place"];

// ---- Writing --------------------------------------------------------------------------------------------------------------------------

/** The fragment, without its #; lookedAt has some of LOOKED_AT. */
export function writeAddress(experiment, base, lookedAt) {
  const { task } = experiment;
  const fields = [];
  if (!isSame(task, base.task)) {
    fields.push("task=" + task.sequences.map(symbolsWritten).join(","));
    if (task.alphabet !== alphabetOf(task.sequences, base.task.alphabet)) {
      fields.push("alphabet=" + symbolsWritten(task.alphabet));
    }
    if (Boolean(task.sets) !== Boolean(base.task.sets)) {
      fields.push("sets=" + Boolean(task.sets));
    }
  }
  Object.entries(experiment.hyperparameters).forEach(([name, value]) => {
    if (value !== base.hyperparameters[name]) {
      fields.push(name + "=" + symbolsWritten(String(value)));
    }
  });
  LOOKED_AT.filter((name) => lookedAt[name] !== undefined).forEach((name) => fields.push(name + "=" + symbolsWritten(String(lookedAt[name]))));
  return fields.join("&");
}

/** What the computing takes for the alphabet of sequences where none is named. */
function alphabetOf(sequences, usual) {
  const symbols = Array.from(new Set(sequences.join(" ").split(" ")));
  const known = new Set(usual.split(" "));
  return symbols.every((symbol) => known.has(symbol)) ? usual : symbols.join(" ");
}

function symbolsWritten(text) {
  return text.split(" ").map(encodeURIComponent).join("+");
}

// ---- Reading --------------------------------------------------------------------------------------------------------------------------

/**
 * Takes a fragment apart: { texts (of the form's fields that it has, and alphabet), lookedAt, complaints: [{ field, text }] }. What the
 * values mean is checked by readAddressed.
 */
export function readAddress(fragment) {
  const read = { texts: {}, lookedAt: {}, complaints: [] };
  const complain = (field, key, values) => read.complaints.push({ field, text: word("page.problem." + key, values) });
  if (fragment.length > LIMITS.address) {
    complain("#", "long", [fragment.length, LIMITS.address]);
    return read;
  }
  const seen = new Set();
  fragment.split("&").filter((part) => part !== "").forEach((part) => {
    const name = part.split("=")[0];
    const text = part.slice(name.length + 1);
    if (seen.has(name)) {
      complain(quotable(part), "again");
      return;
    }
    seen.add(name);
    try {
      if (name === "task") {
        read.texts.sequences = text.split(",").map(symbolsRead).join("\n");
      } else if (name === "alphabet" || name === "sets" || FIELD_OF[name]) {
        read.texts[name] = symbolsRead(text);
      } else if (LOOKED_AT.includes(name)) {
        read.lookedAt[name] = symbolsRead(text);
      } else {
        complain(quotable(part), "field");
      }
    } catch (notEncoded) {
      complain(quotable(name), "encoding");
    }
  });
  return read;
}

/** @throws URIError if a percent sign stands for nothing */
function symbolsRead(text) {
  return text.split("+").map(decodeURIComponent).join(" ");
}

/** A text as a message can quote it. */
function quotable(text) {
  const letters = Array.from(text);
  return letters.length > 24 ? letters.slice(0, 24).join("") + "…" : text;
}

/**
 * The experiment that an address names, and what is looked at, as numbers that lie in it:
 * { experiment (null with a complaint), lookedAt, complaints }.
 *
 * @param read see readAddress
 * @param {Experiment} base
 * @param places that the page has
 */
export function readAddressed(read, base, places) {
  const { experiment, complaints } = computing().read(read.texts, base);
  const found = read.complaints.slice();
  Object.entries(complaints).forEach(([field, text]) => found.push({ field: field === "sequences" ? "task" : field, text }));
  const lookedAt = experiment ? readLookedAt(read.lookedAt, experiment, places, found) : {};
  return { experiment: found.length === 0 ? experiment : null, lookedAt, complaints: found };
}

/** Reads numbers and words of an address into lookedAt; of what they cannot be found is told. */
function addressReader(texts, lookedAt, found) {
  const complain = (name, key, values) => found.push({ field: name, text: word("page.problem." + key, values) });
  return {
    whole(name, least, most) {
      const value = readNumber(texts[name] || "");
      if (Number.isInteger(value) && value >= least && value <= most) {
        lookedAt[name] = value;
      } else if (texts[name] !== undefined) {
        complain(name, "whole", [least, most]);
      }
    },
    oneOf(name, values) {
      if (values.includes(texts[name])) {
        lookedAt[name] = texts[name];
      } else if (texts[name] !== undefined) {
        complain(name, "choice", [values.join(", ")]);
      }
    },
  };
}

function readLookedAt(texts, experiment, places, found) {
  const lookedAt = {};
  const { whole, oneOf } = addressReader(texts, lookedAt, found);
  const facts = computing().facts(experiment);
  const steps = facts.fields.sequences.split("\n").map((line) => line.split(" ").length - 1);
  whole("epoch", 0, experiment.hyperparameters.epochs);
  whole("sequence", 1, steps.length);
  whole("step", 1, steps[(lookedAt.sequence || 1) - 1]);
  whole("unit", 1, facts.units);
  oneOf("layer", facts.layers);
  oneOf("place", places);
  return lookedAt;
}

/**
 * What an address begins with: { lesson, lessonStep (from 1) }, empty without them; complaints go into what was read.
 *
 * @param usual the lesson without one, if there is any
 */
export function readBase(read, lessons, usual) {
  const named = {};
  const { whole, oneOf } = addressReader(read.lookedAt, named, read.complaints);
  oneOf("lesson", lessons.map(({ name }) => name));
  const lesson = lessons.find(({ name }) => name === named.lesson) || usual;
  whole("lessonStep", 1, lesson ? lesson.steps.length : 1);
  return named;
}
