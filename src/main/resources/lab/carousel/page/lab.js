"use strict";
// The lab: presets and lessons to choose from, and the address that opens an experiment (see address.js). DATA.lab is
// { cells: the tutorial with each cell, by the words of files, the first as it is, presets: [{ name, line, experiment (null if the page cannot train it), missing }] with words for each language,
// lessons: see lesson.js }. Needs app.js.

const LAB = {
  lessons: {}, // what was answered in those that were left, by their names
  fragment: "", // the address, and what of it is not only looked at
  subject: "",
  wanted: null, // what is looked at as soon as it is trained, and in which run
  wantedIn: null,
  complaints: [], // what the address says that cannot be opened
  copied: "", // the key of what came of copying
  place: undefined, // the part of the page that was used last
  recorded: null, // the experiment that the page begins with
  lesson: null, // and its lesson
};
/** Of an address that has everything wrong only this much is told. */
const MOST_COMPLAINTS = 3;
const PLACES_OF_PAGE = ["loss", "states", "predictions", "forks", "cell", "try"];

function hasLab() {
  return Boolean(DATA.lab);
}

/** What an address begins with, by the names of cells. */
function cellsHere() {
  return hasLab() ? DATA.lab.cells : { [LAB.recorded.cell.name]: LAB.recorded };
}

function lessonsHere() {
  return hasLab() ? DATA.lab.lessons : [LAB.lesson].filter(Boolean);
}

/** In the lab that of the browser, if the page speaks it. */
function firstLanguage() {
  const codes = hasLab() ? navigator.languages.map((language) => language.split("-")[0]) : [];
  return codes.find((code) => Object.hasOwn(DATA.words, code)) || DATA.language;
}

function beginLab(before) {
  document.body.classList.toggle("lab", hasLab());
  find("labPart").hidden = !hasLab();
  if (DATA.isTrained) {
    reopen(before);
    LAB.subject = subjectOf(addressShown());
  }
  showLab();
}

function rememberPlace(event) {
  const part = event.target.closest ? event.target.closest("#lab section") : null;
  LAB.place = part ? PLACES_OF_PAGE.find((name) => part.classList.contains(name)) : LAB.place;
}

// ---- What there is to choose ----------------------------------------------------------------------------------------------------------

function showLab() {
  if (hasLab()) {
    fillLabChoice();
  }
  const { complaints, copied } = LAB;
  const told = complaints.slice(0, MOST_COMPLAINTS).map(({ field, key, values }) => word("page.lab.problem", [field, word(key, values)]));
  const wrong = told.concat(complaints.length > told.length ? word("page.lab.more", [complaints.length - told.length]) : []).join(" ");
  const place = find("labTold");
  place.textContent = wrong !== "" ? word("page.lab.bad", [wrong]) : copied === "" ? "" : word(copied, [LIMITS.address]);
  place.className = wrong === "" ? "muted" : "problem";
}

function fillLabChoice() {
  const { presets, lessons } = DATA.lab;
  const choice = find("labChoice");
  const spoken = (texts) => texts[WORDS.language];
  const group = (key, options) => {
    const made = piece("optgroup", "", { label: word(key) });
    made.append(...options);
    return made;
  };
  choice.replaceChildren(
    piece("option", word("page.lab.own"), { value: "", hidden: true }),
    group("page.lab.presets", presets.map(({ name, line, experiment, missing }, at) =>
      piece("option", experiment ? `${spoken(name)} – ${spoken(line)}` : word("page.lab.missing", [spoken(name), spoken(missing).join(", ")]), { value: String(at), disabled: !experiment }))),
    group("page.lab.lessons", lessons.map((lesson) => piece("option", spoken(lesson.texts).title, { value: lesson.name }))),
  );
  choice.value = hasLesson() ? DATA.lesson.name : presetShown();
}

