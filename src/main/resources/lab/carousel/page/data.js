// What the program wrote into the page, as one block of JSON (see PageData there), and what is looked at.

export const DATA = JSON.parse(document.getElementById("data").textContent);

/**
 * An experiment as files have it, but with all settings.
 *
 * @typedef {{ engine: string, task: { alphabet: string, sequences: string[] }, hyperparameters: Object }} Experiment
 */

/**
 * What is known of an experiment before it is trained, and of its networks (see PageView in the program).
 *
 * @typedef {{ result: Object, columns: Object[] }} View
 */

/**
 * A run: what is known after its epochs (see PageLoss in the program), and the states of some of them, which have views where no
 * computing is needed.
 *
 * @typedef {{ experiment: Experiment, facts: Object, epochs: Object[], states: { epoch: number, weights: Float64Array, views: View[] }[], isRecorded: boolean, wentOn: number,
 *   ended: Object }} Run
 */

/**
 * A lesson (see PageLesson and PageStep in the program).
 *
 * @typedef {{ name: string, version: string, program: string, steps: Object[], texts: Object }} Lesson
 */

/**
 * The run that is looked at; what of it is chosen: the place of a state, of a step, a unit, a layer; and what is drawn: the run at
 * one epoch.
 *
 * @type {{ run: Run, chosen: { state: number, place: number, unit: number, layer: string }, view: View, isLogarithmic: boolean }}
 */
export const PAGE = { run: null, chosen: { state: 0, place: 0, unit: 0, layer: "h" }, view: null, isLogarithmic: false };

/** Bounds of what the scripts check. */
export const LIMITS = DATA.limits;

/** Whether two values of JSON are the same. */
export function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
