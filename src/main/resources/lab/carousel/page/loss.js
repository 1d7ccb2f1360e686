// The loss after every epoch with the memoryless floor, and the moment when it goes below; under it, on the same epochs, the bits and
// the separation of the worst fork. Lines are named at their ends.

import { DATA } from "./data.js";
import { COLOURS, axisOf, palette, pathThrough, shape, ticksOf, widthOf } from "./draw.js";
import { belowAt } from "./floors.js";
import { termOf } from "./terms.js";
import { TRAINING } from "./training.js";
import { WORDS, decimals, lossText, word } from "./words.js";

/** From so many bits on it is memory. */
const LEAST_BITS = DATA.limits.bits;
const LOSS_SIZE = { left: 44, right: 90, top: 8, height: 220, bits: 72, gap: 46, bottom: 34, line: 13 };
const MOST_LINES = 6;
/** This share of the height is what lies below the floor, however low that is. */
const BELOW_FLOOR = 0.3;

/** The chart that was drawn last: what it shows (its key), and what of it moves with the epoch. */
const LOSS_CHART = { key: "", loss: null, move: null };

/**
 * Draws into an element.
 *
 * @param {Run & View} view
 * @param isLogarithmic of the loss
 * @param choose   is told the epoch that somebody clicks on
 */
export function drawLoss(place, view, shownEpoch, isLogarithmic, choose) {
  const width = Math.max(280, widthOf(place));
  const whole = lastOnAxis(view);
  const key = [width, whole, view.epochs.length, isLogarithmic, COLOURS.theme, WORDS.language].join();
  if (LOSS_CHART.key !== key || LOSS_CHART.loss !== view.loss) {
    const chart = lossChart(view, width, whole, isLogarithmic, choose);
    Object.assign(LOSS_CHART, { key, loss: view.loss, move: chart.move });
    place.replaceChildren(chart.svg);
  }
  LOSS_CHART.move(view, shownEpoch);
}

/** The last epoch on the axis: until it is trained, all that there will be. */
function lastOnAxis(view) {
  return Math.max(1, TRAINING.stop || view.epochs.length === 0 ? view.experiment.hyperparameters.epochs : view.epochs[view.epochs.length - 1]);
}

/** { svg, move(view, epoch) }. */
function lossChart(view, width, whole, isLogarithmic, choose) {
  const size = LOSS_SIZE;
  const bottom = size.top + size.height;
  const all = bottom + size.gap + size.bits + size.bottom;
  const right = width - size.right;
  const svg = shape("svg", { viewBox: `0 0 ${width} ${all}`, width, height: all, role: "img", "aria-label": lossWords(view) });
  const x = axisOf(0, whole, size.left, right, false);
  const lines = view.sequenceLoss.slice(0, view.sequenceLoss.length > 1 ? MOST_LINES : 0);
  const y = lossAxis(view, lines, isLogarithmic, bottom);
  drawAxes(svg, x, y, width, all);
  drawFloors(svg, view, x, y, right, bottom);
  drawOrigin(svg, view, x, bottom);
  const curves = shape("g", { id: "lossCurves", fill: "none" });
  drawCurves(curves, view, lines, x, y);
  const memory = drawMemory(svg, curves, view, x, right, bottom + size.gap);
  const clip = shape("rect", { x: 0, y: 0, height: all });
  svg.append(shape("clipPath", { id: "lossPast" }, clip), shape("use", { href: "#lossCurves", class: "future" }), shape("g", { "clip-path": "url(#lossPast)" }, curves));
  nameEnds(svg, lineEnds(view, lines, y), right, size.top, bottom);
  nameEnds(svg, memory, right, bottom + size.gap, bottom + size.gap + size.bits);
  const cursor = shape("line", { class: "cursor", y1: size.top, y2: bottom + size.gap + size.bits });
  const dot = shape("circle", { r: 4.5, fill: palette().text });
  const crossing = shape("g", {});
  svg.append(cursor, dot, crossing);
  listenToChart(svg, width, whole, choose);
  const move = (now, epoch) => {
    const at = x.place(epoch);
    clip.setAttribute("width", at + 1);
    cursor.setAttribute("x1", at);
    cursor.setAttribute("x2", at);
    const loss = lossAt(now, epoch);
    dot.setAttribute("class", epoch === 0 ? "begin" : "now");
    dot.setAttribute("cx", at);
    dot.setAttribute("cy", y.place(loss));
    dot.setAttribute("visibility", Number.isFinite(y.place(loss)) ? "visible" : "hidden");
    const mark = crossingMark(now, epoch, x, y, right);
    // Drawn anew it would jump into sight again
    if (mark.map((part) => part.textContent).join() !== crossing.textContent || mark.length !== crossing.childElementCount) {
      crossing.replaceChildren(...mark);
    }
  };
  return { svg, move };
}

