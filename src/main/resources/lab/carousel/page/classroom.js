// A class whose phones answer: what its server tells (see PageClass in the program), what is handed in, and how both are seen. An
// answer is kept in the browser at once, and handed in as soon as the server can be reached.

import { answersHandedIn, askedSheet, lessonOfAnswers, saveAnswers, sheet } from "./answers.js";
import { DATA, LAB, LIMITS, TRAINING, announce, isSame, whenever } from "./data.js";
import { element, find } from "./draw.js";
import { keep, keptLesson, resume, versionOf } from "./kept.js";
import { leaveLesson, showExperiment } from "./lab.js";
import { beginLesson, goToStep } from "./lesson.js";
import { CLASS, LESSON, answersNow, hasLesson, isLed, isOfClass, stepNow, stepNumber } from "./rules.js";
import { showStage, trainInSight } from "./training.js";
import { readNumber, word } from "./words.js";

/** Of a sheet in bytes: the server takes a little more. */
const MOST_SENT = 60000;
const LONGEST_WAIT = 30000;
/** Without a word from the class a paused phone goes on. */
const LONGEST_PAUSE = 10000;

/** What is asked in between. */
export function askedNow() {
  return CLASS.told?.asked ?? null;
}

/** Takes up what was kept, and follows the class from now on. */
export function beginClass({ id = "", asked = {}, given = "", student = "" } = {}) {
  Object.assign(CLASS, { id, asked, given });
  LESSON.student = student;
  Object.assign(find("classStudent"), { value: student, maxLength: LIMITS.student });
  document.body.classList.add("class");
  ["lessonPart", "classOwn", "classBar"].forEach((id) => (find(id).hidden = false));
  find("classHandIn").addEventListener("click", handIn);
  find("classNext").addEventListener("click", () => goToStep(LESSON.at + 1));
  find("classSave").addEventListener("click", saveAnswers);
  find("classStudent").addEventListener("change", ({ target }) => (LESSON.student = target.value));
  window.addEventListener("online", () => CLASS.goOn());
  document.addEventListener("visibilitychange", () => document.hidden || CLASS.goOn());
  ["click", "change"].forEach((act) => document.addEventListener(act, handInChanges));
  setInterval(showPause, 500);
  announce("lesson");
  followClass();
}

async function followClass() {
  for (;;) {
    const after = CLASS.failures === 0 && !CLASS.isEnded ? CLASS.heard : 0;
    const control = new AbortController();
    let isCut = false;
    CLASS.goOn = () => {
      isCut = true; // a phone that slept waits for a reply that may never come
      control.abort();
    };
    CLASS.toldStep = stepNumber();
    const path = "step?after=" + after + "&id=" + CLASS.id + "&at=" + CLASS.toldStep;
    const reply = await CLASS.request(path, {}, isPaused() ? LONGEST_PAUSE : 40000, control);
    if (isCut) {
      continue;
    }
    const { status, text } = reply;
    noteReply(reply);
    const isNews = status === 200 && hear(JSON.parse(text));
    handInChanges();
    if (!isNews) {
      await waited(status === 200 ? 250 : waitAfterFailure());
    }
  }
}

function isPaused() {
  const isThere = performance.now() - CLASS.lastHeard < LONGEST_PAUSE;
  return Boolean(CLASS.told) && CLASS.told.paused && CLASS.door === "" && !CLASS.isEnded && isThere;
}

/** Covers all, or shows it again; what had the keyboard has it then. */
function showPause() {
  const cover = find("classPaused");
  const isShown = isPaused();
  if (cover.hidden !== isShown) {
    return;
  }
  CLASS.before = isShown ? document.activeElement : CLASS.before;
  cover.hidden = !isShown;
  Array.from(document.body.children).forEach((part) => (part.inert = isShown && part !== cover));
  (isShown ? cover : CLASS.before).focus();
}

/** Goes on under the id that the class has given; what was handed in under another one is handed in again. */
function noteReply({ status, id, number }) {
  if (id !== "" && id !== CLASS.id) {
    Object.assign(CLASS, { id, told: null, confirmed: {}, rejected: {}, refusal: "" });
    LESSON.id = id;
    keep();
  }
  CLASS.number = status === 200 ? number : CLASS.number;
  CLASS.isEnded = status === 404 || status === 410 || (status === 0 && CLASS.isEnded);
  CLASS.failures = status === 200 || status === 204 || status === 400 ? 0 : CLASS.failures + 1;
  announce("missing");
}

