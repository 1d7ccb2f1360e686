// The fields in which an experiment is changed, with a message at the place of a bad value. What is typed is read by the computing.

import { computing } from "./compute.js";
import { DATA } from "./data.js";
import { element, find } from "./draw.js";
import { WORDS, marked, unmarked, word, wordIn } from "./words.js";

/** Names of the fields: the sequences, and each setting. */
const FIELDS = ["sequences", ...DATA.fields.map(({ name }) => name)];

/** Those of settings by their names, see PageForm in the program. */
const FIELD_OF = Object.assign(Object.create(null), Object.fromEntries(DATA.fields.map((field) => [field.name, field])));

/** Writes an experiment into the fields. */
export function fillForm(form, { facts }) {
  fillTexts(form, facts.fields);
  ["sequences", "sets"].forEach((name) => (form.elements[name].disabled = !facts.isTyped));
  showRead(form, { complaints: {}, idle: {} });
  checkForm(form);
}

export function fillTexts(form, texts) {
  form.elements.sets.checked = texts.sets === "true";
  FIELDS.filter((name) => typeof texts[name] === "string").forEach((name) => (form.elements[name].value = shownText(name, texts[name])));
}

/** A text of a field as the language has it: a word of files, or a number with its mark. */
function shownText(name, text) {
  const { isTyped, options } = FIELD_OF[name] || {};
  const option = isTyped && options.find(({ value }) => value === text);
  return option ? word(option.word) : isTyped ? marked(text) : text;
}

/** The same back; words in any language, and what begins with one: "ganze Folge" as "ganz". */
function plainText(name, text) {
  const { isTyped, options } = FIELD_OF[name] || {};
  const isWord = (key) => Object.keys(WORDS.texts).some((language) => text.trim().toLowerCase().startsWith(wordIn(language, key, []).toLowerCase()));
  const option = isTyped && options.find((each) => isWord(each.word));
  return option ? option.value : isTyped ? unmarked(text) : text;
}

/** Writes what stands in the fields in another language. */
export function translateForm(form) {
  const texts = textsIn(form);
  document.querySelectorAll("#try datalist").forEach((list) => {
    const { options } = FIELD_OF[list.id.slice("words-".length)];
    list.replaceChildren(...options.map((option) => element("option", { value: word(option.word) })));
  });
  fillTexts(form, texts);
  checkForm(form);
}

export function textsIn(form) {
  const texts = FIELDS.map((name) => [name, plainText(name, form.elements[name].value)]);
  return { ...Object.fromEntries(texts), sets: String(form.elements.sets.checked) };
}

/** What the fields give: { experiment (without a complaint), complaints, idle }. */
export function readForm(form) {
  return computing().read(textsIn(form), DATA.experiment);
}

/** Shows which settings have no influence beside the others. */
export function checkForm(form) {
  if (computing()) {
    showIdle(form, readForm(form).idle);
  }
}

/** Reads the fields; null if one cannot be read, which then says why and has the keyboard. */
export function enteredIn(form) {
  const read = readForm(form);
  showRead(form, read);
  const first = FIELDS.find((name) => read.complaints[name]);
  if (first) {
    (form.elements[first].closest("details") || {}).open = true;
    form.elements[first].focus();
  }
  return read.experiment || null;
}

function showIdle(form, idle) {
  DATA.fields.forEach(({ name, explanation }) => {
    const field = form.elements[name];
    field.disabled = Boolean(idle[name]);
    field.title = idle[name] || word(explanation);
  });
}

function showRead(form, { complaints, idle }) {
  showIdle(form, idle);
  FIELDS.forEach((name) => {
    const field = form.elements[name];
    const wrong = complaints[name] || "";
    const place = Object.assign(find("problem-" + name), { textContent: wrong, hidden: wrong === "" });
    const marks = Object.entries({ "aria-invalid": "true", "aria-describedby": place.id });
    marks.forEach(([mark, value]) => (wrong === "" ? field.removeAttribute(mark) : field.setAttribute(mark, value)));
  });
}
