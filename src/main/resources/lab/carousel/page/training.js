// Training what was typed, and the way back to the run that the program recorded.

import { chooseEpoch, lastEpoch } from "./choose.js";
import { computing, train } from "./compute.js";
import { DATA, LIMITS, PAGE, PLAY, TRAINING, announce } from "./data.js";
import { find, say } from "./draw.js";
import { enteredIn, fillForm } from "./form.js";
import { followTraining, playFrom, stopPlay, wantsMotion } from "./play.js";
import { LESSON, hasLesson, isHidden } from "./rules.js";
import { emptyRun, recordedRun, viewOf, viewsOf, wordsOf } from "./runs.js";
import { word } from "./words.js";

/** While it trains a picture is drawn after so many milliseconds, not after each slice; more where drawing takes long. */
const BETWEEN_PICTURES = 150;

/** Looks at a run, at its end, instead of what is trained or played. */
export function lookAt(run, chosen) {
  stopPlay();
  endTraining();
  DATA.experiment = run.experiment;
  PAGE.run = run;
  fillForm(find("try"), run);
  Object.assign(PAGE.chosen, { state: run.states.length - 1 }, chosen);
  announce("state");
}

function startRunOfPage() {
  if (isHidden("run") || !computing()) {
    return;
  }
  const experiment = enteredIn(find("try"));
  if (!experiment) {
    say(word("page.problem.some"));
    return;
  }
  trainExperiment(experiment);
}

/** The same, and brings what is trained into sight. */
export function trainInSight() {
  startRunOfPage();
  if (TRAINING.stop) {
    showStage();
  }
}

/** What the button does: it pauses, goes on, begins again after the end, or trains what is not trained yet. */
export function playOrPause() {
  if (PLAY.isPlaying) {
    stopPlay();
  } else if (PAGE.run.states.length > 1 && !isHidden("run")) {
    playFrom(PAGE.view.epoch === lastEpoch() ? 0 : PAGE.view.epoch);
  } else {
    startRunOfPage();
  }
}

function trainExperiment(experiment) {
  stopPlay();
  endTraining();
  LESSON.trainsAgain = "";
  PAGE.run = emptyRun(experiment);
  TRAINING.isFollowed = !wantsMotion();
  Object.assign(PAGE.chosen, { state: 0, place: 0, unit: Math.min(PAGE.chosen.unit, PAGE.run.facts.units - 1) });
  document.body.classList.add("changed", "training");
  find("progress").max = experiment.hyperparameters.epochs;
  const start = performance.now();
  say(word("page.training"));
  TRAINING.stop = train(experiment, (told) => take(told, start));
  announce("missing");
  if (!TRAINING.isFollowed) {
    playFrom(0);
  }
}

/** Trains what was not typed, without a film. */
export function trainGiven(experiment) {
  DATA.experiment = experiment;
  trainExperiment(experiment);
  fillForm(find("try"), PAGE.run);
  followTraining();
}

/** What a slice of training tells. */
function take(told, start) {
  const { run, chosen } = PAGE;
  told.epochs.forEach((each) => {
    if (each.epoch > 0) {
      run.epochs.push(each);
    }
    if (each.weights) {
      run.states.push({ epoch: each.epoch, weights: each.weights, views: [], result: each.result });
    }
  });
  if (run.states.length === 0) {
    return;
  }
  find("progress").value = run.epochs.length;
  if (TRAINING.isFollowed && (told.isFinished || performance.now() > TRAINING.nextShown)) {
    const begun = performance.now();
    chosen.state = run.states.length - 1;
    announce("state");
    const ended = performance.now();
    TRAINING.nextShown = ended + Math.max(BETWEEN_PICTURES, 3 * (ended - begun));
  }
  if (told.isFinished) {
    const seconds = (performance.now() - start) / 1000;
    endTraining();
    PLAY.whenDone = () => tellTrained(told.diverged, seconds);
    document.body.classList.add("awaited");
    if (!PLAY.isPlaying) {
      stopPlay();
    }
  }
}

/** Says how training ended, as soon as all of it has been seen. */
function tellTrained(diverged, seconds) {
  const { run } = PAGE;
  const last = run.states.at(-1);
  const ended = viewOf(viewsOf(run, last), last);
  say(
    diverged
      ? word("page.diverged", [diverged.epoch, diverged.sequence, diverged.step])
      : word("page.trained", [run.epochs.length, seconds, wordsOf(ended.result).headline]),
  );
  announce("ended", ended, Boolean(diverged));
}

export function endTraining() {
  TRAINING.stop?.();
  TRAINING.stop = null;
  document.body.classList.remove("training");
}

export function backToRecorded() {
  document.body.classList.remove("changed");
  lookAt(recordedRun());
  lookAtRecorded();
  say(word("page.recorded"));
}

/**
 * Fills the gaps between the recorded epochs: the page trains the run again in the background. What it gets is taken only if
 * its last weights are those of the program, which they are unless the run was changed on its way. Then it looks at the epoch that is
 * wanted, unless another was chosen meanwhile.
 */
export function lookAtRecorded(wanted) {
  const { run, chosen } = PAGE;
  const { experiment, facts, states } = run;
  const { state } = chosen;
  const last = states.at(-1);
  const updates = last.epoch * (experiment.task.sequences ?? []).join(" ").split(" ").length;
  if (!computing() || facts.sequences === 0 || states.length > last.epoch || updates * last.weights.length > LIMITS.filled) {
    return;
  }
  const all = [];
  train({ ...experiment, hyperparameters: { ...experiment.hyperparameters, epochs: last.epoch } }, (told) => {
    all.push(...told.epochs.filter((each) => each.weights).map(({ epoch, weights }) => ({ epoch, weights, views: [] })));
    const end = all.at(-1);
    if (!told.isFinished || end.epoch !== last.epoch || end.weights.some((weight, at) => weight !== last.weights[at])) {
      return;
    }
    const isShown = PAGE.run === run;
    const epoch = isShown && (wanted === undefined || chosen.state !== state) ? states[chosen.state].epoch : wanted;
    run.states = all.slice(0, -1).concat(last);
    if (isShown) {
      chooseEpoch(epoch);
    }
  });
}

/** Brings the beginning of what is trained into sight where it stands above or below what was pressed, not beside it. */
export function showStage() {
  const lab = find("lab").getBoundingClientRect();
  if (lab.width < 700 || (hasLesson() && lab.top >= find("lessonPart").getBoundingClientRect().bottom)) {
    find("lab").scrollIntoView();
  }
}
