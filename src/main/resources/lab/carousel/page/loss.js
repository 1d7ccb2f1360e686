"use strict";
// The loss after every epoch, with the floors; below it the bits of the worst fork.

const LOSS_SIZE = { left: 52, right: 16, top: 8, height: 220, bits: 48, gap: 12, bottom: 34 };
const MOST_LINES = 6;

/**
 * Draws into an element.
 *
 * @param view     { experiment, floors, epochs, loss, sequenceLoss (by sequence), bits, result (if computed) } and the epoch shown
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
  drawBits(svg, view, x, width, bottom + size.gap);
  const cursor = x.place(shownEpoch);
  svg.append(shape("line", { class: "cursor", x1: cursor, x2: cursor, y1: size.top, y2: bottom + size.gap + size.bits }));
  svg.addEventListener("pointerdown", (event) => {
    const box = svg.getBoundingClientRect();
    const share = (((event.clientX - box.left) / box.width) * width - size.left) / (width - size.right - size.left);
    choose(Math.round(share * Math.max(1, last)));
  });
  place.replaceChildren(svg, lossLegend(view, lines));
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

function drawBits(svg, view, x, width, top) {
  const size = LOSS_SIZE;
  const known = view.epochs.map((epoch, at) => [epoch, view.bits[at]]).filter((point) => Number.isFinite(point[1]));
  if (known.length === 0) {
    return;
  }
  const y = axisOf(0, 1, top + size.bits, top, false);
  [0, LEAST_BITS, 1].forEach((level) => {
    const at = y.place(level);
    svg.append(shape("line", { class: level === LEAST_BITS ? "floor" : "grid", x1: size.left, x2: width - size.right, y1: at, y2: at }));
  });
  svg.append(shape("text", { x: size.left - 6, y: top + 8, "text-anchor": "end" }, "1"));
  svg.append(shape("text", { x: size.left - 6, y: top + size.bits, "text-anchor": "end" }, word("loss.axis.bits")));
  const points = known.map(([epoch, bits]) => [x.place(epoch), y.place(Math.max(0, Math.min(1, bits)))]);
  svg.append(shape("path", { class: "line mean", stroke: palette().accent, d: pathThrough(points) }));
}

function lossLegend(view, lines) {
  const entry = (mark, text) => {
    const [first, ...rest] = text.split(" ");
    const name = element("span", { class: "whole" }, [mark, first]);
    return element("span", { class: "entry" }, [name, rest.length === 0 ? "" : " " + rest.join(" ")]);
  };
  const line = (colour, text) => {
    const mark = element("span", { class: "mark" });
    mark.style.background = colour;
    return entry(mark, text);
  };
  const { alphabet, sequences } = view.experiment;
  const entries = [line(palette().text, word("loss.line.mean"))].concat(
    lines.map((_, s) =>
      line(
        palette().series[s % palette().series.length],
        word("loss.line.sequence", [s + 1, sequences[s].slice(0, 12).map((symbol) => alphabet[symbol]).join(" ")]),
      ),
    ),
  );
  // A floor of 0 is not drawn
  const isDrawn = view.floors.some((floor) => floor.loss > 0);
  entries.push(entry(isDrawn ? element("span", { class: "mark floorMark" }) : "", floorWords(view.floors)));
  return element("p", { class: "legend" }, entries);
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
