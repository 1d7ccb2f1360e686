// Where the student is in a lesson and in a class, and what the rules of the step say of what was done. The answers stay in the page
// until the student saves them, in the format of the program's own (.carousel-answers).

import { computing } from "./compute.js";
import { DATA, LAB, PAGE, announce, isSame } from "./data.js";
import { find } from "./draw.js";
import { readForm } from "./form.js";
import { WORDS } from "./words.js";

/** Where the student is, and what was answered so far: by the ids of the steps. */
export const LESSON = Object.assign({ student: "" }, freshLesson());

export function freshLesson() {
  const answered = {
    at: 0,
    answers: {},
    runs: [], // what goes into the file
    again: {}, // the experiment that was trained in a step before the page was left
    id: "",
    saved: "", // what was saved last
  };
  return Object.assign(answered, freshRuns());
}

/** What is gone with the page. */
export function freshRuns() {
  return {
    kept: {}, // the run that ended last in a step
    begun: "", // the step whose experiment is shown untrained
    before: {}, // what was read when the step was entered
    trainsAgain: "", // the step whose run is being trained again
    isOfClass: false, // whether the teacher looks at the answers of a class instead of the step
    votes: null, // the answers of a class that were opened, see votes.js
  };
}

/** A class whose phones answer, see classroom.js. */
export const CLASS = {
  request: null, // asks the server, see wire.js
  id: "", // of the student, which the class gives
  asked: {}, // what was answered to what was asked in between, by ids
  given: "", // the experiment that the teacher gave last
  heard: 0, // number of the moment that was told last
  told: null, // what was told last
  door: "", // "new", "waiting" or "dropped" where the class has not let this phone in
  number: "", // of this student, by which the teacher knows it
  lastHeard: 0, // when the server told something last
  before: null, // what had the keyboard before the phones were paused
  failures: 0, // since the server answered last
  isEnded: false,
  isSending: false,
  confirmed: {}, // the sheets that the server has kept, by the names of their lessons
  rejected: {}, // those that it did not take
  refusal: "", // and why
  toldStep: 0, // number of the step that the server knows this phone to show
  goOn: null, // asks the server at once, whatever is waited for
};

export function isOfClass() {
  return Boolean(DATA.isOfClass);
}

export function isLed() {
  return isOfClass() && Boolean(CLASS.told) && CLASS.told.led;
}

export function hasLab() {
  return Boolean(DATA.lab);
}

export function lessonsHere() {
  return hasLab() ? DATA.lab.lessons : [LAB.lesson].filter(Boolean);
}

export function hasLesson() {
  return Boolean(DATA.lesson);
}

export function stepNow() {
  return DATA.lesson.steps[LESSON.at];
}

/** Number of the step that is shown; 0 for none. */
export function stepNumber() {
  return hasLesson() ? LESSON.at + 1 : 0;
}

export function isLastStep() {
  return LESSON.at >= DATA.lesson.steps.length - 1;
}

/** The lesson's texts in the language that is spoken. */
export function lessonTexts() {
  return DATA.lesson.texts[WORDS.language];
}

export function textsNow() {
  return lessonTexts().steps[LESSON.at];
}

/** What was answered in the step; made when it is first asked for. */
export function answersNow() {
  const { id, choices, observations, cards } = stepNow();
  return (LESSON.answers[id] ??= {
    before: null,
    after: null,
    isCommitted: choices === 0,
    reason: "",
    observed: new Array(observations).fill(null),
    typed: new Array(observations).fill(""),
    met: [], // for good once it has happened while the step was shown
    cards: cards.map(() => null),
    turned: cards.map(() => false),
    again: [], // predictions of the rounds after the first
    handed: 0, // the round in which it was handed in to a class that answers live
  });
}

/** The heatmap's layer, the experiment in the form, and the run that is shown if it is of it and has ended. */
export function situationNow() {
  const { experiment } = computing() ? readForm(find("try")) : {};
  if (!experiment) {
    return {};
  }
  const { task, hyperparameters } = experiment;
  const { run, view, chosen } = PAGE;
  const evaluation = !run.facts.hasTwoEvaluations ? "the same" : view?.isStepByStep ? "step by step" : "";
  const ended = run.ended && isSame(run.experiment, experiment) ? { ...run.ended, ...(view.epoch > 0 ? shownNow(view) : {}) } : {};
  return { quantity: chosen.layer, evaluation, task, ...hyperparameters, ...ended };
}

/** What is to be read off the page. */
function shownNow({ epoch, result }) {
  const read = { ...result, criterion: result.inARow, epoch, forecast: result.verdict };
  return Object.fromEntries(["verdict", "forecast", "loss", "right", "margin", "bits", "criterion", "floors", "error", "epoch"].map((name) => ["shown." + name, read[name]]));
}

/** Notes which needs are met; true if one has just been. */
export function observeNeeds() {
  const given = answersNow();
  const { met } = given;
  given.met = computing() ? computing().needsMet(stepNow().rules, met, LESSON.before, situationNow()) : met;
  return given.met.some((isMet, at) => isMet && !met[at]);
}

/** Says so as soon as something that the lesson waits for has happened. */
export function noteNeeds() {
  if (hasLesson() && observeNeeds()) {
    announce("lesson");
  }
}

/** What the rules of the step tell of what was done, see StepRules in the program. */
export function toldNow() {
  const { rules, first, observations } = stepNow();
  const { isCommitted, met, observed } = answersNow();
  const waits = observations > 0 && isLed() && stepNumber() === CLASS.told.step && !CLASS.told.seen; // the class sees the outcome on the wall first
  const done = { isCommitted, met, seen: observed.map(Boolean), waits };
  return computing() ? computing().stepTold(rules, done) : first;
}

/** Whether the question of the step hides a part of the page, a view, the run, or how the network does step by step. */
export function isHidden(spot) {
  return hasLesson() && toldNow().hides.includes(spot);
}
