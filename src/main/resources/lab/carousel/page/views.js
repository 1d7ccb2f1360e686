// The views of a network: one is open at a time, and computed only while it is in sight; the others are not.

import { chooseSpot } from "./choose.js";
import { computeAside, computing, stopAside } from "./compute.js";
import { PAGE, announce } from "./data.js";
import { button, element, find, isInSight, refill, widthOf } from "./draw.js";
import { ENLARGED, drawMarks, listenToPicture } from "./pen.js";
import { isHidden } from "./rules.js";
import { WORDS, word } from "./words.js";

/**
 * What is chosen in each view, by its name; the experiment whose views are offered, and the language; what was computed last, and of
 * what; where that is done, whether it is under way, and of what it was stopped.
 */
const VIEWS = { chosen: {}, offered: null, language: "", of: null, told: null, key: "", listed: "", isAside: false, isUnderWay: false, stopped: "" };
/** Seconds from which on a view is computed beside the page. */
const LONG = 0.1;
const HIGH = 400;
/** What is typed, with the characters that have room. */
const TYPED = { TEXT: 24, NUMBER: 8, UNITS: 12 };

export function listenToViews() {
  const sight = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && announce("chosen"));
  sight.observe(find("viewPart"));
  find("viewStop").addEventListener("click", () => {
    Object.assign(VIEWS, { stopped: VIEWS.isUnderWay ? VIEWS.key : "", isUnderWay: false, key: "" });
    stopAside();
    showViews(PAGE.view, PAGE.chosen);
  });
  find("viewChoice").addEventListener("change", ({ target }) => openView(target.value));
  const choose = (spot) => {
    Object.assign((VIEWS.chosen[openedView()] ??= {}), spot.choices);
    chooseSpot(spot);
    showViews(PAGE.view, PAGE.chosen);
  };
  listenToPicture(find("view"), (...at) => askOfPicture("spot", ...at), choose, (...from) => askOfPicture("nextSpot", ...from));
}

export function viewNames() {
  return computing().views(PAGE.run.experiment, false).map(({ name }) => name);
}

export function openedView() {
  return PAGE.chosen.view || viewNames()[0];
}

function openView(name) {
  PAGE.chosen.view = name;
  showViews(PAGE.view, PAGE.chosen);
}

/** Scrolls to a section of the page, or to a view, which is opened. */
export function goToPlace(place) {
  const isView = viewNames().includes(place);
  document.querySelector("#lab section." + (isView ? "view" : place)).scrollIntoView();
  if (isView) {
    openView(place);
  }
}

/** Asks those who have computed the picture. */
function askOfPicture(name, ...values) {
  const { experiment, isStepByStep } = PAGE.view;
  return (VIEWS.isAside ? computeAside : compute)(name, experiment, isStepByStep, false, ...values);
}

const compute = (name, ...values) => computing()[name](...values);

export function showViews(view, chosen) {
  if (!computing() || !view || !isInSight("view")) {
    return;
  }
  if (VIEWS.of?.experiment !== view.experiment || VIEWS.of.isStepByStep !== view.isStepByStep || VIEWS.language !== WORDS.language) {
    Object.assign(VIEWS, { of: view, language: WORDS.language, key: "", stopped: "", offered: computing().views(view.experiment, view.isStepByStep) });
  }
  const open = VIEWS.offered.find(({ name }) => name === chosen.view) || VIEWS.offered[0];
  const width = Math.floor(widthOf(find("viewPart")) / ENLARGED);
  const { place, unit } = open.looksAtSelection ? chosen : { place: 0, unit: 0 };
  const { s, t } = view.columns[place];
  const at = { name: open.name, choices: choicesOf(open), epoch: view.epoch, unit, s, t, width, height: HIGH };
  const key = JSON.stringify([at, WORDS.language]);
  const isCovered = isHidden(open.name);
  if (!isCovered && (VIEWS.of !== view || VIEWS.key !== key)) {
    answer(open, view, key, at);
  }
  offer(open);
  find("viewStop").hidden = isCovered || !(VIEWS.isUnderWay || VIEWS.stopped);
  find("viewStop").textContent = word(VIEWS.isUnderWay ? "page.view.stop" : "page.view.compute");
  const { words, warning, spoken, marks } = isCovered ? { words: [word("lesson.covered")] } : VIEWS.told;
  find("viewWords").replaceChildren(...words.filter(Boolean).map((sentence) => element("p", sentence === warning ? { className: "problem" } : {}, sentence)));
  find("view").hidden = !marks;
  if (marks) {
    find("view").setAttribute("aria-label", spoken);
    drawMarks(find("view"), VIEWS.told);
  }
}

