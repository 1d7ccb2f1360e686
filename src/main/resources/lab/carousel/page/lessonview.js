// The step of a lesson as it is drawn: its text, what is asked, what is seen, cards, and what is saved. LESSON is where the student
// is, see lesson.js.

import { isSaved, isUnsaved, saveAnswers } from "./answers.js";
import { show } from "./app.js";
import { classNotes, classQuestionPart, isLed, isOfClass, showClassBar, showInsteadOfLesson } from "./classroom.js";
import { computing } from "./compute.js";
import { DATA, LIMITS, PAGE } from "./data.js";
import { built, element, find } from "./draw.js";
import { forgetAnswers } from "./kept.js";
import {
  LESSON,
  answersNow,
  enterStep,
  hasLesson,
  isHidden,
  lessonTexts,
  situationNow,
  stepNow,
  textsNow,
  toldNow,
} from "./lesson.js";
import { explainTerms } from "./terms.js";
import { isTraining, startRunOfPage } from "./training.js";
import { votesPart } from "./votes.js";
import { goToPlace } from "./views.js";
import { lossText, marked, readNumber, word } from "./words.js";

function lessonButton(text, id, onclick) {
  return element("button", { type: "button", id, onclick }, text);
}

export function showLesson() {
  const part = find("lesson");
  showClassBar();
  if (showInsteadOfLesson(part) || !hasLesson()) {
    return;
  }
  const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
  const own = isLed() ? word("lesson.where.step", [LESSON.at + 1, textsNow().title]) : textsNow().title;
  const title = LESSON.isOfClass ? word("answers.title") : own;
  part.replaceChildren(element("p", { id: "lessonName" }, lessonTexts().title), ...(isLed() ? [] : [whereRow()]), element("h2", { id: "lessonTitle", tabIndex: -1 }, title));
  if (LESSON.isOfClass) {
    part.append(votesPart());
  } else {
    showStep(part);
  }
  cover();
  if (focused) {
    // What was just used may be gone
    const again = find(focused) || find("lessonTitle");
    again.focus({ preventScroll: Boolean(find(focused)) });
    if (again.matches("input:not([type=radio])")) {
      again.setSelectionRange(again.value.length, again.value.length);
    }
  }
}

function showStep(part) {
  const step = stepNow();
  const texts = textsNow();
  const given = answersNow();
  if (step.choices > 0 && isOfClass()) {
    part.append(questionPart(step, texts.question, given)); // the wall shows the text, too
  }
  if (step.isTransfer) {
    part.append(element("p", { className: "note" }, word("lesson.transfer")));
  }
  part.append(...built(texts.text));
  if (step.places.length > 0 && !isOfClass() && !isHidden("microscope")) {
    part.append(element("div", { className: "buttons" }, step.places.map((place, at) => placeButton(place, texts.places[at]))));
  }
  texts.notHere.forEach((words) => part.append(element("p", { className: "note notHere" }, words)));
  if (step.choices > 0 && !isOfClass()) {
    part.append(questionPart(step, texts.question, given));
  }
  if (step.asksToTrain && !isHidden("run")) {
    part.append(trainRow());
  }
  if (toldNow().canObserve) {
    step.rules.sights.forEach((sight, at) => part.append(observationPart(sight, texts.observe[at], at)));
  }
  step.cards.forEach((_, at) => part.append(cardPart(texts.cards[at], at)));
  if (step.listsTries) {
    part.append(triesPart());
  }
  if (LESSON.at === DATA.lesson.steps.length - 1 && !isOfClass()) {
    part.append(savePart());
  }
  if (missingWords() !== "" && !isOfClass()) {
    part.append(element("p", { id: "lessonMissing", className: "muted" }, missingWords()));
  }
  explainTerms(part);
  if (!isOfClass()) {
    part.append(footRow());
  }
}

