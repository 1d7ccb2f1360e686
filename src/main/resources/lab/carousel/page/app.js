// The page: what is looked at, who is asked when something changes, and the run that is replayed.

// ---- Showing ----------------------------------------------------------------------------------------------------------------------

import { keepUnsaved } from "./answers.js";
import { drawCell } from "./cell.js";
import { isOfClass } from "./classroom.js";
import { computing, loadComputing, speakToComputing } from "./compute.js";
import { DATA, PAGE } from "./data.js";
import { COLOURS, PAPER, element, find, isInSight, palette, widthOf } from "./draw.js";
import { checkForm, fillForm, translateForm } from "./form.js";
import { readKept, recall, writePlace } from "./kept.js";
import { LAB, beginLab, chooseInLab, copyLink, firstLanguage, hasLab, openAddress, rememberPlace, showLab } from "./lab.js";
import { LESSON, beginLesson, freshLesson, hasLesson, isHidden, observeNeeds } from "./lesson.js";
import { showLesson, showStage } from "./lessonview.js";
import { drawLoss, listLosses } from "./loss.js";
import { fillQuestions, fillSettings } from "./paper.js";
import { PLAY, lastEpoch, playFrom, playOrPause, showPlay, stopPlay, wantsMotion } from "./play.js";
import { listenToPicture } from "./pen.js";
import { bothWords, drawnWords, fillGaps, recordedRun, untrainedRun, viewsOf, wordsOf } from "./runs.js";
import { drawStates, rowsOf, scrollToChosen } from "./states.js";
import { fillPredictions } from "./tables.js";
import { explainPage, explainTerms, listenToTerms } from "./terms.js";
import { TRAINING, backToRecorded, endTraining, startRunOfPage } from "./training.js";
import { chooseSpot, listenToViews, showViews } from "./views.js";
import { WORDS, lossText, translate, word } from "./words.js";

/** Looks at the chosen state and draws everything. */
export function show() {
  const { run, chosen } = PAGE;
  const state = run.states[chosen.state];
  if (!state) {
    return; // a run that has just begun, and the window has another size
  }
  const views = viewsOf(run, state);
  const isCompared = views.length > 1 && !isHidden("comparison");
  find("both").textContent = isCompared ? bothWords(views) : "";
  find("stepByStepSwitch").hidden = !isCompared;
  PAGE.view = viewOf(views, state);
  const { view } = PAGE;
  document.querySelector(".lead").textContent = drawnWords(PAGE.run)[0] || word("page.what");
  chosen.place = Math.min(chosen.place, view.columns.length - 1);
  chosen.unit = Math.min(chosen.unit, view.facts.units - 1);
  showNumbers();
  showTime();
  showLoss();
  showChosen();
  showPlay();
  if (!PLAY.isPlaying) {
    fillSettings(find("settings"), view);
    fillQuestions(find("questions"), view);
  }
}

/** What is drawn of a state: as trained, or step by step where that is asked for. */
export function viewOf(views, { epoch, weights }) {
  const isStepByStep = find("stepByStep").checked && views.length > 1;
  return { ...PAGE.run, ...views[isStepByStep ? 1 : 0], epoch, weights, isStepByStep };
}

function showNumbers() {
  const { result, epoch, facts, floors } = PAGE.view;
  const words = wordsOf(result);
  find("asked").textContent = word("page.asked." + facts.targets);
  find("verdict").textContent = words.headline;
  find("reason").replaceChildren(element("span", { class: "sentence" }, words.sentence), words.reason.slice(words.sentence.length));
  find("numbers").textContent = [
    word("page.epoch", [epoch]),
    word("page.recall." + facts.targets, [result.right, result.steps]),
    result.decidingSteps === 0 ? word("page.margin.none." + facts.targets) : word("page.margin", [lossText(result.margin)]),
    word("page.loss", [lossText(result.loss), floorWords(floors[0])]),
    ...(result.sequences > 0 ? [word("loss.line.sample", [result.sequences])] : []),
    ...(Number.isFinite(result.separation) ? [word("verdict.separation", [result.separation])] : []),
  ].join(" · ");
  if (!PLAY.isPlaying) {
    ["verdict", "reason", "numbers", "both"].forEach((id) => explainTerms(find(id)));
  }
}

