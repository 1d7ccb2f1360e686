// The lab: presets and lessons to choose from, and the address that opens an experiment (see PageAddress in the program). DATA.lab is
// { reference: the tutorial, presets: [{ name, line, experiment (without one that is too large) }] with words for each language, lessons }.

import { chooseEpoch, chooseLayer, choosePlace, lastEpoch } from "./choose.js";
import { computing } from "./compute.js";
import { DATA, LAB, LIMITS, PAGE, PLAY, TRAINING, announce, isSame, whenever } from "./data.js";
import { element, find } from "./draw.js";
import { fillTexts } from "./form.js";
import { isJudging, judgeAddress, openJudge } from "./judge.js";
import { keep, recallSince, resume } from "./kept.js";
import { beginLesson, enterStep } from "./lesson.js";
import { LESSON, hasLab, hasLesson, isOfClass, lessonsHere, stepNow } from "./rules.js";
import { recordedRun, untrainedRun } from "./runs.js";
import { lookAt, lookAtRecorded, trainGiven } from "./training.js";
import { goToPlace, openedView, viewNames } from "./views.js";
import { WORDS, word } from "./words.js";

/** Of an address that has everything wrong only this much is told. */
const MOST_COMPLAINTS = 3;
const PLACES_OF_PAGE = ["loss", "states", "predictions", "cell", "try"];
/** Fields of an address of which another value is the same subject, only looked at elsewhere. */
const LOOKED_ONLY = /^(epoch|sequence|step|layer|unit|place|READING|TRAIN|PERIOD|TRUTH|FORECAST)=/;

/** What an address outside of lessons begins with. */
function usualExperiment() {
  return hasLab() ? DATA.lab.reference : LAB.recorded;
}

/** The language that was chosen before, or in the lab that of the browser, if the page speaks it. */
export function firstLanguage(before) {
  const codes = hasLab() ? navigator.languages.map((language) => language.split("-")[0]) : [];
  return [before, ...codes].find((code) => Object.hasOwn(DATA.words, code)) || DATA.language;
}

export function rememberPlace(event) {
  const part = event.target.closest?.("#lab section");
  if (part) {
    LAB.place = part.classList.contains("view") ? openedView() : PLACES_OF_PAGE.find((name) => part.classList.contains(name));
  }
}

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
  const group = (key, options) => element("optgroup", { label: word(key) }, options);
  choice.replaceChildren(
    element("option", { value: "", hidden: true }, word("page.lab.own")),
    group("page.lab.presets", presets.map(({ name, line, experiment }, at) => {
      const text = experiment ? `${spoken(name)} – ${spoken(line)}` : word("page.lab.missing", [spoken(name), word("page.large")]);
      return element("option", { value: String(at), disabled: !experiment }, text);
    })),
    group("page.lab.lessons", lessons.map((lesson) => element("option", { value: lesson.name }, spoken(lesson.texts).title))),
    element("option", { value: "judge" }, word("judge.title")),
  );
  const shown = presets.findIndex(({ experiment }) => isSame(experiment, PAGE.run.experiment));
  choice.value = isJudging() ? "judge" : hasLesson() ? DATA.lesson.name : shown < 0 ? "" : String(shown);
}

export function chooseInLab(choice) {
  Object.assign(LAB, { wrong: "", copied: "" });
  openJudge(choice);
  if (isJudging()) {
    leaveLesson();
  } else if (DATA.lab.lessons.some(({ name }) => name === choice)) {
    openLesson(choice);
  } else {
    leaveLesson();
    showExperiment(DATA.lab.presets[Number(choice)].experiment, {});
  }
  showLab();
}

/** Opens a lesson, where it was left. */
function openLesson(name) {
  leaveLesson();
  DATA.lesson = lessonsHere().find((lesson) => lesson.name === name);
  recallSince(DATA.lesson);
  resume(name, { begun: "" });
  beginLesson();
}

