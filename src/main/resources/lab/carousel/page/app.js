// The page: what is looked at, who is asked when something changes, and the run that is replayed.

import { keepUnsaved } from "./answers.js";
import { drawCell } from "./cell.js";
import { drawLoss, drawStates, listLosses, rowsOf } from "./charts.js";
import { chooseEpoch, chooseEvaluation, chooseLayer, choosePlace, chooseSpot, chooseState, chooseUnit, lastEpoch } from "./choose.js";
import { beginClass } from "./classroom.js";
import { computing, loadComputing, speakToComputing } from "./compute.js";
import { DATA, LAB, PAGE, PLAY, whenever } from "./data.js";
import { COLOURS, PAPER, element, find, isInSight, palette, say } from "./draw.js";
import { checkForm, fillForm, translateForm } from "./form.js";
import { listenToJudge, showJudge } from "./judge.js";
import { readKept, recall } from "./kept.js";
import { beginLab, chooseInLab, copyLink, firstLanguage, openAddress, rememberPlace, showLab, writePlace } from "./lab.js";
import { beginLesson } from "./lesson.js";
import { showLesson } from "./lessonview.js";
import { fillQuestions, fillSettings } from "./paper.js";
import { listenToPicture } from "./pen.js";
import { playFrom, showPlay, stopPlay, wantsMotion } from "./play.js";
import { LESSON, freshLesson, hasLab, hasLesson, isHidden, isOfClass, noteNeeds } from "./rules.js";
import { bothWords, drawnWords, recordedRun, untrainedRun, viewOf, viewsOf, wordsOf } from "./runs.js";
import { fillPredictions } from "./tables.js";
import { explainPage, explainTerms, listenToTerms } from "./terms.js";
import { backToRecorded, endTraining, lookAtRecorded, playOrPause, trainInSight } from "./training.js";
import { listenToViews, showViews } from "./views.js";
import { WORDS, lossText, translate, word } from "./words.js";

whenever("state", show);
whenever("chosen", showChosen);

