// The heatmap and the losses of a run, as the program draws them. What is chosen is seen above them, so that nothing is drawn again for
// that: the cell, where the epoch that is shown stands, and a veil over those that come.

import { computing } from "./compute.js";
import { TRAINING, isTraining } from "./data.js";
import { COLOURS, PAPER, element, find, widthOf } from "./draw.js";
import { ENLARGED, drawMarks } from "./pen.js";
import { WORDS, decimals, word } from "./words.js";

/** What is drawn: of which view, and how; and what it is in words. */
const STATES = { view: null, key: "", spoken: "" };

export function rowsOf({ facts, columns }, layer) {
  return layer === "y" ? columns[0].y.length : facts.units;
}

/** Draws what is seen at an epoch with the chosen { layer (its letter), unit, place (of the step) }; gives what the cell holds, in words. */
export function drawStates(view, chosen) {
  const { experiment, weights, isStepByStep, epoch } = view;
  const { layer } = chosen;
  const width = widthOf(find("statesPlace")) - 4;
  const height = PAPER.isUsed ? 220 : Math.max(96, window.innerWidth < 700 ? 0.24 * window.innerHeight - 44 : window.innerHeight - 444); // that the rows share
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

const LOSS_HEIGHT = 400;
/** Pictures of a run that is trained. */
const GROWTHS = 60;
/** What is drawn: of which epochs, and how. */
const CHART = { epochs: null, key: "" };

/** Draws the losses of a run, and where the epoch of a view stands. */
export function drawLoss(view, isLogarithmic) {
  const { epochs, epoch, experiment } = view;
  const [width, height] = [Math.max(280, widthOf(find("loss"))) / ENLARGED, LOSS_HEIGHT / ENLARGED];
  const last = TRAINING.stop || epochs.length === 0 ? experiment.hyperparameters.epochs : 1;
  // What is trained for the first time is not told before it is seen; the curves grow by so much at a time, as drawing them takes long
  const pace = Math.ceil(experiment.hyperparameters.epochs / GROWTHS);
  const until = isTraining() ? Math.floor(epoch / pace) * pace : Infinity;
  const key = [width, last, until, isTraining() || epochs.length, isLogarithmic, COLOURS.theme, WORDS.language, PAPER.isUsed].join();
  if (CHART.epochs !== epochs || CHART.key !== key) {
    Object.assign(CHART, { epochs, key });
    const told = computing().loss(view, { isLogarithmic, last, until, width, height });
    drawMarks(find("lossChart"), told);
    find("lossChart").setAttribute("aria-label", told.spoken);
    find("lossComing").replaceChildren(...told.areas.map(({ y, height: high }) => element("i", { style: `top: ${y * ENLARGED}px; height: ${high * ENLARGED}px` })));
    find("lossComing").style.width = told.right * ENLARGED + "px";
  }
  const { x, words } = computing().epochOfLoss(epoch);
  find("lossComing").style.setProperty("--at", x * ENLARGED + "px");
  find("crossed").textContent = words;
}

/** The losses of some epochs in a table, where no chart can be drawn. */
export function listLosses({ epochs }) {
  const some = epochs.filter((_, at) => at % Math.ceil(epochs.length / 12) === 0 || at === epochs.length - 1);
  const rows = [["loss.axis.epoch", "loss.title"].map((key) => element("th", {}, word(key))), ...some.map(({ epoch, loss }) => [epoch, decimals(loss, 4)].map((text) => element("td", {}, String(text))))];
  find("loss").replaceChildren(element("table", {}, rows.map((cells) => element("tr", {}, cells))));
}
