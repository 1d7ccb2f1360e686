// The heatmap: a row for each unit, a column for each step; and who is chosen in it.

import { DATA } from "./data.js";
import { COLOURS, PAPER, colourOf, palette } from "./draw.js";
import { textsOf } from "./tables.js";
import { WORDS, decimals, word } from "./words.js";

/** How the heatmap is divided: the pixels of columns and rows. */
function statesSize(columns, count, width) {
  const left = 72;
  const high = PAPER.isUsed ? 220 : Math.max(120, window.innerWidth < 700 ? 0.24 * window.innerHeight : window.innerHeight - 400);
  const gaps = columns.length === 0 ? 0 : columns[columns.length - 1].s;
  // Numbers need room, as long as the picture stays one that browsers draw
  const least = columns[0].texts ? Math.max(16, Math.min(48, Math.floor(12000 / columns.length))) : 16;
  const column = Math.max(least, Math.min(56, Math.floor((width - left - 2 - 12 * gaps) / Math.max(1, columns.length))));
  return { left, top: 42, column, row: Math.max(2, Math.min(24, Math.floor(high / count))), gap: 12, below: 58 };
}

/** Where a column begins: sequences stand apart. */
function columnAt(size, columns, at) {
  return size.left + at * size.column + columns[at].s * size.gap;
}

/**
 * Draws on a canvas.
 *
 * @param {View} view
 * @param chosen { layer (its letter), unit, place (of the step) }
 */
export function drawStates(canvas, view, chosen, width) {
  const { columns } = view;
  const layer = DATA.layers.find(({ letter }) => letter === chosen.layer);
  const count = columns[0][chosen.layer].length;
  const size = statesSize(columns, count, width);
  const wide = columnAt(size, columns, columns.length - 1) + size.column + 2;
  const high = size.top + count * size.row + size.below;
  const scale = Math.min(PAPER.isUsed ? PAPER.dots : window.devicePixelRatio || 1, 16000 / wide, 16000 / high);
  canvas.width = Math.round(wide * scale);
  canvas.height = Math.round(high * scale);
  canvas.style.width = wide + "px";
  canvas.style.height = high + "px";
  const pen = canvas.getContext("2d");
  pen.drawImage(cellsOf(view, layer, size, canvas), 0, 0);
  pen.scale(scale, scale);
  pen.strokeStyle = palette().text;
  pen.lineWidth = 2;
  const unit = Math.min(chosen.unit, count - 1);
  pen.strokeRect(columnAt(size, columns, chosen.place) - 1, size.top + unit * size.row - 1, size.column + 1, size.row + 1);
  canvas.setAttribute("aria-label", statesWords(view, chosen, layer, unit));
}

/** Scrolls what the canvas stands in to the step that is chosen, unless it is seen there. */
export function scrollToChosen(around, { columns }, chosen, width) {
  const size = statesSize(columns, columns[0][chosen.layer].length, width);
  const left = columnAt(size, columns, chosen.place) - around.scrollLeft;
  if (left < 0 || left + size.column > around.clientWidth) {
    around.scrollLeft += left + size.column / 2 - around.clientWidth / 2;
  }
}

/** The cells as they were drawn the last time: what is chosen changes more often than they do. */
export const CELLS = { canvas: document.createElement("canvas"), key: "", columns: null };

/** All but what is chosen, on a canvas of the same size. */
function cellsOf(view, layer, size, like) {
  const { columns, facts } = view;
  const scale = like.width / parseFloat(like.style.width);
  const key = [layer.letter, like.width, like.height, COLOURS.theme, WORDS.language].join();
  if (CELLS.columns === columns && CELLS.key === key) {
    return CELLS.canvas;
  }
  Object.assign(CELLS, { key, columns });
  CELLS.canvas.width = like.width;
  CELLS.canvas.height = like.height;
  const pen = CELLS.canvas.getContext("2d");
  pen.scale(scale, scale);
  pen.font = "13px " + getComputedStyle(document.body).fontFamily;
  const count = columns[0][layer.letter].length;
  const isNumber = layer.letter === "y" && view.facts.isOfNumbers;
  const most = layer.letter === "c" || isNumber ? mostOf(columns, layer.letter) : 1;
  columns.forEach((column, at) => {
    const x = columnAt(size, columns, at);
    for (let unit = 0; unit < count; unit++) {
      pen.fillStyle = colourOf(column[layer.letter][unit], most, layer.isSigned || isNumber);
      pen.fillRect(x, size.top + unit * size.row, size.column - 1, size.row - (size.row > 6 ? 1 : 0));
    }
    drawStep(pen, view, at, x, size, count);
  });
  drawRowNames(pen, facts, layer, size, count);
  return CELLS.canvas;
}