/** Looks at the chosen state and draws everything. */
function show() {
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
  document.body.dataset.kind = view.facts.kind;
  document.querySelector(".lead").textContent = drawnWords(PAGE.run)[0] || word("page.what." + view.facts.kind);
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

function showNumbers() {
  const { result, epoch, facts, floors } = PAGE.view;
  const words = wordsOf(result);
  const { name, loss } = floors[0]; // having no memory, or of numbers what is known there
  const known = name[WORDS.language];
  const floor = known ? word("loss.floor.named", [known, lossText(loss)]) : word("loss.floor", [lossText(loss)]);
  find("asked").textContent = word("page.asked." + facts.kind);
  find("verdict").textContent = words.headline;
  find("reason").replaceChildren(element("span", { class: "sentence" }, words.sentence), words.reason.slice(words.sentence.length));
  find("numbers").textContent = [
    word("page.epoch", [epoch]),
    ...(result.isUntrained ? [] : [word("page.recall." + facts.kind, [result.right, result.steps])]),
    ...(facts.kind === "series" ? [] : [result.decidingSteps === 0 ? word("page.margin.none." + facts.kind) : word("page.margin", [lossText(result.margin)])]),
    ...(result.isUntrained ? [] : [word(facts.kind === "series" ? "page.loss.series" : "page.loss", [lossText(result.loss), floor])]),
    ...(result.sequences > 0 ? [word("loss.line.sample", [result.sequences])] : []),
    ...(Number.isFinite(result.separation) ? [word("verdict.separation", [result.separation])] : []),
  ].join(" · ");
  if (!PLAY.isPlaying) {
    ["verdict", "reason", "numbers", "both"].forEach((id) => explainTerms(find(id)));
  }
}

/** Sets a slider to a place in a list, and says what stands there. */
function setSlider(id, count, value, words) {
  Object.assign(find(id), { max: count - 1, value });
  find(id).setAttribute("aria-valuetext", words);
}

function showTime() {
  const { run, view, chosen } = PAGE;
  setSlider("epoch", run.states.length, chosen.state, word("page.epoch", [view.epoch]));
  find("epochWords").textContent = lastEpoch() === 0 ? word("page.epoch.none") : word("page.epoch.of", [view.epoch, lastEpoch()]);
  find("source").textContent = lastEpoch() === 0 ? "" : word(run.isRecorded ? "page.source.recorded" : "page.source.own");
}

function showLoss() {
  if (computing()) {
    drawLoss(PAGE.view, PAGE.isLogarithmic);
  } else if (document.body.classList.contains("given")) {
    listLosses(PAGE.view);
  }
}

function showStates() {
  if (computing()) {
    find("readout").textContent = drawStates(PAGE.view, PAGE.chosen);
    find("statesMore").hidden = find("statesPlace").scrollWidth <= find("statesPlace").clientWidth;
  }
}

/** What changes with the step, the unit and the layer. */
function showChosen() {
  const { view, chosen } = PAGE;
  const column = view.columns[chosen.place];
  if (!view.facts.layers.includes(chosen.layer)) {
    chooseLayer("h"); // the cell of another experiment does not have it
    return;
  }
  const words = word("page.step." + view.facts.kind, [column.t + 1, column.s + 1, column.texts[0], column.name]);
  find("stepWords").textContent = words;
  find("layerName").textContent = word(DATA.layers.find(({ letter }) => letter === chosen.layer).word);
  setSlider("step", view.columns.length, chosen.place, words);
  document.querySelectorAll("input[name=layer]").forEach((button) => (button.parentElement.hidden = !view.facts.layers.includes(button.value)));
  showStates();
  setSlider("unit", rowsOf(view, chosen.layer), chosen.unit, find("readout").textContent);
  const isSeen = (id) => !PLAY.isPlaying || isInSight(id); // while the film runs, only what is in the window is drawn
  if (isSeen("predictions")) {
    fillPredictions(find("predictions"), view, chosen, choosePlace);
  }
  find("deciding").hidden = view.result.decidingSteps === 0;
  if (computing() && isSeen("cellPart")) {
    drawCell(find("cellPart"), view, chosen);
  }
  showViews(view, chosen);
}

function speak(language) {
  WORDS.language = language;
  document.documentElement.lang = language;
  document.querySelectorAll("[data-speak]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.speak === language)));
  document.title = DATA.title?.[language] ?? word("page.title");
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
  showJudge();
}

function dress(theme) {
  COLOURS.theme = theme;
  document.documentElement.dataset.theme = theme;
  find("dark").setAttribute("aria-pressed", String(theme === "dark"));
  ["right", "wrong", "accent"].forEach((name) => document.documentElement.style.setProperty("--" + name, palette()[name]));
  if (PAGE.view) {
    show();
  }
  showJudge();
}

function listen() {
  document.querySelectorAll("[data-speak]").forEach((button) => button.addEventListener("click", () => speak(button.dataset.speak)));
  find("dark").addEventListener("click", () => dress(COLOURS.theme === "dark" ? "light" : "dark"));
  find("logarithmic").addEventListener("change", (event) => {
    PAGE.isLogarithmic = event.target.checked;
    showLoss();
  });
  window.addEventListener("beforeunload", keepUnsaved);
  find("labChoice").addEventListener("change", (event) => chooseInLab(event.target.value));
  find("copyLink").addEventListener("click", copyLink);
  ["pointerdown", "focusin"].forEach((use) => document.addEventListener(use, rememberPlace));
  window.addEventListener("resize", show);
  window.addEventListener("resize", showJudge);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => dress(event.matches ? "dark" : "light"));
  new ResizeObserver(measureHead).observe(document.querySelector(".head"));
  window.addEventListener("beforeprint", () => {
    const drawOn = (isUsed, theme) => {
      Object.assign(PAPER, { isUsed });
      dress(theme);
    };
    const { theme } = COLOURS;
    window.addEventListener("afterprint", () => drawOn(false, theme), { once: true });
    drawOn(true, "light");
  });
  find("stepByStep").addEventListener("change", ({ target }) => {
    chooseEvaluation(target.checked);
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
    window.addEventListener("hashchange", (event) => isOfClass() || openAddress(event));
    ["click", "change", "submit", "keyup"].forEach((act) => document.addEventListener(act, writePlace));
    listenToPicture(find("states"), (...at) => computing().spot(PAGE.view.experiment, PAGE.view.isStepByStep, true, ...at), chooseSpot);
    listenToPicture(find("lossChart"), (...at) => computing().spotOfLoss(...at), ({ epoch }) => {
      if (epoch !== undefined) {
        stopPlay();
        chooseEpoch(epoch);
      }
    });
  }
  find("states").addEventListener("keydown", keyInStates);
  listenToViews();
  listenToJudge();
  listenToTerms();
  find("try").addEventListener("submit", (event) => {
    event.preventDefault();
    trainInSight();
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
  const { view, chosen: { place, unit } } = PAGE;
  const moves = [
    [choosePlace, { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: Infinity }],
    [chooseUnit, { ArrowUp: unit - 1, ArrowDown: unit + 1 }],
    [chooseLayer, Object.fromEntries(view.facts.layers.map((layer) => [layer, layer]))],
  ];
  const move = moves.find(([, keys]) => event.key in keys);
  if (move && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    const [choose, keys] = move;
    choose(keys[event.key]);
  }
}

/** Tells what was recorded, or the first step of a lesson, at once, and draws and goes on as soon as the computing is there. */
function beginPage() {
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
    lookAtRun(Boolean(DATA.first));
    speak(WORDS.language);
    beginLesson();
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

/** Looks at the run of the data, or at the network with which it begins. */
function lookAtRun(isUntrained) {
  PAGE.run = isUntrained ? untrainedRun(DATA.experiment) : recordedRun();
  PAGE.chosen.state = Math.max(0, PAGE.run.states.length - 1);
  find("stepByStep").checked = DATA.isStepByStep;
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
  find("labPart").hidden = !hasLab();
  const begin = (kept) => (isOfClass() ? beginClass(kept.inClass) : beginLab(kept));
  try {
    openRun();
    begin(before);
  } catch (damaged) {
    // What was kept was not of this page after all
    LAB.lessons = {};
    Object.assign(LESSON, freshLesson());
    Object.assign(DATA, { experiment: LAB.recorded, lesson: LAB.lesson });
    openRun();
    begin({});
  }
  // Pictures were drawn with another font
  document.fonts.ready.then(() => dress(COLOURS.theme));
}

/** Shows the run of the data and, unless the system asks for less motion, replays it once. */
function openRun() {
  stopPlay();
  lookAtRun(DATA.run.states.length === 0);
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

beginPage();
