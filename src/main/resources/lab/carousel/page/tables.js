"use strict";
// The predictions, step by step, and the forks.

/** Of more steps only the chosen sequence is shown. */
const MOST_ROWS = 60;

/** Fills the table of predictions. */
function fillPredictions(body, view, chosen, choose) {
  const { columns, experiment } = view;
  const only = columns.length > MOST_ROWS ? columns[chosen.place].s : -1;
  const rowsShown = columns.map((column, at) => ({ column, at })).filter(({ column }) => only < 0 || column.s === only);
  body.replaceChildren(
    ...rowsShown.map(({ column, at }) => {
      const predicted = argmax(column.y);
      const isRight = predicted === column.target;
      const mark = !column.isScored ? "unscored" : isRight ? "right" : "wrong";
      const row = element("tr", { "aria-selected": String(at === chosen.place), class: view.memory.isDeciding[at] ? "deciding" : "" }, [
        element("td", {}, chooser(`${column.s + 1}.${column.t + 1}`, "step" + at, () => choose(at))),
        element("td", {}, experiment.alphabet[column.symbol]),
        element("td", {}, experiment.alphabet[column.target]),
        element("td", { class: mark }, `${experiment.alphabet[predicted]} ${mark === "right" ? "✓" : mark === "wrong" ? "✗" : "·"}`),
        element("td", {}, [bars(column, experiment), element("small", {}, shareText(column.y[predicted]))]),
      ]);
      row.addEventListener("click", () => choose(at));
      return row;
    }),
  );
}

/** A button that keeps the keyboard's place when its table is filled anew. */
function chooser(text, id, act) {
  const button = element("button", { type: "button", class: "plain", id }, text);
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    act();
    document.getElementById(id).focus();
  });
  return button;
}

/** The pixels beside the other columns of the table. */
function roomForBars() {
  const wide = widthOf(document.querySelector(".predictions .scroll"));
  return Math.max(80, Math.min(176, wide - 290));
}

/** The outputs as bars, the expected one on a line; with words for those who cannot see them. */
function bars(column, experiment) {
  const words = Array.from(column.y, (value, k) => `${experiment.alphabet[k]}: ${shareText(value)}`).join(", ");
  const width = Math.max(4, Math.min(22, Math.floor(roomForBars() / column.y.length)));
  const svg = shape("svg", { class: "bars", role: "img", "aria-label": words, width: width * column.y.length, height: 34 });
  svg.append(shape("title", {}, words));
  column.y.forEach((value, k) => {
    const height = Math.max(1, value * 22);
    svg.append(shape("rect", { x: k * width + 1, y: 22 - height, width: width - 2, height, fill: barColour(column, k) }));
    if (k === column.target) {
      svg.append(shape("rect", { x: k * width, y: 22, width, height: 2, fill: palette().text }));
    }
    if (width >= 10) {
      svg.append(shape("text", { x: (k + 0.5) * width, y: 33, "text-anchor": "middle" }, experiment.alphabet[k].slice(0, 2)));
    }
  });
  return svg;
}

/** As in the program: only what is predicted has a colour, that of right or wrong, and only where it counts. */
function barColour(column, symbol) {
  if (!column.isScored || symbol !== argmax(column.y)) {
    return palette().muted;
  }
  return symbol === column.target ? palette().right : palette().wrong;
}

/** Fills the table of forks, the worst first. */
function fillForks(body, caption, view) {
  const { memory, result, experiment } = view;
  const order = memory.forks
    .map((_, at) => at)
    .sort((one, other) => (isWorse(result.forks[one], result.forks[other]) ? -1 : isWorse(result.forks[other], result.forks[one]) ? 1 : one - other));
  caption.textContent =
    word("forks.count", [memory.forks.length]) +
    (memory.unknowable > 0 ? " " + word("verdict.unknowable", [memory.unknowable, memory.best, memory.steps]) + "." : "");
  body.replaceChildren(
    ...order.slice(0, MOST_ROWS).map((at) => {
      const fork = memory.forks[at];
      const found = result.forks[at];
      return element("tr", {}, [
        element("td", {}, sharedBy(fork, experiment)),
        element("td", {}, fork.targets.map((symbol) => nameIn(experiment, symbol)).join(" ")),
        element("td", {}, String(fork.shared)),
        element("td", {}, found.bits < CERTAINLY_WRONG ? word("verdict.bits.certain") : amountOfBits(found.bits)),
        element("td", {}, decimalsOf(found.separation, 3)),
        element("td", {}, word("verdict." + found.verdict + ".name")),
      ]);
    }),
  );
  body.parentElement.classList.toggle("empty", memory.forks.length === 0);
}
