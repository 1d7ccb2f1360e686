// A class whose phones answer: what its server tells (see PageClass in the program), what is handed in, and how both are seen. An
// answer is kept in the browser at once, and handed in as soon as the server can be reached.

import { answersHandedIn, lessonOfAnswers, saveAnswers, sheet } from "./answers.js";
import { show } from "./app.js";
import { DATA, LIMITS, PAGE, isSame } from "./data.js";
import { element, find } from "./draw.js";
import { keep, keptLesson, versionOf } from "./kept.js";
import { LAB, leaveLesson, showExperiment } from "./lab.js";
import { LESSON, answersNow, beginLesson, enterStep, freshLesson, hasLesson, stepNow, toldNow } from "./lesson.js";
import { goToStep, missingWords, reasonField, showLesson, showStage } from "./lessonview.js";
import { TRAINING, startRunOfPage } from "./training.js";
import { readNumber, word } from "./words.js";

export const CLASS = {
  request: null, // asks the server, see wire.js
  id: "", // of the student, which the class gives
  asked: {}, // what was answered to what was asked in between, by ids
  given: "", // the experiment that the teacher gave last
  heard: 0, // number of the moment that was told last
  told: null, // what was told last
  door: "", // "new", "waiting" or "dropped" where the class has not let this phone in
  number: "", // of this student, by which the teacher knows it
  lastHeard: 0, // when the server told something last
  before: null, // what had the keyboard before the phones were paused
  failures: 0, // since the server answered last
  isEnded: false,
  isSending: false,
  confirmed: {}, // the sheets that the server has kept, by the names of their lessons
  rejected: {}, // those that it did not take
  refusal: "", // and why
  toldStep: 0, // number of the step that the server knows this phone to show
  goOn: null, // asks the server at once, whatever is waited for
};
/** Of a sheet in bytes: the server takes a little more. */
const MOST_SENT = 60000;
const LONGEST_WAIT = 30000;
/** Without a word from the class a paused phone goes on. */
const LONGEST_PAUSE = 10000;

export function isOfClass() {
  return Boolean(DATA.isOfClass);
}

export function isLed() {
  return isOfClass() && Boolean(CLASS.told) && CLASS.told.led;
}

/** Whether the class has still to see on the wall what is to be observed. */
export function waitsForWall() {
  return isLed() && LESSON.at === CLASS.told.step - 1 && !CLASS.told.seen;
}

function askedNow() {
  return CLASS.told ? CLASS.told.asked : null;
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
  showLesson();
  followClass();
}

/** What is kept for a reload. */
export function keptClass() {
  const { id, asked, given } = CLASS;
  return { id, asked, given, student: LESSON.student };
}

// ---- What is told -----------------------------------------------------------------------------------------------------------------------

async function followClass() {
  for (;;) {
    const after = CLASS.failures === 0 && !CLASS.isEnded ? CLASS.heard : 0;
    const control = new AbortController();
    let isCut = false;
    CLASS.goOn = () => {
      isCut = true; // a phone that slept waits for a reply that may never come
      control.abort();
    };
    CLASS.toldStep = stepShown();
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

/** Number of the step that this phone shows; 0 for none. */
function stepShown() {
  return hasLesson() ? LESSON.at + 1 : 0;
}

/** Goes on under the id that the class has given; what was handed in under another one is handed in again. */
function goBy(id) {
  if (id !== "" && id !== CLASS.id) {
    Object.assign(CLASS, { id, told: null, confirmed: {}, rejected: {}, refusal: "" });
    LESSON.id = id;
    keep();
  }
}

function noteReply({ status, id, number }) {
  goBy(id);
  CLASS.number = status === 200 ? number : CLASS.number;
  CLASS.isEnded = status === 404 || status === 410 || (status === 0 && CLASS.isEnded);
  CLASS.failures = status === 200 || status === 204 || status === 400 ? 0 : CLASS.failures + 1;
  showClassBar();
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
    showLesson();
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
    showLesson();
  }
  takeGiven(told.given);
  if (Boolean(before.asked) !== Boolean(told.asked)) {
    show(); // what was away has no size
  }
  if (before.step !== told.step || before.round !== told.round || before.revealed !== told.revealed || !isSame(before.asked, told.asked)) {
    window.scrollTo(0, 0);
  }
  trainRevealed();
  keep();
  return true;
}

/** What is told without what may change while a student types. */
function lasting(told) {
  return { ...told, number: 0, paused: false, pictures: [] };
}

/** What came in from all, drawn as on the wall. */
function showPictures(pictures) {
  const part = find("classPictures");
  part.hidden = pictures.length === 0;
  part.replaceChildren(...pictures.map(({ title, words, svg }) => {
    const figure = element("figure");
    figure.append(element("figcaption", {}, title), element("img", { src: "data:image/svg+xml," + encodeURIComponent(svg), alt: words }));
    return figure;
  }));
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
    const kept = LAB.lessons[lesson.name];
    Object.assign(LESSON, freshLesson(), kept && kept.of === versionOf(lesson) ? kept : {}, { id: CLASS.id, student: LESSON.student });
    delete LAB.lessons[lesson.name];
  }
  return isOther;
}