/** What the first floor is called: having no memory, or of numbers what is known there. */
function floorWords({ known, loss }) {
  return known ? word("loss.floor.named", [word("loss.known." + known), lossText(loss)]) : word("loss.floor", [lossText(loss)]);
}

function showTime() {
  const { run, view, chosen } = PAGE;
  const slider = find("epoch");
  slider.max = run.states.length - 1;
  slider.value = chosen.state;
  slider.setAttribute("aria-valuetext", word("page.epoch", [view.epoch]));
  find("epochWords").textContent = lastEpoch() === 0 ? word("page.epoch.none") : word("page.epoch.of", [view.epoch, lastEpoch()]);
  find("source").textContent = lastEpoch() === 0 ? "" : word(run.isRecorded ? "page.source.recorded" : "page.source.own");
  const steps = find("step");
  steps.max = view.columns.length - 1;
  steps.value = chosen.place;
}

function showLoss() {
  if (computing()) {
    drawLoss(PAGE.view, PAGE.isLogarithmic);
  } else if (document.body.classList.contains("given")) {
    listLosses(PAGE.view);
  }
}

/** Whether a part has to be drawn: while the film runs, only what is in the window. */
function isSeen(id) {
  return !PLAY.isPlaying || isInSight(id);
}

function showStates() {
  if (computing()) {
    find("readout").textContent = drawStates(PAGE.view, PAGE.chosen);
    find("statesMore").hidden = find("statesPlace").scrollWidth <= find("statesPlace").clientWidth;
  }
}

/** What changes with the step, the unit and the layer. */
export function showChosen() {
  const { view, chosen } = PAGE;
  const column = view.columns[chosen.place];
  if (!view.facts.layers.includes(chosen.layer)) {
    chooseLayer("h"); // the cell of another experiment does not have it
    return;
  }
  const words = word("page.step", [column.t + 1, column.s + 1, column.texts[0]]);
  find("stepWords").textContent = words;
  find("layerName").textContent = word(DATA.layers.find(({ letter }) => letter === chosen.layer).word);
  find("step").value = chosen.place;
  find("step").setAttribute("aria-valuetext", words);
  document.querySelectorAll("input[name=layer]").forEach((button) => (button.parentElement.hidden = !view.facts.layers.includes(button.value)));
  showStates();
  find("unit").max = rowsOf(view, chosen.layer) - 1;
  find("unit").value = chosen.unit;
  find("unit").setAttribute("aria-valuetext", find("readout").textContent);
  if (isSeen("predictions")) {
    fillPredictions(find("predictions"), view, chosen, choosePlace);
  }
  find("deciding").hidden = view.result.decidingSteps === 0;
  if (computing() && isSeen("cellPart")) {
    drawCell(find("cellPart"), view, chosen);
  }
  showViews(view, chosen);
}

function chooseState(state) {
  PAGE.chosen.state = Math.max(0, Math.min(PAGE.run.states.length - 1, state));
  show();
}

/** The recorded state that is nearest to an epoch. */
export function chooseEpoch(epoch) {
  const distances = PAGE.run.states.map((state) => Math.abs(state.epoch - epoch));
  chooseState(distances.indexOf(Math.min(...distances)));
}

/** The same by a hand, which stops the film. */
function goToEpoch(epoch) {
  stopPlay();
  chooseEpoch(epoch);
}

export function choosePlace(place) {
  PAGE.chosen.place = Math.max(0, Math.min(PAGE.view.columns.length - 1, place));
  showChosen();
  scrollToChosen();
}

/** Says so as soon as something that the lesson waits for has happened. */
function noteNeeds() {
  if (hasLesson() && observeNeeds()) {
    showLesson();
  }
}

export function chooseLayer(layer) {
  PAGE.chosen.layer = layer;
  document.querySelectorAll("input[name=layer]").forEach((button) => (button.checked = button.value === layer));
  showChosen();
  noteNeeds();
}

export function chooseUnit(unit) {
  const { view, chosen } = PAGE;
  chosen.unit = Math.max(0, Math.min(rowsOf(view, chosen.layer) - 1, unit));
  showChosen();
}

/** Says something to those who listen. */
export function say(words) {
  find("status").textContent = words;
}

// ---- Language and theme ---------------------------------------------------------------------------------------------------------------