function waitAfterFailure() {
  return CLASS.isEnded ? LONGEST_WAIT : Math.min(LONGEST_WAIT, 1000 * 2 ** (CLASS.failures - 1));
}

function waited(millis) {
  return new Promise((done) => {
    CLASS.goOn = done;
    setTimeout(done, millis);
  });
}

/** Takes what was told; false if that is so already. A phone that is not let in waits as it is. */
function hear(told) {
  const isNews = CLASS.heard !== told.number || CLASS.door !== (told.door || "");
  CLASS.heard = told.number;
  CLASS.lastHeard = performance.now();
  CLASS.door = told.door || "";
  if (CLASS.door !== "") {
    announce("lesson");
    return isNews;
  }
  return takeTold(told) || isNews;
}

/** Shows what was told; false if that is shown already. */
function takeTold(told) {
  if (isSame(told, CLASS.told)) {
    return false;
  }
  const before = CLASS.told || {};
  const lasting = (all) => ({ ...all, number: 0, paused: false, pictures: [] });
  CLASS.told = told;
  showPause();
  showPictures(told.pictures);
  if (isSame(lasting(told), lasting(before))) {
    return true; // what is half typed stays
  }
  const isOther = takeLesson(told.lesson && { ...told.lesson, steps: told.lesson.steps.map(withOwnSeed) });
  settle();
  document.body.classList.toggle("asked", Boolean(told.asked));
  if (hasLesson() && (isOther || (told.led && LESSON.at !== told.step - 1))) {
    LESSON.at = told.led ? told.step - 1 : LESSON.at;
    beginLesson();
  } else {
    announce("lesson");
  }
  takeGiven(told.given);
  if (Boolean(before.asked) !== Boolean(told.asked)) {
    announce("state"); // what was away has no size
  }
  if (before.step !== told.step || before.round !== told.round || before.revealed !== told.revealed || !isSame(before.asked, told.asked)) {
    window.scrollTo(0, 0);
  }
  trainRevealed();
  keep();
  return true;
}

/** What came in from all, drawn as on the wall. */
function showPictures(pictures) {
  const part = find("classPictures");
  part.hidden = pictures.length === 0;
  const picture = ({ words, svg }) => element("img", { src: "data:image/svg+xml," + encodeURIComponent(svg), alt: words });
  part.replaceChildren(...pictures.map((each) => element("figure", {}, [element("figcaption", {}, each.title), picture(each)])));
}

/** The lesson as it is told now; whether another one begins. */
function takeLesson(lesson) {
  const isOther = Boolean(lesson) !== hasLesson() || (hasLesson() && versionOf(lesson) !== versionOf(DATA.lesson));
  if (isOther && hasLesson()) {
    const { name } = DATA.lesson;
    const left = keptLesson(DATA.lesson, LESSON);
    leaveLesson();
    LAB.lessons[name] = left;
    find("lessonPart").hidden = false;
  }
  DATA.lesson = lesson;
  LAB.lesson = lesson;
  if (isOther && lesson) {
    if (LAB.lessons[lesson.name]?.of !== versionOf(lesson)) {
      delete LAB.lessons[lesson.name];
    }
    resume(lesson.name, { id: CLASS.id, student: LESSON.student });
  }
  return isOther;
}

/** The seed of this student in a step: 24 bits of a digest (FNV-1a) of both ids, so that no seed tells whose it is. */
function ownSeed(step) {
  return Array.from(CLASS.id + " " + step).reduce((digest, letter) => Math.imul(digest ^ letter.codePointAt(0), 0x01000193), 0x811c9dc5) >>> 8;
}

/** Where the class is led and the step is about a share of networks, each student trains another one. */
function withOwnSeed(step) {
  const { experiment } = step;
  return CLASS.told.led && step.hasOwnSeeds && experiment
    ? { ...step, experiment: { ...experiment, hyperparameters: { ...experiment.hyperparameters, seed: ownSeed(step.id) } } }
    : step;
}

function takeGiven(given) {
  const text = given ? JSON.stringify(given) : "";
  if (given && text !== CLASS.given) {
    LESSON.begun = "";
    document.body.classList.remove("elsewhere");
    showExperiment(given, {});
    showStage();
  }
  CLASS.given = text;
}

/** A prediction is committed to once it was handed in and its outcome is told. */
function settle() {
  (hasLesson() ? DATA.lesson.steps : []).forEach(({ id, choices, isTold }, at) => {
    const given = LESSON.answers[id];
    const isAgain = isLed() && at === CLASS.told.step - 1 && !CLASS.told.revealed;
    if (given && choices > 0) {
      given.isCommitted = given.handed > 0 && isTold && !isAgain;
    }
  });
}