/** The seed of this student in a step: 24 bits of a digest (FNV-1a) of both ids, so that no seed tells whose it is. */
function ownSeed(step) {
  let digest = 0x811c9dc5;
  for (const letter of CLASS.id + " " + step) {
    digest = Math.imul(digest ^ letter.codePointAt(0), 0x01000193);
  }
  return digest >>> 8;
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
  if (text !== CLASS.given && given) {
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
    startRunOfPage();
    showStage();
  }
}

// ---- What is handed in ------------------------------------------------------------------------------------------------------------------

/** What is answered now: { given, round, choices (0: a number) }; null if nothing can be. */
function openQuestion() {
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
function answerIn({ before, again }, round) {
  return (round === 1 ? before : again[round - 2]) ?? null;
}

function setAnswer(given, round, answer) {
  if (round === 1) {
    given.before = answer;
  } else {
    given.again = Array.from({ length: Math.max(given.again.length, round - 1) }, (_, at) => (at === round - 2 ? answer : given.again[at] ?? null));
  }
}

function handIn() {
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
  showLesson();
  trainRevealed();
  handInChanges();
}

/** Hands in what the server does not have yet. */
export function handInChanges() {
  const sheet = isOfClass() && CLASS.told && CLASS.door === "" ? sheetsToHandIn().find(({ name, text }) => text !== CLASS.confirmed[name] && text !== CLASS.rejected[name]) : null;
  if (sheet && !CLASS.isSending) {
    send(sheet);
  }
}

async function send({ name, text }) {
  CLASS.isSending = true;
  showClassBar();
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
    hear(toldOf(JSON.parse(reply.text)));
  }
  if (CLASS.failures === 0) {
    handInChanges();
  } else {
    setTimeout(handInChanges, waitAfterFailure());
  }
}

/** Of a confirmation what is also told without one. */
function toldOf({ confirmed, ...told }) {
  return told;
}

/** What was handed in of the lesson, and of what was asked in between: { name, text }. */
function sheetsToHandIn() {
  const sheets = [];
  const answers = hasLesson() ? answersHandedIn() : [];
  if (answers.length > 0 || (hasLesson() && LESSON.runs.length > 0)) {
    sheets.push({ name: DATA.lesson.name, text: sentText(lessonOfAnswers(), answers, LESSON.runs) });
  }
  const asked = Object.keys(CLASS.asked).filter((id) => CLASS.asked[id].handed > 0);
  if (asked.length > 0) {
    sheets.push({ name: "asked", text: JSON.stringify(askedSheet(asked)) });
  }
  return sheets;
}

/** A sheet that is small enough, without its last runs if need be. */
function sentText(lesson, answers, runs) {
  const text = JSON.stringify(sheet(CLASS.id, lesson, answers, runs));
  return runs.length > 0 && new Blob([text]).size > MOST_SENT ? sentText(lesson, answers, runs.slice(0, -1)) : text;
}

