// The automaton that the task asks for, and the one that the network was when the program wrote the page.

import { computing } from "./compute.js";
import { DATA, PAGE } from "./data.js";
import { find, isInSight, shape, widthOf } from "./draw.js";
import { WORDS, word } from "./words.js";

/** The experiment whose automaton was computed last. */
const AUTOMATON = { experiment: null, told: null };
/** The least pixels of a column and of a row; the radius of a state. */
const AUTOMATON_SIZE = { column: 64, row: 64, radius: 17 };
const MOST_LETTERS = 6;

export function showAutomaton({ columns }, chosen) {
  if (!computing() || !isInSight("ofTask")) {
    return;
  }
  const { run } = PAGE;
  if (AUTOMATON.experiment !== run.experiment) {
    Object.assign(AUTOMATON, { experiment: run.experiment, told: computing().automaton(run.experiment) });
  }
  const { problem } = AUTOMATON.told;
  const ofNetwork = run.isRecorded ? DATA.run.automaton : {};
  const isKnown = Object.keys(ofNetwork).length > 0;
  const { epoch } = DATA.run;
  find("ofTaskWords").textContent = problem ? problem[WORDS.language] : sizeWords("automaton.side.task", [], AUTOMATON.told, word("automaton.mixed"));
  find("ofNetworkWords").textContent = problem ? "" : isKnown ? sizeWords("automaton.side.network", [epoch], ofNetwork, word("page.automaton.joined")) : word("page.automaton.elsewhere");
  drawAutomaton(find("ofTask"), AUTOMATON.told, columns[chosen.place]);
  drawAutomaton(find("ofNetwork"), ofNetwork, columns[chosen.place]);
}

/** How many states there are, and what it means if some are marked. */
function sizeWords(key, values, { states, most }, ifMarked) {
  const marked = () => (states.some(({ isMarked }) => isMarked) ? ifMarked : "");
  return states ? word(key, [...values, states.length]) + ". " + marked() : word("page.automaton.many", [most]);
}

function drawAutomaton(place, told, { s, t }) {
  place.hidden = !told.states;
  if (told.states) {
    place.replaceChildren(automatonOf(told, told.at[s][t], Math.max(widthOf(place) - 4, told.columns * AUTOMATON_SIZE.column)));
  }
}

function automatonOf({ columns, rows, states, arrows }, here, wide) {
  const { row, radius } = AUTOMATON_SIZE;
  const high = rows * row;
  const told = states.map(({ answer }, at) => `${at + 1} (${answer}): ` + arrows.filter(({ from }) => from === at).map(({ symbols, to }) => `${symbols} → ${to + 1}`).join(", "));
  const label = word("page.automaton.accessible", [here + 1, told.join("; ")]);
  const svg = shape("svg", { viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, role: "img", "aria-label": label });
  const places = states.map(({ x, y }) => [x * wide, y * high]);
  const write = (text, [x, y], name) => {
    const letters = Array.from(text);
    svg.append(shape("text", { x, y: y + 4, class: name }, letters.length > MOST_LETTERS ? letters.slice(0, MOST_LETTERS - 1).join("") + "…" : text));
  };
  const turns = arrows.map(({ from, to }) => {
    const [[x, y], [toX, toY]] = [places[from], places[to]];
    const length = Math.hypot(toX - x, toY - y);
    // One that does not lead to the next column goes round what stands between
    const bend = Math.round((states[to].x - states[from].x) * columns) === 1 ? 0 : 0.2 + radius / length;
    const turn = [(x + toX) / 2 + bend * (toY - y), (y + toY) / 2 - bend * (toX - x)];
    const far = Math.hypot(toX - turn[0], toY - turn[1]);
    const tip = [toX, toY].map((each, axis) => each + ((turn[axis] - each) * (radius + 1)) / far);
    svg.append(shape("path", { d: `M${places[from]}Q${turn} ${tip}`, "marker-end": "url(#automatonHead)" }));
    return [0, 1].map((axis) => (places[from][axis] + 2 * turn[axis] + places[to][axis]) / 4);
  });
  states.forEach(({ answer, isMarked }, at) => {
    const ring = (r, name) => svg.append(shape("circle", { cx: places[at][0], cy: places[at][1], r, class: name }));
    if (isMarked) {
      ring(radius + 4, "marked");
    }
    ring(radius, at === here ? "here" : at === 0 ? "start" : "");
    write(answer, places[at], "");
  });
  arrows.forEach(({ symbols }, at) => write(symbols, turns[at], "symbols"));
  return svg;
}
