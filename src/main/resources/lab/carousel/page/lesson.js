// A lesson in the page: its steps with what is predicted, why, what is seen and what is still known. The answers stay in the page
// until the student saves them, in the format of the program's own (.carousel-answers).

import { randomId } from "./answers.js";
import { say, show } from "./app.js";
import { waitsForWall } from "./classroom.js";
import { computing } from "./compute.js";
import { DATA, PAGE, isSame } from "./data.js";
import { find } from "./draw.js";
import { fillForm, readForm } from "./form.js";
import { showLesson } from "./lessonview.js";
import { followTraining, stopPlay } from "./play.js";
import { untrainedRun } from "./runs.js";
import { endTraining, trainExperiment } from "./training.js";
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
    before: {}, // the situation in which the step was entered
    trainsAgain: "", // the step whose run is being trained again
    isOfClass: false, // whether the teacher looks at the answers of a class instead of the step
    votes: null, // the answers of a class that were opened, see votes.js
  };
}

export function hasLesson() {
  return Boolean(DATA.lesson);
}

export function beginLesson() {
  if (!hasLesson()) {
    return;
  }
  LESSON.id = LESSON.id || randomId();
  document.body.classList.add("lesson");
  find("lessonPart").hidden = false;
  enterStep(LESSON.at);
}

// ---- The step -------------------------------------------------------------------------------------------------------------------------

export function stepNow() {
  return DATA.lesson.steps[LESSON.at];
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
  const step = stepNow();
  LESSON.answers[step.id] = LESSON.answers[step.id] || {
    before: null,
    after: null,
    isCommitted: step.choices === 0,
    reason: "",
    observed: new Array(step.observations).fill(null),
    typed: new Array(step.observations).fill(""),
    met: [], // for good once it has happened while the step was shown
    cards: step.cards.map(() => null),
    turned: step.cards.map(() => false),
    again: [], // predictions of the rounds after the first
    handed: 0, // the round in which it was handed in to a class that answers live
  };
  return LESSON.answers[step.id];
}

/** Goes to a step, whatever has happened, and sets up its experiment where the page can train it. */
export function enterStep(at) {
  stopPlay();
  LESSON.at = Math.max(0, Math.min(DATA.lesson.steps.length - 1, at));
  LESSON.isOfClass = false;
  if (find("stepByStep").checked) {
    find("stepByStep").checked = false; // each step begins as trained
    show();
  }
  showRunOfStep();
  LESSON.before = situationNow();
  observeNeeds();
  showLesson();
}

/**
 * Shows what was trained last in the step, or before it on what it goes on with; otherwise the network with which it begins,
 * untrained.
 */
function showRunOfStep() {
  const { steps } = DATA.lesson;
  let from = LESSON.at;
  while (from > 0 && !LESSON.kept[steps[from].id] && !LESSON.again[steps[from].id] && !steps[from].setsUp) {
    from--;
  }
  const kept = LESSON.kept[steps[from].id];
  const { experiment } = stepNow();
  document.body.classList.toggle("elsewhere", !kept && !experiment);
  if (!kept && trainAgain(steps[from])) {
    return;
  }
  if (kept ? kept === PAGE.run : !experiment || LESSON.begun === steps[from].id) {
    return;
  }
  endTraining();
  LESSON.begun = kept ? "" : steps[from].id;
  DATA.experiment = kept ? kept.experiment : experiment;
  PAGE.run = kept || untrainedRun(experiment);
  fillForm(find("try"), PAGE.run);
  Object.assign(PAGE.chosen, { state: PAGE.run.states.length - 1, place: 0 });
  say("");
  show();
}

/** Trains what a step had trained before the page was left, unless that is under way; whether there is anything. */
function trainAgain({ id }) {
  const experiment = LESSON.again[id];
  if (experiment && LESSON.trainsAgain !== id) {
    DATA.experiment = experiment;
    trainExperiment(experiment);
    fillForm(find("try"), PAGE.run);
    followTraining();
    LESSON.trainsAgain = id;
  }
  return Boolean(experiment);
}

// ---- What the step waits for ----------------------------------------------------------------------------------------------------------

