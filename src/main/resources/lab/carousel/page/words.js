"use strict";
// The texts of the page in the language that is chosen, and numbers with its marks. The program has taken its patterns apart, see
// PageWords there.

/** The texts of each language, and the one that is spoken. */
const WORDS = { texts: {}, language: "en" };

/** The text of a key with its values filled in. */
function word(key, values = []) {
  const text = WORDS.texts[WORDS.language][key];
  return text === undefined ? key : filled(text, values);
}

/** Writes the texts of all elements that name them: data-word for what they say, data-label for what they are called, data-tip
 * for what is told on hover. */
function translate(root) {
  root.querySelectorAll("[data-word]").forEach((element) => (element.textContent = word(element.dataset.word)));
  root.querySelectorAll("[data-label]").forEach((element) => element.setAttribute("aria-label", word(element.dataset.label)));
  root.querySelectorAll("[data-tip]").forEach((element) => (element.title = word(element.dataset.tip)));
}

function filled(text, values) {
  return typeof text === "string" ? text : text.map((part) => (typeof part === "string" ? part : valueAt(part, values))).join("");
}

function valueAt([at, how, texts], values) {
  const value = values[at];
  if (texts) {
    return filled(texts[Math.max(0, how.filter((limit) => value >= limit).length - 1)], values);
  }
  return typeof value === "number" ? numberWritten(value, how || { least: 0, most: 3, isGrouped: true }) : String(value);
}

// ---- Numbers --------------------------------------------------------------------------------------------------------------------

/** A number with the marks of the language; what is rounded to 0 has no minus. */
function numberWritten(value, { least, most, isGrouped = false, digits = 1, plus = "", minus = "-" }) {
  if (!Number.isFinite(value)) {
    return String(value);
  }
  let [whole, decimals = ""] = rounded(Math.abs(value), most).split(".");
  while (decimals.length > least && decimals.endsWith("0")) {
    decimals = decimals.slice(0, -1);
  }
  const isNegative = value < 0 && /[1-9]/.test(whole + decimals);
  whole = whole.padStart(digits, "0");
  whole = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, () => mark("language.thousands", ",")) : whole;
  return (isNegative ? minus : plus) + whole + (decimals === "" ? "" : mark("language.decimal", ".") + decimals);
}

/** So many decimals, half to even as in Java. */
function rounded(size, most) {
  // The digits of a number that lies just between two end: then the even one is meant
  const exact = size.toFixed(Math.min(100, most + 60));
  const down = exact.slice(0, exact.length - 60).replace(/\.$/, "");
  return /^50*$/.test(exact.slice(exact.length - 60)) && Number(down.slice(-1)) % 2 === 0 ? down : size.toFixed(most);
}

/** What the language has between the thousands or before the decimals. */
function mark(key, usual) {
  return (WORDS.texts[WORDS.language][key] || usual)[0];
}

/** A number written with a decimal point, with the mark of the language instead. */
function marked(number) {
  return number.replace(".", () => mark("language.decimal", "."));
}

/** From so many decimals to so many, with a minus sign. */
function decimalsOf(value, least, most = least) {
  return numberWritten(value, { least, most, isGrouped: true, minus: "−" });
}