export function leaveLesson() {
  LAB.wanted = null;
  if (hasLesson()) {
    LAB.lessons[DATA.lesson.name] = Object.assign({}, LESSON);
    DATA.lesson = null;
    document.body.classList.remove("lesson", "elsewhere");
    announce("left");
    find("lessonPart").hidden = true;
  }
}

/** Shows an experiment, and trains it if an epoch of it is looked at. */
export function showExperiment(experiment, lookedAt) {
  const isRecorded = !hasLesson() && DATA.run.states.length > 0 && isSame(experiment, LAB.recorded);
  document.body.classList.toggle("changed", !isRecorded);
  lookAt(isRecorded ? recordedRun() : untrainedRun(experiment), { place: 0, unit: 0 });
  LAB.wanted = lookedAt;
  if (!isRecorded && lookedAt.epoch > 0) {
    trainGiven(experiment);
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

whenever("ended", () => {
  if (LAB.wanted && LAB.wantedIn === PAGE.run) {
    lookAtWanted();
  }
  showLab();
  keep();
});

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
  openJudge(LAB.fragment);
  if (isJudging()) {
    leaveLesson();
    Object.assign(LAB, { subject: LAB.fragment, wrong: "", copied: "" });
    showLab();
    return;
  }
  const { experiment, lookedAt, complaints, lesson, lessonStep, isOfForm } = named(LAB.fragment);
  Object.assign(LAB, { wrong: complaints.length > 0 ? LAB.fragment : "", copied: "" });
  if (complaints.length > 0 && !LAB.lesson) {
    leaveLesson();
    showExperiment(LAB.recorded, {});
  } else if (complaints.length === 0 && lesson) {
    if (!hasLesson() || DATA.lesson.name !== lesson) {
      openLesson(lesson);
    }
    enterStep(lessonStep - 1);
    if (isOfForm || Object.keys(lookedAt).length > 0) {
      lookInStep(experiment, lookedAt);
    }
  } else if (complaints.length === 0) {
    leaveLesson();
    showExperiment(LAB.fragment === "" ? LAB.recorded : experiment, lookedAt);
  }
  LAB.subject = subjectOf(addressShown());
  showLab();
}

/** Opens what was kept, or what the address names. */
export function beginLab({ fragment, typed }) {
  const isKept = location.hash.length < 2 && Boolean(fragment);
  if (isKept) {
    writeFragment("replaceState", fragment);
  }
  openAddress();
  if (isKept && LAB.wrong !== "") {
    // It was that of another page with this address
    LAB.wrong = "";
    writeFragment("replaceState", "");
  }
  if (typed && fragment === LAB.fragment) {
    fillTexts(find("try"), typed);
  }
  LAB.subject = subjectOf(isJudging() ? LAB.fragment : addressShown());
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

/** The fragment of what is shown, while it moves of what it leads to; what is shown without it is left out. */
function addressShown(place) {
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
  const copying = navigator.clipboard ? navigator.clipboard.writeText(location.href) : Promise.reject();
  copying.then(() => tell(location.protocol === "file:" ? "page.lab.onDisk" : "page.lab.copied"), () => tell("page.lab.inBar"));
}

/** Writes the address of what is shown after everything that is done; of another subject as a new entry, from which Back leads here. */
export function writePlace() {
  const fragment = isOfClass() ? LAB.fragment : isJudging() ? judgeAddress() : addressShown(); // to a class the teacher shows it: Back does not lead away from it
  const subject = subjectOf(fragment);
  if (fragment.length <= LIMITS.address && fragment !== LAB.fragment) {
    writeFragment(subject === LAB.subject ? "replaceState" : "pushState", fragment);
    LAB.subject = subject;
  }
  keep();
}

function subjectOf(fragment) {
  return fragment.split("&").filter((field) => !LOOKED_ONLY.test(field)).join("&");
}

function writeFragment(write, fragment) {
  LAB.fragment = fragment;
  try {
    history[write](null, "", fragment === "" ? location.pathname + location.search : "#" + fragment);
  } catch (forbidden) {
    // In a frame without an address of its own, or after too many changes in a short time: it is kept all the same
  }
}
