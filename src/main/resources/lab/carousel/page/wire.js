// The way to the server of a class, which only the page of its phones has; all others connect to nothing.

import { CLASS } from "./rules.js";

CLASS.request = requested;

/** The status and the text of a reply, 0 if there was none; and the id and the number that this student has in the class. */
async function requested(path, options, longest, control) {
  const timer = setTimeout(() => control.abort(), longest);
  try {
    const reply = await fetch(path, { ...options, cache: "no-store", signal: control.signal });
    return { status: reply.status, text: await reply.text(), ...seat(reply.headers) };
  } catch (unreachable) {
    return { status: 0, text: "", id: "", number: "" };
  } finally {
    clearTimeout(timer);
  }
}

function seat(headers) {
  return { id: headers.get("Class-Id") || "", number: headers.get("Class-Number") || "" };
}