/** The place of the preset that is shown; empty if it is none. */
function presetShown() {
  const shown = addressOf(shownRun.experiment, {});
  const at = DATA.lab.presets.findIndex(({ experiment }) => experiment && addressOf(experiment, {}) === shown);
  return at < 0 ? "" : String(at);
}

/** The fragment of an experiment outside of lessons. */
function addressOf(experiment, lookedAt) {
  const [usual] = Object.keys(cellsHere());
  const { name } = experiment.cell;
  return writeAddress(experiment, cellsHere()[name], Object.assign({ cell: name === usual ? undefined : name }, lookedAt));
}

function chooseInLab(choice) {
  Object.assign(LAB, { complaints: [], copied: "" });
  if (DATA.lab.lessons.some(({ name }) => name === choice)) {
    openLesson(choice);
  } else {
    openExperiment(DATA.lab.presets[Number(choice)].experiment, {});
  }
  showLab();
}

// ---- Opening --------------------------------------------------------------------------------------------------------------------------

/** Opens a lesson, where it was left. */
function openLesson(name) {
  leaveLesson();
  DATA.lesson = lessonsHere().find((lesson) => lesson.name === name);
  Object.assign(LESSON, freshLesson(), LAB.lessons[name], { begun: "" });
  delete LAB.lessons[name];
  beginLesson();
}

function leaveLesson() {
  LAB.wanted = null;
  if (hasLesson()) {
    LAB.lessons[DATA.lesson.name] = Object.assign({}, LESSON);
    DATA.lesson = null;
    document.body.classList.remove("lesson", "elsewhere");
    cover();
    find("lessonPart").hidden = true;
  }
}

/** Opens an experiment outside of lessons. */
function openExperiment(experiment, lookedAt) {
  leaveLesson();
  showExperiment(experiment, lookedAt);
}

/** Shows an experiment, and trains it if an epoch of it is looked at. */
function showExperiment(experiment, lookedAt) {
  stopPlay();
  endTraining();
  DATA.experiment = experiment;
  fillForm(find("try"), experiment);
  const isRecorded = !hasLesson() && DATA.run.states.length > 0 && JSON.stringify(experiment) === JSON.stringify(LAB.recorded);
  shownRun = isRecorded ? recordedRun() : untrainedRun(experiment);
  Object.assign(chosen, { state: shownRun.states.length - 1, place: 0, unit: 0 });
  document.body.classList.toggle("changed", !isRecorded);
  show();
  LAB.wanted = lookedAt;
  if (!isRecorded && lookedAt.epoch > 0) {
    trainExperiment(experiment);
    followTraining();
    LAB.wantedIn = shownRun;
    return;
  }
  lookAtWanted();
  if (isRecorded) {
    lookAtRecorded(lookedAt.epoch);
  }
}

/** Looks at what the address names. */
function lookAtWanted() {
  const { epoch, sequence, step, layer, unit, place } = LAB.wanted;
  LAB.wanted = null;
  if (epoch !== undefined) {
    chooseEpoch(epoch);
  }
  const at = view.columns.findIndex(({ s, t }) => s === (sequence || 1) - 1 && t === (step || 1) - 1);
  chosen.unit = (unit || 1) - 1;
  chosen.layer = layer || chosen.layer;
  choosePlace(Math.max(0, at));
  chooseLayer(chosen.layer);
  if (place) {
    LAB.place = place;
    document.querySelector("#lab section." + place).scrollIntoView();
  }
}

function labRunEnded() {
  if (LAB.wanted && LAB.wantedIn === shownRun) {
    lookAtWanted();
  }
  showLab();
  keep();
}

