// The lab: presets and lessons to choose from, and the address that opens an experiment (see PageAddress in the program). DATA.lab is
// { reference: the tutorial, presets: [{ name, line, experiment (without one that is too large) }] with words for each language, lessons }.

import { chooseEpoch, chooseLayer, choosePlace, lookAtRecorded, show } from "./app.js";
import { beginClass, isOfClass } from "./classroom.js";
import { computing } from "./compute.js";
import { DATA, LIMITS, PAGE, isSame } from "./data.js";
import { element, find } from "./draw.js";
import { fillForm } from "./form.js";
import { keep, recallSince, reopen, subjectOf, writeFragment } from "./kept.js";
import { LESSON, beginLesson, enterStep, freshLesson, hasLesson, stepNow } from "./lesson.js";
import { cover } from "./lessonview.js";
import { PLAY, followTraining, lastEpoch, stopPlay } from "./play.js";
import { recordedRun, untrainedRun } from "./runs.js";
import { TRAINING, endTraining, trainExperiment } from "./training.js";
import { goToPlace, openedView, viewNames } from "./views.js";
import { WORDS, word } from "./words.js";

export const LAB = {
  lessons: {}, // what was answered in those that were left, by their names
  fragment: "", // the address, and what of it is not only looked at
  subject: "",
  wanted: null, // what is looked at as soon as it is trained, and in which run
  wantedIn: null,
  wrong: "", // an address that cannot be opened
  copied: "", // the key of what came of copying
  place: undefined, // the part of the page that was used last
  recorded: null, // the experiment that the page begins with
  lesson: null, // and its lesson
};
/** Of an address that has everything wrong only this much is told. */
const MOST_COMPLAINTS = 3;
const PLACES_OF_PAGE = ["loss", "states", "predictions", "cell", "try"];

export function hasLab() {
  return Boolean(DATA.lab);
}

/** What an address outside of lessons begins with. */
function usualExperiment() {
  return hasLab() ? DATA.lab.reference : LAB.recorded;
}

/** @returns {Lesson[]} */
export function lessonsHere() {
  return hasLab() ? DATA.lab.lessons : [LAB.lesson].filter(Boolean);
}

/** The language that was chosen before, or in the lab that of the browser, if the page speaks it. */
export function firstLanguage(before) {
  const codes = hasLab() ? navigator.languages.map((language) => language.split("-")[0]) : [];
  return [before, ...codes].find((code) => Object.hasOwn(DATA.words, code)) || DATA.language;
}

export function beginLab(before) {
  find("labPart").hidden = !hasLab();
  if (isOfClass()) {
    beginClass(before.inClass);
    return;
  }
  reopen(before);
  LAB.subject = subjectOf(addressShown());
  showLab();
}

export function rememberPlace(event) {
  const part = event.target.closest ? event.target.closest("#lab section") : null;
  const isView = part && part.classList.contains("view");
  LAB.place = part ? (isView ? openedView() : PLACES_OF_PAGE.find((name) => part.classList.contains(name))) : LAB.place;
}

// ---- What there is to choose ----------------------------------------------------------------------------------------------------------

export function showLab() {
  if (hasLab()) {
    fillLabChoice();
  }
  const { wrong: address, copied } = LAB;
  const complaints = address === "" ? [] : named(address).complaints;
  const told = complaints.slice(0, MOST_COMPLAINTS).map(({ field, text }) => word("page.lab.problem", [field, text]));
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
    const made = element("optgroup", { label: word(key) });
    made.append(...options);
    return made;
  };
  choice.replaceChildren(
    element("option", { value: "", hidden: true }, word("page.lab.own")),
    group("page.lab.presets", presets.map(({ name, line, experiment }, at) => {
      const text = experiment ? `${spoken(name)} – ${spoken(line)}` : word("page.lab.missing", [spoken(name), word("page.large")]);
      return element("option", { value: String(at), disabled: !experiment }, text);
    })),
    group("page.lab.lessons", lessons.map((lesson) => element("option", { value: lesson.name }, spoken(lesson.texts).title))),
  );
  choice.value = hasLesson() ? DATA.lesson.name : presetShown();
}

/** The place of the preset that is shown; empty if it is none. */
function presetShown() {
  const at = DATA.lab.presets.findIndex(({ experiment }) => isSame(experiment, PAGE.run.experiment));
  return at < 0 ? "" : String(at);
}

export function chooseInLab(choice) {
  Object.assign(LAB, { wrong: "", copied: "" });
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
  recallSince(DATA.lesson);
  Object.assign(LESSON, freshLesson(), LAB.lessons[name], { begun: "" });
  delete LAB.lessons[name];
  beginLesson();
}

