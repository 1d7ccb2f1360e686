"use strict";
// The page: what is looked at, who is asked when something changes, and the run that is replayed. Everything that it knows of
// the run stands in one block of JSON, which the program wrote.

const DATA = JSON.parse(document.getElementById("data").textContent);
const find = (id) => document.getElementById(id);

/** The run that is looked at, see runs.js. */
let shownRun = null;
/** What of it is chosen: the place of a state, of a step, a unit, a layer. */
const chosen = { state: 0, place: 0, unit: 0, layer: "h" };
let isLogarithmic = false;
/** What is drawn: the run at one epoch. */
let view = null;

// ---- Showing ----------------------------------------------------------------------------------------------------------------------

/** Looks at the chosen state and draws everything. */
function show() {
  const state = shownRun.states[chosen.state];
  if (!state) {
    return; // a run that has just begun, and the window has another size
  }
  const { experiment } = shownRun;
  const views = viewsOf(shownRun, state);
  find("both").textContent = views.length > 1 ? bothWords(views[0].result, views[1].result) : "";
  find("stepByStepSwitch").hidden = views.length < 2;
  view = viewOf(views, state);
  const { columns } = view;
  chosen.place = Math.min(chosen.place, columns.length - 1);
  chosen.unit = Math.min(chosen.unit, experiment.units - 1);
  showNumbers();
  showTime();
  showLoss();
  showChosen();
  if (isSeen("forks")) {
    fillForks(find("forks"), find("forksWords"), view);
  }
  showPlay();
  if (!PLAY.isPlaying) {
    fillSettings(find("settings"), view);
    fillQuestions(find("questions"), view);
  }
}

/** What is drawn of a state: as trained, or step by step where that is asked for. */
function viewOf(views, state) {
  return Object.assign({}, shownRun, (find("stepByStep").checked && views[1]) || views[0], { epoch: state.epoch });
}

function showNumbers() {
  const { result } = view;
  const words = verdictWords(result, forkAsked(view), view.floors[0].loss);
  find("verdict").textContent = words.headline;
  find("reason").replaceChildren(element("span", { class: "sentence" }, words.sentence), words.reason.slice(words.sentence.length));
  find("numbers").textContent = [
    word("page.epoch", [view.epoch]),
    word("page.recall", [result.right, result.steps]),
    result.decidingSteps === 0 ? word("page.margin.none") : word("page.margin", [lossText(result.margin)]),
    word("page.loss", [lossText(result.loss), lossText(view.floors[0].loss)]),
    ...(Number.isFinite(result.separation) ? [word("verdict.separation", [result.separation])] : []),
  ].join(" · ");
  if (!PLAY.isPlaying) {
    ["verdict", "reason", "numbers", "both"].forEach((id) => explainTerms(find(id)));
  }
}

function showTime() {
  const { states } = shownRun;
  const slider = find("epoch");
  slider.max = states.length - 1;
  slider.value = chosen.state;
  slider.setAttribute("aria-valuetext", word("page.epoch", [view.epoch]));
  find("epochWords").textContent = lastEpoch() === 0 ? word("page.epoch.none") : word("page.epoch.of", [view.epoch, lastEpoch()]);
  find("source").textContent = lastEpoch() === 0 ? "" : word(shownRun.isRecorded ? "page.source.recorded" : "page.source.own");
  const steps = find("step");
  steps.max = view.columns.length - 1;
  steps.value = chosen.place;
}

function showLoss() {
  drawLoss(find("loss"), view, view.epoch, isLogarithmic, goToEpoch);
  find("crossed").textContent = belowWords(view);
}

/** Whether a part has to be drawn: while the film runs, only what is in the window. */
function isSeen(id) {
  const box = find(id).closest("section").getBoundingClientRect();
  return !PLAY.isPlaying || (box.top < window.innerHeight && box.bottom > 0);
}

/** What changes with the step, the unit and the layer. */
function showChosen() {
  const column = view.columns[chosen.place];
  if (!column[chosen.layer]) {
    chooseLayer("h"); // the cell of another experiment does not have it
    return;
  }
  const words = word("page.step", [column.t + 1, column.s + 1, view.experiment.alphabet[column.symbol]]);
  find("stepWords").textContent = words;
  find("layerName").textContent = word("state.layer." + LAYERS.find(({ letter }) => letter === chosen.layer).key);
  find("step").value = chosen.place;
  find("step").setAttribute("aria-valuetext", words);
  document.querySelectorAll("input[name=layer]").forEach((button) => (button.parentElement.hidden = !column[button.value]));
  drawStates(find("states"), view, chosen, widthOf(find("statesPlace")) - 4);
  find("statesMore").hidden = find("statesPlace").scrollWidth <= find("statesPlace").clientWidth;
  const count = view.columns[0][chosen.layer].length;
  find("readout").textContent = readout(view, chosen, Math.min(chosen.unit, count - 1));
  find("unit").max = count - 1;
  find("unit").value = chosen.unit;
  find("unit").setAttribute("aria-valuetext", find("readout").textContent);
  if (isSeen("predictions")) {
    fillPredictions(find("predictions"), view, chosen, choosePlace);
  }
  find("deciding").hidden = view.result.decidingSteps === 0;
  if (DATA.isComputed && isSeen("cell")) {
    drawCell(find("cell"), view, chosen);
  }
}

function chooseState(state) {
  chosen.state = Math.max(0, Math.min(shownRun.states.length - 1, state));
  show();
}

