// Training what was typed, and the way back to the run that the program recorded.

import { lessonRunEnded } from "./answers.js";
import { lookAtRecorded, say, show, viewOf } from "./app.js";
import { computing, train } from "./compute.js";
import { DATA, PAGE } from "./data.js";
import { find } from "./draw.js";
import { enteredIn, fillForm } from "./form.js";
import { LAB, labRunEnded } from "./lab.js";
import { LESSON, isHidden } from "./lesson.js";
import { showMissing } from "./lessonview.js";
import { PLAY, playFrom, stopPlay, wantsMotion } from "./play.js";
import { emptyRun, recordedRun, viewsOf, wordsOf } from "./runs.js";
import { word } from "./words.js";

/**
 * stop ends what is being trained, if anything is; isFollowed: whether the picture is always of the last epoch there is, as it is
 * without motion; then it is drawn again when it is time.
 */
export const TRAINING = { stop: null, isFollowed: true, nextShown: 0 };
/** While it trains a picture is drawn after so many milliseconds, not after each slice; more where drawing takes long. */
const BETWEEN_PICTURES = 150;

export function startRunOfPage() {
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

export function trainExperiment(experiment) {
  stopPlay();
  endTraining();
  LESSON.trainsAgain = "";
  PAGE.run = emptyRun(experiment);
  TRAINING.isFollowed = !wantsMotion();
  Object.assign(PAGE.chosen, { state: 0, place: 0, unit: Math.min(PAGE.chosen.unit, PAGE.run.facts.units - 1) });
  document.body.classList.add("changed");
  document.body.classList.add("training");
  find("progress").max = experiment.hyperparameters.epochs;
  const start = performance.now();
  say(word("page.training"));
  TRAINING.stop = train(experiment, (told) => take(told, start));
  showMissing();
  if (!TRAINING.isFollowed) {
    playFrom(0);
  }
}

/** Whether something is trained, or what was trained is still to be seen. */
export function isTraining() {
  return Boolean(TRAINING.stop || PLAY.whenDone);
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
    show();
    const ended = performance.now();
    TRAINING.nextShown = ended + Math.max(BETWEEN_PICTURES, 3 * (ended - begun));
  }
  if (told.isFinished) {
    const seconds = (performance.now() - start) / 1000;
    endTraining();
    const done = () => tellTrained(told.diverged, seconds);
    if (PLAY.isPlaying) {
      PLAY.whenDone = done;
      document.body.classList.add("awaited");
    } else {
      done();
    }
  }
}

/** Says how training ended, as soon as all of it has been seen. */
function tellTrained(diverged, seconds) {
  const { run } = PAGE;
  const last = run.states[run.states.length - 1];
  const ended = viewOf(viewsOf(run, last), last);
  say(
    diverged
      ? word("page.diverged", [diverged.epoch, diverged.sequence, diverged.step])
      : word("page.trained", [run.epochs.length, seconds, wordsOf(ended.result).headline]),
  );
  lessonRunEnded(ended, Boolean(diverged));
  labRunEnded();
}

export function endTraining() {
  if (TRAINING.stop) {
    TRAINING.stop();
    TRAINING.stop = null;
  }
  document.body.classList.remove("training");
}

export function backToRecorded() {
  stopPlay();
  endTraining();
  DATA.experiment = LAB.recorded;
  PAGE.run = recordedRun();
  PAGE.chosen.state = PAGE.run.states.length - 1;
  document.body.classList.remove("changed");
  fillForm(find("try"), PAGE.run);
  show();
  lookAtRecorded();
  say(word("page.recorded"));
}