function listenToChart(svg, width, whole, choose) {
  svg.addEventListener("pointerdown", (event) => {
    const box = svg.getBoundingClientRect();
    const share = (((event.clientX - box.left) / box.width) * width - LOSS_SIZE.left) / (width - LOSS_SIZE.right - LOSS_SIZE.left);
    choose(Math.round(share * whole));
  });
}

/** The loss after an epoch; of the untrained network what its evaluation says. */
function lossAt(view, epoch) {
  const known = view.loss[view.epochs.indexOf(epoch)];
  return known === undefined && view.result ? view.result.loss : known;
}

/** Linear from 0, but opened below the floor where that would be a few pixels; or logarithmic. */
function lossAxis(view, lines, isLogarithmic, bottom) {
  const { top } = LOSS_SIZE;
  const before = [view.lossBefore].filter(Number.isFinite);
  const values = lines.concat([view.loss, before]).flatMap((line) => line.filter((loss) => loss > 0 && Number.isFinite(loss)));
  const floors = view.floors.map((floor) => floor.loss).filter((loss) => loss > 0);
  const most = values.concat(floors).reduce((high, value) => Math.max(high, value), 0) || 1;
  if (isLogarithmic) {
    const least = values.concat(floors).reduce((low, value) => Math.min(low, value), most);
    const { place, ticks } = axisOf(least, most * 1.2, bottom, top, true);
    return { place: (value) => place(Math.max(value, least)), ticks };
  }
  const floor = view.floors[0].loss;
  if (!(floor > 0 && floor < BELOW_FLOOR * most)) {
    return axisOf(0, most * 1.04, bottom, top, false);
  }
  const split = bottom + BELOW_FLOOR * (top - bottom);
  const below = axisOf(0, floor, bottom, split, false);
  const above = axisOf(floor, most * 1.04, split, top, false);
  const apart = ticksOf(0, most, 4).filter((tick) => tick > floor && above.place(tick) < split - LOSS_SIZE.line);
  const factor = (BELOW_FLOOR / (1 - BELOW_FLOOR)) * ((most * 1.04 - floor) / floor);
  return { place: (value) => (value < floor ? below : above).place(value), ticks: [0].concat(apart), factor };
}

function drawAxes(svg, x, y, width, all) {
  const size = LOSS_SIZE;
  y.ticks.forEach((tick) => {
    const at = y.place(tick);
    svg.append(shape("line", { class: "grid", x1: size.left, x2: width - size.right, y1: at, y2: at }));
    svg.append(shape("text", { x: size.left - 6, y: at + 4, "text-anchor": "end" }, tick === 0 || tick >= 1e-6 ? decimals(tick, 0, 6) : lossText(tick)));
  });
  x.ticks.filter(Number.isInteger).forEach((tick) => {
    svg.append(shape("text", { x: x.place(tick), y: all - size.bottom + 14, "text-anchor": "middle" }, decimals(tick, 0)));
  });
  svg.append(shape("text", { x: (size.left + width - size.right) / 2, y: all - 4, "text-anchor": "middle" }, word("loss.axis.epoch")));
}

/** Whether the mean loss runs just above a height on its way to some place. */
function runsThrough(view, x, y, until, height) {
  return view.epochs.some((epoch, at) => x.place(epoch) < until && y.place(view.loss[at]) > height - 18 && y.place(view.loss[at]) < height);
}

/** What a floor is called: the first by having no memory, unless it knows a part of a drawn task; the others by what they see. */
export function floorName({ from, loss, known }, place = 0) {
  if (known) {
    return word("loss.floor.named", [word("loss.known." + known), lossText(loss)]);
  }
  return place === 0 ? word("loss.floor", [lossText(loss)]) : word("loss.floor.order", [from, lossText(loss)]);
}

/** The floors as dashed lines, the memoryless one with its name and, below it, who gets there. A floor of 0 is the axis. */
function drawFloors(svg, view, x, y, right, bottom) {
  const { left } = LOSS_SIZE;
  let named = -Infinity; // the height of the last name; where there is no room a line has none
  view.floors.filter((floor) => floor.loss > 0).forEach((floor, at) => {
    const height = y.place(floor.loss);
    if (at === 0) {
      svg.append(shape("rect", { class: "deep", x: left, y: height, width: right - left, height: Math.max(0, bottom - height) }));
    }
    svg.append(shape("line", { class: at === 0 ? "floor" : "floor other", x1: left, x2: right, y1: height, y2: height }));
    const name = at === 0 && right < 300 ? word("loss.floor.short", [lossText(floor.loss)]) : floorName(floor, at);
    // At the top stands from which epoch on the loss is below it
    const isCovered = at === 0 && (height < 3 * LOSS_SIZE.line || runsThrough(view, x, y, left + 6 * name.length, height));
    const written = isCovered ? height + 15 : height - 5;
    if (at > 0 && (written - named < 14 || bottom - height < 22)) {
      return;
    }
    named = written;
    const inLongRun = floor.long === floor.loss ? "" : word("loss.floor.long", [lossText(floor.long)]) + " ";
    svg.append(shape("text", { class: "onLine", x: left + 6, y: written }, [name, shape("title", {}, inLongRun + termOf("floor").text)]));
    if (at === 0 && bottom - height > 24) {
      svg.append(shape("text", { class: "onLine", x: left + 6, y: bottom - 7 }, zoneWords(y.factor, right, view.facts)));
    }
  });
}

