// The answers of a lesson as a file (.carousel-answers), and the runs that go into it. LESSON is where the student is, see
// lesson.js.

import { answersOfRounds, askedSheet, handInChanges } from "./classroom.js";
import { DATA, LIMITS, PAGE, isSame } from "./data.js";
import { element } from "./draw.js";
import { keep } from "./kept.js";
import { LAB } from "./lab.js";
import { LESSON, hasLesson, observeNeeds, situationNow, stepNow } from "./lesson.js";
import { showLesson } from "./lessonview.js";

/** Random, in the form of a UUID; where a page has no secure random numbers of its own name for them, it makes one of bytes. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Keeps a run that has come to its end, once for each experiment. */
export function lessonRunEnded(ended, hasDiverged) {
  if (!hasLesson()) {
    return;
  }
  const verdictWord = ended.result.verdict.toLowerCase().replaceAll("_", " ");
  PAGE.run.ended = { run: performance.now(), state: hasDiverged ? "diverged" : "finished", epoch: ended.epoch, verdict: verdictWord, floors: ended.result.floors };
  const { trainsAgain } = LESSON;
  LESSON.kept[trainsAgain || stepNow().id] = PAGE.run;
  delete LESSON.again[trainsAgain];
  Object.assign(LESSON, { begun: "", trainsAgain: "" }, trainsAgain ? { before: situationNow() } : {});
  const { experiment } = PAGE.run;
  const isNew = LESSON.runs.every((run) => !isSame(run.experiment, experiment));
  if (isNew && LESSON.runs.length < LIMITS.runs && Number.isFinite(ended.result.loss)) {
    const { right, steps, bits, loss } = ended.result;
    LESSON.runs.push({
      step: stepNow().id,
      experiment,
      epoch: ended.epoch,
      verdict: verdictWord,
      right,
      steps,
      bits: Number.isFinite(bits) ? bits : 0,
      loss,
    });
  }
  observeNeeds();
  showLesson();
  handInChanges();
}

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
  return DATA.lesson.steps.filter(isTaken).map((step) => {
    const given = LESSON.answers[step.id];
    const asked = step.choices > 0 ? answersOfRounds(step.choices, given) : {};
    const isOpen = step.choices > 0 && given.before !== null && !given.isCommitted && given.handed === 0;
    return Object.assign({ step: step.id }, asked, isOpen ? { committed: false } : {}, { reason: given.reason, observed: given.observed, cards: given.cards });
  });
}

/** A sheet as the program reads it. */
export function sheet(id, lesson, answers, runs) {
  const { student } = LESSON;
  const { program } = DATA.lesson || DATA;
  return { format: "carousel answers", version: 1, id, student, program, lesson, answers, runs };
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

export function areAnyUnsaved() {
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
  showLesson();
}
