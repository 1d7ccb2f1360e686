// The step of a lesson as it is drawn: its text, what is asked, what is seen, cards, and what is saved.

import { forgetAnswers, isSaved, isUnsaved, saveAnswers } from "./answers.js";
import { choicesPart, classNotes, classQuestionPart, reasonField, showClassBar, showInsteadOfLesson } from "./classview.js";
import { computing } from "./compute.js";
import { DATA, LIMITS, PAGE, announce, whenever } from "./data.js";
import { built, button, element, field, find, note } from "./draw.js";
import { goToStep, missingWords, revealWord } from "./lesson.js";
import { LESSON, answersNow, hasLesson, isHidden, isLastStep, isLed, isOfClass, lessonTexts, situationNow, stepNow, textsNow, toldNow } from "./rules.js";
import { explainTerms } from "./terms.js";
import { trainInSight } from "./training.js";
import { goToPlace } from "./views.js";
import { votesPart } from "./votes.js";
import { lossText, marked, readNumber, word } from "./words.js";

whenever("lesson", showLesson);
whenever("left", cover);
whenever("missing", showMissing);

export function showLesson() {
  const part = find("lesson");
  showClassBar();
  if (showInsteadOfLesson(part) || !hasLesson()) {
    return;
  }
  const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
  const own = isLed() ? word("lesson.where.step", [LESSON.at + 1, textsNow().title]) : textsNow().title;
  const title = LESSON.isOfClass ? word("answers.title") : own;
  part.replaceChildren(
    element("p", { id: "lessonName" }, lessonTexts().title),
    ...(isLed() ? [] : [whereRow()]),
    element("h2", { id: "lessonTitle", tabIndex: -1 }, title),
    ...(LESSON.isOfClass ? [votesPart()] : stepParts().flat()),
  );
  if (!LESSON.isOfClass) {
    explainTerms(part);
  }
  if (!LESSON.isOfClass && !isOfClass()) {
    part.append(footRow());
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

function stepParts() {
  const step = stepNow();
  const texts = textsNow();
  const isAlone = !isOfClass();
  const when = (isSo, parts) => (isSo ? parts() : []);
  const question = (isFirst) => when(step.choices > 0 && isFirst, () => [questionPart(step, texts.question)]);
  const buttons = () => step.places.map((place, at) => button("lessonPlace-" + place, "↓ " + texts.places[at], () => goToPlace(place)));
  return [
    question(!isAlone), // the wall shows the text, too
    when(step.isTransfer, () => [element("p", { className: "note" }, word("lesson.transfer"))]),
    built(texts.text, DATA.lesson.pictures),
    when(step.places.length > 0 && isAlone && !isHidden("microscope"), () => [element("div", { className: "buttons" }, buttons())]),
    texts.notHere.map((words) => element("p", { className: "note notHere" }, words)),
    question(isAlone),
    when(step.asksToTrain && !isHidden("run"), () => [trainRow()]),
    when(toldNow().canObserve, () => step.rules.sights.map((sight, at) => observationPart(sight, texts.observe[at], at))),
    texts.cards.map(cardPart),
    when(step.listsTries, () => [triesPart()]),
    when(isLastStep() && isAlone, () => [savePart()]),
    when(missingWords() !== "" && isAlone, () => [note(missingWords(), { id: "lessonMissing" })]),
  ];
}

/** Takes away what the question of the step hides, until it is answered; what is known stays. */
function cover() {
  const { classList } = document.body;
  const parts = Array.from(document.querySelectorAll("[data-spot]"));
  const changed = parts.filter((part) => part.classList.contains("covered") !== isHidden(part.dataset.spot));
  changed.forEach((part) => part.classList.toggle("covered"));
  const isOther = classList.contains("uncompared") !== isHidden("comparison");
  classList.toggle("uncompared", isHidden("comparison"));
  classList.toggle("asking", isHidden("run"));
  find("known").textContent = isHidden("run") ? word("page.lesson.known." + PAGE.view.facts.kind, [lossText(PAGE.view.floors[0].loss)]) : "";
  if (changed.length > 0 || isOther) {
    announce("state"); // what was away has no size
  }
}

function whereRow() {
  const options = lessonTexts().steps.map(({ title }, at) => element("option", { value: String(at) }, word("lesson.where.step", [at + 1, title])));
  const ofClass = isOfClass() ? [] : [element("option", { value: "class" }, word("page.votes.choose"))];
  const choice = element("select", { id: "lessonWhere", "aria-label": word("lesson.where.tip") }, [...options, ...ofClass]);
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

/** What is still to be done, where a run begins: nothing is pressed while it goes on. */
function showMissing() {
  const words = hasLesson() ? missingWords() : "";
  document.querySelectorAll("#lessonMissing").forEach((part) => (part.textContent = words));
  showClassBar();
}

function footRow() {
  const isLast = isLastStep();
  const back = button("lessonBack", word("lesson.back"), () => goToStep(LESSON.at - 1), { disabled: LESSON.at === 0 });
  const next = button("lessonNext", word("lesson.next"), () => goToStep(LESSON.at + 1), { disabled: isLast || !toldNow().isDone, className: "main" });
  const save = !isLast && isUnsaved(LESSON) ? [button("lessonSaveNow", word("lesson.save"), saveAnswers)] : [];
  return element("div", { className: "buttons" }, [back, next, ...save]);
}

/** What is trained stands further down; from here it can be reached, and started. */
function trainRow() {
  const start = button("lessonTrain", word("page.train"), trainInSight, { className: toldNow().isAllMet ? "" : "main" });
  const change = button("lessonChange", word("page.lesson.change"), () => find("sequences").focus());
  return element("div", { className: "buttons", id: "lessonRun" }, [...fieldsHere(), start, change]);
}

/** The fields of the form that the step is to have changed, as the form itself stands far below where it is not beside the step. */
function fieldsHere() {
  const names = new Set(stepNow().rules.needs.flat().map(({ reads }) => (reads === "task" ? "sequences" : reads)));
  return Array.from(find("try").elements).filter(({ name }) => names.has(name)).map((there) => {
    const here = there.cloneNode(true);
    here.id = "lesson-" + there.name;
    ["name", "aria-describedby"].forEach((name) => here.removeAttribute(name));
    here.value = there.value;
    here.addEventListener("input", () => {
      there.value = here.value;
      there.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const label = document.querySelector(`#try label[for=${there.id}]`).textContent;
    return element("label", { className: "fieldHere" }, [label, here]);
  });
}

function questionPart(step, texts) {
  const given = answersNow();
  const { isCommitted, before, after, again, reason } = given;
  if (isOfClass() && !isCommitted) {
    return classQuestionPart(texts, given, step);
  }
  const { isExplained, right } = toldNow();
  const part = element("fieldset", { id: "lessonQuestion" }, element("legend", {}, texts.text));
  const shown = { chosen: isCommitted ? after : before, isClosed: isExplained, right };
  part.append(
    ...(isCommitted && !isExplained ? [note(word("lesson.now.ALONE"))] : []),
    ...choicesPart(texts.choices, shown, (at) => (answersNow()[isCommitted ? "after" : "before"] = at)),
  );
  if (!isCommitted) {
    const reveal = () => {
      answersNow().isCommitted = true;
      announce("lesson");
    };
    part.append(...(step.asksReason ? [reasonField(given)] : []), button("lessonReveal", revealWord(), reveal, { disabled: before === null }));
    return part;
  }
  const predicted = [before, ...again].filter((choice) => choice !== null).map((choice) => texts.choices[choice]);
  part.append(note(word("page.lesson.predicted", [predicted.join(" → ")])), ...(reason === "" ? [] : [note(word("lesson.reason.given", [reason]))]));
  if (isExplained) {
    part.append(element("div", { id: "lessonExplanation" }, [...built(texts.explanation, DATA.lesson.pictures), ...(isOfClass() ? classNotes() : [])]));
  }
  return part;
}

function observationPart({ isOpinion, isHere }, texts, at) {
  const { observed, typed } = answersNow();
  const part = element("fieldset", { id: "lessonObserve" + (at + 1) }, element("legend", {}, texts.text));
  const seen = observed[at];
  if (seen || !isHere) {
    const said = (value) => (texts.choices.length > 0 ? texts.choices[value] : marked(String(Number(value.toPrecision(4)))));
    const mark = isOpinion ? "opinion" : seen?.agrees === undefined ? "otherRun" : seen.agrees ? "agrees" : "differs";
    part.append(seen ? element("p", {}, word("lesson.observe." + mark, [said(seen.answer), said(seen.truth)])) : note(word("page.lesson.skipped")));
    return part;
  }
  const hint = element("p", { className: "problem" });
  const say = (value) => {
    const found = Number.isFinite(value) ? computing().checked(stepNow().rules, at, value, situationNow()) : {};
    if ("answer" in found) {
      answersNow().observed[at] = found; // what another tab has kept may have taken the place of what was drawn
      announce("lesson");
    } else {
      hint.textContent = word(Number.isFinite(value) ? "page.lesson.noRun" : "lesson.read.none");
    }
  };
  part.append(...texts.choices.map((choice, place) => button(`lessonSeen${at + 1}-${place + 1}`, choice, () => say(place))));
  if (texts.choices.length === 0) {
    const number = field("lessonRead" + (at + 1), word("lesson.read"), typed[at], (text) => (answersNow().typed[at] = text), { inputMode: "decimal" });
    part.append(number, button("lessonCheck" + (at + 1), word("lesson.read.check"), () => say(readNumber(number.value))));
  }
  part.append(hint);
  return part;
}

function cardPart({ front, back }, at) {
  const { turned, cards } = answersNow();
  const set = (list, value) => () => {
    answersNow()[list][at] = value;
    announce("lesson");
  };
  const part = element("div", { className: "card" }, element("p", {}, front));
  const mark = (isKnown, text, id) => button(id + (at + 1), word(text), set("cards", isKnown), { "aria-pressed": String(cards[at] === isKnown) });
  const { isTold } = stepNow(); // otherwise the class has not come to its back
  if (isTold && turned[at]) {
    part.append(element("p", { id: "lessonBack" + (at + 1) }, back), mark(true, "lesson.card.knew", "lessonKnew"), " ", mark(false, "lesson.card.not", "lessonNotYet"));
  } else if (isTold) {
    part.append(button("lessonTurn" + (at + 1), word("lesson.card.turn"), set("turned", true), { "aria-label": word("lesson.card.turnFor", [front]) }));
  }
  return part;
}

function triesPart() {
  const told = ({ experiment, verdict, right, steps }) => {
    const { seed, hiddenUnits, learningRate, updateInterval, epochs, output } = experiment.hyperparameters;
    const settings = [hiddenUnits, learningRate, updateInterval, epochs, output, seed].join(", ");
    return word("page.lesson.try", [settings, word("verdict." + verdict.toUpperCase().replaceAll(" ", "_") + ".name"), right, steps]);
  };
  return element("ol", { id: "lessonTries" }, LESSON.runs.map((run) => element("li", {}, told(run))));
}

function savePart() {
  const name = field("lessonStudent", word("lesson.student"), LESSON.student, (typed) => (LESSON.student = typed), { maxLength: LIMITS.student, placeholder: word("lesson.student") });
  const buttons = [button("lessonSaveButton", word("lesson.save"), saveAnswers), button("lessonForget", word("page.kept.forget"), forgetAnswers)];
  return element("div", { id: "lessonSave" }, [name, element("div", { className: "buttons" }, buttons), note(word(isSaved(LESSON) ? "page.lesson.saved" : "lesson.save.hint"))]);
}