/** Takes away what the question of the step hides, until it is answered; what is known stays. */
export function cover() {
  const parts = Array.from(document.querySelectorAll("[data-spot]"));
  const changed = parts.filter((part) => part.classList.contains("covered") !== isHidden(part.dataset.spot));
  changed.forEach((part) => part.classList.toggle("covered"));
  const isOther = document.body.classList.contains("uncompared") !== isHidden("comparison");
  document.body.classList.toggle("uncompared", isHidden("comparison"));
  document.body.classList.toggle("asking", isHidden("run"));
  find("known").textContent = isHidden("run") ? word("page.lesson.known", [lossText(PAGE.view.floors[0].loss)]) : "";
  if (changed.length > 0 || isOther) {
    show(); // what was away has no size
  }
}

/** Goes to a step that the student chose, and shows its beginning. */
export function goToStep(at) {
  enterStep(at);
  find("lessonTitle").focus();
  find("lessonPart").scrollIntoView();
}

function whereRow() {
  const choice = element("select", { id: "lessonWhere" });
  choice.setAttribute("aria-label", word("lesson.where.tip"));
  lessonTexts().steps.forEach((step, at) => choice.append(element("option", { value: String(at) }, word("lesson.where.step", [at + 1, step.title]))));
  if (!isOfClass()) {
    choice.append(element("option", { value: "class" }, word("page.votes.choose")));
  }
  choice.value = LESSON.isOfClass ? "class" : String(LESSON.at);
  choice.addEventListener("change", () => {
    if (choice.value === "class") {
      LESSON.isOfClass = true;
      showLesson();
    } else {
      goToStep(Number(choice.value));
    }
  });
  return choice;
}

/** What the button says that ends the prediction. */
function revealWord() {
  if (isOfClass()) {
    return word("page.class.handIn");
  }
  return word(stepNow().rules.tellsAtOnce ? "lesson.reveal" : "lesson.commit");
}

/** What the step still asks for; empty if nothing. */
export function missingWords() {
  const isLast = LESSON.at === DATA.lesson.steps.length - 1;
  const { isCommitted, met } = answersNow();
  const { waitsForWall, canObserve, isDone } = toldNow();
  if (isTraining()) {
    return word("page.lesson.training");
  }
  if (waitsForWall) {
    return word("page.class.wall");
  }
  const asked = [
    isCommitted ? "" : word("page.lesson.need.answer", [revealWord()]),
    ...(isCommitted ? textsNow().needs.filter((_, at) => !met[at]) : []),
    canObserve ? word("page.lesson.need.observe") : "",
  ];
  return isDone ? "" : word(isLed() ? "page.class.missing" : isLast ? "lesson.missing.last" : "lesson.missing", [asked.filter(Boolean).join("; ")]);
}

/** The same again, where a run begins: nothing is pressed while it goes on. */
export function showMissing() {
  const words = hasLesson() ? missingWords() : "";
  Array.from(document.querySelectorAll("#lessonMissing")).forEach((part) => (part.textContent = words));
  showClassBar();
}

function footRow() {
  const row = element("div", { className: "buttons" });
  const back = lessonButton(word("lesson.back"), "lessonBack", () => goToStep(LESSON.at - 1));
  const next = lessonButton(word("lesson.next"), "lessonNext", () => goToStep(LESSON.at + 1));
  back.disabled = LESSON.at === 0;
  const isLast = LESSON.at === DATA.lesson.steps.length - 1;
  next.disabled = isLast || !toldNow().isDone;
  next.className = "main";
  row.append(back, next);
  if (!isLast && isUnsaved(LESSON)) {
    row.append(lessonButton(word("lesson.save"), "lessonSaveNow", saveAnswers));
  }
  return row;
}

/** Leads to the section that a step is about. */
function placeButton(place, name) {
  return lessonButton("↓ " + name, "lessonPlace-" + place, () => goToPlace(place));
}

/** What is trained stands further down; from here it can be reached, and started. */
function trainRow() {
  const row = element("div", { className: "buttons", id: "lessonRun" });
  const start = lessonButton(word("page.train"), "lessonTrain", () => {
    startRunOfPage();
    showStage();
  });
  start.className = toldNow().isAllMet ? "" : "main";
  row.append(...fieldsHere(), start, lessonButton(word("page.lesson.change"), "lessonChange", () => find("sequences").focus()));
  return row;
}

