// A class as its phones see it: what is asked, and the line below that says how it stands with what is handed in.

import { answerIn, askedNow, handIn, openQuestion, setAnswer } from "./classroom.js";
import { LIMITS, PAGE, announce } from "./data.js";
import { element, field, find, note } from "./draw.js";
import { missingWords } from "./lesson.js";
import { CLASS, LESSON, answersNow, hasLesson, isLastStep, isLed, isOfClass, stepNow, stepNumber, toldNow } from "./rules.js";
import { readNumber, word } from "./words.js";

/** Whether something else than the lesson is shown, and that. */
export function showInsteadOfLesson(part) {
  if (!isOfClass() || (hasLesson() && !askedNow())) {
    return false;
  }
  const asked = askedNow();
  const isIn = Boolean(CLASS.told) && CLASS.door === "";
  const isAtDoor = CLASS.door === "waiting" || CLASS.door === "dropped";
  const title = asked ? "page.class.asked" : isIn ? "page.class.waiting" : isAtDoor ? "page.class.atDoor" : "page.class.joining";
  const below = asked ? [askedPart(asked)] : isIn ? [note(word("page.class.waiting.words"))] : [];
  part.replaceChildren(element("h2", { id: "lessonTitle", tabIndex: -1 }, word(title)), ...below);
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
  const part = roundPart(texts, given, isLed() ? CLASS.told.round : 1, null);
  const isLate = isLed() && CLASS.told.revealed;
  part.append(...(isLate ? [element("p", { className: "note" }, word("page.class.tooLate"))] : []), ...(asksReason ? [reasonField(given)] : []));
  return part;
}

/** A question in one round; what was answered in the round before stands beside it. */
function roundPart({ text, choices }, given, round, told) {
  const part = element("fieldset", { id: "lessonQuestion" }, element("legend", {}, text));
  if (round > 1) {
    const first = answerIn(given, round - 1);
    const said = choices.length > 0 ? choices[first] : String(first);
    part.append(element("p", { className: "note" }, word(first === null ? "page.class.again" : "page.class.again.first", [said])));
  }
  const choose = (at) => setAnswer(given, round, at);
  part.append(...choicesPart(choices, { chosen: answerIn(given, round), isClosed: Boolean(told), right: told?.right }, choose));
  if (choices.length === 0) {
    const type = (typed) => {
      given.typed = typed;
      showClassBar();
    };
    const onkeydown = ({ key }) => key === "Enter" && handIn();
    const number = field("askedNumber", text, given.typed, type, { inputMode: "decimal", disabled: Boolean(told), autocomplete: "off", onkeydown });
    part.append(number, element("p", { id: "askedHint", className: "problem" }));
  }
  return part;
}

/** The choices of a question, one below the other; of what is told the right one is marked. */
export function choicesPart(choices, { chosen, isClosed, right }, choose) {
  return choices.map((choice, at) => {
    const onchange = () => {
      choose(at);
      announce("lesson");
    };
    const mark = element("input", { type: "radio", name: "lessonChoice", id: "lessonChoice" + (at + 1), value: String(at), checked: chosen === at, disabled: isClosed, onchange });
    return element("label", { className: "choice" }, [mark, " ", element("span", {}, right === at ? word("lesson.right", [choice]) : choice)]);
  });
}

export function reasonField(given) {
  return field("lessonReason", word("lesson.reason"), given.reason, (typed) => (given.reason = typed), { maxLength: LIMITS.reason, placeholder: word("lesson.reason") });
}

/** What a class adds to the explanation of a question: whose seed it is not of, and the reasons that the teacher has chosen. */
export function classNotes() {
  const { reasons, step } = CLASS.told;
  const isOwn = isLed() && stepNow().hasOwnSeeds && PAGE.run.ended;
  const { seed } = PAGE.run.experiment.hyperparameters;
  const list = element("ul", { id: "classReasons" }, reasons.map((reason) => element("li", {}, reason)));
  return [
    ...(isOwn ? [element("p", { id: "classSeed", className: "note" }, word("page.class.seed", [String(seed)]))] : []),
    ...(reasons.length > 0 && LESSON.at === step - 1 ? [element("h3", {}, word("page.class.reasons")), list] : []),
  ];
}

/** The line below, which stays in sight: how it stands with what is handed in, and what is to be pressed. */
export function showClassBar() {
  if (!isOfClass()) {
    return;
  }
  if (CLASS.told && CLASS.toldStep !== stepNumber()) {
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
  find("classNext").hidden = isLed() || !hasLesson() || Boolean(askedNow()) || isLastStep() || !toldNow().isDone;
  find("classSave").hidden = !CLASS.isEnded;
}

function barWords(isHandedIn, isChanged) {
  const { isEnded, refusal, failures, door, told, isSending } = CLASS;
  const isInLesson = hasLesson() && !askedNow();
  const isLate = isInLesson && told?.late.includes(stepNow().id);
  const isDoing = isInLesson && (stepNow().choices === 0 || answersNow().isCommitted);
  const said = [
    [isEnded, "page.class.ended"],
    [refusal !== "", "page.class.refused"],
    [failures > 1, "page.class.lost"],
    [door === "dropped", "page.class.dropped"],
    [door === "waiting", "page.class.door"],
    [!told, "page.class.joining"],
    [isSending, "page.class.sending"],
    [isChanged, "page.class.changed"],
    [isLate, "page.class.late"],
    [isHandedIn, "page.class.handedIn"],
  ].find(([isSo]) => isSo);
  return said ? word(said[1], [refusal]) : isDoing ? missingWords() : "";
}
