"use strict";
// Training what was typed, and the way back to the run that the program recorded.

let stopTraining = null;
/** While it trains a picture is drawn after so many milliseconds, not after each slice; more where drawing takes long. */
const BETWEEN_PICTURES = 150;
let nextShown = 0;
/** Whether the picture is always of the last epoch there is, as it is without motion. */
let isFollowed = true;

function startRunOfPage() {
  if (isHidden("run")) {
    return;
  }
  const experiment = readForm(find("try"), DATA.experiment);
  if (!experiment) {
    say(word("page.problem.some"));
    return;
  }
  trainExperiment(experiment);
}

function trainExperiment(experiment) {
  stopPlay();
  endTraining();
  LESSON.trainsAgain = "";
  shownRun = emptyRun(experiment);
  isFollowed = !wantsMotion();
  Object.assign(chosen, { state: 0, place: 0, unit: Math.min(chosen.unit, experiment.units - 1) });
  document.body.classList.add("changed");
  document.body.classList.add("training");
  find("progress").max = experiment.epochs;
  const start = performance.now();
  say(word("page.training"));
  stopTraining = train(experiment, workerScripts(), (told) => take(told, start));
  if (!isFollowed) {
    playFrom(0);
  }
}

function workerScripts() {
  return ["random", "numbers", "tape", "network", "learn", "forks", "train"].map((name) => find("script-" + name).textContent);
}

/** What a slice of training tells. */
function take(told, start) {
  told.epochs.forEach((each) => {
    if (each.epoch > 0) {
      shownRun.epochs.push(each.epoch);
      shownRun.loss.push(each.loss);
      shownRun.bits.push(each.bits);
      shownRun.separation.push(each.separation);
      shownRun.separationBefore = each.separationBefore;
      each.sequenceLoss.forEach((loss, s) => shownRun.sequenceLoss[s].push(loss));
    }
    if (each.weights) {
      shownRun.states.push({ epoch: each.epoch, weights: each.weights });
    }
  });
  if (shownRun.states.length === 0) {
    return;
  }
  find("progress").value = shownRun.epochs.length;
  if (isFollowed && (told.isFinished || performance.now() > nextShown)) {
    const begun = performance.now();
    chosen.state = shownRun.states.length - 1;
    show();
    const ended = performance.now();
    nextShown = ended + Math.max(BETWEEN_PICTURES, 3 * (ended - begun));
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
  const last = shownRun.states[shownRun.states.length - 1];
  const ended = viewOf(viewsOf(shownRun, last), last);
  say(
    diverged
      ? word("page.diverged", [diverged.epoch, diverged.sequence, diverged.step])
      : word("page.trained", [shownRun.epochs.length, seconds, verdictWords(ended.result).headline]),
  );
  lessonRunEnded(ended, Boolean(diverged));
  labRunEnded();
}

function endTraining() {
  if (stopTraining) {
    stopTraining();
    stopTraining = null;
  }
  document.body.classList.remove("training");
}

function backToRecorded() {
  stopPlay();
  endTraining();
  DATA.experiment = LAB.recorded;
  shownRun = recordedRun();
  chosen.state = shownRun.states.length - 1;
  document.body.classList.remove("changed");
  fillForm(find("try"), DATA.experiment);
  show();
  lookAtRecorded();
  say(word("page.recorded"));
}
