"use strict";
// The loss after every epoch, with the floors; below it the bits and the separation of the worst fork.

const LOSS_SIZE = { left: 52, right: 16, top: 8, height: 220, bits: 64, gap: 20, bottom: 34 };
const MOST_LINES = 6;

/**
 * Draws into an element.
 *
 * @param view     { experiment, floors, epochs, loss, sequenceLoss (by sequence), bits, separation, separationBefore,
 *                 result (if computed) } and the epoch shown
 * @param isLogarithmic of the loss
 * @param choose   is told the epoch that somebody clicks on
 */
function drawLoss(place, view, shownEpoch, isLogarithmic, choose) {
  const size = LOSS_SIZE;
  const width = Math.max(280, widthOf(place));
  const bottom = size.top + size.height;
  const lines = view.sequenceLoss.slice(0, view.sequenceLoss.length > 1 ? MOST_LINES : 0);
  const first = untrainedLoss(view, shownEpoch);
  const values = lines.concat([view.loss, first]).flatMap((line) => line.filter((loss) => loss > 0 && Number.isFinite(loss)));
  const floors = view.floors.map((floor) => floor.loss).filter((loss) => loss > 0);
  const most = values.concat(floors).reduce((high, value) => Math.max(high, value), 0) || 1;
  const least = isLogarithmic ? values.concat(floors).reduce((low, value) => Math.min(low, value), most) : 0;
  const last = view.epochs[view.epochs.length - 1] || 1;
  const x = axisOf(0, Math.max(1, last), size.left, width - size.right, false);
  const y = axisOf(least, most * (isLogarithmic ? 1.2 : 1.04), bottom, size.top, isLogarithmic);
  const all = bottom + size.gap + size.bits + size.bottom;
  const svg = shape("svg", { viewBox: `0 0 ${width} ${all}`, width, height: all, role: "img", "aria-label": lossWords(view) });
  drawAxes(svg, x, y, width, all);
  view.floors.filter((floor) => floor.loss > 0).forEach((floor) => {
    const at = y.place(floor.loss);
    svg.append(shape("line", { class: "floor", x1: size.left, x2: width - size.right, y1: at, y2: at }));
  });
  const points = (line) =>
    view.epochs.map((epoch, at) => [x.place(epoch), y.place(Math.max(line[at], least || 0))]).filter((point) => Number.isFinite(point[1]));
  lines.forEach((line, s) => {
    svg.append(shape("path", { class: "line", stroke: palette().series[s % palette().series.length], d: pathThrough(points(line)) }));
  });
  svg.append(shape("path", { class: "line mean", stroke: palette().text, d: pathThrough(points(view.loss)) }));
  first.forEach((loss) => svg.append(shape("circle", { class: "begin", cx: x.place(0), cy: y.place(loss), r: 4, fill: palette().text })));
  drawMemory(svg, view, x, width, bottom + size.gap);
  const cursor = x.place(shownEpoch);
  svg.append(shape("line", { class: "cursor", x1: cursor, x2: cursor, y1: size.top, y2: bottom + size.gap + size.bits }));
  svg.addEventListener("pointerdown", (event) => {
    const box = svg.getBoundingClientRect();
    const share = (((event.clientX - box.left) / box.width) * width - size.left) / (width - size.right - size.left);
    choose(Math.round(share * Math.max(1, last)));
  });
  place.replaceChildren(svg, lossLegend(view, lines), memoryLegend(view));
}

/** The loss that is told at epoch 0, where no line begins yet: a list of one; of none at other epochs. */
function untrainedLoss(view, shownEpoch) {
  return shownEpoch === 0 && view.result && Number.isFinite(view.result.loss) ? [view.result.loss] : [];
}

function drawAxes(svg, x, y, width, all) {
  const size = LOSS_SIZE;
  y.ticks.forEach((tick) => {
    const at = y.place(tick);
    svg.append(shape("line", { class: "grid", x1: size.left, x2: width - size.right, y1: at, y2: at }));
    svg.append(shape("text", { x: size.left - 6, y: at + 4, "text-anchor": "end" }, String(tick)));
  });
  x.ticks.filter(Number.isInteger).forEach((tick) => {
    svg.append(shape("text", { x: x.place(tick), y: all - size.bottom + 14, "text-anchor": "middle" }, fixed(tick, 0)));
  });
  svg.append(shape("text", { x: (size.left + width) / 2, y: all - 4, "text-anchor": "middle" }, word("loss.axis.epoch")));
}

/** The points of a curve: epochs with what is known after them. */
function knownAfter(epochs, values) {
  return epochs.map((epoch, at) => [epoch, values[at]]).filter((point) => Number.isFinite(point[1]));
}

/** As in the program: unlike those of the first sequences. */
function separationColour() {
  return palette().series[3];
}

