"use strict";
// The texts of the page in the language that is chosen, and numbers as the program writes them. Texts are patterns of Java's
// MessageFormat: {0}, {0,number,0.00}, {0,choice,1#one|1<{0} of them}, and an apostrophe is written twice.

/** Set by app.js: the texts of each language, and the one that is spoken. */
const WORDS = { texts: {}, language: "en" };

/** The text of a key with its values filled in. */
function word(key, values) {
  const pattern = WORDS.texts[WORDS.language][key];
  return pattern === undefined ? key : filled(pattern, values || []);
}

/** Writes the texts of all elements that name them: data-word for what they say, data-label for what they are called, data-tip
 * for what is told on hover. */
function translate(root) {
  root.querySelectorAll("[data-word]").forEach((element) => (element.textContent = word(element.dataset.word)));
  root.querySelectorAll("[data-label]").forEach((element) => element.setAttribute("aria-label", word(element.dataset.label)));
  root.querySelectorAll("[data-tip]").forEach((element) => (element.title = word(element.dataset.tip)));
}

// ---- Patterns -----------------------------------------------------------------------------------------------------------------

function filled(pattern, values) {
  let text = "";
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at];
    if (letter === "'") {
      const end = pattern.indexOf("'", at + 1);
      text += end === at + 1 ? "'" : pattern.slice(at + 1, end < 0 ? pattern.length : end);
      at = end < 0 ? pattern.length : end;
    } else if (letter === "{") {
      const end = endOfPlace(pattern, at);
      text += valueAt(pattern.slice(at + 1, end), values);
      at = end;
    } else {
      text += letter;
    }
  }
  return text;
}

/** Where the brace closes that opens here. */
function endOfPlace(pattern, start) {
  let open = 0;
  for (let at = start; at < pattern.length; at++) {
    open += pattern[at] === "{" ? 1 : pattern[at] === "}" ? -1 : 0;
    if (open === 0) {
      return at;
    }
  }
  return pattern.length;
}

function valueAt(place, values) {
  const parts = /^\s*(\d+)\s*(?:,\s*(\w+)\s*(?:,([\s\S]*))?)?$/.exec(place);
  const value = values[Number(parts[1])];
  if (parts[2] === "choice") {
    return filled(choiceFor(parts[3], value), values);
  }
  if (typeof value !== "number") {
    return String(value);
  }
  return parts[3] === undefined ? upTo(value, 3) : patterned(value, parts[3].trim());
}

/** A number in a pattern of Java's DecimalFormat: 0.00, #,##0, 0.####, and after a semicolon what negative ones look like. */
function patterned(value, pattern) {
  const [positive, negative] = pattern.split(";").map((each) => /^([^#0.,]*)([#0.,]*)(.*)$/.exec(each));
  const decimals = (positive[2].split(".")[1] || "").length;
  const needed = (positive[2].split(".")[1] || "").replace(/#/g, "").length;
  let text = ungrouped(value, decimals);
  for (let spare = decimals - needed; spare > 0 && text.endsWith("0"); spare--) {
    text = text.slice(0, -1);
  }
  text = text.replace(/\.$/, "");
  const isNegative = text[0] === "-";
  const digits = positive[2].indexOf(",") < 0 ? marked(text) : grouped(text);
  if (isNegative && !/[1-9]/.test(digits)) {
    return negative ? digits.slice(1) + positive[3] : positive[1] + digits.slice(1) + positive[3];
  }
  if (isNegative && negative) {
    return negative[1] + digits.slice(1) + negative[3];
  }
  return positive[1] + digits + positive[3];
}

/** The last choice that the value reaches: limit#text from a limit on, limit<text above it; the first if it reaches none. */
function choiceFor(choices, value) {
  const all = splitChoices(choices).map((choice) => /^\s*(-?[\d.]+)([#<])([\s\S]*)$/.exec(choice));
  const reached = all.filter((choice) => (choice[2] === "#" ? value >= Number(choice[1]) : value > Number(choice[1])));
  return (reached.length > 0 ? reached[reached.length - 1] : all[0])[3];
}

function splitChoices(choices) {
  const found = [""];
  let open = 0;
  for (const letter of choices) {
    open += letter === "{" ? 1 : letter === "}" ? -1 : 0;
    if (letter === "|" && open === 0) {
      found.push("");
    } else {
      found[found.length - 1] += letter;
    }
  }
  return found;
}

// ---- Numbers --------------------------------------------------------------------------------------------------------------------

/** So many decimals, half to even as in Java, with the marks of the language, a hyphen for a minus. */
function fixed(value, decimals) {
  return grouped(ungrouped(value, decimals));
}

function grouped(number) {
  const parts = number.split(".");
  parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, () => mark("language.thousands", ","));
  return marked(parts.join("."));
}

/** A number written with a decimal point, with the mark of the language instead. */
function marked(number) {
  return number.replace(".", () => mark("language.decimal", "."));
}

/** What the language has between the thousands or before the decimals. */
function mark(key, usual) {
  return (WORDS.texts[WORDS.language][key] || usual)[0];
}

function ungrouped(value, decimals) {
  if (!Number.isFinite(value)) {
    return String(value);
  }
  const size = Math.abs(value);
  let text = size.toFixed(decimals);
  // The digits of a number that lies just between two end: then the even one is meant
  const exact = size.toFixed(Math.min(100, decimals + 60));
  const rest = exact.slice(exact.length - 60);
  if (decimals <= 40 && /^50*$/.test(rest)) {
    const down = exact.slice(0, exact.length - 60).replace(/\.$/, "");
    text = Number(down[down.length - 1]) % 2 === 0 ? down : text;
  }
  return (value < 0 || Object.is(value, -0) ? "-" : "") + text;
}

/** At most so many decimals. */
function upTo(value, decimals) {
  const text = ungrouped(value, decimals);
  return withoutMinusZero(grouped(text.indexOf(".") < 0 ? text : text.replace(/\.?0+$/, "")));
}

/** So many decimals, with a minus sign. */
function decimalsOf(value, decimals) {
  return withoutMinusZero(fixed(value, decimals)).replace("-", "−");
}

/** What is rounded to 0 has no minus. */
function withoutMinusZero(text) {
  return /[1-9]/.test(text) ? text : text.replace("-", "");
}

/** A probability, a gate or another number of that size. */
function shareText(value) {
  return decimalsOf(value, 2);
}

/** A loss: four decimals, or its digits and a power of ten if it is so small or large that they say nothing. */
function lossText(value) {
  if (value === 0) {
    return "0";
  }
  const size = Math.abs(value);
  if (!Number.isFinite(value)) {
    return String(value);
  }
  if (size >= 0.001 && size < 100000) {
    return decimalsOf(value, 4);
  }
  const exponent = exponentOf(size);
  return decimalsOf(value / 10 ** exponent, 2) + "·10" + superscript(exponent);
}

function exponentOf(size) {
  return Number(size.toExponential(17).split("e")[1]);
}

function superscript(exponent) {
  const digits = String(Math.abs(exponent)).split("").map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]);
  return (exponent < 0 ? "⁻" : "") + digits.join("");
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