/** What conditions read: the heatmap's layer, the experiment in the form, and the run that is shown if it is of it and has ended. */
export function situationNow() {
  const { experiment } = computing() ? readForm(find("try")) : {};
  if (!experiment) {
    return {};
  }
  const { task, hyperparameters } = experiment;
  const isShown = isSame(PAGE.run.experiment, experiment);
  const evaluation = !PAGE.run.facts.hasTwoEvaluations ? "the same" : PAGE.view && PAGE.view.isStepByStep ? "step by step" : "";
  return { quantity: PAGE.chosen.layer, evaluation, task: JSON.stringify(task), ...hyperparameters, ...(isShown ? PAGE.run.ended : {}) };
}

/** Whether a condition holds; see Condition in the program, whose data it is. */
function holds({ reads, test, value }, before, now) {
  const seen = now[reads];
  const isChanged = test === "CHANGED" && seen !== before[reads];
  return seen !== undefined && (isChanged || (test === "IS" && seen === value) || (test === "AT_LEAST" && seen >= value));
}

/** Notes which needs are met; true if one has just been. */
export function observeNeeds() {
  const { met } = answersNow();
  const now = situationNow();
  const isNews = (conditions, at) => !met[at] && conditions.every((condition) => holds(condition, LESSON.before, now));
  const news = stepNow().needs.map(isNews);
  news.forEach((isMet, at) => (met[at] = met[at] || isMet));
  return news.some(Boolean);
}

/** Whether all that the step needs has happened; what it needs may be told only later. */
export function isAllMet() {
  return stepNow().needs.every((_, at) => answersNow().met[at]);
}

/** Whether there is something to be seen: the prediction is committed to, and what is needed has happened. */
export function canObserve() {
  return answersNow().isCommitted && isAllMet();
}

/** Whether all was observed that can be, here. */
export function isObserved() {
  return canObserve() && stepNow().observe.every(({ isHere }, at) => !isHere || answersNow().observed[at] !== null);
}

/** Whether what is right is told: where something is to be observed, to a class that follows the wall once it has seen it there. */
export function isExplained() {
  return isObserved() && (stepNow().observations === 0 || !waitsForWall());
}

/** Whether the question of the step hides a part of the page, or a view, see PageStep in the program. */
export function isHidden(spot) {
  return hasLesson() && !answersNow().isCommitted && stepNow().hides.concat(stepNow().hidesPlaces).includes(spot);
}

/** Whether it is still to be found out how the network does step by step. */
export function isComparisonHidden() {
  const { comparison } = hasLesson() ? stepNow() : {};
  return comparison === "hidden" || (comparison === "asked" && !answersNow().isCommitted);
}

// ---- What is seen ---------------------------------------------------------------------------------------------------------------------

/** What the page shows: the number of a reading, or the place of the verdict. NaN if the experiment in the form was not trained. */
function shownValue(observation) {
  const { view } = PAGE;
  if (!situationNow().state || view.epoch === 0) {
    return NaN;
  }
  const { result } = view;
  const readings = { loss: result.loss, right: result.right, margin: result.margin, bits: result.bits, criterion: result.inARow, floors: result.floors, epoch: view.epoch };
  return observation.reads === "verdict" ? VERDICTS.indexOf(result.verdict) : readings[observation.reads];
}

const VERDICTS = ["REMEMBERS", "A_TRACE", "NOT_YET", "NEEDS_NO_MEMORY", "CANNOT_BE_KNOWN", "BY_FLOORS"];

/** Whether the experiment in the form is the one of which the lesson says what is right. */
function isLessonsRun() {
  const { ownRun, experiment } = stepNow();
  const now = situationNow();
  const task = JSON.stringify(experiment.task);
  return ownRun.every((condition) => holds(condition.reads === "task" ? { ...condition, value: task } : condition, {}, now));
}

/** Compares an answer with what there is to be seen; null if that cannot be said yet. */
export function checked(observation, answer) {
  if (!observation.reads) {
    const { right } = observation;
    return right === null || !isLessonsRun() ? { answer, truth: answer } : { answer, truth: right, agrees: answer === right };
  }
  const truth = shownValue(observation);
  const slack = observation.within + 1e-9 * Math.max(1, Math.abs(truth));
  return Number.isFinite(truth) ? { answer, truth, agrees: Math.abs(answer - truth) <= slack } : null;
}

