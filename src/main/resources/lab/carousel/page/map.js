// The map of the state: where the network is after each step, along the axes of one epoch of the run. It is computed only while it is
// in sight.

import { choosePlace, showChosen } from "./app.js";
import { computing } from "./compute.js";
import { PAGE } from "./data.js";
import { find, palette, shape, widthOf } from "./draw.js";
import { WORDS, word } from "./words.js";

/** The run whose axes were fixed, by which weights and epoch; the view that was computed last, and how far dots ever lay from the middle. */
const MAP = { run: null, weights: null, epoch: 0, view: null, told: null, most: [0, 0], places: [] };
/** So many arrows have heads and symbols. */
const MOST_ARROWS = 80;
/** Seconds that nobody waits for unasked. */
const LONG = 0.5;
/** So near to a dot a click means it; so near to each other they are chosen in turn. */
const REACH = { dot: 24, turn: 5 };

export function isInSight(id) {
  const box = find(id).closest("section").getBoundingClientRect();
  return box.top < window.innerHeight && box.bottom > 0;
}

export function listenToMap() {
  const sight = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && showChosen());
  ["map", "ofTask"].forEach((id) => sight.observe(find(id).closest("section")));
  find("mapFix").addEventListener("click", () => {
    fixAxes(PAGE.view);
    showMap(PAGE.view, PAGE.chosen);
  });
  find("map").addEventListener("pointerdown", (event) => {
    const box = find("map").getBoundingClientRect();
    chooseDot(event.clientX - box.left, event.clientY - box.top);
  });
}

function fixAxes({ weights, epoch }) {
  Object.assign(MAP, { run: PAGE.run, weights, epoch, view: null, most: [1e-9, 1e-9] });
}

/** About how long finding axes takes, as measured in Chromium. */
function secondsOfAxes({ columns, facts }) {
  return 2e-8 * columns.length * (2 * facts.units) ** 2;
}

export function showMap(view, chosen) {
  if (!computing() || !isInSight("map")) {
    return;
  }
  if (MAP.run !== PAGE.run && secondsOfAxes(view) > LONG) {
    find("mapWords").textContent = word("page.map.slow", [secondsOfAxes(view)]);
    find("mapAxes").textContent = "";
    find("map").hidden = true;
    find("mapFix").hidden = false;
    return;
  }
  if (MAP.run !== PAGE.run) {
    fixAxes(view);
  }
  if (MAP.view !== view) {
    Object.assign(MAP, { view, told: computing().map(view.experiment, view.weights, view.isStepByStep, MAP.weights), places: [] });
  }
  const { words, dots, areTests } = MAP.told;
  find("mapWords").textContent = words[WORDS.language][2];
  find("mapAxes").textContent = dots ? word("stateMap.axes", [dots.length, MAP.epoch]) + (areTests ? " " + word("stateMap.twin") + "." : "") : "";
  find("mapFix").hidden = find("map").hidden = !dots;
  if (dots) {
    const said = [view.epoch, ...words[WORDS.language], find("stepWords").textContent];
    find("map").setAttribute("aria-label", word("page.map.accessible", said));
    find("map").replaceChildren(mapOf(MAP.told, view, view.columns[chosen.place], widthOf(find("map"))));
  }
}

function mapOf({ dots, x, y, start, words, areTests }, { facts }, { s, t }, wide) {
  const high = Math.round(Math.min(0.75 * wide, 440));
  MAP.most = [x, y].map((all, axis) => all.reduce((far, each) => Math.max(far, Math.abs(each)), Math.max(MAP.most[axis], Math.abs(start[axis] || 0))));
  const scale = Math.min((wide / 2 - 20) / MAP.most[0], (high / 2 - 20) / MAP.most[1]);
  const at = (right, up) => [wide / 2 + scale * right, high / 2 - scale * up];
  const svg = shape("svg", { viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, "aria-hidden": true });
  const add = (name, attributes, text = "") => svg.append(shape(name, attributes, text));
  add("path", { class: "axis", d: `M0 ${high / 2}H${wide}M${wide / 2} 0V${high}` });
  MAP.places = dots.map((_, dot) => at(x[dot], y[dot]));
  const arrows = dots.map(({ before, symbol, isTwin }, dot) => ({ from: MAP.places[before] || (start.length > 0 && at(...start)), to: MAP.places[dot], symbol, isTwin })).filter(({ from }) => from);
  [false, true].forEach((isTwin) => {
    add("path", { class: "way", d: arrows.filter((each) => each.isTwin === isTwin).map(({ from, to }) => `M${from}L${to}`).join("") });
    [-1, ...facts.alphabet.keys()].forEach((symbol) => {
      const d = MAP.places.filter((_, dot) => dots[dot].symbol === symbol && dots[dot].isTwin === isTwin).map((place) => `M${place}h0`).join("");
      add("path", { class: "dot", d, stroke: palette().series[Math.max(0, symbol) % palette().series.length] });
      add("path", { class: "hole", d: isTwin ? d : "" });
    });
  });
  arrows.slice(0, arrows.length > MOST_ARROWS ? 0 : MOST_ARROWS).forEach(({ from, to, symbol }) => addHead(add, from, to, facts.alphabet[symbol] || ""));
  const [left, top] = start.length > 0 ? at(...start) : [];
  add("path", { class: "way", d: start.length > 0 ? `M${left - 6} ${top}h12m-6 -6v12` : "" });
  const here = MAP.places[dots.findIndex((dot) => !areTests && dot.s === s && dot.t === t)];
  add("circle", here ? { cx: here[0], cy: here[1], r: 9 } : {});
  add("text", { x: wide, y: high - 4, "text-anchor": "end" }, words[WORDS.language][0] + " →");
  add("text", { x: 0, y: 13 }, "↑ " + words[WORDS.language][1]);
  return svg;
}

/** The head of an arrow, and beside its middle the symbol that was fed. */
function addHead(add, from, to, symbol) {
  const [right, down] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(right, down);
  if (length > 16) {
    const [x, y] = [right / length, down / length];
    const corner = (back, side) => [to[0] - back * x - side * y, to[1] - back * y + side * x];
    add("path", { class: "head", d: `M${corner(5, 0)}L${corner(12, 4)}L${corner(12, -4)}z` });
    add("text", { x: (from[0] + to[0]) / 2 - 9 * y, y: (from[1] + to[1]) / 2 + 9 * x + 4, "text-anchor": "middle" }, symbol);
  }
}

/** Chooses the step of the dot under the pointer; of several that lie there the next one each time. */
function chooseDot(x, y) {
  const { dots, areTests } = MAP.told;
  const far = MAP.places.map((place) => Math.hypot(place[0] - x, place[1] - y));
  const nearest = Math.min(...far);
  const steps = PAGE.view.columns.map(({ s, t }) => dots.findIndex((dot) => dot.s === s && dot.t === t));
  const under = steps.map((_, place) => place).filter((place) => nearest < REACH.dot && far[steps[place]] < nearest + REACH.turn);
  if (!areTests && under.length > 0) {
    choosePlace(under[(under.indexOf(PAGE.chosen.place) + 1) % under.length]);
  }
}
