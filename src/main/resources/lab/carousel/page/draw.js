// What the pictures have in common: elements, measures, colours.

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

/** Elements of texts and lists of a name and what is in it, as the program makes them of Markdown; pictures by their names. */
export function built(parts, pictures) {
  return parts.map((part) => {
    if (typeof part === "string") {
      return part;
    }
    const [name, ...content] = part;
    return name === "img" ? element(name, { src: pictures[content[0]], alt: content[1] }) : element(name, {}, built(content, pictures));
  });
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

/** Something to press. */
export function button(id, words, onclick, settings = {}) {
  return element("button", { type: "button", id, onclick, ...settings }, words);
}

/** The same where pressing it has drawn anew what it stands in: it keeps the keyboard. */
export function heldButton(id, words, act, settings) {
  const press = (event) => {
    event.stopPropagation();
    act();
    find(id).focus();
  };
  return button(id, words, press, settings);
}

/** Fills an element anew; what had the keyboard has it again if it is still there. */
export function refill(place, parts) {
  const held = place.contains(document.activeElement) ? document.activeElement.id : "";
  place.replaceChildren(...parts);
  find(held)?.focus();
}

/** Where something is typed, and what is done with each letter. */
export function field(id, label, value, type, settings = {}) {
  return element("input", { id, value, "aria-label": label, oninput: ({ target }) => type(target.value), ...settings });
}

/** Words that stand apart. */
export function note(words, settings = {}) {
  return element("p", { className: "muted", ...settings }, words);
}

/** Says something to those who listen. */
export function say(words) {
  find("status").textContent = words;
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