function mostOf(columns, letter) {
  return columns.reduce((most, column) => column[letter].reduce((high, value) => Math.max(high, Math.abs(value)), most), 1);
}

function drawStep(pen, view, at, x, size, count) {
  const { columns, facts } = view;
  const column = columns[at];
  const middle = x + (size.column - 1) / 2;
  const below = size.top + count * size.row;
  pen.textAlign = "center";
  pen.fillStyle = palette().text;
  const [fed, wanted, predicted] = textsOf(column, facts);
  fillWord(pen, fed, middle, size.top - 10, size.column);
  const name = word("state.sequence", [column.s + 1]);
  if (column.t === 0 && (at === 0 || x >= size.named)) {
    pen.textAlign = "left";
    pen.fillStyle = palette().muted;
    pen.fillText(name, x, size.top - 28);
    pen.textAlign = "center";
    size.named = x + pen.measureText(name).width + size.gap / 2; // short sequences are not all named
  }
  pen.fillStyle = palette().muted;
  fillWord(pen, wanted, middle, below + 16, size.column);
  pen.fillStyle = column.isScored ? (column.isRight ? palette().right : palette().wrong) : palette().muted;
  fillWord(pen, predicted, middle, below + 34, size.column);
  pen.fillText(column.isScored ? (column.isRight ? "✓" : "✗") : "·", middle, below + 51);
  if (column.isDeciding) {
    pen.fillStyle = palette().accent;
    pen.fillRect(x, size.top - 5, size.column - 1, 2);
  }
}

/** A word in the middle of its column; the end of a long one is left out. */
function fillWord(pen, text, middle, y, room) {
  const letters = Array.from(text);
  let most = letters.length;
  const shown = () => (most === letters.length ? text : letters.slice(0, most).join("") + "…");
  while (most > 1 && pen.measureText(shown()).width > 1.2 * room) {
    most--;
  }
  pen.fillText(shown(), middle, y, room + 6);
}

function drawRowNames(pen, facts, layer, size, count) {
  pen.textAlign = "right";
  pen.fillStyle = palette().muted;
  const below = size.top + count * size.row;
  const names = { input: size.top - 10, expected: below + 16, predicted: below + 34 };
  Object.entries(names).forEach(([name, at]) => pen.fillText(word("state.row." + name), size.left - 6, at, size.left - 8));
  const every = Math.ceil(14 / size.row);
  for (let unit = 0; unit < count; unit += every) {
    const name = layer.letter === "y" ? facts.alphabet[unit] : String(unit + 1);
    pen.fillText(name, size.left - 6, size.top + unit * size.row + Math.max(size.row, 12) / 2 + 4, size.left - 8);
  }
}

/** { unit, place } under the pointer; null beside the cells. */
export function cellUnder(event, canvas, columns, count, width) {
  const box = canvas.getBoundingClientRect();
  const size = statesSize(columns, count, width);
  const unit = Math.floor((event.clientY - box.top - size.top) / size.row);
  const x = event.clientX - box.left;
  const place = columns.findIndex((_, at) => x >= columnAt(size, columns, at) && x < columnAt(size, columns, at) + size.column);
  return place < 0 || unit >= count || unit < 0 ? null : { unit, place };
}

/** What the chosen cell holds, in a line. */
export function readout(view, chosen, unit) {
  const column = view.columns[chosen.place];
  const [fed, wanted] = textsOf(column, view.facts);
  if (chosen.layer === "y") {
    const values = [view.facts.alphabet[unit], column.t + 1, column.s + 1, fed, decimals(column.y[unit], 2), wanted];
    return word("state.readout.output", values);
  }
  const value = word("state.readout.quantity", [chosen.layer, decimals(column[chosen.layer][unit], 4)]);
  return word("state.readout.cell", [String(unit + 1), column.t + 1, column.s + 1, fed, value]);
}

/** All that is known of a cell and its step, which may have more than its column has room for. */
export function cellWords(view, place, unit, layer) {
  const [, wanted, predicted] = textsOf(view.columns[place], view.facts);
  const rows = [["expected", wanted], ["predicted", predicted]].map(([name, text]) => `${word("state.row." + name)}: ${text}`);
  return [readout(view, { place, layer }, unit), ...rows].join("\n");
}

function statesWords(view, chosen, layer, unit) {
  const right = view.columns.filter((column) => column.isScored && column.isRight).length;
  const name = word(layer.word);
  const values = [name, layer.letter, view.epoch, view.columns[0][layer.letter].length, view.columns.length, right];
  return word("state.accessible.cell", [word("state.accessible", values), readout(view, chosen, unit)]);
}
