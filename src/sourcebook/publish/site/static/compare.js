// Compare any countries on a published site: what was asked stands in the address, and the parts lie beside the page.
// Without this file the page says so, and the ready-made comparisons stand.
import { speaker, tableOf } from "./compare_table.js";

const form = document.querySelector("form.picks");
const place = document.getElementById("built");
const said = document.getElementById("problems");
const root = new URL(form.dataset.root, document.baseURI);
const MOST = 12;
const LONGEST = 80;
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
let words;

async function read(path) {
  const answer = await fetch(new URL(path, root));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/** Return a name without what differs between ways of writing it. */
function key(name) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/&/g, " and ");
  return plain.replace(/^the /, "").replace(/\bst\b/g, "saint").replace(/[^\p{L}\p{N}]/gu, "");
}

function codeOf(name) {
  const code = name.toUpperCase();
  if (name.length < 4 && words.names[code]) return code;
  const wanted = key(name);
  const known = (forms) => forms.some((form) => key(form) === wanted);
  return Object.keys(words.names).find((one) => known([words.names[one], ...(words.forms[one] ?? [])]));
}

function asked() {
  const given = new URLSearchParams(window.location.search);
  const listed = given.getAll("c").flatMap((text) => text.slice(0, 2000).split(/[,;\n]/));
  const names = listed.map((name) => name.trim().replace(/\s+/g, " ").slice(0, LONGEST)).filter(Boolean);
  const found = [...new Set(names)].map((name) => [name, codeOf(name)]);
  const codes = [...new Set(found.map(([, code]) => code).filter(Boolean))];
  const year = (name) => (/^\d{4}$/.test(given.get(name) ?? "") ? given.get(name) : "");
  return {
    places: codes.slice(0, MOST),
    unknown: found.filter(([, code]) => !code).map(([name]) => name).slice(0, MOST),
    tooMany: codes.length > MOST,
    first: year("from"),
    last: year("to"),
  };
}

function yearsOf({ first, last }) {
  if (!first && !last) return null;
  const ends = [Number(first || 1), Number(last || 9999)];
  return [Math.min(...ends), Math.max(...ends)];
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children.filter(Boolean));
  return made;
}

function drawing(cell) {
  const space = "http://www.w3.org/2000/svg";
  const made = document.createElementNS(space, "svg");
  const told = { viewBox: "0 0 120 32", role: "img", "aria-label": cell.text, class: "both" };
  for (const [name, value] of Object.entries(told)) made.setAttribute(name, value);
  for (const [css, d] of cell.spark.filter(([, path]) => path)) {
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", d);
    path.setAttribute("class", css);
    made.append(path);
  }
  return made;
}

function mark([shape, known]) {
  const made = document.getElementById("marks").content.querySelector(`[data-shape="${shape}"]`).cloneNode(true);
  made.classList.add(known);
  return made;
}

function link({ text, address }) {
  return element("a", { href: new URL(address.slice(1), root).href }, text);
}

function shownCell(cell, name) {
  const made = element("td", { role: "cell", "data-label": name });
  if (cell.spark) {
    made.append(drawing(cell));
    return made;
  }
  (cell.links ?? []).forEach((one, at) => made.append(...(at ? [" / "] : []), link(one)));
  if (cell.text) made.append(cell.text);
  if (cell.none) made.append(element("span", { class: "none" }, cell.none));
  if (cell.note) made.append(element("span", { class: "how" }, cell.note));
  return made;
}

function shownLine(line, names, tell) {
  const why = line.why && element("span", { class: "how" }, line.why);
  const label = line.address ? link({ text: line.label, address: line.address }) : line.label;
  const head = element("th", { scope: "row", role: "rowheader" }, line.mark && mark(line.mark), label, why);
  const row = element("tr", { role: "row" }, head, ...line.cells.map((cell, at) => shownCell(cell, names[at])));
  if (!line.reasons) return [row];
  row.className = "refused";
  const sign = element("span", { class: "sign", "aria-hidden": "true" }, "¦");
  const because = element("p", {}, sign, " ", element("b", {}, tell.say("not compared")), ` ${line.reasons.join(" ")}`);
  const cell = element("td", { role: "cell", colspan: names.length + 1 }, because);
  if (line.instead) cell.append(element("p", {}, line.instead));
  return [row, element("tr", { role: "row", class: "because" }, cell)];
}