export function leaveLesson() {
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
export function showExperiment(experiment, lookedAt) {
  stopPlay();
  endTraining();
  DATA.experiment = experiment;
  const isRecorded = !hasLesson() && DATA.run.states.length > 0 && isSame(experiment, LAB.recorded);
  PAGE.run = isRecorded ? recordedRun() : untrainedRun(experiment);
  fillForm(find("try"), PAGE.run);
  Object.assign(PAGE.chosen, { state: PAGE.run.states.length - 1, place: 0, unit: 0 });
  document.body.classList.toggle("changed", !isRecorded);
  show();
  LAB.wanted = lookedAt;
  if (!isRecorded && lookedAt.epoch > 0) {
    trainExperiment(experiment);
    followTraining();
    LAB.wantedIn = PAGE.run;
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
  const { chosen } = PAGE;
  const at = PAGE.view.columns.findIndex(({ s, t }) => s === (sequence || 1) - 1 && (step === undefined || t === step - 1));
  chosen.unit = (unit || 1) - 1;
  chosen.layer = layer || chosen.layer;
  choosePlace(Math.max(0, at));
  chooseLayer(chosen.layer);
  if (place) {
    LAB.place = place;
    goToPlace(place);
  }
}

export function labRunEnded() {
  if (LAB.wanted && LAB.wantedIn === PAGE.run) {
    lookAtWanted();
  }
  showLab();
  keep();
}

/** What an address names, see PageAddress in the program. */
function named(fragment) {
  const lessons = lessonsHere().map(({ name, steps }) => ({ name, steps: steps.map(({ experiment }) => experiment || "") }));
  return computing().readAddress(fragment, lessons, LAB.lesson ? LAB.lesson.name : "", usualExperiment(), [...PLACES_OF_PAGE, ...viewNames()]);
}

/** Opens what the address names, now or when Back was pressed; says what is wrong with it, and shows what the page begins with. */
export function openAddress(event) {
  LAB.fragment = location.hash.slice(1);
  if (LAB.fragment === "" && !event) {
    return;
  }
  const { experiment, lookedAt, complaints, lesson, lessonStep, isOfForm } = named(LAB.fragment);
  Object.assign(LAB, { wrong: complaints.length > 0 ? LAB.fragment : "", copied: "" });
  if (complaints.length > 0 && !LAB.lesson) {
    openExperiment(LAB.recorded, {});
  } else if (complaints.length === 0 && lesson) {
    if (!hasLesson() || DATA.lesson.name !== lesson) {
      openLesson(lesson);
    }
    enterStep(lessonStep - 1);
    if (isOfForm || Object.keys(lookedAt).length > 0) {
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
  const isThere = TRAINING.stop || lastEpoch() >= (lookedAt.epoch || 0);
  if (!isThere || !isSame(experiment, PAGE.run.experiment)) {
    showExperiment(experiment, lookedAt);
    return;
  }
  Object.assign(LAB, { wanted: lookedAt, wantedIn: PAGE.run });
  if (!TRAINING.stop) {
    lookAtWanted();
  }
}

// ---- Copying --------------------------------------------------------------------------------------------------------------------------

/** The fragment of what is shown, while it moves of what it leads to; what is shown without it is left out. */
export function addressShown(place) {
  const { run, view, chosen } = PAGE;
  const column = view.columns[chosen.place];
  const unusual = (value, usual) => (value === usual ? undefined : value);
  const write = (base, all) => computing().writeAddress(run.experiment, base, JSON.parse(JSON.stringify(all)));
  const usualEpoch = run.isRecorded && !hasLesson() ? lastEpoch() : 0;
  const epoch = TRAINING.stop ? run.experiment.hyperparameters.epochs : PLAY.isPlaying ? lastEpoch() : view.epoch;
  const lookedAt = {
    epoch: unusual(epoch, usualEpoch),
    sequence: unusual(column.s + 1, 1),
    step: unusual(column.t + 1, view.columns[0].t + 1),
    layer: unusual(chosen.layer, "h"),
    unit: unusual(chosen.unit + 1, 1),
    place,
  };
  if (!hasLesson()) {
    return run.facts.sequences === 0 ? "" : write(usualExperiment(), lookedAt);
  }
  const isAway = document.body.classList.contains("elsewhere"); // The lab shows nothing of the step
  const base = stepNow().experiment || (isAway ? run.experiment : usualExperiment());
  const lesson = { lesson: unusual(DATA.lesson.name, LAB.lesson?.name), lessonStep: unusual(LESSON.at + 1, 1) };
  return write(base, Object.assign(lesson, isAway ? {} : lookedAt));
}

/** Writes the address of what is shown into the address bar, and into the clipboard where a page may do so. */
export function copyLink() {
  const tell = (copied) => {
    Object.assign(LAB, { copied, wrong: "" });
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