/** Where a run continues an earlier one. */
function drawOrigin(svg, view, x, bottom) {
  if (view.wentOn > 0) {
    const at = x.place(view.wentOn);
    svg.append(shape("line", { class: "origin", x1: at, x2: at, y1: LOSS_SIZE.top, y2: bottom }));
    svg.append(shape("text", { class: "onLine", x: at + 5, y: LOSS_SIZE.top + 10 }, word("loss.wentOn", [view.wentOn])));
  }
}

/** What stands below the floor: who gets there, and how many times it is enlarged. */
function zoneWords(factor, right, { isOfNumbers }) {
  const enlarged = right < 300 || isOfNumbers ? "loss.zone.short" : "loss.zone.enlarged";
  return factor ? word(enlarged, [factor]) : isOfNumbers ? "" : word("loss.zone");
}

function drawCurves(curves, view, lines, x, y) {
  const points = (line) => view.epochs.map((epoch, at) => [x.place(epoch), y.place(line[at])]).filter((point) => Number.isFinite(point[1]));
  curves.append(shape("path", { class: "band", d: bandThrough(view, x, y) }));
  lines.forEach((line, s) => curves.append(shape("path", { class: "line", stroke: seriesColour(s), d: pathThrough(points(line)) })));
  curves.append(shape("path", { class: "line mean", stroke: palette().text, d: pathThrough(points(view.loss)) }));
}

/** What holds the mean of all sequences in 95 of 100 draws, where a loss is that of some. */
function bandThrough(view, x, y) {
  const known = view.epochs.map((epoch, at) => [epoch, view.loss[at], view.band[at]]).filter((point) => point.every(Number.isFinite));
  const edge = (side) => known.map(([epoch, loss, band]) => [x.place(epoch), y.place(Math.max(0, loss + side * band))]);
  return known.length < 2 ? "" : pathThrough(edge(1)) + pathThrough(edge(-1).reverse()).replace("M", "L") + "Z";
}

function seriesColour(s) {
  return palette().series[s % palette().series.length];
}

/** Who gets below the floor: memory, if all answers at the forks are right. */
function belowWhy({ facts, result }) {
  return word(facts.isOfNumbers ? "loss.below.why.numbers" : result.margin > 0 ? "loss.below.why" : "loss.below.why.notYet");
}