/** Trains what the teacher has revealed, where nothing is to be changed first. */
function trainRevealed() {
  if (!hasLesson() || !isLed() || askedNow()) {
    return;
  }
  const { asksToTrain, trainsAlone, choices, id } = stepNow();
  const given = answersNow();
  if (choices > 0 && given.isCommitted && asksToTrain && trainsAlone && !given.isTrained && !LESSON.kept[id] && !TRAINING.stop) {
    given.isTrained = true;
    trainInSight();
  }
}

/** What is answered now: { given, round, choices (0: a number) }; null if nothing can be. */
export function openQuestion() {
  const asked = askedNow();
  if (asked) {
    CLASS.asked[asked.id] = CLASS.asked[asked.id] || { before: null, again: [], handed: 0, typed: "" };
    return asked.revealed ? null : { given: CLASS.asked[asked.id], round: asked.round, choices: asked.choices.length };
  }
  if (!hasLesson() || stepNow().choices === 0 || answersNow().isCommitted) {
    return null;
  }
  return { given: answersNow(), round: isLed() ? CLASS.told.round : 1, choices: stepNow().choices };
}

/** What was answered in a round, counted from 1; null if nothing was. */
export function answerIn({ before, again }, round) {
  return [before, ...again][round - 1] ?? null;
}

export function setAnswer(given, round, answer) {
  const rounds = Array.from({ length: Math.max(given.again.length + 1, round) }, (_, at) => (at === round - 1 ? answer : answerIn(given, at + 1)));
  [given.before, ...given.again] = rounds;
}

export function handIn() {
  const open = openQuestion();
  if (open.choices === 0) {
    const number = readNumber(open.given.typed);
    const { least, most } = askedNow();
    if (!(number >= least && number <= most)) {
      find("askedHint").textContent = word(Number.isFinite(number) ? "class.range" : "lesson.read.none", [least, most]);
      return;
    }
    setAnswer(open.given, open.round, number);
  }
  open.given.handed = open.round;
  settle();
  announce("lesson");
  trainRevealed();
  handInChanges();
}

whenever("ended", handInChanges);

/** Hands in what the server does not have yet. */
function handInChanges() {
  const sheet = isOfClass() && CLASS.told && CLASS.door === "" ? sheetsToHandIn().find(({ name, text }) => text !== CLASS.confirmed[name] && text !== CLASS.rejected[name]) : null;
  if (sheet && !CLASS.isSending) {
    send(sheet);
  }
}

async function send({ name, text }) {
  CLASS.isSending = true;
  announce("missing");
  const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: text };
  const reply = await CLASS.request("answers", options, 15000, new AbortController());
  CLASS.isSending = false;
  if (reply.status === 200 || reply.status === 204) {
    CLASS.confirmed[name] = text;
    CLASS.refusal = "";
  } else if (reply.status === 400 || reply.status === 413) {
    CLASS.rejected[name] = text;
    CLASS.refusal = reply.text;
  }
  noteReply(reply);
  if (reply.status === 200 && reply.text !== "") {
    const { confirmed, ...told } = JSON.parse(reply.text);
    hear(told);
  }
  if (CLASS.failures === 0) {
    handInChanges();
  } else {
    setTimeout(handInChanges, waitAfterFailure());
  }
}

/** What was handed in of the lesson, and of what was asked in between: { name, text }. */
function sheetsToHandIn() {
  const answers = hasLesson() ? answersHandedIn() : [];
  const isAny = answers.length > 0 || (hasLesson() && LESSON.runs.length > 0);
  const asked = Object.keys(CLASS.asked).filter((id) => CLASS.asked[id].handed > 0);
  return [
    ...(isAny ? [{ name: DATA.lesson.name, text: sentText(lessonOfAnswers(), answers, LESSON.runs) }] : []),
    ...(asked.length > 0 ? [{ name: "asked", text: JSON.stringify(askedSheet(asked)) }] : []),
  ];
}

/** A sheet that is small enough, without its last runs if need be. */
function sentText(lesson, answers, runs) {
  const text = JSON.stringify(sheet(CLASS.id, lesson, answers, runs));
  return runs.length > 0 && new Blob([text]).size > MOST_SENT ? sentText(lesson, answers, runs.slice(0, -1)) : text;
}
