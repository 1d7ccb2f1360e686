// A lesson in the page: which step is shown, with which run, and what it still asks for.

import { chooseEvaluation } from "./choose.js";
import { DATA, LIMITS, PAGE, announce, isSame, isTraining, randomId, whenever } from "./data.js";
import { find, say } from "./draw.js";
import { stopPlay } from "./play.js";
import { LESSON, answersNow, hasLesson, isLastStep, isLed, isOfClass, observeNeeds, situationNow, stepNow, textsNow, toldNow } from "./rules.js";
import { untrainedRun } from "./runs.js";
import { lookAt, trainGiven } from "./training.js";
import { word } from "./words.js";

export function beginLesson() {
  if (!hasLesson()) {
    return;
  }
  LESSON.id = LESSON.id || randomId();
  document.body.classList.add("lesson");
  find("lessonPart").hidden = false;
  enterStep(LESSON.at);
}

/** Goes to a step, whatever has happened, and sets up its experiment where the page can train it. */
export function enterStep(at) {
  stopPlay();
  LESSON.at = Math.max(0, Math.min(DATA.lesson.steps.length - 1, at));
  LESSON.isOfClass = false;
  if (find("stepByStep").checked) {
    chooseEvaluation(false); // each step begins as trained
  }
  showRunOfStep();
  LESSON.before = situationNow();
  observeNeeds();
  announce("lesson");
}

/** Goes to a step that the student chose, and shows its beginning. */
export function goToStep(at) {
  enterStep(at);
  find("lessonTitle").focus();
  find("lessonPart").scrollIntoView();
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
  const { id } = steps[from];
  const kept = LESSON.kept[id];
  const { experiment } = stepNow();
  document.body.classList.toggle("elsewhere", !kept && !experiment);
  if (!kept && trainAgain(id)) {
    return;
  }
  if (kept ? kept === PAGE.run : !experiment || LESSON.begun === id) {
    return;
  }
  LESSON.begun = kept ? "" : id;
  lookAt(kept || untrainedRun(experiment), { place: 0 });
  say("");
}

/** Trains what a step had trained before the page was left, unless that is under way; whether there is anything. */
function trainAgain(id) {
  const experiment = LESSON.again[id];
  if (experiment && LESSON.trainsAgain !== id) {
    trainGiven(experiment);
    LESSON.trainsAgain = id;
  }
  return Boolean(experiment);
}

/** Keeps a run that has come to its end, once for each experiment. */
whenever("ended", ({ result, epoch }, hasDiverged) => {
  if (!hasLesson()) {
    return;
  }
  const verdict = result.verdict.toLowerCase().replaceAll("_", " ");
  PAGE.run.ended = { run: performance.now(), state: hasDiverged ? "diverged" : "finished", epoch, verdict, floors: result.floors };
  const { trainsAgain } = LESSON;
  const step = stepNow().id;
  LESSON.kept[trainsAgain || step] = PAGE.run;
  delete LESSON.again[trainsAgain];
  Object.assign(LESSON, { begun: "", trainsAgain: "" }, trainsAgain ? { before: situationNow() } : {});
  const { experiment } = PAGE.run;
  const isNew = LESSON.runs.every((run) => !isSame(run.experiment, experiment));
  const { right, steps, bits, loss } = result;
  if (isNew && LESSON.runs.length < LIMITS.runs && Number.isFinite(loss)) {
    LESSON.runs.push({ step, experiment, epoch, verdict, right, steps, bits: Number.isFinite(bits) ? bits : 0, loss });
  }
  observeNeeds();
  announce("lesson");
});

/** What the button says that ends the prediction. */
export function revealWord() {
  return word(isOfClass() ? "page.class.handIn" : stepNow().rules.tellsAtOnce ? "lesson.reveal" : "lesson.commit");
}

/** What the step still asks for; empty if nothing. */
export function missingWords() {
  const { isCommitted, met } = answersNow();
  const { waitsForWall, canObserve, isDone } = toldNow();
  if (isTraining()) {
    return word("page.lesson.training");
  }
  if (waitsForWall) {
    return word("page.class.wall");
  }
  const asked = [
    isCommitted ? "" : word("page.lesson.need.answer", [revealWord()]),
    ...(isCommitted ? textsNow().needs.filter((_, at) => !met[at]) : []),
    canObserve ? word("page.lesson.need.observe") : "",
  ];
  return isDone ? "" : word(isLed() ? "page.class.missing" : isLastStep() ? "lesson.missing.last" : "lesson.missing", [asked.filter(Boolean).join("; ")]);
}
