"use strict";
// The run as a film: its epochs pass in a few seconds, and the picture follows. A run that is being trained is followed in the same
// way, no further than its epochs are there. Needs app.js.

const PLAY = { isPlaying: false, epoch: 0, time: 0, whenDone: null };
const SECONDS_OF_PLAY = 6;

/** Whether the system asks for less motion; then only the button starts the film. */
function wantsMotion() {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function playFrom(epoch) {
  const isRunning = PLAY.isPlaying;
  Object.assign(PLAY, { isPlaying: true, epoch, time: performance.now() });
  if (!isRunning) {
    requestAnimationFrame(playFrame);
  }
  showPlay();
}

/** Stops at the epoch that is shown, and does what was to be done at the end. */
function stopPlay() {
  const { isPlaying, whenDone } = PLAY;
  Object.assign(PLAY, { isPlaying: false, whenDone: null });
  document.body.classList.remove("awaited");
  if (isPlaying) {
    show();
  }
  if (whenDone) {
    whenDone();
  }
}

/** Has training shown by its last epoch, without a film. */
function followTraining() {
  stopPlay();
  isFollowed = true;
}

function lastEpoch() {
  return shownRun.states.length === 0 ? 0 : shownRun.states[shownRun.states.length - 1].epoch;
}

function playFrame(now) {
  if (!PLAY.isPlaying) {
    return;
  }
  const whole = stopTraining ? shownRun.experiment.epochs : lastEpoch();
  const passed = Math.max(0, now - PLAY.time) / 1000 / SECONDS_OF_PLAY;
  PLAY.epoch = Math.min(PLAY.epoch + passed * whole, lastEpoch());
  PLAY.time = now;
  chooseEpoch(PLAY.epoch);
  if (PLAY.epoch >= lastEpoch() && !stopTraining) {
    stopPlay();
  } else {
    requestAnimationFrame(playFrame);
  }
}

/** What the button does: it pauses, goes on, begins again after the end, or trains what is not trained yet. */
function playOrPause() {
  if (PLAY.isPlaying) {
    stopPlay();
  } else if (shownRun.states.length > 1 && !isHidden("run")) {
    playFrom(view.epoch === lastEpoch() ? 0 : view.epoch);
  } else {
    startRunOfPage();
  }
}

function showPlay() {
  const button = find("play");
  document.body.classList.toggle("playing", PLAY.isPlaying);
  button.disabled = shownRun.states.length < 2 && !DATA.isTrained;
  button.title = word(PLAY.isPlaying ? "page.pause" : "page.play");
  button.setAttribute("aria-label", button.title);
}
