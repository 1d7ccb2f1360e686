// What of the run is looked at, whoever chooses it.

import { PAGE, announce } from "./data.js";
import { find } from "./draw.js";
import { noteNeeds } from "./rules.js";
import { rowsOf, scrollToChosen } from "./charts.js";

/** A place in a list, or the one that is nearest to it. */
function within(count, place) {
  return Math.max(0, Math.min(count - 1, place));
}

export function lastEpoch() {
  return PAGE.run.states.at(-1)?.epoch ?? 0;
}

export function chooseState(state) {
  PAGE.chosen.state = within(PAGE.run.states.length, state);
  announce("state");
}

/** The recorded state that is nearest to an epoch. */
export function chooseEpoch(epoch) {
  const distances = PAGE.run.states.map((state) => Math.abs(state.epoch - epoch));
  chooseState(distances.indexOf(Math.min(...distances)));
}

export function choosePlace(place) {
  PAGE.chosen.place = within(PAGE.view.columns.length, place);
  announce("chosen");
  scrollToChosen();
}

export function chooseLayer(layer) {
  PAGE.chosen.layer = layer;
  document.querySelectorAll("input[name=layer]").forEach((button) => (button.checked = button.value === layer));
  announce("chosen");
  noteNeeds();
}

export function chooseUnit(unit) {
  const { view, chosen } = PAGE;
  chosen.unit = within(rowsOf(view, chosen.layer), unit);
  announce("chosen");
}

/** What a spot of a picture stands for. */
export function chooseSpot({ unit, s, t }) {
  if (unit !== undefined) {
    chooseUnit(unit);
  }
  if (s !== undefined) {
    choosePlace(PAGE.view.columns.findIndex((column) => column.s === s && column.t === t));
  }
}

/** As trained or step by step, as the switch says. */
export function chooseEvaluation(isStepByStep) {
  find("stepByStep").checked = isStepByStep;
  announce("state");
}