/** A loss: four decimals, or its digits and a power of ten if it is so small or large that they say nothing. */
function lossText(value) {
  const size = Math.abs(value);
  if (value === 0 || !Number.isFinite(value)) {
    return String(Math.abs(value) === 0 ? 0 : value);
  }
  if (size >= 0.001 && size < 100000) {
    return decimalsOf(value, 4);
  }
  const exponent = Number(size.toExponential(17).split("e")[1]);
  const digits = Array.from(String(Math.abs(exponent)), (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
  return decimalsOf(value / 10 ** exponent, 2) + "·10" + (exponent < 0 ? "⁻" : "") + digits;
}

/** At most so many decimals. */
function upTo(value, most) {
  return decimalsOf(value, 0, most).replace("−", "-");
}

/** So many decimals. */
function fixed(value, most) {
  return decimalsOf(value, most).replace("−", "-");
}

/** A probability, a gate or another number of that size. */
function shareText(value) {
  return decimalsOf(value, 2);
}

// ---- The verdict in words, as the program says it ----------------------------------------------------------------------------------

/** So many bits of a trace are told; of fewer, that they are fewer. */
const LEAST_SHOWN = 0.01;
/** With fewer bits a wrong symbol is at least three times as likely as the right one. */
const CERTAINLY_WRONG = -1;

/** For example 0.99 bit; of so few that no number says it, what that means. */
function bitsText(bits) {
  return bits < CERTAINLY_WRONG ? word("verdict.bits.certain") : word("verdict.bits", [amountOfBits(bits)]);
}

function amountOfBits(bits) {
  const isFew = bits > 0 && bits < LEAST_SHOWN;
  return isFew ? word("verdict.bits.few", [LEAST_SHOWN]) : word("verdict.bits.amount", [bits > -LEAST_SHOWN / 2 && bits <= 0 ? 0 : bits]);
}

/**
 * { headline, sentence, reason (which begins with the sentence) } of an evaluation; one that the program recorded has them.
 *
 * @param asked what its fork asks, and the memoryless floor, where they are known
 */
function verdictWords(result, asked = "", floor = NaN) {
  if (result.words) {
    return result.words[WORDS.language];
  }
  const steps = word("verdict.steps", [result.back]);
  const isRight = result.verdict === "REMEMBERS" || result.verdict === "A_TRACE";
  const headline = [word("verdict." + result.verdict + ".headline", [steps])];
  if (isRight) {
    headline.push(bitsText(result.bits));
  }
  if (result.verdict !== "REMEMBERS" && result.forks.length > 1) {
    headline.push(word("verdict.forks.few", [result.remembered, result.forks.length]));
  }
  if (isRight && result.easyWrong > 0) {
    headline.push(word("verdict.easyWrong", [result.easyWrong]));
  }
  const values = [result.right, result.steps, amountOfBits(Math.max(0, result.bits)), LEAST_BITS, result.margin, steps];
  const key = "verdict." + result.verdict;
  const said = key + (result.bits < CERTAINLY_WRONG ? ".certain" : "");
  const sentence = asked === "" ? word(said + ".reason", values) : asked + " " + word(said + ".asked", values);
  const reason = [sentence, word(key + ".more", values)];
  if (result.verdict === "REMEMBERS" && result.loss > floor) {
    reason.splice(1, 0, word("verdict.REMEMBERS.aboveFloor"));
  }
  if (result.verdict === "NOT_YET" && isBelow(result.loss, floor)) {
    reason.push(word("verdict.NOT_YET.belowFloor"));
  }
  if (result.forks.length > 1) {
    reason.push(word("verdict.forks", [result.remembered, result.forks.length]) + ".");
  }
  if (result.unknowable > 0) {
    reason.push(word("verdict.unknowable", [result.unknowable, result.best, result.steps]) + ".");
  }
  return { headline: headline.join(", "), sentence, reason: reason.join(" ") };
}

// ---- What a fork asks ----------------------------------------------------------------------------------------------------------------

function nameIn(experiment, symbol) {
  return symbol === NO_SAMPLE ? "^" : experiment.alphabet[symbol];
}

/** The last symbols that the cases of a fork share. */
function sharedBy(fork, experiment, most = 12) {
  return (fork.after.length > most ? "… " : "") + fork.after.slice(-most).map((symbol) => nameIn(experiment, symbol)).join(" ");
}

/** In a sentence fewer symbols are read at a glance. */
const MOST_ASKED = 4;

/** What the fork of the verdict asks, in a sentence; empty if there is none, or if the program recorded it. */
function forkAsked({ memory, result, experiment }) {
  const fork = memory.forks[result.asked];
  if (!fork) {
    return "";
  }
  const targets = fork.targets.map((symbol) => nameIn(experiment, symbol));
  const shown = Math.min(MOST_ASKED, targets.length) - 1;
  const last = targets.length > MOST_ASKED ? "…" : targets[shown];
  return word("forks.asked", [sharedBy(fork, experiment, MOST_ASKED), word("forks.or", [targets.slice(0, shown).join(", "), last]), fork.shared]);
}
