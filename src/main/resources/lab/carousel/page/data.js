// What the program wrote into the page, as one block of JSON (see PageData there), what is looked at, and who is told of what changes.

export const DATA = JSON.parse(document.getElementById("data").textContent);

/**
 * The run that is looked at (its experiment, the facts and floors of that, epochs as PageLoss has them, states { epoch, weights, views },
 * and how it ended); what of it is chosen: the place of a state, of a step, a unit, a layer; and what is drawn: the run at one epoch.
 */
export const PAGE = { run: null, chosen: { state: 0, place: 0, unit: 0, layer: "h" }, view: null, isLogarithmic: false };

/** The lab: presets and lessons to choose from, and the address that opens an experiment, see lab.js. */
export const LAB = {
  lessons: {}, // what was answered in those that were left, by their names
  fragment: "", // the address, and what of it is not only looked at
  subject: "",
  wanted: null, // what is looked at as soon as it is trained, and in which run
  wantedIn: null,
  wrong: "", // an address that cannot be opened
  copied: "", // the key of what came of copying
  place: undefined, // the part of the page that was used last
  recorded: null, // the experiment that the page begins with
  lesson: null, // and its lesson
};

/** The film of a run, see play.js. */
export const PLAY = { isPlaying: false, epoch: 0, time: 0, whenDone: null };
/** What ends the training, if there is one; whether the picture is always of the last epoch, as without motion, and when it is drawn again. */
export const TRAINING = { stop: null, isFollowed: true, nextShown: 0 };

/** Whether something is trained, or what was trained is still to be seen. */
export function isTraining() {
  return Boolean(TRAINING.stop || PLAY.whenDone);
}

/** Bounds of what the scripts check. */
export const LIMITS = DATA.limits;

/** Whether two values of JSON are the same. */
export function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Random, in the form of a UUID; where a page has no secure random numbers of its own name for them, it makes one of bytes. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Those who asked to be told, by what they are told of. */
const LISTENERS = {};

/**
 * Has something done whenever that happens: "state" (another state is to be drawn), "chosen" (another step, unit or layer), "lesson"
 * (its step is to be drawn anew), "left" (the lesson), "missing" (what is still to be done), "ended" (a run; with its last view, and
 * whether it diverged). Scripts import one way; upwards they tell.
 */
export function whenever(happening, act) {
  (LISTENERS[happening] ??= []).push(act);
}

export function announce(happening, ...told) {
  (LISTENERS[happening] ?? []).forEach((act) => act(...told));
}
