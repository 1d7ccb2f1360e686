// The texts of the page in the language that is chosen, and numbers with its marks. The program has taken its patterns apart, see
// PageWords there.

/** The texts of each language, and the one that is spoken. */
export const WORDS = { texts: {}, language: "en" };

/** The text of a key with its values filled in. */
export function word(key, values = []) {
  return wordIn(WORDS.language, key, values);
}

export function wordIn(language, key, values) {
  const text = WORDS.texts[language][key];
  return text === undefined ? key : filled(language, text, values);
}

/** Writes the texts of all elements that name them: data-word for what they say, data-label for what they are called, data-tip
 * for what is told on hover. */
export function translate(root) {
  root.querySelectorAll("[data-word]").forEach((each) => (each.textContent = word(each.dataset.word)));
  root.querySelectorAll("[data-label]").forEach((each) => each.setAttribute("aria-label", word(each.dataset.label)));
  root.querySelectorAll("[data-tip]").forEach((each) => (each.title = word(each.dataset.tip)));
}

function filled(language, text, values) {
  return [].concat(text).map((part) => (typeof part === "string" ? part : valueAt(language, part, values))).join("");
}

function valueAt(language, [at, how, texts], values) {
  const value = values[at];
  if (texts) {
    return filled(language, texts[Math.max(0, how.filter((limit) => value >= limit).length - 1)], values);
  }
  return typeof value === "number" ? numberIn(language, value, how || { least: 0, most: 3, isGrouped: true }) : String(value);
}

/** A number with the marks of a language; what is rounded to 0 has no minus. */
function numberIn(language, value, { least, most, isGrouped = false, digits = 1, times = 1, plus = "", minus = "-", after = "" }) {
  if (!Number.isFinite(value)) {
    return String(value);
  }
  let [whole, decimals = ""] = rounded(Math.abs(value) * times, most).split(".");
  while (decimals.length > least && decimals.endsWith("0")) {
    decimals = decimals.slice(0, -1);
  }
  const isNegative = value < 0 && /[1-9]/.test(whole + decimals);
  whole = whole.padStart(digits, "0");
  whole = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, () => markOf(language, "language.thousands", ",")) : whole;
  return (isNegative ? minus : plus) + whole + (decimals === "" ? "" : markOf(language, "language.decimal", ".") + decimals) + after;
}

/** So many decimals, half to even as in Java. */
function rounded(size, most) {
  // The digits of a number that lies just between two end: then the even one is meant
  const exact = size.toFixed(Math.min(100, most + 60));
  const down = exact.slice(0, exact.length - 60).replace(/\.$/, "");
  return /^50*$/.test(exact.slice(exact.length - 60)) && Number(down.slice(-1)) % 2 === 0 ? down : size.toFixed(most);
}

/** What a language has between the thousands or before the decimals. */
function markOf(language, key, usual) {
  return (WORDS.texts[language][key] || usual)[0];
}

/** A number written with a decimal point, with the mark of the language instead. */
export function marked(number) {
  return number.replace(".", () => markOf(WORDS.language, "language.decimal", "."));
}

/** The same back where the mark is none that every language reads. */
export function unmarked(number) {
  const marks = Object.keys(WORDS.texts).map((language) => markOf(language, "language.decimal", "."));
  return marks.filter((each) => each !== ",").reduce((text, each) => text.replace(each, "."), number);
}

/** A number as it is written in any language; NaN if it is none. */
export function readNumber(text) {
  const digits = unmarked(text.trim()).replace(",", ".").replace("−", "-");
  return /^-?[0-9]*\.?[0-9]+(e[-+]?[0-9]+)?$/i.test(digits) ? Number(digits) : NaN;
}

/** From so many decimals to so many, with a minus sign. */
export function decimals(value, least, most = least) {
  return decimalsIn(WORDS.language, value, least, most);
}

export function decimalsIn(language, value, least, most) {
  return numberIn(language, value, { least, most, isGrouped: true, minus: "−" });
}

/** A loss: four decimals, or its digits and a power of ten if it is so small or large that they say nothing. */
export function lossText(value) {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(value)) {
    return String(size === 0 ? 0 : value);
  }
  if (size >= 0.001 && size < 100000) {
    return decimals(value, 4);
  }
  const exponent = Number(size.toExponential(17).split("e")[1]);
  const digits = Array.from(String(Math.abs(exponent)), (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
  return decimals(value / 10 ** exponent, 2) + "·10" + (exponent < 0 ? "⁻" : "") + digits;
}