/** Opens what the address names, now or when Back was pressed; says what is wrong with it, and shows what the page begins with. */
function openAddress(event) {
  LAB.fragment = location.hash.slice(1);
  if (LAB.fragment === "" && !event) {
    return;
  }
  const [cells, lessons] = [cellsHere(), lessonsHere()];
  const read = readAddress(LAB.fragment);
  const { lesson = LAB.lesson && LAB.lesson.name, lessonStep, cell } = readBase(read, lessons, Object.keys(cells), LAB.lesson);
  const steps = lessons.filter(({ name }) => name === lesson).map((found) => found.steps[(lessonStep || 1) - 1]);
  const base = cells[cell] || (steps[0] && steps[0].experiment) || Object.values(cells)[0];
  const [column] = trace(base, initialNetwork(base));
  const letters = LAYERS.map(({ letter }) => letter).filter((letter) => column[letter]);
  const { experiment, lookedAt, complaints } = readAddressed(read, base, letters, PLACES_OF_PAGE);
  Object.assign(LAB, { complaints, copied: "" });
  if (complaints.length > 0 && !LAB.lesson) {
    openExperiment(LAB.recorded, {});
  } else if (complaints.length === 0 && lesson) {
    if (!hasLesson() || DATA.lesson.name !== lesson) {
      openLesson(lesson);
    }
    enterStep((lessonStep || 1) - 1);
    if (cell || Object.keys(read.texts).length > 0 || Object.keys(lookedAt).length > 0) {
      lookInStep(experiment, lookedAt);
    }
  } else if (complaints.length === 0) {
    openExperiment(LAB.fragment === "" ? LAB.recorded : experiment, lookedAt);
  }
  LAB.subject = subjectOf(addressShown());
  showLab();
}

/** Looks at what the step shows, or at another experiment. */
function lookInStep(experiment, lookedAt) {
  const isThere = stopTraining || lastEpoch() >= (lookedAt.epoch || 0);
  if (!isThere || JSON.stringify(experiment) !== JSON.stringify(shownRun.experiment)) {
    showExperiment(experiment, lookedAt);
    return;
  }
  Object.assign(LAB, { wanted: lookedAt, wantedIn: shownRun });
  if (!stopTraining) {
    lookAtWanted();
  }
}

// ---- Copying --------------------------------------------------------------------------------------------------------------------------

/** The fragment of what is shown, while it moves of what it leads to; what is shown without it is left out. */
function addressShown(place) {
  const column = view.columns[chosen.place];
  const unusual = (value, usual) => (value === usual ? undefined : value);
  const usualEpoch = shownRun.isRecorded && !hasLesson() ? lastEpoch() : 0;
  const epoch = stopTraining ? shownRun.experiment.epochs : PLAY.isPlaying ? lastEpoch() : view.epoch;
  const lookedAt = {
    epoch: unusual(epoch, usualEpoch),
    sequence: unusual(column.s + 1, 1),
    step: unusual(column.t + 1, 1),
    layer: unusual(chosen.layer, "h"),
    unit: unusual(chosen.unit + 1, 1),
    place,
  };
  if (!hasLesson()) {
    return addressOf(shownRun.experiment, lookedAt);
  }
  const isAway = document.body.classList.contains("elsewhere"); // The lab shows nothing of the step
  const base = stepNow().experiment || (isAway ? shownRun.experiment : Object.values(cellsHere())[0]);
  const lesson = { lesson: unusual(DATA.lesson, LAB.lesson) && DATA.lesson.name, lessonStep: unusual(LESSON.at + 1, 1) };
  return writeAddress(shownRun.experiment, base, Object.assign(lesson, isAway ? {} : lookedAt));
}

/** Writes the address of what is shown into the address bar, and into the clipboard where a page may do so. */
function copyLink() {
  const tell = (copied) => {
    Object.assign(LAB, { copied, complaints: [] });
    showLab();
  };
  const fragment = addressShown(LAB.place);
  if (fragment.length > LIMITS.address) {
    tell("page.lab.long");
    return;
  }
  writeFragment("replaceState", fragment);
  const copied = () => tell(location.protocol === "file:" ? "page.lab.onDisk" : "page.lab.copied");
  const notCopied = () => tell("page.lab.inBar");
  if (navigator.clipboard) {
    navigator.clipboard.writeText(location.href).then(copied, notCopied);
  } else {
    notCopied();
  }
}