/** The bits and the separation, with that of the untrained network. */
function drawMemory(svg, view, x, width, top) {
  const size = LOSS_SIZE;
  const bits = knownAfter(view.epochs, view.bits);
  const separation = knownAfter(view.epochs, view.separation);
  const before = knownAfter([0], [view.separationBefore]);
  if (bits.length === 0) {
    return;
  }
  const y = axisOf(0, separation.concat(before).reduce((most, point) => Math.max(most, point[1]), 1), top + size.bits, top, false);
  [0, LEAST_BITS, 1].forEach((level) => {
    const at = y.place(level);
    svg.append(shape("line", { class: level === LEAST_BITS ? "floor" : "grid", x1: size.left, x2: width - size.right, y1: at, y2: at }));
  });
  [0, 1].forEach((level) => {
    svg.append(shape("text", { x: size.left - 6, y: y.place(level) + (level === 1 ? 8 : 0), "text-anchor": "end" }, String(level)));
  });
  const points = (known) => known.map(([epoch, value]) => [x.place(epoch), y.place(Math.max(0, value))]);
  const line = (stroke, known, name) => shape("path", { class: name, stroke, d: pathThrough(points(known)) });
  svg.append(line(separationColour(), separation, "separation"), line(palette().accent, bits, "line mean"));
  points(before).forEach(([cx, cy]) => {
    svg.append(shape("line", { class: "before", stroke: separationColour(), x1: cx, x2: width - size.right, y1: cy, y2: cy }));
    svg.append(shape("circle", { cx, cy, r: 4, fill: separationColour() }));
  });
}

function lossLegend(view, lines) {
  const { alphabet, sequences } = view.experiment;
  const entries = [legendLine(palette().text, word("loss.line.mean"))].concat(
    lines.map((_, s) =>
      legendLine(
        palette().series[s % palette().series.length],
        word("loss.line.sequence", [s + 1, sequences[s].slice(0, 12).map((symbol) => alphabet[symbol]).join(" ")]),
      ),
    ),
  );
  // A floor of 0 is not drawn
  const isDrawn = view.floors.some((floor) => floor.loss > 0);
  entries.push(legendEntry(isDrawn ? element("span", { class: "mark floorMark" }) : "", floorWords(view.floors)));
  return element("p", { class: "legend" }, entries);
}

function memoryLegend(view) {
  const before = view.separationBefore;
  const words = Number.isFinite(before) ? word("loss.axis.separation.untrained", [before]) : word("loss.axis.separation");
  const mark = element("span", { class: "mark separationMark" });
  mark.style.color = separationColour();
  const separation = legendEntry(mark, words);
  separation.title = word("page.separation.tip");
  const isDrawn = knownAfter(view.epochs, view.bits).length > 0;
  return element("p", { class: "legend" }, isDrawn ? [legendLine(palette().accent, word("loss.axis.bits")), separation] : []);
}

function legendEntry(mark, text) {
  const [first, ...rest] = text.split(" ");
  const name = element("span", { class: "whole" }, [mark, first]);
  return element("span", { class: "entry" }, [name, rest.length === 0 ? "" : " " + rest.join(" ")]);
}

function legendLine(colour, text) {
  const mark = element("span", { class: "mark" });
  mark.style.background = colour;
  return legendEntry(mark, text);
}

/** As the program says it: sees 1 to 3 symbols: 0.0693; 4: 0. */
function floorWords(floors) {
  if (floors.length === 1) {
    return word("loss.floor", [lossText(floors[0].loss)]);
  }
  const told = floors.slice(0, 4).map((floor, at) => {
    const isOne = floor.to === floor.from || floor.to === Infinity;
    const symbols = isOne ? fixed(floor.from, 0) : word("loss.floor.range", [floor.from, floor.to]);
    return at === 0
      ? word("loss.floor.first", [symbols, isOne ? floor.from : 2, lossText(floor.loss)])
      : word("loss.floor.next", [symbols, lossText(floor.loss)]);
  });
  return told.join("; ") + (floors.length > 4 ? " …" : "");
}

/** The chart for those who cannot see it. */
function lossWords(view) {
  const finite = view.loss.filter(Number.isFinite);
  if (finite.length === 0) {
    return word("loss.accessible.empty");
  }
  const last = finite[finite.length - 1];
  const lowest = finite.reduce((low, value) => Math.min(low, value), finite[0]);
  const floor = view.floors[0].loss;
  const near = Math.abs(last - floor) <= 0.01 * floor ? "atFloor" : last < floor ? "belowFloor" : "aboveFloor";
  return word("loss.accessible.summary", [
    view.epochs[view.epochs.length - 1],
    lossText(finite[0]),
    lossText(last),
    lossText(lowest),
    view.epochs[view.loss.indexOf(lowest)],
    word("loss.accessible." + (floor === 0 ? "noFloor" : near), [lossText(floor)]),
  ]);
}