/** The fields of the form that the step is to have changed, as the form itself stands far below where it is not beside the step. */
function fieldsHere() {
  const names = new Set(stepNow().rules.needs.flat().map(({ reads }) => (reads === "task" ? "sequences" : reads)));
  return Array.from(find("try").elements).filter(({ name }) => names.has(name)).map((field) => {
    const here = field.cloneNode(true);
    here.id = "lesson-" + field.name;
    ["name", "aria-describedby"].forEach((name) => here.removeAttribute(name));
    here.value = field.value;
    here.addEventListener("input", () => {
      field.value = here.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const label = document.querySelector(`#try label[for=${field.id}]`).textContent;
    return element("label", { className: "fieldHere" }, [label, here]);
  });
}

/** Brings the beginning of what is trained into sight where it stands above or below what was pressed, not beside it. */
export function showStage() {
  const lab = find("lab").getBoundingClientRect();
  if (lab.width < 700 || (hasLesson() && lab.top >= find("lessonPart").getBoundingClientRect().bottom)) {
    find("lab").scrollIntoView();
  }
}

function questionPart(step, texts, given) {
  if (isOfClass() && !given.isCommitted) {
    return classQuestionPart(texts, given, step);
  }
  const { isExplained, right } = toldNow();
  const part = element("fieldset", { id: "lessonQuestion" });
  part.append(element("legend", {}, texts.text));
  if (given.isCommitted && !isExplained) {
    part.append(element("p", { className: "muted" }, word("lesson.now.ALONE")));
  }
  const chosenNow = given.isCommitted ? given.after : given.before;
  texts.choices.forEach((choice, at) => {
    const label = element("label", { className: "choice" });
    const mark = element("input", { type: "radio", name: "lessonChoice", id: "lessonChoice" + (at + 1), value: String(at) });
    mark.checked = chosenNow === at;
    mark.disabled = isExplained;
    mark.addEventListener("change", () => {
      given[given.isCommitted ? "after" : "before"] = at;
      showLesson();
    });
    label.append(mark, " ", element("span", {}, right === at ? word("lesson.right", [choice]) : choice));
    part.append(label);
  });
  if (given.isCommitted) {
    const before = [given.before, ...given.again].filter((choice) => choice !== null).map((choice) => texts.choices[choice]);
    part.append(element("p", { className: "muted" }, word("page.lesson.predicted", [before.join(" → ")])));
    if (given.reason !== "") {
      part.append(element("p", { className: "muted" }, word("lesson.reason.given", [given.reason])));
    }
  } else if (step.asksReason) {
    part.append(reasonField(given));
  }
  if (!given.isCommitted) {
    const reveal = lessonButton(revealWord(), "lessonReveal", () => {
      given.isCommitted = true;
      showLesson();
    });
    reveal.disabled = given.before === null;
    part.append(reveal);
  } else if (isExplained) {
    const explanation = element("div", { id: "lessonExplanation" });
    explanation.append(...built(texts.explanation), ...(isOfClass() ? classNotes() : []));
    part.append(explanation);
  }
  return part;
}

export function reasonField(given) {
  const reason = element("input", { id: "lessonReason", maxLength: LIMITS.reason, value: given.reason });
  reason.setAttribute("aria-label", word("lesson.reason"));
  reason.placeholder = word("lesson.reason");
  reason.addEventListener("input", () => (given.reason = reason.value));
  return reason;
}

function observationPart({ isOpinion, isHere }, texts, at) {
  const part = element("fieldset", { id: "lessonObserve" + (at + 1) });
  part.append(element("legend", {}, texts.text));
  const seen = answersNow().observed[at];
  const said = (value) => (texts.choices.length > 0 ? texts.choices[value] : marked(String(Number(value.toPrecision(4)))));
  if (seen) {
    const unjudged = isOpinion ? "opinion" : "otherRun";
    const mark = isOpinion || seen.agrees === undefined ? unjudged : seen.agrees ? "agrees" : "differs";
    part.append(element("p", {}, word("lesson.observe." + mark, [said(seen.answer), said(seen.truth)])));
    return part;
  }
  if (!isHere) {
    part.append(element("p", { className: "muted" }, word("page.lesson.skipped")));
    return part;
  }
  const hint = element("p", { className: "problem" });
  const answer = (value) => {
    const found = Number.isFinite(value) ? computing().checked(stepNow().rules, at, value, situationNow()) : {};
    if ("answer" in found) {
      answersNow().observed[at] = found;
      showLesson();
    } else {
      hint.textContent = word(Number.isFinite(value) ? "page.lesson.noRun" : "lesson.read.none");
    }
  };
  texts.choices.forEach((choice, place) => part.append(lessonButton(choice, "lessonSeen" + (at + 1) + "-" + (place + 1), () => answer(place))));
  if (texts.choices.length === 0) {
    const field = element("input", { id: "lessonRead" + (at + 1), inputMode: "decimal", value: answersNow().typed[at] });
    field.addEventListener("input", () => (answersNow().typed[at] = field.value));
    field.setAttribute("aria-label", word("lesson.read"));
    const read = () => answer(readNumber(field.value));
    part.append(field, lessonButton(word("lesson.read.check"), "lessonCheck" + (at + 1), read));
  }
  part.append(hint);
  return part;
}

function cardPart(texts, at) {
  const given = answersNow();
  const part = element("div", { className: "card" });
  part.append(element("p", {}, texts.front));
  if (!stepNow().isTold) {
    return part; // the class has not come to its back
  }
  if (!given.turned[at]) {
    const turn = lessonButton(word("lesson.card.turn"), "lessonTurn" + (at + 1), () => {
      given.turned[at] = true;
      showLesson();
    });
    turn.setAttribute("aria-label", word("lesson.card.turnFor", [texts.front]));
    part.append(turn);
    return part;
  }
  const mark = (isKnown, text, id) => {
    const said = lessonButton(word(text), id + (at + 1), () => {
      given.cards[at] = isKnown;
      showLesson();
    });
    said.setAttribute("aria-pressed", String(given.cards[at] === isKnown));
    return said;
  };
  part.append(element("p", { id: "lessonBack" + (at + 1) }, texts.back), mark(true, "lesson.card.knew", "lessonKnew"), " ", mark(false, "lesson.card.not", "lessonNotYet"));
  return part;
}

function triesPart() {
  const part = element("ol", { id: "lessonTries" });
  LESSON.runs.forEach((run) => {
    const { seed, hiddenUnits, learningRate, updateInterval, epochs, output } = run.experiment.hyperparameters;
    const settings = [hiddenUnits, learningRate, updateInterval, epochs, output, seed].join(", ");
    part.append(element("li", {}, word("page.lesson.try", [settings, word("verdict." + run.verdict.toUpperCase().replaceAll(" ", "_") + ".name"), run.right, run.steps])));
  });
  return part;
}

// ---- Saving ---------------------------------------------------------------------------------------------------------------------------

function savePart() {
  const part = element("div", { id: "lessonSave" });
  const name = element("input", { id: "lessonStudent", maxLength: LIMITS.student, value: LESSON.student });
  name.setAttribute("aria-label", word("lesson.student"));
  name.placeholder = word("lesson.student");
  name.addEventListener("input", () => (LESSON.student = name.value));
  const row = element("div", { className: "buttons" });
  row.append(lessonButton(word("lesson.save"), "lessonSaveButton", saveAnswers), lessonButton(word("page.kept.forget"), "lessonForget", forgetAnswers));
  part.append(name, row, element("p", { className: "muted" }, word(isSaved(LESSON) ? "page.lesson.saved" : "lesson.save.hint")));
  return part;
}
