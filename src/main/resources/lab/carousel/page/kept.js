// What the reader did, under the address of the page: in the address itself, so that Back goes back, and in the browser's storage, so
// that it is there after a reload. A browser that keeps nothing is told of, and the page goes on.

import { areAnyUnsaved } from "./answers.js";
import { isOfClass, keptClass } from "./classroom.js";
import { DATA, LIMITS } from "./data.js";
import { find } from "./draw.js";
import { fillTexts, textsIn } from "./form.js";
import { LAB, addressShown, lessonsHere, openAddress } from "./lab.js";
import { LESSON, beginLesson, freshLesson, freshRuns, hasLesson } from "./lesson.js";
import { WORDS, word } from "./words.js";

const KEPT_AS = "carousel " + location.pathname;
/** Fields of an address of which another value is the same subject, only looked at elsewhere. */
const LOOKED_ONLY = /^(epoch|sequence|step|layer|unit|place)=/;

/** { fragment, typed, language, lessons }; empty where nothing is kept, or nothing that can be read. */
export function readKept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT_AS)) || {};
  } catch (blockedOrDamaged) {
    return {};
  }
}

/** The lessons as they were when this tab read or wrote them last, as text, by their names. */
let known = {};

/**
 * Keeps what was entered; whether the browser does that. Lessons that were not changed in this tab stay as another tab has kept them, and
 * of those that were, the answers to questions that were not.
 */
export function keep() {
  const all = Object.assign({}, LAB.lessons, hasLesson() ? { [DATA.lesson.name]: LESSON } : {});
  const others = isOfClass() ? LAB.lessons : readKept().lessons || {};
  const here = lessonsHere().filter(({ name }) => all[name]);
  const isChanged = (lesson) => isOfClass() || asText(keptLesson(lesson, all[lesson.name])) !== known[lesson.name];
  const changed = here.filter(isChanged).map((lesson) => {
    takeOver(lesson, all[lesson.name], isOfClass() ? null : others[lesson.name]);
    return [lesson.name, keptLesson(lesson, all[lesson.name])];
  });
  const state = { fragment: LAB.fragment, typed: textsIn(find("try")), language: WORDS.language };
  state.lessons = { ...others, ...Object.fromEntries(changed) };
  if (isOfClass()) {
    state.inClass = keptClass();
  }
  let isKept = true;
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(state));
    changed.forEach(([name, each]) => (known[name] = asText(each)));
  } catch (blockedOrFull) {
    isKept = false;
  }
  find("kept").textContent = isKept ? "" : word("page.kept.not");
  return isKept;
}

/** Puts into a lesson what another tab has kept of it, where this one has changed nothing since it read or wrote it last. */
function takeOver(lesson, state, other) {
  if (!other || other.of !== versionOf(lesson)) {
    return;
  }
  const before = Object.fromEntries(JSON.parse(known[lesson.name] || "[]"));
  ["answers", "again"].forEach((part) =>
    Object.entries(other[part]).forEach(([step, theirs]) => {
      if (JSON.stringify(state[part][step]) === JSON.stringify((before[part] || {})[step])) {
        state[part][step] = theirs;
      }
    })
  );
  const here = new Set([...state.runs, ...(before.runs || [])].map((run) => JSON.stringify(run)));
  state.runs.push(...other.runs.filter((run) => !here.has(JSON.stringify(run))));
}

function asText(state) {
  return JSON.stringify(Object.entries(state).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Of a run what it was trained with: the same numbers come of it again. */
export function keptLesson(lesson, state) {
  const again = Object.assign({}, state.again);
  Object.entries(state.kept).forEach(([step, run]) => (again[step] = run.experiment));
  return Object.assign({}, state, freshRuns(), { of: versionOf(lesson), again });
}

/** What answers must fit. A class is told of the steps one by one. */
export function versionOf({ version, program, steps, ids }) {
  return JSON.stringify(ids ? [version, program, ids] : [version, program, steps.map(({ id, choices, observations, rules, cards }) => [id, choices, observations, rules.needs.length, cards.length])]);
}

/** Takes up what was kept, before the page opens. */
export function recall({ lessons }) {
  LAB.lesson = DATA.lesson;
  if (isOfClass()) {
    LAB.lessons = lessons || {};
  }
  lessonsHere().forEach((lesson) => recallLesson(lesson, lessons));
  if (hasLesson()) {
    Object.assign(LESSON, freshLesson(), LAB.lessons[DATA.lesson.name]);
    delete LAB.lessons[DATA.lesson.name];
  }
}

function recallLesson(lesson, lessons) {
  const state = lessons && Object.hasOwn(lessons, lesson.name) ? lessons[lesson.name] : null;
  if (state && state.of === versionOf(lesson)) {
    LAB.lessons[lesson.name] = state;
    known[lesson.name] = asText(state);
  }
}

/** Takes up what another tab has kept of a lesson since this one read it. */
export function recallSince(lesson) {
  const state = LAB.lessons[lesson.name];
  if (!state || asText(keptLesson(lesson, state)) === known[lesson.name]) {
    recallLesson(lesson, readKept().lessons);
  }
}

/** Opens what was kept, or what the address names. */
export function reopen({ fragment, typed }) {
  const isKept = location.hash.length < 2 && Boolean(fragment);
  if (isKept) {
    writeFragment("replaceState", fragment);
  }
  openAddress();
  if (isKept && LAB.wrong !== "") {
    // It was that of another page with this address
    LAB.wrong = "";
    writeFragment("replaceState", "");
  }
  if (typed && fragment === LAB.fragment) {
    fillTexts(find("try"), typed);
  }
}

/** Begins all lessons anew, for another student. */
export function forgetAnswers() {
  if (!areAnyUnsaved() || window.confirm(word("page.kept.forget.unsaved"))) {
    LAB.lessons = {};
    known = {};
    forgetKept();
    Object.assign(LESSON, freshLesson(), { student: "" });
    beginLesson();
  }
}

function forgetKept() {
  try {
    localStorage.removeItem(KEPT_AS);
  } catch (blocked) {
    // Nothing is kept
  }
}

// ---- The address ----------------------------------------------------------------------------------------------------------------------

/** Writes the address of what is shown after everything that is done; of another subject as a new entry, from which Back leads here. */
export function writePlace() {
  if (isOfClass()) {
    keep(); // what is shown is the teacher's matter: Back does not lead away from it
    return;
  }
  const fragment = addressShown();
  const subject = subjectOf(fragment);
  if (fragment.length <= LIMITS.address && fragment !== LAB.fragment) {
    writeFragment(subject === LAB.subject ? "replaceState" : "pushState", fragment);
    LAB.subject = subject;
  }
  keep();
}

export function subjectOf(fragment) {
  return fragment.split("&").filter((field) => !LOOKED_ONLY.test(field)).join("&");
}

export function writeFragment(write, fragment) {
  LAB.fragment = fragment;
  try {
    history[write](null, "", fragment === "" ? location.pathname + location.search : "#" + fragment);
  } catch (forbidden) {
    // In a frame without an address of its own, or after too many changes in a short time: it is kept all the same
  }
}