/** What was asked in between is a lesson whose steps are q1, q2, ... */
export function askedSheet(ids = Object.keys(CLASS.asked)) {
  const last = Math.max(0, ...ids.map((id) => Number(id.slice(1))));
  const steps = Array.from({ length: last }, (_, at) => "q" + (at + 1));
  return sheet(CLASS.id, { name: "asked", version: "1", steps }, ids.map((id) => ({ step: id, ...askedAnswers(CLASS.asked[id]) })), []);
}

function askedAnswers(given) {
  const { choices, before, again, handed } = given;
  if (choices > 0) {
    return { ...answersOfRounds(choices, { before, again, handed, after: null }), reason: "", observed: [], cards: [] };
  }
  const number = [before, ...again].filter((each) => each !== null).pop();
  return { reason: "", observed: [{ answer: number, truth: number, agrees: true }], cards: [] };
}

/** Hands for each choice, of one student: in the first round, in those after it, and once the outcome was seen. */
export function answersOfRounds(choices, { before, again, after, handed }) {
  const hands = (choice) => Array.from({ length: choices }, (_, at) => (at === choice ? 1 : 0));
  const more = again.slice(0, Math.max(0, handed - 1));
  return { before: hands(before), after: hands(after), ...(more.length > 0 ? { again: more.map(hands) } : {}) };
}

// ---- How it is seen ---------------------------------------------------------------------------------------------------------------------

/** Whether something else than the lesson is shown, and that. */
export function showInsteadOfLesson(part) {
  if (!isOfClass() || (hasLesson() && !askedNow())) {
    return false;
  }
  const asked = askedNow();
  const isIn = Boolean(CLASS.told) && CLASS.door === "";
  const isAtDoor = CLASS.door === "waiting" || CLASS.door === "dropped";
  const title = asked ? "page.class.asked" : isIn ? "page.class.waiting" : isAtDoor ? "page.class.atDoor" : "page.class.joining";
  part.replaceChildren(element("h2", { id: "lessonTitle", tabIndex: -1 }, word(title)));
  if (asked) {
    part.append(askedPart(asked));
  } else if (isIn) {
    part.append(element("p", { className: "muted" }, word("page.class.waiting.words")));
  }
  return true;
}

function askedPart({ id, text, choices, round, revealed, right }) {
  openQuestion();
  const given = CLASS.asked[id];
  given.choices = choices.length;
  return roundPart({ text, choices }, given, round, revealed ? { right } : null);
}

/** The question of the step that is open, until its outcome is told. */
export function classQuestionPart(texts, given, { asksReason }) {
  const isLate = isLed() ? CLASS.told.revealed : false;
  const part = roundPart(texts, given, isLed() ? CLASS.told.round : 1, null);
  if (isLate) {
    part.append(element("p", { className: "note" }, word("page.class.tooLate")));
  }
  if (asksReason) {
    part.append(reasonField(given));
  }
  return part;
}

/** A question in one round; what was answered in the round before stands beside it. */
function roundPart({ text, choices }, given, round, told) {
  const part = element("fieldset", { id: "lessonQuestion" });
  const said = (answer) => (choices.length > 0 ? choices[answer] : String(answer));
  part.append(element("legend", {}, text));
  const first = round > 1 ? answerIn(given, round - 1) : null;
  if (round > 1) {
    part.append(element("p", { className: "note" }, word(first === null ? "page.class.again" : "page.class.again.first", [said(first)])));
  }
  choices.forEach((choice, at) => {
    const label = element("label", { className: "choice" });
    const mark = element("input", { type: "radio", name: "lessonChoice", id: "lessonChoice" + (at + 1), value: String(at) });
    mark.checked = answerIn(given, round) === at;
    mark.disabled = Boolean(told);
    mark.addEventListener("change", () => {
      setAnswer(given, round, at);
      showLesson();
    });
    label.append(mark, " ", element("span", {}, told && told.right === at ? word("lesson.right", [choice]) : choice));
    part.append(label);
  });
  if (choices.length === 0) {
    const field = element("input", { id: "askedNumber", inputMode: "decimal", value: given.typed, disabled: Boolean(told), autocomplete: "off" });
    field.setAttribute("aria-label", text);
    field.addEventListener("input", () => {
      given.typed = field.value;
      showClassBar();
    });
    field.addEventListener("keydown", ({ key }) => key === "Enter" && handIn());
    part.append(field, element("p", { id: "askedHint", className: "problem" }));
  }
  return part;
}

