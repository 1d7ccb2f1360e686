// What stands only on paper: how the network was trained, and questions with lines to write on.

import { PAGE } from "./data.js";
import { element } from "./draw.js";
import { drawnWords, wordsOf } from "./runs.js";
import { WORDS, lossText, word } from "./words.js";

/** Of longer lists so many sequences and symbols are told. */
const MOST_TOLD = { sequences: 12, symbols: 40 };

/** Fills a list of what is learned and how: the task, and the settings that have an influence. */
export function fillSettings(list, view) {
  const { facts } = view;
  const drawn = drawnWords(PAGE.run);
  list.previousElementSibling.textContent = facts.sequences === 0 ? "" : word("page.task." + facts.kind);
  const shortened = (items, most, between) => items.slice(0, most).join(between) + (items.length > most ? between + "…" : "");
  const sequences = facts.fields.sequences.split("\n").map((line) => shortened(line.split(" "), MOST_TOLD.symbols, " "));
  const all = [
    ...(drawn.length > 0 ? [[word("report.task"), drawn.join(". ")]] : []),
    [word("page.alphabet." + facts.kind), facts.alphabet.join(" ")],
    [word(facts.kind === "series" ? "page.field.series" : "page.sequences"), shortened(sequences, MOST_TOLD.sequences, "\n")],
    ...facts.told[WORDS.language],
    ...(view.wentOn > 0 ? [[word("page.wentOn.label"), word("page.wentOn", [view.wentOn])]] : []),
  ];
  list.replaceChildren(...all.flatMap(([label, text]) => [element("dt", {}, label), element("dd", {}, text)]));
}

/** Fills a list of questions that fit the run. */
export function fillQuestions(list, view) {
  const { experiment, facts, result, floors } = view;
  const asks = result.decidingSteps > 0;
  const questions = [
    asks && word("page.question.deciding"),
    asks && word("page.question.floor", [lossText(floors[0].loss)]),
    word("page.question.verdict", [wordsOf(result).headline]),
    asks && facts.sequences > 1 && word("page.question.unit"),
    word(experiment.hyperparameters.updateInterval === "whole sequence" ? "page.question.oneStep" : "page.question.whole"),
    word("page.question.seed"),
  ];
  const lines = () => [element("i"), element("i")];
  list.replaceChildren(...questions.filter(Boolean).map((question) => element("li", {}, [question, ...lines()])));
}
