// Answers of the class in the page: files that students saved are read here, and what was answered before and after is shown as bars.
// Nothing is kept and nothing is sent. Needs lesson.js and draw.js.

import { DATA, LIMITS } from "./data.js";
import { element } from "./draw.js";
import { LESSON, lessonTexts } from "./lesson.js";
import { showLesson } from "./lessonview.js";
import { word } from "./words.js";

/** Chooses files of answers, and what they said as soon as some were chosen. */
export function votesPart() {
  const part = element("section", { id: "lessonVotes" });
  const choose = element("input", { type: "file", id: "lessonVotesFiles", multiple: true, accept: ".carousel-answers" });
  choose.addEventListener("change", () => readVotes(Array.from(choose.files)));
  part.append(element("label", { htmlFor: choose.id, className: "muted" }, word("page.votes.open")), choose);
  if (LESSON.votes) {
    part.append(...votesShown(LESSON.votes));
  }
  return part;
}

function readVotes(files) {
  const small = files.filter((file) => file.size <= LIMITS.answers);
  Promise.all(small.map((file) => file.text().catch(() => ""))).then((texts) => {
    LESSON.votes = countVotes(texts);
    LESSON.votes.left += files.length - small.length;
    showLesson();
  });
}

/** Answers of files to the lesson's questions: { students, left (files that are none), steps: { id: { before, after } } }. */
function countVotes(texts) {
  const sheets = new Map();
  let left = 0;
  texts.forEach((text) => {
    const sheet = sheetOf(text);
    left += sheet ? 0 : 1;
    if (sheet && (!sheets.has(sheet.id) || sheets.get(sheet.id).answers.length <= sheet.answers.length)) {
      sheets.set(sheet.id, sheet);
    }
  });
  const steps = {};
  DATA.lesson.steps.filter(({ choices }) => choices > 0).forEach(({ id, choices }) => {
    steps[id] = { before: new Array(choices).fill(0), after: new Array(choices).fill(0) };
  });
  const add = (to, hands) => {
    if (Array.isArray(hands) && hands.length === to.length && hands.every((count) => Number.isInteger(count) && count >= 0 && count <= LIMITS.hands)) {
      hands.forEach((count, choice) => (to[choice] += count));
    }
  };
  [...sheets.values()].flatMap(({ answers }) => answers).forEach((answer) => {
    const step = answer && Object.hasOwn(steps, answer.step) ? steps[answer.step] : null;
    if (step) {
      add(step.before, answer.before);
      add(step.after, answer.after);
    }
  });
  return { students: sheets.size, left, steps };
}

/** A file's answers to this lesson; null if it holds none. */
function sheetOf(text) {
  try {
    const sheet = JSON.parse(text);
    const isOurs = sheet.format === "carousel answers" && sheet.lesson.name === DATA.lesson.name && Array.isArray(sheet.answers);
    return isOurs && typeof sheet.id === "string" ? sheet : null;
  } catch (problem) {
    return null;
  }
}

function votesShown({ students, left, steps }) {
  const parts = [element("p", {}, word("answers.students", [students]))];
  if (left > 0) {
    parts.push(element("p", { className: "problem" }, word("page.votes.left", [left])));
  }
  const legend = element("p", { className: "votesLegend" });
  ["before", "after"].forEach((when) => {
    const entry = element("span", { className: "entry" });
    entry.append(element("span", { className: "vote " + when }), " " + word("answers.votes." + when));
    legend.append(entry, " ");
  });
  parts.push(legend);
  DATA.lesson.steps.forEach(({ id, rules }, at) => {
    const question = lessonTexts().steps[at].question;
    const votes = steps[id];
    if (votes && votes.before.concat(votes.after).some((count) => count > 0)) {
      const figure = element("figure");
      const most = Math.max(...votes.before, ...votes.after);
      figure.append(element("figcaption", {}, (at + 1) + ". " + question.text));
      question.choices.forEach((choice, place) => figure.append(voteRow(choice, place === rules.right, votes.before[place], votes.after[place], most)));
      parts.push(figure);
    }
  });
  return parts;
}

/** A choice with its two bars and their numbers. */
function voteRow(choice, isRight, before, after, most) {
  const row = element("div", { className: "voteRow" });
  const name = word(isRight ? "answers.votes.right" : "answers.votes", [choice, before, after]);
  row.setAttribute("role", "img");
  row.setAttribute("aria-label", name);
  row.append(element("span", {}, choice + (isRight ? " ✓" : "")));
  [["before", before], ["after", after]].forEach(([when, count]) => {
    const bar = element("span", { className: "vote " + when });
    bar.style.width = (100 * count) / Math.max(1, most) + "%";
    const line = element("span", { className: "voteLine" });
    line.append(bar, element("b", {}, String(count)));
    row.append(line);
  });
  return row;
}
