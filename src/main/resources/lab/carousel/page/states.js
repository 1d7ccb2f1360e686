// The heatmap, as the program draws it. Which cell is chosen is seen above it, so that nothing is drawn again for that.

import { computing } from "./compute.js";
import { COLOURS, PAPER, find, widthOf } from "./draw.js";
import { ENLARGED, drawMarks } from "./pen.js";
import { WORDS, word } from "./words.js";

/** What is drawn: of which view, and how; and what it is in words. */
const STATES = { view: null, key: "", spoken: "" };

/** The pixels that the rows share. */
function heightOfCells() {
  return PAPER.isUsed ? 220 : Math.max(96, window.innerWidth < 700 ? 0.24 * window.innerHeight - 44 : window.innerHeight - 444);
}

export function rowsOf({ facts, columns }, layer) {
  return layer === "y" ? columns[0].y.length : facts.units;
}

/** Draws what is seen at an epoch with the chosen { layer (its letter), unit, place (of the step) }; gives what the cell holds, in words. */
export function drawStates(view, chosen) {
  const { experiment, weights, isStepByStep, epoch } = view;
  const { layer } = chosen;
  const [width, height] = [widthOf(find("statesPlace")) - 4, heightOfCells()];
  const key = [layer, width, height, COLOURS.theme, WORDS.language, PAPER.isUsed].join();
  if (STATES.view !== view || STATES.key !== key) {
    const told = computing().states(experiment, weights, isStepByStep, { epoch, layer, width: width / ENLARGED, height: height / ENLARGED });
    Object.assign(STATES, { view, key, spoken: told.spoken });
    drawMarks(find("states"), told);
  }
  const cell = computing().cellOfStates(experiment, isStepByStep, chosen.place, Math.min(chosen.unit, rowsOf(view, layer) - 1));
  const { style } = find("statesChosen");
  Object.entries({ left: cell.x, top: cell.y, width: cell.width, height: cell.height }).forEach(([name, points]) => (style[name] = points * ENLARGED + "px"));
  find("states").setAttribute("aria-label", word("state.accessible.cell", [STATES.spoken, cell.words]));
  return cell.words;
}

/** Scrolls to the step that is chosen, unless it is seen. */
export function scrollToChosen() {
  const around = find("statesPlace");
  const { offsetLeft, offsetWidth } = find("statesChosen");
  const left = offsetLeft - around.scrollLeft;
  if (left < 0 || left + offsetWidth > around.clientWidth) {
    around.scrollLeft += left + offsetWidth / 2 - around.clientWidth / 2;
  }
}
