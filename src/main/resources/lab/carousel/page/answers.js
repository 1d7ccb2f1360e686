// The answers of a lesson as a file (.carousel-answers), and what keeps them from being lost.

import { DATA, LAB, announce } from "./data.js";
import { element } from "./draw.js";
import { forgetKept, keep } from "./kept.js";
import { beginLesson } from "./lesson.js";
import { CLASS, LESSON, freshLesson, hasLesson } from "./rules.js";
import { word } from "./words.js";

/** The answers as a file. */
function answersText() {
  const all = hasLesson() ? sheet(LESSON.id, lessonOfAnswers(), answersOf(({ id }) => isAny(LESSON.answers[id])), LESSON.runs) : askedSheet();
  return JSON.stringify(all, null, 2);
}

/** What a sheet says of its lesson. */
export function lessonOfAnswers() {
  const { name, version, steps, ids } = DATA.lesson;
  return { name, version, steps: ids || steps.map(({ id }) => id) };
}

/** Those of them that the student has handed in. */
export function answersHandedIn() {
  return answersOf(({ id, choices }) => isAny(LESSON.answers[id]) && (choices === 0 || LESSON.answers[id].handed > 0));
}

function answersOf(isTaken) {
  return DATA.lesson.steps.filter(isTaken).map(({ id, choices }) => {
    const given = LESSON.answers[id];
    const { before, isCommitted, handed, reason, observed, cards } = given;
    const isOpen = choices > 0 && before !== null && !isCommitted && handed === 0;
    return { step: id, ...(choices > 0 ? answersOfRounds(choices, given) : {}), ...(isOpen ? { committed: false } : {}), reason, observed, cards };
  });
}

/** A sheet as the program reads it. */
export function sheet(id, lesson, answers, runs) {
  const { student } = LESSON;
  const { program } = DATA.lesson || DATA;
  return { format: "carousel answers", version: 1, id, student, program, lesson, answers, runs };
}

/** What was asked in between is a lesson whose steps are q1, q2, ... */
export function askedSheet(ids = Object.keys(CLASS.asked)) {
  const last = Math.max(0, ...ids.map((id) => Number(id.slice(1))));
  const steps = Array.from({ length: last }, (_, at) => "q" + (at + 1));
  return sheet(CLASS.id, { name: "asked", version: "1", steps }, ids.map((id) => ({ step: id, ...askedAnswers(CLASS.asked[id]) })), []);
}

function askedAnswers(given) {
  const { choices, before, again } = given;
  const number = [before, ...again].filter((each) => each !== null).pop();
  const observed = choices > 0 ? [] : [{ answer: number, truth: number, agrees: true }];
  return { ...(choices > 0 ? answersOfRounds(choices, { ...given, after: null }) : {}), reason: "", observed, cards: [] };
}

/** Hands for each choice, of one student: in the first round, in those after it, and once the outcome was seen. */
function answersOfRounds(choices, { before, again, after, handed }) {
  const hands = (choice) => Array.from({ length: choices }, (_, at) => (at === choice ? 1 : 0));
  const more = again.slice(0, Math.max(0, handed - 1));
  return { before: hands(before), after: hands(after), ...(more.length > 0 ? { again: more.map(hands) } : {}) };
}

function isAny(given) {
  return Boolean(given) && (given.before !== null || given.after !== null || given.reason !== "" || given.observed.some(Boolean) || given.cards.some((card) => card !== null));
}

/** What the file is called: another name for each student, and the same when it is saved again. */
function answersName() {
  const student = LESSON.student.replace(/[^\p{L}\p{N}]+/gu, "-");
  return [hasLesson() ? DATA.lesson.name : "asked", student, LESSON.id.slice(0, 4)].join("-").replace(/-+/g, "-");
}

/** What of a lesson would be lost. */
function answersNote({ answers, runs, student }) {
  return Object.values(answers).some(isAny) ? JSON.stringify([answers, runs.length, student]) : "";
}

export function isUnsaved(lesson) {
  return answersNote(lesson) !== "" && answersNote(lesson) !== lesson.saved;
}

export function isSaved(lesson) {
  return lesson.saved !== "" && !isUnsaved(lesson);
}

function areAnyUnsaved() {
  return [LESSON, ...Object.values(LAB.lessons)].some(isUnsaved);
}

/** Asks before the page is left with answers that were neither saved nor kept. */
export function keepUnsaved(event) {
  if (areAnyUnsaved() && !keep()) {
    event.preventDefault();
    event.returnValue = true; // what older browsers ask for
  }
}

export function saveAnswers() {
  const address = URL.createObjectURL(new Blob([answersText()], { type: "application/json" }));
  const link = element("a", { href: address, download: answersName() + ".carousel-answers" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  LESSON.saved = answersNote(LESSON);
  announce("lesson");
}

/** Begins all lessons anew, for another student. */
export function forgetAnswers() {
  if (!areAnyUnsaved() || window.confirm(word("page.kept.forget.unsaved"))) {
    LAB.lessons = {};
    forgetKept();
    Object.assign(LESSON, freshLesson(), { student: "" });
    beginLesson();
  }
}
