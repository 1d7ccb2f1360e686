// The loss after every epoch, as the program draws it; above it, where the epoch that is shown stands, and a veil over those that come.

import { computing } from "./compute.js";
import { COLOURS, PAPER, element, find, widthOf } from "./draw.js";
import { ENLARGED, drawMarks } from "./pen.js";
import { TRAINING, isTraining } from "./training.js";
import { WORDS, decimals, word } from "./words.js";

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
