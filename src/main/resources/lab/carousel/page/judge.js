// A page of its own in the lab that judges a forecast made elsewhere. What is pasted stays in the page; only what is set is in its
// address, as in #judge&TRAIN=96. The program's own code answers (see PageJudge there), beside the page.

import { computeAside } from "./compute.js";
import { element, find, widthOf } from "./draw.js";
import { ENLARGED, drawMarks, listenToPicture } from "./pen.js";
import { hasLab } from "./rules.js";
import { word } from "./words.js";

const JUDGE_ADDRESS = "judge";
const JUDGE_SETTINGS = ["READING", "TRAIN", "PERIOD", "TRUTH", "FORECAST"];
/** Milliseconds without a key until what is typed is answered, and the height of the picture, in points. */
const TYPING_REST = 250;
const JUDGE_HIGH = 420;
/** What waits, whether an answer is under way. */
const JUDGE = { timer: 0, isAsked: false, isUnderWay: false };

export function isOfJudge(fragment) {
  return hasLab() && fragment.split("&")[0] === JUDGE_ADDRESS;
}

export function isJudging() {
  return document.body.classList.contains(JUDGE_ADDRESS);
}

/** The address of what is set. */
export function judgeAddress() {
  const set = JUDGE_SETTINGS.map((name) => [name, judgeField(name).value.trim()]).filter(([, value]) => value !== "");
  return [JUDGE_ADDRESS, ...set.map(([name, value]) => name + "=" + encodeURIComponent(value))].join("&");
}

/** Shows what an address sets, or the lab again. */
export function openJudge(fragment) {
  const isOpen = isOfJudge(fragment);
  document.body.classList.toggle(JUDGE_ADDRESS, isOpen);
  find("judgePart").hidden = !isOpen;
  if (isOpen && fragment !== judgeAddress()) {
    const set = new URLSearchParams(fragment);
    JUDGE_SETTINGS.forEach((name) => putChoice(judgeField(name), set.get(name) || ""));
  }
  showJudge();
}

const judgeField = (name) => find("judge-" + name);

/** What is chosen before it is offered is offered. */
function putChoice(control, value) {
  if (control.options && !Array.from(control.options).some((option) => option.value === value)) {
    control.append(element("option", { value }, value));
  }
  control.value = value;
}

export function listenToJudge() {
  find("judge").addEventListener("submit", (event) => event.preventDefault());
  find("judge").addEventListener("input", () => {
    clearTimeout(JUDGE.timer);
    JUDGE.timer = setTimeout(showJudge, TYPING_REST);
  });
  find("judgeFile").addEventListener("change", async ({ target }) => {
    judgeField("TEXT").value = target.files.length > 0 ? await target.files[0].text() : judgeField("TEXT").value;
    target.value = "";
    showJudge();
  });
  listenToPicture(find("judgePicture"), (...at) => computeAside("spotOfJudge", ...at), () => {}, (...from) => computeAside("nextSpotOfJudge", ...from));
}

/** Answers what is typed; what is typed meanwhile is answered after it. */
export async function showJudge() {
  JUDGE.isAsked = isJudging();
  judgeField("TEXT").placeholder = word("judge.TEXT.prompt");
  while (JUDGE.isAsked && !JUDGE.isUnderWay) {
    Object.assign(JUDGE, { isAsked: false, isUnderWay: true });
    find("judgePart").setAttribute("aria-busy", "true");
    const typed = Object.fromEntries(["TEXT", ...JUDGE_SETTINGS].map((name) => [name, judgeField(name).value]));
    tellJudged(await computeAside("judge", typed, Math.floor(widthOf(find("judgeTold")) / ENLARGED), JUDGE_HIGH));
    JUDGE.isUnderWay = false;
  }
  if (!JUDGE.isUnderWay) {
    find("judgePart").removeAttribute("aria-busy");
  }
}

function tellJudged(told) {
  find("judgeHeadline").textContent = told.headline;
  ["words", "recognised"].forEach((part) => find("judge-" + part).replaceChildren(...told[part].map((sentence) => element("p", {}, sentence))));
  const row = (cell, texts) => element("tr", {}, texts.map((text) => element(cell, {}, text)));
  find("judgeTable").replaceChildren(...(told.rows.length > 0 ? [element("thead", {}, row("th", told.head)), element("tbody", {}, told.rows.map((texts) => row("td", texts)))] : []));
  ["TEXT", ...JUDGE_SETTINGS].forEach((name) => {
    const wrong = told.problems[name] || "";
    Object.assign(find("problem-judge-" + name), { textContent: wrong, hidden: wrong === "" });
    judgeField(name).setAttribute("aria-invalid", String(wrong !== ""));
  });
  const columns = told.columns.map((value) => ({ value, label: value }));
  offerJudged("TRUTH", columns);
  offerJudged("FORECAST", columns);
  offerJudged("READING", told.readings);
  find("judgeReading").hidden = told.readings.length === 0;
  find("judgePicture").hidden = !told.marks;
  if (told.marks) {
    find("judgePicture").setAttribute("aria-label", told.headline);
    drawMarks(find("judgePicture"), told);
  }
}

/** What is chosen stays so, also while a text does not offer it. */
function offerJudged(name, options) {
  const { value } = judgeField(name);
  judgeField(name).replaceChildren(element("option", { value: "" }, word("judge.found")), ...options.map((each) => element("option", { value: each.value }, each.label)));
  putChoice(judgeField(name), value);
}
