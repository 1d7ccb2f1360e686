// The one pen of the page: draws the marks of a picture, as the program lists them (see PagePen there), on a canvas.

import { COLOURS, PAPER, inkOn, palette } from "./draw.js";

/** Pixels of the page to a point: the letters of pictures are 12 points high. */
export const ENLARGED = 14 / 12;
/** The most pixels of a side that browsers draw. */
const MOST_PIXELS = 16000;
/** Asked for once: to ask has the page laid out. */
const FONT = { family: "" };
const ENDS = { SQUARE: ["square", "miter"], FLAT: ["butt", "bevel"], BENT: ["butt", "round"], ROUND: ["round", "round"] };

/** Draws a picture of a size in points. */
export function drawMarks(canvas, { marks, width, height }) {
  const scale = Math.min(ENLARGED * (PAPER.isUsed ? PAPER.dots : window.devicePixelRatio || 1), MOST_PIXELS / width, MOST_PIXELS / height);
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  const pen = canvas.getContext("2d");
  if (canvas.width === across && canvas.height === down) {
    pen.reset(); // to make it anew takes longer
  } else {
    Object.assign(canvas, { width: across, height: down });
    Object.assign(canvas.style, { width: width * ENLARGED + "px", height: height * ENLARGED + "px" });
  }
  pen.fontKerning = "none";
  pen.scale(scale, scale);
  FONT.family = FONT.family || getComputedStyle(document.body).fontFamily;
  drawAll(pen, marks, FONT.family);
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

/**
 * Has what stands under the pointer of a picture told in a tip, and chosen by a click; and if it has keys, arrow keys go from spot to
 * spot, which is told below the picture, and Enter chooses. What is asked for may come later.
 *
 * @param spotAt what stands at x and y, in points: { words, and what a click chooses }
 * @param next   the spot that is so many steps to the right and down from x and y: the same with x and y
 */
export function listenToPicture(canvas, spotAt, choose, next) {
  const under = ({ clientX, clientY }) => {
    const box = canvas.getBoundingClientRect();
    return spotAt((clientX - box.left) / ENLARGED, (clientY - box.top) / ENLARGED);
  };
  canvas.addEventListener("pointermove", async (event) => (canvas.title = (await under(event)).words || ""));
  canvas.addEventListener("pointerdown", async (event) => choose(await under(event)));
  if (next) {
    listenToKeys(canvas, choose, next);
  }
}

function listenToKeys(canvas, choose, next) {
  const words = canvas.nextElementSibling;
  let held = { x: -1, y: -1 };
  canvas.addEventListener("keydown", async (event) => {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.ctrlKey || event.altKey || event.metaKey || !(by || event.key === "Enter")) {
      return;
    }
    event.preventDefault();
    const spot = by ? await next(held.x, held.y, ...by) : held;
    if (spot.words && by) {
      held = spot;
      words.textContent = spot.words;
      Object.entries({ "--x": spot.x, "--y": spot.y }).forEach(([name, points]) => canvas.parentElement.style.setProperty(name, points * ENLARGED + "px"));
    } else if (spot.words) {
      choose(spot);
    }
  });
  canvas.addEventListener("blur", () => {
    held = { x: -1, y: -1 };
    words.textContent = "";
  });
}