function speak(language) {
  WORDS.language = language;
  document.documentElement.lang = language;
  document.querySelectorAll("[data-speak]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.speak === language)));
  document.title = word("page.title");
  translate(document);
  explainPage();
  say("");
  if (computing()) {
    speakToComputing();
  }
  translateForm(find("try"));
  find("given").textContent = document.body.classList.contains("given") ? word("page.given") : "";
  show();
  showLesson();
  showLab();
}

function dress(theme) {
  COLOURS.theme = theme;
  document.documentElement.dataset.theme = theme;
  find("dark").setAttribute("aria-pressed", String(theme === "dark"));
  ["right", "wrong", "accent"].forEach((name) => document.documentElement.style.setProperty("--" + name, palette()[name]));
  if (PAGE.view) {
    show();
  }
}

/** Draws for paper, which is light, or again for the screen. */
function drawOn(isPaper, theme) {
  PAPER.isUsed = isPaper;
  dress(theme);
}

// ---- Who is asked -----------------------------------------------------------------------------------------------------------------------

function listen() {
  document.querySelectorAll("[data-speak]").forEach((button) => button.addEventListener("click", () => speak(button.dataset.speak)));
  find("dark").addEventListener("click", () => dress(COLOURS.theme === "dark" ? "light" : "dark"));
  find("logarithmic").addEventListener("change", (event) => {
    PAGE.isLogarithmic = event.target.checked;
    showLoss();
  });
  window.addEventListener("beforeunload", keepUnsaved);
  if (computing()) {
    if (!isOfClass()) {
      window.addEventListener("hashchange", openAddress);
    }
    ["click", "change", "submit", "keyup"].forEach((act) => document.addEventListener(act, writePlace));
  }
  find("labChoice").addEventListener("change", (event) => chooseInLab(event.target.value));
  find("copyLink").addEventListener("click", copyLink);
  ["pointerdown", "focusin"].forEach((use) => document.addEventListener(use, rememberPlace));
  window.addEventListener("resize", show);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => dress(event.matches ? "dark" : "light"));
  new ResizeObserver(measureHead).observe(document.querySelector(".head"));
  window.addEventListener("beforeprint", () => {
    const { theme } = COLOURS;
    window.addEventListener("afterprint", () => drawOn(false, theme), { once: true });
    drawOn(true, "light");
  });
  find("stepByStep").addEventListener("change", () => {
    show();
    noteNeeds();
  });
  find("play").addEventListener("click", playOrPause);
  find("epoch").addEventListener("input", (event) => {
    const state = Number(event.target.value);
    stopPlay();
    chooseState(state);
  });
  find("step").addEventListener("input", (event) => choosePlace(Number(event.target.value)));
  find("unit").addEventListener("input", (event) => chooseUnit(Number(event.target.value)));
  document.querySelectorAll("input[name=layer]").forEach((button) => button.addEventListener("change", () => chooseLayer(button.value)));
  if (computing()) {
    listenToPicture(find("states"), (...at) => computing().spot(PAGE.view.experiment, PAGE.view.isStepByStep, true, ...at), chooseSpot);
    listenToPicture(find("lossChart"), (...at) => computing().spotOfLoss(...at), ({ epoch }) => epoch === undefined || goToEpoch(epoch));
  }
  find("states").addEventListener("keydown", keyInStates);
  listenToViews();
  listenToTerms();
  find("try").addEventListener("submit", (event) => {
    event.preventDefault();
    startRunOfPage();
    if (TRAINING.stop) {
      showStage();
    }
  });
  find("try").addEventListener("input", () => {
    checkForm(find("try"));
    noteNeeds();
  });
  find("stop").addEventListener("click", () => {
    endTraining();
    say(word("page.stopped", [PAGE.run.epochs.length]));
  });
  find("back").addEventListener("click", backToRecorded);
  find("toLesson").addEventListener("click", () => {
    find("lessonPart").scrollIntoView();
    find("lessonTitle").focus({ preventScroll: true });
  });
}

/** What sticks below the head stands as low as the head is high; where the verdict stands above Play, what it answers scrolls away. */
function measureHead([{ target }]) {
  const { style } = document.documentElement;
  const isAbove = find("play").offsetTop > find("verdict").offsetTop;
  style.setProperty("--head", target.offsetHeight + "px");
  style.setProperty("--asked", (isAbove ? find("verdict").offsetTop - 4 : 0) + "px");
}

