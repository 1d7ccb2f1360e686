// The words of the glossary wherever they stand in the page: pointed at, tapped or reached by the keyboard, they say what they mean.
// Needs words.js and draw.js.

import { element, find } from "./draw.js";
import { WORDS, word } from "./words.js";

/** Words of the glossary in the language that is spoken: what each form means, and how any of them is found in a text. */
const TERMS = { language: "", entries: {}, pattern: null };
/** Settings whose names are not in the glossary, but what they set is. */
const TERM_OF_FIELD = { hiddenUnits: "unit", updateInterval: "updateInterval", resetPolicy: "resetPolicy" };
/** Where a tap does something else, or a tip is told. */
const NO_TERMS = "button, select, textarea, option, .choice, .switch, svg, pre, code, .term";

/** A word of the glossary: { word, text }. */
function termOf(name) {
  const [forms, ...text] = word("glossary." + name).split(": ");
  const [first] = forms.split(", ");
  return { forms: forms.split(", "), word: first[0].toUpperCase() + first.slice(1), text: text.join(": ") };
}

function readTerms() {
  if (TERMS.language === WORDS.language) {
    return;
  }
  Object.assign(TERMS, { language: WORDS.language, entries: {} });
  const keys = Object.keys(WORDS.texts[WORDS.language]).filter((key) => key.startsWith("glossary."));
  keys.map((key) => termOf(key.slice("glossary.".length))).forEach((term) => term.forms.forEach((form) => (TERMS.entries[form.toLowerCase()] = term)));
  const forms = Object.keys(TERMS.entries).sort((one, other) => other.length - one.length);
  const alternatives = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  TERMS.pattern = new RegExp("(?<![\\p{L}\\p{N}-])(?:" + alternatives + ")(?![\\p{L}\\p{N}-])", "giu");
}

/** Marks the words of the glossary in an element, each where it stands first. */
export function explainTerms(root) {
  readTerms();
  const seen = new Set();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    texts.push(walker.currentNode);
  }
  texts.filter((text) => !text.parentElement.closest(NO_TERMS)).forEach((text) => {
    const parts = [];
    let from = 0;
    for (const found of text.data.matchAll(TERMS.pattern)) {
      const term = TERMS.entries[found[0].toLowerCase()];
      if (!seen.has(term)) {
        seen.add(term);
        parts.push(text.data.slice(from, found.index), termElement(found[0], term, !text.parentElement.closest("label")));
        from = found.index + found[0].length;
      }
    }
    if (parts.length > 0) {
      text.replaceWith(...parts, text.data.slice(from));
    }
  });
}

function termElement(text, term, isReached) {
  return element("span", { class: "term", "data-word-of": term.word, "data-meaning": term.text, ...(isReached ? { tabIndex: 0 } : {}) }, text);
}

/** Explains the fixed words of the page, after they were written in another language. */
export function explainPage() {
  document.querySelectorAll("main h2, main th, main p[data-word], form label").forEach(explainTerms);
  Object.entries(TERM_OF_FIELD).forEach(([field, name]) => {
    const label = document.querySelector(`#try label[for=${field}]`);
    label.replaceChildren(termElement(label.textContent, termOf(name), false));
  });
  document.querySelectorAll("#try label .term").forEach((term) => {
    find(term.closest("label").htmlFor).title = term.dataset.meaning;
  });
}

export function listenToTerms() {
  const tip = find("tip");
  const hide = () => (tip.hidden = true);
  const open = (event) => {
    const term = event.target.closest?.(".term");
    if (!term) {
      return false;
    }
    tip.replaceChildren(element("b", {}, term.dataset.wordOf), element("span", {}, term.dataset.meaning));
    tip.hidden = false;
    term.setAttribute("aria-describedby", "tip");
    const box = term.getBoundingClientRect();
    const own = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - own.width - 8));
    const fitsBelow = box.bottom + own.height + 8 < window.innerHeight;
    tip.style.left = left + "px";
    tip.style.top = (fitsBelow ? box.bottom + 4 : Math.max(8, box.top - own.height - 4)) + "px";
    return true;
  };
  document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && (open(event) || hide()));
  document.addEventListener("focusin", (event) => open(event) || hide());
  document.addEventListener("click", (event) => (open(event) ? event.preventDefault() : hide())); // a label does not give its field the keyboard
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("scroll", hide, { passive: true, capture: true });
}
