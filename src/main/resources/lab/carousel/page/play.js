// The run as a film: its epochs pass in a few seconds, and the picture follows. A run that is being trained is followed in the same
// way, no further than its epochs are there.

import { chooseEpoch, lastEpoch } from "./choose.js";
import { computing } from "./compute.js";
import { PAGE, PLAY, TRAINING, announce } from "./data.js";
import { find, keepMeasures } from "./draw.js";
import { word } from "./words.js";

const SECONDS_OF_PLAY = 6;

/** Whether the system asks for less motion; then only the button starts the film. */
export function wantsMotion() {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

export function playFrom(epoch) {
  const isRunning = PLAY.isPlaying;
  Object.assign(PLAY, { isPlaying: true, epoch, time: performance.now() });
  if (!isRunning) {
    requestAnimationFrame(playFrame);
  }
  showPlay();
}

/** Stops at the epoch that is shown, and does what was to be done at the end. */
export function stopPlay() {
  const { isPlaying, whenDone } = PLAY;
  Object.assign(PLAY, { isPlaying: false, whenDone: null });
  document.body.classList.remove("awaited");
  if (isPlaying) {
    announce("state");
  }
  whenDone?.();
}

/** Has training shown by its last epoch, without a film. */
export function followTraining() {
  stopPlay();
  TRAINING.isFollowed = true;
}

function playFrame(now) {
  if (!PLAY.isPlaying) {
    return;
  }
  const whole = TRAINING.stop ? PAGE.run.experiment.hyperparameters.epochs : lastEpoch();
  const passed = Math.max(0, now - PLAY.time) / 1000 / SECONDS_OF_PLAY;
  PLAY.epoch = Math.min(PLAY.epoch + passed * whole, lastEpoch());
  PLAY.time = now;
  keepMeasures("#loss, #statesPlace, .predictions .scroll", ["predictions", "cellPart", "view"], () => chooseEpoch(PLAY.epoch));
  if (PLAY.epoch >= lastEpoch() && !TRAINING.stop) {
    stopPlay();
  } else {
    requestAnimationFrame(playFrame);
  }
}

export function showPlay() {
  const button = find("play");
  document.body.classList.toggle("playing", PLAY.isPlaying);
  button.disabled = PAGE.run.states.length < 2 && !computing();
  button.title = word(PLAY.isPlaying ? "page.pause" : "page.play");
  button.setAttribute("aria-label", button.title);
}
