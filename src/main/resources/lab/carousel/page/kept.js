// What the reader did, under the address of the page: in the address itself, so that Back goes back, and in the browser's storage, so
// that it is there after a reload. A browser that keeps nothing is told of, and the page goes on.

import { DATA, LAB, isSame } from "./data.js";
import { find } from "./draw.js";
import { textsIn } from "./form.js";
import { CLASS, LESSON, freshLesson, freshRuns, hasLesson, isOfClass, lessonsHere } from "./rules.js";
import { WORDS, word } from "./words.js";

const KEPT_AS = "carousel " + location.pathname;

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
  const all = { ...LAB.lessons, ...(hasLesson() ? { [DATA.lesson.name]: LESSON } : {}) };
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
    const { id, asked, given } = CLASS;
    state.inClass = { id, asked, given, student: LESSON.student };
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
  const before = { answers: {}, again: {}, ...Object.fromEntries(JSON.parse(known[lesson.name] || "[]")) };
  ["answers", "again"].forEach((part) => {
    const newer = Object.entries(other[part]).filter(([step, theirs]) => isSame(state[part][step], before[part][step]) && !isSame(state[part][step], theirs));
    Object.assign(state[part], Object.fromEntries(newer));
  });
  const here = new Set([...state.runs, ...(before.runs || [])].map((run) => JSON.stringify(run)));
  state.runs.push(...other.runs.filter((run) => !here.has(JSON.stringify(run))));
}

function asText(state) {
  return JSON.stringify(Object.entries(state).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Of a run what it was trained with: the same numbers come of it again. */
export function keptLesson(lesson, state) {
  const trained = Object.entries(state.kept).map(([step, run]) => [step, run.experiment]);
  return { ...state, ...freshRuns(), of: versionOf(lesson), again: { ...state.again, ...Object.fromEntries(trained) } };
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
    resume(DATA.lesson.name);
  }
}

/** Goes on with a lesson as it was left. */
export function resume(name, more) {
  Object.assign(LESSON, freshLesson(), LAB.lessons[name], more);
  delete LAB.lessons[name];
}

function recallLesson(lesson, lessons) {
  const state = new Map(Object.entries(lessons ?? {})).get(lesson.name);
  if (state?.of === versionOf(lesson)) {
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

export function forgetKept() {
  known = {};
  try {
    localStorage.removeItem(KEPT_AS);
  } catch (blocked) {
    // Nothing is kept
  }
}
