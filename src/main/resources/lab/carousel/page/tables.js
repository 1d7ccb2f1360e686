// The predictions, step by step.

import { element, heldButton, palette, shape, widthOf } from "./draw.js";
import { decimals } from "./words.js";

/** Of more steps only the chosen sequence is shown. */
const MOST_ROWS = 60;

/** Fills the table of predictions. */
export function fillPredictions(body, view, chosen, choose) {
  const { columns, facts } = view;
  const only = columns.length > MOST_ROWS ? columns[chosen.place].s : -1;
  const rowsShown = columns.map((column, at) => ({ column, at })).filter(({ column }) => only < 0 || column.s === only);
  body.replaceChildren(
    ...rowsShown.map(({ column, at }) => {
      const seen = !column.isScored ? "unscored" : column.isRight ? "right" : "wrong";
      const [fed, wanted, predicted] = column.texts;
      return element("tr", { "aria-selected": String(at === chosen.place), class: column.isDeciding ? "deciding" : "", onclick: () => choose(at) }, [
        element("td", {}, heldButton("step" + at, facts.kind === "series" ? column.name : `${column.s + 1}.${column.t + 1}`, () => choose(at), { class: "plain" })),
        element("td", {}, fed),
        element("td", {}, wanted),
        element("td", { class: seen }, `${predicted} ${{ right: "✓", wrong: "✗", unscored: "·" }[seen]}`),
        element("td", { class: "notSeries" }, [bars(column, facts), element("small", {}, lowestOutput(column))]),
      ]);
    }),
  );
}

/** The output of what is predicted, of several symbols the lowest; nothing of numbers. */
function lowestOutput({ predicted, y }) {
  return predicted.length === 0 ? "" : decimals(Math.min(...predicted.map((symbol) => y[symbol])), 2);
}

/** The outputs as bars, the expected ones on a line; with words for those who cannot see them. */
export function bars(column, { alphabet, lowest }) {
  const words = Array.from(column.y, (value, k) => `${alphabet[k]}: ${decimals(value, 2)}`).join(", ");
  const room = Math.max(80, Math.min(176, widthOf(document.querySelector(".predictions .scroll")) - 290)); // beside the other columns
  const width = Math.max(4, Math.min(22, Math.floor(room / column.y.length)));
  const svg = shape("svg", { class: "bars", role: "img", "aria-label": words, width: width * column.y.length, height: 34 });
  svg.append(shape("title", {}, words));
  // Numbers reach as far below 0 as above
  const zero = 22 / (1 - lowest);
  column.y.forEach((value, k) => {
    const height = Math.max(1, Math.min(zero, Math.abs(value) * zero));
    svg.append(shape("rect", { x: k * width + 1, y: value < 0 ? zero : zero - height, width: width - 2, height, fill: barColour(column, k) }));
    if (column.targets.includes(k)) {
      svg.append(shape("rect", { x: k * width, y: 22, width, height: 2, fill: palette().text }));
    }
    if (column.wanted.length > 0) {
      svg.append(shape("rect", { x: k * width, y: zero - 1 - zero * Math.max(-1, Math.min(1, column.wanted[k])), width, height: 2, fill: palette().text }));
    }
    if (width >= 10) {
      svg.append(shape("text", { x: (k + 0.5) * width, y: 33, "text-anchor": "middle" }, alphabet[k].slice(0, 2)));
    }
  });
  return svg;
}

/** As in the program: only what is predicted has a colour, that of right or wrong, and only where it counts. */
function barColour(column, symbol) {
  if (!column.isScored || !(column.wanted.length > 0 || column.predicted.includes(symbol))) {
    return palette().muted;
  }
  return (column.wanted.length > 0 ? column.isRight : column.targets.includes(symbol)) ? palette().right : palette().wrong;
}
