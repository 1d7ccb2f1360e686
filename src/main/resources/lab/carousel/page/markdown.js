// The Markdown of lessons as elements of the page: paragraphs, lists, quotations, code, tables, bold, emphasis. Everything is put in
// as text, so that nothing in a lesson can become markup.

import { element } from "./draw.js";

/** The words of a line without the signs around them. */
export function plain(text) {
  return text.replace(/[*`]/g, "");
}

export function markdown(text) {
  const blocks = text.replace(/\r/g, "").split(/\n{2,}(?=(?:[^`]|`(?!``))*(?:```(?:[^`]|`(?!``))*```(?:[^`]|`(?!``))*)*$)/);
  return blocks.filter((block) => block.trim() !== "").map((block) => blockOf(block.trim()));
}

function blockOf(block) {
  const lines = block.split("\n");
  if (block.startsWith("```")) {
    return element("pre", {}, [lines.filter((line) => !line.startsWith("```")).join("\n")]);
  }
  if (lines[0].startsWith("#")) {
    return element("h3", {}, inline(lines.join(" ").replace(/^#+\s*/, "")));
  }
  if (lines[0].startsWith(">")) {
    return element("blockquote", {}, inline(lines.map((line) => line.replace(/^>\s?/, "")).join(" ")));
  }
  if (lines[0].startsWith("|")) {
    return tableOf(lines);
  }
  if (/^[-*] /.test(lines[0])) {
    const items = block.split(/\n(?=[-*] )/).map((item) => item.replace(/^[-*] /, "").replace(/\n\s*/g, " "));
    return element("ul", {}, items.map((item) => element("li", {}, inline(item))));
  }
  return element("p", {}, inline(lines.join(" ")));
}

function tableOf(lines) {
  const cells = (line) => line.replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());
  const rows = lines.filter((line) => !/^\|[\s|:-]+\|$/.test(line));
  return element("table", {}, rows.map((line, at) => element("tr", {}, cells(line).map((cell) => element(at === 0 ? "th" : "td", {}, inline(cell))))));
}

/** Bold, emphasis and code within a line; of a link, which leads to what is not in the page, the words. */
function inline(text) {
  return text
    .replace(/\[([^\]]+)\]\([^)]+\)/g, "*$1*")
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`)/)
    .filter((part) => part !== "")
    .map((part) => {
      if (part.startsWith("**")) {
        return element("b", {}, [part.slice(2, -2)]);
      }
      if (part.length > 2 && part.startsWith("*") && part.endsWith("*")) {
        return element("em", {}, [part.slice(1, -1)]);
      }
      return part.length > 2 && part.startsWith("`") ? element("code", {}, [part.slice(1, -1)]) : part;
    });
}