/** What a class adds to the explanation of a question: whose seed it is not of, and the reasons that the teacher has chosen. */
export function classNotes() {
  return [...seedNote(), ...reasonsChosen()];
}

function reasonsChosen() {
  const { reasons } = CLASS.told;
  if (reasons.length === 0 || LESSON.at !== CLASS.told.step - 1) {
    return [];
  }
  const list = element("ul", { id: "classReasons" });
  list.append(...reasons.map((reason) => element("li", {}, reason)));
  return [element("h3", {}, word("page.class.reasons")), list];
}

function seedNote() {
  const isOwn = isLed() && stepNow().hasOwnSeeds && PAGE.run.ended;
  return isOwn ? [element("p", { id: "classSeed", className: "note" }, word("page.class.seed", [String(PAGE.run.experiment.hyperparameters.seed)]))] : [];
}

/** The line below, which stays in sight: how it stands with what is handed in, and what is to be pressed. */
export function showClassBar() {
  if (!isOfClass()) {
    return;
  }
  if (CLASS.told && CLASS.toldStep !== stepShown()) {
    CLASS.goOn();
  }
  const open = openQuestion();
  const isNumber = Boolean(open) && open.choices === 0;
  const wasHandedIn = Boolean(open) && open.given.handed >= open.round;
  const isChanged = wasHandedIn && isNumber && readNumber(open.given.typed) !== answerIn(open.given, open.round);
  const isHandedIn = wasHandedIn && !isChanged;
  find("classTold").textContent = barWords(isHandedIn, isChanged);
  find("classNumber").textContent = CLASS.number === "" ? "" : word("page.class.number", [CLASS.number]);
  find("classTold").className = isHandedIn && !CLASS.isSending && CLASS.failures === 0 ? "done" : "";
  find("classHandIn").hidden = !open || CLASS.isEnded || CLASS.door !== "" || (isHandedIn && !isNumber);
  find("classHandIn").disabled = Boolean(open) && (isNumber ? open.given.typed.trim() === "" : answerIn(open.given, open.round) === null);
  find("classNext").hidden = isLed() || !hasLesson() || Boolean(askedNow()) || LESSON.at >= DATA.lesson.steps.length - 1 || !toldNow().isDone;
  find("classSave").hidden = !CLASS.isEnded;
}

function barWords(isHandedIn, isChanged) {
  const isLate = hasLesson() && !askedNow() && CLASS.told.late.includes(stepNow().id);
  if (CLASS.isEnded) {
    return word("page.class.ended");
  }
  if (CLASS.refusal !== "") {
    return word("page.class.refused", [CLASS.refusal]);
  }
  if (CLASS.failures > 1) {
    return word("page.class.lost");
  }
  if (CLASS.door === "waiting" || CLASS.door === "dropped") {
    return word(CLASS.door === "dropped" ? "page.class.dropped" : "page.class.door");
  }
  if (!CLASS.told) {
    return word("page.class.joining");
  }
  if (CLASS.isSending) {
    return word("page.class.sending");
  }
  if (isChanged) {
    return word("page.class.changed");
  }
  if (isHandedIn || isLate) {
    return word(isLate ? "page.class.late" : "page.class.handedIn");
  }
  return hasLesson() && !askedNow() && (stepNow().choices === 0 || answersNow().isCommitted) ? missingWords() : "";
}
