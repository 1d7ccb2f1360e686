// What the pictures have in common: elements, colours, axes.

/** The colours of each theme, and the tables of values. */
export const COLOURS = { theme: "light", light: {}, dark: {}, sequential: [] };

/** The paper that is printed on: whether that is done, the pixels between the margins of A4, and the dots of each for a picture of dots. */
export const PAPER = { isUsed: false, width: 672, dots: 4 };

/** Measures of elements, by what is measured, as long as they are kept. */
let kept = null;

/** Does something while the measures of the page are those that it has now: to measure between changes has all laid out each time. */
export function keepMeasures(widths, sections, work) {
  kept = new Map();
  document.querySelectorAll(widths).forEach(widthOf);
  sections.forEach(isInSight);
  work();
  kept = null;
}

function measured(what, measure) {
  const known = kept?.has(what) ? kept.get(what) : measure();
  kept?.set(what, known);
  return known;
}

/** How wide what is drawn in an element can be. */
export function widthOf(place) {
  return PAPER.isUsed ? PAPER.width : measured(place, () => place.clientWidth);
}

/** An element of the page with properties, or attributes where it has no such property, and what is in it: texts, never markup. */
export function element(name, settings = {}, content = []) {
  const made = document.createElement(name);
  Object.entries(settings).forEach(([key, value]) => (key in made ? (made[key] = value) : made.setAttribute(key, value)));
  made.append(...[].concat(content));
  return made;
}

/** Elements of texts and lists of a name and what is in it, as the program makes them of Markdown. */
export function built(parts) {
  return parts.map((part) => (typeof part === "string" ? part : element(part[0], {}, built(part.slice(1)))));
}

/** The same of SVG, with attributes. */
export function shape(name, attributes = {}, content = []) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...[].concat(content));
  return made;
}

export function find(id) {
  return document.getElementById(id);
}

export function isInSight(id) {
  return measured(id, () => {
    const box = find(id).closest("section").getBoundingClientRect();
    return box.top < window.innerHeight && box.bottom > 0;
  });
}

/** The colours that the theme has. */
export function palette() {
  return COLOURS[COLOURS.theme];
}

/** The colour of a value: between -most and most, or from 0 to 1. */
export function colourOf(value, most, isSigned) {
  const share = isSigned ? (value + most) / (2 * most) : value;
  const table = isSigned ? palette().diverging : COLOURS.sequential;
  return Number.isNaN(value) ? "#808080" : table[Math.max(0, Math.min(255, Math.floor(share * 256)))];
}

/** Black or white, whichever can be read better on a colour. */
export function inkOn(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
}

/** Round values between two others, about so many. */
export function ticksOf(least, most, count) {
  const raw = (most - least) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= raw * 0.999);
  const found = [];
  for (let n = Math.ceil(least / step - 1e-9); n * step <= most + step * 1e-9; n++) {
    found.push(Number((n * step).toPrecision(12)));
  }
  return found;
}

/** An axis: { place(value), ticks }, from one pixel to another. */
export function axisOf(least, most, from, to, isLogarithmic) {
  const map = isLogarithmic ? Math.log10 : (value) => value;
  const [low, high] = [map(least), map(most)];
  const span = high - low || 1;
  const powers = [];
  for (let power = Math.ceil(low); power <= high; power++) {
    powers.push(10 ** power);
  }
  return {
    place: (value) => from + ((map(value) - low) / span) * (to - from),
    ticks: isLogarithmic && powers.length > 1 ? powers : ticksOf(least, most, Math.max(2, Math.abs(to - from) / 48)),
  };
}

/** A path through points, of many at a pixel the lowest and the highest. */
export function pathThrough(points) {
  const kept = [];
  let column = [];
  const close = () => {
    const heights = column.map((point) => point[1]);
    const inside = column.filter((point) => point[1] === Math.min(...heights) || point[1] === Math.max(...heights));
    kept.push(...(column.length > 4 ? [column[0], ...inside, column[column.length - 1]] : column));
    column = [];
  };
  points.forEach((point) => {
    if (column.length > 0 && Math.floor(point[0]) !== Math.floor(column[0][0])) {
      close();
    }
    column.push(point);
  });
  close();
  return kept.map((point, at) => (at === 0 ? "M" : "L") + point[0].toFixed(1) + " " + point[1].toFixed(1)).join("");
}
