// The one pen of the page: draws the marks of a picture, as the program lists them (see PagePen there), on a canvas.

import { COLOURS, PAPER, inkOn, palette } from "./draw.js";

const ENDS = { SQUARE: ["square", "miter"], FLAT: ["butt", "bevel"], BENT: ["butt", "round"], ROUND: ["round", "round"] };

/** Draws a picture of a size in points, each so many pixels of the page wide. */
export function drawMarks(canvas, marks, width, height, enlarged) {
  const scale = enlarged * (PAPER.isUsed ? PAPER.dots : window.devicePixelRatio || 1);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.style.width = width * enlarged + "px";
  canvas.style.height = height * enlarged + "px";
  const pen = canvas.getContext("2d");
  pen.fontKerning = "none";
  pen.scale(scale, scale);
  const family = getComputedStyle(document.body).fontFamily;
  drawAll(pen, marks, family);
}

function drawAll(pen, marks, family) {
  marks.forEach(([kind, ...mark]) => DRAWERS[kind](pen, mark, family));
}

const DRAWERS = {
  f(pen, [path, ink]) {
    pen.fillStyle = dip(pen, ink);
    pen.fill(new Path2D(path));
  },
  d(pen, [path, ink, width, end, dashes]) {
    pen.strokeStyle = dip(pen, ink);
    [pen.lineCap, pen.lineJoin] = ENDS[end];
    pen.lineWidth = width;
    pen.setLineDash(dashes);
    pen.stroke(new Path2D(path));
  },
  t(pen, [words, x, baseline, width, size, isBold, ink, isUpwards], family) {
    pen.fillStyle = dip(pen, ink);
    pen.font = `${isBold ? "bold " : ""}${size}px ${family}`;
    pen.save();
    pen.translate(x, baseline);
    pen.rotate(isUpwards ? -Math.PI / 2 : 0);
    pen.fillText(words, 0, 0, width + 0.5);
    pen.restore();
  },
  c(pen, [lefts, width, top, height, rows, table]) {
    pen.globalAlpha = 1;
    const { a, d, e, f } = pen.getTransform();
    const edge = (points, scale, shift) => (Math.round(points * scale + shift) - shift) / scale; // on whole pixels there are no seams
    lefts.forEach((left, column) => {
      const [from, to] = [edge(left, a, e), edge(left + width, a, e)];
      for (let row = 0; row * lefts.length < rows.length; row++) {
        const [high, low] = [edge(top + row * height, d, f), edge(top + (row + 1) * height, d, f)];
        pen.fillStyle = colourAt(table, rows[row * lefts.length + column]);
        pen.fillRect(from, high, to - from, low - high);
      }
    });
  },
  g(pen, [x, y, scale, clip, marks], family) {
    pen.save();
    pen.translate(x, y);
    pen.scale(scale, scale);
    if (clip.length > 0) {
      pen.beginPath();
      pen.rect(...clip);
      pen.clip();
    }
    drawAll(pen, marks, family);
    pen.restore();
  },
};

function colourAt(table, row) {
  return row < 0 ? "#808080" : (table === "diverging" ? palette().diverging : COLOURS.sequential)[row];
}

/** The colour of an ink; how much it covers is set. */
function dip(pen, [role, number, opacity]) {
  pen.globalAlpha = opacity;
  if (role.startsWith("on ")) {
    return inkOn(colourAt(role.slice(3), number));
  }
  const { series } = palette();
  const known = { black: "#000000", white: "#ffffff", series: series[number % series.length] };
  return role === "sequential" || role === "diverging" ? colourAt(role, number) : known[role] || palette()[role];
}
