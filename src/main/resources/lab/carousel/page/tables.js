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

function nameIn(experiment, symbol) {
  return symbol === NO_SAMPLE ? "^" : experiment.alphabet[symbol];
}

/** The last symbols that the cases of a fork share. */
function sharedBy(fork, experiment) {
  return (fork.after.length > 12 ? "… " : "") + fork.after.slice(-12).map((symbol) => nameIn(experiment, symbol)).join(" ");
}

/** What a task with one fork asks; empty of another task. */
function forkAsked({ memory, experiment }) {
  if (memory.forks.length !== 1) {
    return "";
  }
  const [fork] = memory.forks;
  const targets = fork.targets.map((symbol) => nameIn(experiment, symbol)).reduce((one, other) => word("forks.or", [one, other]));
  return word("page.fork", [sharedBy(fork, experiment), targets, word("verdict.back", [fork.shared])]);
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
        element("td", {}, decimalsOf(Math.abs(found.bits) < 0.005 ? 0 : found.bits, 2)),
        element("td", {}, decimalsOf(found.separation, 3)),
        element("td", {}, word("verdict." + found.verdict + ".name")),
      ]);
    }),
  );
  body.parentElement.classList.toggle("empty", memory.forks.length === 0);
}
