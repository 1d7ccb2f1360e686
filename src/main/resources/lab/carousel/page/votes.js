// Answers of the class in the page: files that students saved are read here, and what was answered before and after is shown as bars.
// Nothing is kept and nothing is sent.

import { DATA, LIMITS, announce } from "./data.js";
import { element } from "./draw.js";
import { LESSON, lessonTexts } from "./rules.js";
import { word } from "./words.js";

/** Chooses files of answers, and what they said as soon as some were chosen. */
export function votesPart() {
  const onchange = ({ target }) => readVotes(Array.from(target.files));
  const choose = element("input", { type: "file", id: "lessonVotesFiles", multiple: true, accept: ".carousel-answers", onchange });
  const label = element("label", { htmlFor: choose.id, className: "muted" }, word("page.votes.open"));
  return element("section", { id: "lessonVotes" }, [label, choose, ...(LESSON.votes ? votesShown(LESSON.votes) : [])]);
}

function readVotes(files) {
  const small = files.filter((file) => file.size <= LIMITS.answers);
  Promise.all(small.map((file) => file.text().catch(() => ""))).then((texts) => {
    LESSON.votes = countVotes(texts);
    LESSON.votes.left += files.length - small.length;
    announce("lesson");
  });
}

/** Answers of files to the lesson's questions: { students, left (files that are none), steps: { id: { before, after } } }. */
function countVotes(texts) {
  const read = texts.map(sheetOf).filter(Boolean);
  const sheets = new Map();
  read.forEach(({ id, answers }) => sheets.set(id, [answers, sheets.get(id) ?? []].sort((one, other) => other.length - one.length)[0])); // the fullest
  const steps = new Map();
  DATA.lesson.steps.filter(({ choices }) => choices > 0).forEach(({ id, choices }) => {
    steps.set(id, { before: new Array(choices).fill(0), after: new Array(choices).fill(0) });
  });
  const isCount = (count) => Number.isInteger(count) && count >= 0 && count <= LIMITS.hands;
  [...sheets.values()].flat().filter((answer) => steps.has(answer?.step)).forEach((answer) => {
    Object.entries(steps.get(answer.step)).forEach(([when, all]) => {
      const hands = answer[when];
      if (Array.isArray(hands) && hands.length === all.length && hands.every(isCount)) {
        hands.forEach((count, choice) => (all[choice] += count));
      }
    });
  });
  return { students: sheets.size, left: texts.length - read.length, steps: Object.fromEntries(steps) };
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
  const entries = ["before", "after"].flatMap((when) => [element("span", { className: "entry" }, [bar(when), " " + word("answers.votes." + when)]), " "]);
  const asked = DATA.lesson.steps.map(({ id, rules }, at) => ({ votes: steps[id], right: rules.right, title: at + 1 + ". ", question: lessonTexts().steps[at].question }));
  const figures = asked.filter(({ votes }) => votes && votes.before.concat(votes.after).some((count) => count > 0)).map(({ votes: { before, after }, right, title, question }) => {
    const most = Math.max(1, ...before, ...after);
    const rows = question.choices.map((choice, place) => voteRow(choice, place === right, before[place], after[place], most));
    return element("figure", {}, [element("figcaption", {}, title + question.text), ...rows]);
  });
  return [
    element("p", {}, word("answers.students", [students])),
    ...(left > 0 ? [element("p", { className: "problem" }, word("page.votes.left", [left]))] : []),
    element("p", { className: "votesLegend" }, entries),
    ...figures,
  ];
}

function bar(when, share = "") {
  const made = element("span", { className: "vote " + when });
  made.style.width = share;
  return made;
}

/** A choice with its two bars and their numbers. */
function voteRow(choice, isRight, before, after, most) {
  const line = (when, count) => element("span", { className: "voteLine" }, [bar(when, (100 * count) / most + "%"), element("b", {}, String(count))]);
  const label = word(isRight ? "answers.votes.right" : "answers.votes", [choice, before, after]);
  const name = element("span", {}, choice + (isRight ? " ✓" : ""));
  return element("div", { className: "voteRow", role: "img", "aria-label": label }, [name, line("before", before), line("after", after)]);
}
