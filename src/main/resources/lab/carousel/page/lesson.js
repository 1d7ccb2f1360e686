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

/** What the rules read: the heatmap's layer, the experiment in the form, and the run that is shown if it is of it and has ended. */
export function situationNow() {
  const { experiment } = computing() ? readForm(find("try")) : {};
  if (!experiment) {
    return {};
  }
  const { task, hyperparameters } = experiment;
  const { run, view } = PAGE;
  const isShown = isSame(run.experiment, experiment);
  const evaluation = !run.facts.hasTwoEvaluations ? "the same" : view && view.isStepByStep ? "step by step" : "";
  return { quantity: PAGE.chosen.layer, evaluation, task, ...hyperparameters, ...(isShown ? run.ended : {}), ...(isShown && run.ended && view.epoch > 0 ? shownNow(view) : {}) };
}

/** What is to be read off the page. */
function shownNow({ epoch, result }) {
  const read = { ...result, criterion: result.inARow, epoch };
  return Object.fromEntries(["verdict", "loss", "right", "margin", "bits", "criterion", "floors", "epoch"].map((name) => ["shown." + name, read[name]]));
}

/** Notes which needs are met; true if one has just been. */
export function observeNeeds() {
  const given = answersNow();
  const { met } = given;
  given.met = computing() ? computing().needsMet(stepNow().rules, met, LESSON.before, situationNow()) : met;
  return given.met.some((isMet, at) => isMet && !met[at]);
}

/** What the rules of the step tell of what was done, see StepRules in the program. */
export function toldNow() {
  const { rules, first, observations } = stepNow();
  const { isCommitted, met, observed } = answersNow();
  const done = { isCommitted, met, seen: observed.map(Boolean), waits: observations > 0 && waitsForWall() };
  return computing() ? computing().stepTold(rules, done) : first;
}

/** Whether the question of the step hides a part of the page, a view, the run, or how the network does step by step. */
export function isHidden(spot) {
  return hasLesson() && toldNow().hides.includes(spot);
}
