"use strict";
// The fields in which an experiment is changed, with a message at the place of a bad value.

const FIELDS = ["sequences", "units", "learningRate", "interval", "epochs", "seed", "output", "reset"];

/** Writes an experiment into the fields. */
function fillForm(form, experiment) {
  const texts = textsOf(experiment);
  FIELDS.forEach((name) => (form.elements[name].value = texts[name]));
  markRate(form);
  showComplaints(form, {});
}

/** Writes the learning rate with the decimal mark of the language. */
function markRate(form) {
  const rate = form.elements.learningRate;
  rate.value = marked(unmarked(rate.value));
}

function textsIn(form) {
  return Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
}

/** Reads the fields; null if one cannot be read, which then says why and has the keyboard. */
function readForm(form, given) {
  const { experiment, complaints } = readExperiment(textsIn(form), given);
  showComplaints(form, complaints);
  const first = FIELDS.find((name) => complaints[name]);
  if (first) {
    form.elements[first].focus();
  }
  return experiment;
}

function showComplaints(form, complaints) {
  FIELDS.forEach((name) => {
    const field = form.elements[name];
    const complaint = complaints[name];
    const place = document.getElementById("problem-" + name);
    place.textContent = complaint ? word(complaint.key, complaint.values) : "";
    place.hidden = !complaint;
    if (complaint) {
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", place.id);
    } else {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
    }
  });
}