/** What is said from the epoch on in which the loss went below the floor; empty before, and above it. */
export function belowWords(view) {
  const below = belowAt(view, view.epoch, lossAt(view, view.epoch));
  const words = below ? word("loss.below", [below.epoch, below.hasSpikes ? 1 : 0]) + " " + belowWhy(view) : "";
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The parts of the mark where the loss goes below the floor, as it is known at an epoch; its words stay inside the chart. */
function crossingMark(view, shown, x, y, right) {
  const below = belowAt(view, shown, lossAt(view, shown));
  if (!below) {
    return [];
  }
  const [cx, cy] = [x.place(below.epoch), y.place(view.floors[0].loss)];
  const top = Math.max(LOSS_SIZE.top + LOSS_SIZE.line, cy - 44);
  // A falling curve leaves the right of it free
  const isLeft = cx + 100 < right + LOSS_SIZE.right;
  const up = shape("line", { class: "crossing", x1: cx, x2: cx, y1: cy, y2: Math.min(cy, top + 4) });
  const dot = shape("circle", { class: "crossing", cx, cy, r: 5 });
  const words = word("loss.below.short", [below.epoch]);
  const name = shape("text", { class: "crossing", x: cx + (isLeft ? -4 : 4), y: top, "text-anchor": isLeft ? "start" : "end" }, words);
  return [up, dot, name];
}

/** The points of a curve: epochs with what is known after them. */
function knownAfter(epochs, values) {
  return epochs.map((epoch, at) => [epoch, values[at]]).filter((point) => Number.isFinite(point[1]));
}

/** As in the program: unlike those of the first sequences. */
function separationColour() {
  return palette().series[3];
}

/** The bits and the separation, with that of the untrained network; gives their ends. */
function drawMemory(svg, curves, view, x, right, top) {
  const size = LOSS_SIZE;
  const bits = knownAfter(view.epochs, view.bits);
  const separation = knownAfter(view.epochs, view.separation);
  const before = knownAfter([0], [view.separationBefore]);
  if (bits.length === 0) {
    return [];
  }
  ["loss.explain.bits", "loss.explain.separation"].forEach((key, at) =>
    svg.append(shape("text", { class: "explained", x: size.left, y: top - 27 + 15 * at }, word(key))));
  const y = axisOf(0, separation.concat(before).reduce((most, point) => Math.max(most, point[1]), 1), top + size.bits, top, false);
  [0, LEAST_BITS, 1].forEach((level) => {
    const at = y.place(level);
    svg.append(shape("line", { class: level === LEAST_BITS ? "floor" : "grid", x1: size.left, x2: right, y1: at, y2: at }));
    svg.append(shape("text", { x: size.left - 6, y: at + 4, "text-anchor": "end" }, level === LEAST_BITS ? "" : String(level)));
  });
  const points = (known) => known.map(([epoch, value]) => [x.place(epoch), y.place(Math.max(0, value))]);
  const line = (stroke, known, name) => shape("path", { class: name, stroke, d: pathThrough(points(known)) });
  curves.append(line(separationColour(), separation, "separation"), line(palette().accent, bits, "line mean"));
  points(before).forEach(([cx, cy]) => {
    svg.append(shape("line", { class: "before", stroke: separationColour(), x1: cx, x2: right, y1: cy, y2: cy }));
    svg.append(shape("circle", { cx, cy, r: 4, fill: separationColour() }));
    svg.append(shape("text", { class: "onLine", x: cx + 8, y: cy - 5 }, word("loss.untrained", [view.separationBefore])));
  });
  const end = (known, name, colour, tip) => ({ at: points(known)[known.length - 1][1], name, colour, tip });
  return [
    { at: y.place(LEAST_BITS), name: word("page.memoryFrom", [LEAST_BITS]), colour: palette().wrong, tip: word("page.memoryFrom.tip", [LEAST_BITS]) },
    end(bits, word("loss.axis.bits"), palette().accent),
    ...(separation.length > 0 ? [end(separation, word("loss.axis.separation"), separationColour(), word("page.separation.tip"))] : []),
  ];
}

/** What the loss is the mean of: some sequences of a drawn task, or all that there are. */
function meanWords({ facts }, ofSome, ofAll) {
  return facts.before.sequences > 0 ? word(ofSome, [facts.before.sequences]) : word(ofAll);
}

/** Where the lines of the loss end: { at (a height), name, colour }. */
function lineEnds(view, lines, y) {
  const last = (line) => line.filter(Number.isFinite).slice(-1);
  const ends = lines.map((line, s) => ({ line, name: word("state.sequence", [s + 1]), colour: seriesColour(s) }));
  return ends
    .concat({ line: view.loss, name: meanWords(view, "loss.line.sample.short", "loss.line.mean.short"), colour: palette().text, tip: meanWords(view, "loss.line.sample", "loss.line.mean") })
    .flatMap(({ line, name, colour, tip }) => last(line).map((loss) => ({ at: y.place(loss), name, colour, tip })));
}

/** Writes names to the right of where lines end, as near as they do not cover each other. */
function nameEnds(svg, ends, right, top, bottom) {
  const { line } = LOSS_SIZE;
  const sorted = [...ends].sort((one, other) => one.at - other.at);
  sorted.forEach((end, at) => (end.written = Math.max(end.at, at === 0 ? top : sorted[at - 1].written + line)));
  const over = Math.max(0, (sorted.length === 0 ? 0 : sorted[sorted.length - 1].written) - bottom);
  sorted.reverse().forEach((end, at) => {
    end.written = Math.min(end.written, at === 0 ? end.written - over : sorted[at - 1].written - line);
    svg.append(shape("line", { class: "end", stroke: end.colour, x1: right + 4, x2: right + 14, y1: end.written, y2: end.written }));
    const name = shape("text", { class: "end", x: right + 18, y: end.written + 4 }, end.name);
    name.append(shape("title", {}, end.tip || end.name));
    svg.append(name);
  });
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
  const below = belowAt(view, Infinity, last);
  const near = Math.abs(last - floor) <= 0.02 * floor ? "atFloor" : below ? "belowFloor" : "aboveFloor";
  return word("loss.accessible.summary", [
    view.epochs[view.epochs.length - 1],
    lossText(finite[0]),
    lossText(last),
    lossText(lowest),
    view.epochs[view.loss.indexOf(lowest)],
    word("loss.accessible." + (floor === 0 ? "noFloor" : near), [lossText(floor), ...(below ? [below.epoch, below.hasSpikes ? 1 : 0, belowWhy(view)] : [])]),
  ]);
}