function keyInStates(event) {
  const { view, chosen } = PAGE;
  const moves = {
    ArrowLeft: () => choosePlace(chosen.place - 1),
    ArrowRight: () => choosePlace(chosen.place + 1),
    ArrowUp: () => chooseUnit(chosen.unit - 1),
    ArrowDown: () => chooseUnit(chosen.unit + 1),
    Home: () => choosePlace(0),
    End: () => choosePlace(view.columns.length - 1),
  };
  const isLayer = view.facts.layers.includes(event.key);
  if (event.ctrlKey || event.altKey || event.metaKey || !(moves[event.key] || isLayer)) {
    return;
  }
  event.preventDefault();
  if (isLayer) {
    chooseLayer(event.key);
  } else {
    moves[event.key]();
  }
}

/** Tells what was recorded, or the first step of a lesson, at once, and draws and goes on as soon as the computing is there. */
function begin() {
  const loading = loadComputing();
  WORDS.texts = DATA.words;
  Object.assign(COLOURS, DATA.colours);
  document.body.classList.toggle("lab", hasLab());
  find("lab").hidden = false;
  find("untrained").textContent = "";
  document.querySelector("input[name=layer][value=h]").checked = true;
  const before = readKept();
  WORDS.language = firstLanguage(before.language);
  const isFirst = !before.fragment && location.hash.length < 2 && !(before.lessons && Object.keys(before.lessons).length > 0);
  dress(window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  LAB.recorded = DATA.experiment;
  if (isFirst) {
    showFirst();
  }
  loading.then(
    async () => {
      speakToComputing();
      if (PAGE.view) {
        await drawFirst();
      }
      startPage(before);
    },
    () => {
      document.body.classList.add("given");
      DATA.lesson = null;
      DATA.run.states = DATA.run.states.filter(({ views }) => views.length > 0);
      listen();
      openRun();
    },
  ).finally(() => (document.body.dataset.computing = computing() ? "ready" : "missing"));
}

/** What is told before anything can be computed. */
function showFirst() {
  PAGE.run = DATA.first ? untrainedRun(DATA.experiment) : recordedRun();
  PAGE.chosen.state = PAGE.run.states.length - 1;
  find("stepByStep").checked = DATA.isStepByStep;
  speak(WORDS.language);
  beginLesson();
}

/** The pictures of what is told, before anything else is done: each is seen before the next is drawn. */
async function drawFirst() {
  PAGE.view.weights = PAGE.view.weights || computing().untrained(PAGE.view.experiment);
  for (const draw of [showStates, showLoss, showChosen]) {
    draw();
    await new Promise((done) => setTimeout(done, 0));
  }
}

function startPage(before) {
  recall(before);
  listen();
  try {
    openRun();
    beginLab(before);
  } catch (damaged) {
    // What was kept was not of this page after all
    LAB.lessons = {};
    Object.assign(LESSON, freshLesson());
    Object.assign(DATA, { experiment: LAB.recorded, lesson: LAB.lesson });
    openRun();
    beginLab({});
  }
  // Pictures were drawn with another font
  document.fonts.ready.then(() => dress(COLOURS.theme));
}

/** Shows the run of the data and, unless the system asks for less motion, replays it once. */
function openRun() {
  stopPlay();
  find("stepByStep").checked = DATA.isStepByStep;
  PAGE.run = DATA.run.states.length === 0 ? untrainedRun(DATA.experiment) : recordedRun();
  PAGE.chosen.state = Math.max(0, PAGE.run.states.length - 1);
  fillForm(find("try"), PAGE.run);
  speak(WORDS.language);
  if (!hasLesson()) {
    lookAtRecorded();
    if (wantsMotion() && PAGE.run.states.length > 1) {
      playFrom(0);
    }
  }
  beginLesson();
}

/** With all of its epochs, as soon as they are there; then at the one that is wanted, unless another was chosen meanwhile. */
export function lookAtRecorded(wanted) {
  const recorded = PAGE.run;
  const { state } = PAGE.chosen;
  if (!computing()) {
    return;
  }
  fillGaps(recorded, (states) => {
    const isWanted = wanted !== undefined && PAGE.chosen.state === state;
    const epoch = isWanted || PAGE.run !== recorded ? wanted : recorded.states[PAGE.chosen.state].epoch;
    recorded.states = states;
    if (PAGE.run === recorded) {
      chooseEpoch(epoch);
    }
  });
}

begin();
