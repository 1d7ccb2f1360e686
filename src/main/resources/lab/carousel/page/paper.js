"use strict";
// What stands only on paper: how the network was trained, and questions with lines to write on.

/** Of longer lists so many sequences and symbols are told. */
const MOST_TOLD = { sequences: 12, symbols: 40 };

/** Fills a list of what is learned and how: what the fields stand for, and the other settings. */
function fillSettings(list, view) {
  const { experiment } = view;
  const texts = textsOf(experiment);
  const shortened = (items, most, between) => items.slice(0, most).join(between) + (items.length > most ? between + "…" : "");
  const sequences = texts.sequences.split("\n").map((line) => shortened(line.split(" "), MOST_TOLD.symbols, " "));
  texts.sequences = shortened(sequences, MOST_TOLD.sequences, "\n");
  texts.learningRate = upTo(experiment.learningRate, 9);
  texts.interval = texts.interval || word("loss.interval.sequence");
  texts.output = word("hyperparameters.output." + texts.output);
  texts.reset = word("hyperparameters.resetPolicy." + texts.reset);
  const own = {
    alphabet: "page.symbols",
    sequences: "page.sequences",
    units: "hyperparameters.hiddenUnits.label",
    learningRate: "hyperparameters.learningRate.label",
    interval: "hyperparameters.updateInterval.label",
    epochs: "hyperparameters.epochs.label",
    seed: "hyperparameters.seed.label",
    output: "hyperparameters.output.label",
    reset: "hyperparameters.resetPolicy.label",
  };
  const told = Object.entries(own).map(([name, key]) => [word(key), texts[name]]);
  if (view.isRecorded && DATA.run.wentOn) {
    told.push([word("page.wentOn.label"), word("page.wentOn", [DATA.run.wentOn])]);
  }
  const others = experiment.settings[WORDS.language].map(([label, text]) => [label, Number.isFinite(Number(text)) ? upTo(Number(text), 9) : text]);
  const all = told.concat(others);
  list.replaceChildren(...all.flatMap(([label, text]) => [element("dt", {}, label), element("dd", {}, text)]));
}

/** Fills a list of questions that fit the run. */
function fillQuestions(list, view) {
  const { experiment, result, floors } = view;
  const asks = result.decidingSteps > 0;
  const questions = [
    asks && word("page.question.deciding"),
    asks && word("page.question.floor", [lossText(floors[0].loss)]),
    word("page.question.verdict", [verdictWords(result).headline]),
    asks && experiment.sequences.length > 1 && word("page.question.unit"),
    word(experiment.interval === 0 ? "page.question.oneStep" : "page.question.whole"),
    word("page.question.seed"),
  ];
  const lines = () => [element("i"), element("i")];
  list.replaceChildren(...questions.filter(Boolean).map((question) => element("li", {}, [question, ...lines()])));
}