/** The recorded state that is nearest to an epoch. */
function chooseEpoch(epoch) {
  const distances = shownRun.states.map((state) => Math.abs(state.epoch - epoch));
  chooseState(distances.indexOf(Math.min(...distances)));
}

/** The same by a hand, which stops the film. */
function goToEpoch(epoch) {
  stopPlay();
  chooseEpoch(epoch);
}

function choosePlace(place) {
  chosen.place = Math.max(0, Math.min(view.columns.length - 1, place));
  showChosen();
}

function chooseLayer(layer) {
  chosen.layer = layer;
  document.querySelectorAll("input[name=layer]").forEach((button) => (button.checked = button.value === layer));
  showChosen();
  if (hasLesson() && observeNeeds()) {
    showLesson();
  }
}

function chooseUnit(unit) {
  const count = view.columns[0][chosen.layer].length;
  chosen.unit = Math.max(0, Math.min(count - 1, unit));
  showChosen();
}

/** Says something to those who listen. */
function say(words) {
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
  markRate(find("try"));
  showComplaints(find("try"), {});
  const obstacles = [DATA.notComputed[WORDS.language].join(", ")];
  find("given").textContent = DATA.isTrained ? "" : word(DATA.isComputed ? "page.untrained" : "page.given", obstacles);
  show();
  showLesson();
  showLab();
}

function dress(theme) {
  COLOURS.theme = theme;
  document.documentElement.dataset.theme = theme;
  find("dark").setAttribute("aria-pressed", String(theme === "dark"));
  ["right", "wrong", "accent"].forEach((name) => document.documentElement.style.setProperty("--" + name, palette()[name]));
  if (view) {
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
    isLogarithmic = event.target.checked;
    showLoss();
  });
  window.addEventListener("beforeunload", keepUnsaved);
  if (DATA.isTrained) {
    window.addEventListener("hashchange", openAddress);
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
  find("stepByStep").addEventListener("change", show);
  find("play").addEventListener("click", playOrPause);
  find("epoch").addEventListener("input", (event) => {
    const state = Number(event.target.value);
    stopPlay();
    chooseState(state);
  });
  find("step").addEventListener("input", (event) => choosePlace(Number(event.target.value)));
  find("unit").addEventListener("input", (event) => chooseUnit(Number(event.target.value)));
  document.querySelectorAll("input[name=layer]").forEach((button) => button.addEventListener("change", () => chooseLayer(button.value)));
  find("states").addEventListener("pointerdown", (event) => {
    const count = view.columns[0][chosen.layer].length;
    const under = cellUnder(event, find("states"), view.columns, count, find("statesPlace").clientWidth - 4);
    if (under) {
      chosen.unit = under.unit;
      choosePlace(under.place);
    }
  });
  find("states").addEventListener("keydown", keyInStates);
  listenToTerms();
  find("try").addEventListener("submit", (event) => {
    event.preventDefault();
    startRunOfPage();
    if (stopTraining) {
      showStage();
    }
  });
  find("try").addEventListener("input", () => {
    if (hasLesson() && observeNeeds()) {
      showLesson();
    }
  });
  find("stop").addEventListener("click", () => {
    endTraining();
    say(word("page.stopped", [shownRun.epochs.length]));
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
  const moves = {
    ArrowLeft: () => choosePlace(chosen.place - 1),
    ArrowRight: () => choosePlace(chosen.place + 1),
    ArrowUp: () => chooseUnit(chosen.unit - 1),
    ArrowDown: () => chooseUnit(chosen.unit + 1),
    Home: () => choosePlace(0),
    End: () => choosePlace(view.columns.length - 1),
  };
  const isLayer = LAYERS.some(({ letter }) => letter === event.key && view.columns[0][letter]);
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

function begin() {
  WORDS.texts = DATA.words;
  Object.assign(LIMITS, DATA.limits);
  Object.assign(COLOURS, DATA.colours);
  document.body.classList.add(DATA.isComputed ? "computed" : "given", DATA.isTrained ? "trainable" : "untrainable");
  find("lab").hidden = false;
  find("untrained").textContent = "";
  listen();
  dress(window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const before = kept();
  recall(before);
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
  // Pictures of pixels were drawn with another font
  document.fonts.ready.then(() => {
    CELLS.key = "";
    show();
  });
}

/** Shows the run of the data and, unless the system asks for less motion, replays it once. */
function openRun() {
  stopPlay();
  find("stepByStep").checked = DATA.isStepByStep;
  shownRun = DATA.isComputed && DATA.run.states.length === 0 ? untrainedRun(DATA.experiment) : recordedRun();
  chosen.state = Math.max(0, shownRun.states.length - 1);
  fillForm(find("try"), DATA.experiment);
  speak(WORDS.language);
  if (DATA.isComputed && !hasLesson()) {
    lookAtRecorded();
    if (wantsMotion() && shownRun.states.length > 1) {
      playFrom(0);
    }
  }
  beginLesson();
}

/** With all of its epochs, as soon as they are there; then at the one that is wanted, unless another was chosen meanwhile. */
function lookAtRecorded(wanted) {
  const recorded = shownRun;
  const { state } = chosen;
  fillGaps(recorded, workerScripts(), (states) => {
    const isWanted = wanted !== undefined && chosen.state === state;
    const epoch = isWanted || shownRun !== recorded ? wanted : recorded.states[chosen.state].epoch;
    recorded.states = states;
    if (shownRun === recorded) {
      chooseEpoch(epoch);
    }
  });
}

begin();