/** Has the open view answered: at once, or beside the page, one after the other, until it is stopped. */
function answer({ seconds }, view, key, at) {
  const values = ["view", view.experiment, view.weights, view.isStepByStep, at];
  if (seconds <= LONG) {
    stopAside();
    Object.assign(VIEWS, { of: view, key, isAside: false, isUnderWay: false, stopped: "", told: compute(...values) });
  } else if (VIEWS.stopped !== key && !VIEWS.isUnderWay) {
    Object.assign(VIEWS, { of: view, key, isAside: true, isUnderWay: true, stopped: "", told: { words: [word("page.view.slow", [seconds])] } });
    computeAside(...values).then((told) => {
      Object.assign(VIEWS, { told, isUnderWay: false });
      showViews(PAGE.view, PAGE.chosen);
    });
  }
}

/** What is chosen in a view, as far as it is offered. */
function choicesOf({ name, choices }) {
  const chosen = VIEWS.chosen[name] || {};
  const isOffered = ({ options, kind }, value) => kind in TYPED || (kind === "SEVERAL" ? value.split(",") : [value]).every((each) => options.some((option) => option.value === each));
  return Object.fromEntries(choices.map((choice) => [choice.name, isOffered(choice, chosen[choice.name] ?? choice.first) ? (chosen[choice.name] ?? choice.first) : choice.first]));
}

/** The list of views, and the choices of the open one: left alone while they are the same, as one may be held open. */
function offer(open) {
  const listed = JSON.stringify([VIEWS.offered, open.name, choicesOf(open), WORDS.language]);
  if (listed === VIEWS.listed) {
    return;
  }
  VIEWS.listed = listed;
  find("viewChoice").replaceChildren(...VIEWS.offered.map(({ name }) => option({ value: name, label: word(name + ".menu") }, open.name)));
  const chosen = choicesOf(open);
  const choose = (name, value) => {
    VIEWS.chosen[open.name] = { ...VIEWS.chosen[open.name], [name]: value };
    showViews(PAGE.view, PAGE.chosen);
  };
  refill(find("viewChoices"), open.choices.map((choice) => controlOf(choice, chosen, (value) => choose(choice.name, value))));
}

const option = ({ value, label }, chosen) => element("option", { value, selected: value === chosen }, label);

function controlOf({ name, label, tip: title, kind, options, needs }, all, choose) {
  const [id, chosen] = ["view-" + name, all[name]];
  const disabled = Object.entries(needs).some(([other, value]) => all[other] !== value);
  const box = (value, checked) => element("input", { type: "checkbox", id: `${id}-${value}`, value, checked, disabled });
  if (kind === "SEVERAL") { // at least one stays ticked
    const boxes = options.map(({ value }) => box(value, chosen.split(",").includes(value)));
    boxes.forEach((each) => each.addEventListener("change", () => choose(boxes.filter(({ checked }) => checked).map(({ value }) => value).join() || each.value)));
    return element("span", { role: "group", "aria-label": label }, [label, ...boxes.map((each, place) => element("label", {}, [each, options[place].label]))]);
  }
  if (kind === "SWITCH") {
    const tick = box(options[1].value, chosen === options[1].value);
    tick.addEventListener("change", () => choose(options[Number(tick.checked)].value));
    return element("label", { title }, [tick, label]);
  }
  const control = kind in TYPED ? element("input", { id, value: chosen, size: TYPED[kind], disabled }) : element("select", { id, disabled }, options.map((each) => option(each, chosen)));
  control.addEventListener("change", () => choose(control.value));
  const suggested = kind in TYPED ? options : [];
  const suggestions = suggested.map(({ value, label: words, tip }) => button("", words, () => choose(value), { title: tip, "aria-label": tip }));
  return element("span", {}, [element("label", { title }, [label + " ", control]), ...suggestions]);
}
