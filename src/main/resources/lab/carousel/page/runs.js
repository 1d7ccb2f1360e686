// The run that is looked at, and how its networks do.

import { computing } from "./compute.js";
import { DATA, LAB, PAGE, isSame } from "./data.js";
import { find } from "./draw.js";
import { WORDS, word } from "./words.js";

/** The run that the program recorded. */
export function recordedRun() {
  const { run } = DATA;
  const { loss, band, margin, bits, separation, separationBefore, sequenceLoss } = run;
  const told = (epoch, at) => ({ epoch, loss: loss[at], band: band[at], margin: margin[at], bits: bits[at], separation: separation[at], separationBefore, sequenceLoss: sequenceLoss.map((line) => line[at]) });
  return Object.assign(emptyRun(LAB.recorded, run.facts), {
    isRecorded: true,
    epochs: run.epochs.map(told),
    wentOn: run.wentOn || 0,
    states: run.states.map(({ epoch, weights, views }) => ({ epoch, weights: weightsOf(weights), views })),
  });
}

/** The name and a text of the task that the program recorded, where that draws its sequences and is the one of a run. */
export function drawnWords({ experiment }) {
  const { drawn } = DATA.run;
  return drawn && isSame(experiment.task, LAB.recorded.task) ? drawn[WORDS.language] : [];
}

/** The network with which an experiment begins. */
export function untrainedRun(experiment) {
  const run = emptyRun(experiment, computing() ? null : DATA.first.facts);
  const weights = computing() ? computing().untrained(experiment) : null;
  run.states.push({ epoch: 0, weights, views: computing() ? [] : DATA.first.views });
  return run;
}

/** A run of which nothing is known yet but the facts of its experiment. */
export function emptyRun(experiment, known) {
  const facts = known || computing().facts(experiment);
  return { experiment, facts, floors: facts.floors, epochs: [], states: [] };
}

/** How the network of a state does as trained and, where that can differ, step by step: recorded, or computed. */
export function viewsOf(run, state) {
  if (!computing()) {
    return state.views;
  }
  if (SEEN.state !== state || SEEN.language !== WORDS.language) {
    const both = run.facts.hasTwoEvaluations ? [false, true] : [false];
    const views = both.map((isStepByStep) => computing().seen(run.experiment, state.weights, isStepByStep));
    const known = state.result || state.views.map((view) => view.result)[0];
    if (known && "inARow" in known) {
      // How far a criterion is met is known while training alone
      Object.assign(views[0].result, { inARow: known.inARow, wordsOfTraining: known.words });
    }
    Object.assign(SEEN, { state, views, language: WORDS.language });
  }
  return SEEN.views;
}

/** What is drawn of a state: as trained, or step by step where that is asked for. */
export function viewOf(views, { epoch, weights }) {
  const isStepByStep = find("stepByStep").checked && views.length > 1;
  return { ...PAGE.run, ...views[isStepByStep ? 1 : 0], epoch, weights, isStepByStep };
}

/** The views that were computed last. */
const SEEN = { state: null, views: [], language: "" };

/** Both side by side, where they differ. */
export function bothWords([asTrained, stepByStep]) {
  const [one, other] = [asTrained.result, stepByStep.result];
  const isEqual = one.loss === other.loss && one.right === other.right && one.verdict === other.verdict;
  const told = (result) => word("status.evaluation", [result.right, result.steps, result.loss, wordsOf(result).headline]);
  const { batchSize } = PAGE.run.experiment.hyperparameters;
  const why = batchSize > 1 ? word("status.why.slots", [batchSize]) : word("status.why.carried");
  return isEqual ? "" : word("status.twoEvaluations", [told(one), told(other)]) + " " + why;
}

/** The words of a verdict: { headline, sentence, reason (which begins with the sentence), unknowable }. */
export function wordsOf(result) {
  const words = result.words[WORDS.language];
  const { met = "" } = (result.wordsOfTraining ?? result.words)[WORDS.language];
  return { ...words, reason: words.reason + met };
}

/** Numbers of 64 bits, the lowest byte first, in base 64. */
function weightsOf(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const data = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 8 }, (_, at) => data.getFloat64(8 * at, true));
}