function shownSection(section, names, tell) {
  const span = names.length + 1;
  const head = element("th", { scope: "rowgroup", role: "rowheader", colspan: span }, section.title);
  const lines = section.lines.flatMap((line) => shownLine(line, names, tell));
  const empty = element("td", { role: "cell", class: "nothing", colspan: span }, section.empty);
  const rows = lines.length ? lines : [element("tr", { role: "row" }, empty)];
  return element("tbody", { role: "rowgroup" }, element("tr", { role: "row", class: "sec" }, head), ...rows);
}

function shown(table, places, names, heading, tell) {
  const wide = places.length <= 3 ? "few" : places.length <= 6 ? "columns" : "many";
  const heads = places.map((code, at) => {
    const page = { text: names[at], address: `/${code}/` };
    const name = words.held.includes(code) ? link(page) : names[at];
    return element("th", { scope: "col", role: "columnheader" }, name);
  });
  return element(
    "table",
    { role: "table", class: `compared ${wide}` },
    element("caption", { class: "heard" }, heading),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, element("td", { role: "cell" }), ...heads)),
    ...table.sections.map((section) => shownSection(section, names, tell)),
  );
}

/** Return the comparison as CSV: a line for each row and country. */
function csv(table, places, names) {
  const absolute = (address) => (form.dataset.address || "") + address;
  const lines = [["section", "row", "how", "compared", "country", "name", "value", "note", "why_not", "address"]];
  for (const section of table.sections) {
    for (const line of section.lines) {
      const whyNot = [...(line.reasons ?? []), line.instead ?? ""].join(" ").trim();
      line.cells.forEach((cell, at) => {
        const value = (cell.links ?? []).map((one) => one.text).join(" / ") || cell.text || "";
        const note = cell.note || (value ? "" : cell.none);
        const address = cell.links?.length ? absolute(cell.links[0].address) : "";
        const head = [section.title, line.label, line.why, line.reasons ? "no" : "yes", places[at], names[at]];
        lines.push([...head, value, note, whyNot, address]);
      });
    }
  }
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  const cell = (text) => quoted(FORMULA.test(text ?? "") ? `'${text}` : `${text ?? ""}`);
  return lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

function offer(table, question, names) {
  const name = [...question.places, question.first, question.last].filter(Boolean).join("-");
  const link = document.getElementById("download");
  link.href = URL.createObjectURL(new Blob([csv(table, question.places, names)], { type: "text/csv" }));
  link.download = `${name}.csv`;
  link.hidden = false;
}

function headingOf(names, tell) {
  return names.length > 3 ? tell.say("others", { country: names[0], n: tell.number(names.length - 1) }) : tell.join(names);
}

async function compare() {
  words = await read("compare/words.json");
  const question = asked();
  const tell = speaker(words);
  const names = question.places.map((code) => words.names[code]);
  form.elements.c.value = [...names, ...question.unknown].join(", ");
  form.elements.from.value = question.first;
  form.elements.to.value = question.last;
  said.textContent = [
    ...question.unknown.map((name) => tell.say("unknown", { name })),
    ...(question.tooMany ? [tell.say("too many", { n: tell.number(question.places.length) })] : []),
    ...(question.places.length === 1 ? [tell.say("alone")] : []),
  ].join(" ");
  if (question.places.length < 2) return;
  const nothing = { kinds: [], questions: [], routes: {}, themes: {}, tiers: {}, figured: [], entries: 0 };
  const sides = await Promise.all(
    question.places.map((code) => (words.held.includes(code) ? read(`compare/${code}/side.json`) : { ...nothing, place: code })),
  );
  const table = tableOf(sides, names, words, yearsOf(question));
  const heading = headingOf(names, tell);
  document.querySelector("h1").textContent = heading;
  document.title = document.title.replace(tell.say("title"), heading);
  place.replaceChildren(shown(table, question.places, names, heading, tell));
  const closing = document.getElementById("closing");
  closing.replaceChildren(...table.closing.map((sentence) => element("p", {}, sentence)));
  document.getElementById("reading").hidden = false;
  offer(table, question, names);
}

/** Let the page be seen. */
function answered() {
  document.documentElement.classList.replace("asked", "answered");
}

if (new URLSearchParams(window.location.search).has("c")) {
  said.textContent = form.dataset.busy;
  compare()
    .catch(() => {
      said.textContent = form.dataset.failed;
    })
    .finally(answered);
} else {
  answered();
}
