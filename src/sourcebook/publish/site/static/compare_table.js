// A comparison in words: sections of lines, each with a cell for every country, as the server's table has them.
import { ordered, rowsOf } from "./compare_rows.js";

/** Return a function that says a sentence of the list, its gaps filled. */
export function speaker(words) {
  const fill = (sentence, gaps) => sentence.replace(/%\((\w+)\)s/g, (_, name) => gaps[name]);
  const number = (n) => words.numbers[n] ?? n.toLocaleString("en");
  const rules = new Intl.PluralRules(words.language);
  return {
    say: (name, gaps = {}) => fill(words.say[name], gaps),
    number,
    plural: (name, n) => {
      const forms = words.plural[name];
      return fill(forms[rules.select(n)] ?? forms.other ?? Object.values(forms)[0], { n: number(n) });
    },
    join: (parts) =>
      parts.length < 2
        ? parts.join("")
        : fill(words.say.and, { first: parts.slice(0, -1).join(", "), last: parts[parts.length - 1] }),
  };
}

function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Return a comparison of countries; `years` leaves out figures and tiers of other years. */
export function tableOf(sides, names, words, years) {
  const tell = speaker(words);
  const context = { sides, names, words, years, ...tell };
  const { rows, lone } = rowsOf(sides, years);
  const lines = (chosen) => rows.filter(chosen).flatMap((row) => linesOf(row, context));
  const none = tell.say("no rows");
  return {
    sections: [
      { title: tell.say("victims"), lines: lines((row) => row.question.counts === "victims"), empty: none },
      {
        title: tell.say("law"),
        lines: [...lines((row) => row.question.counts !== "victims"), ...tiers(context)],
        empty: none,
      },
      { title: tell.say("between"), lines: routes(context), empty: tell.say("no routes") },
      { title: tell.say("themes"), lines: themes(context), empty: "" },
      { title: tell.say("ground"), lines: ground(context), empty: "" },
    ],
    closing: [...(lone ? [capital(tell.plural("lone", lone))] : []), tell.say("treaties")],
  };
}

function linesOf(row, context) {
  if (!row.kind) return [refusedLine(row, context)];
  const { say, names } = context;
  const known = row.kind.known;
  const none = say("none of this kind");
  const line = {
    label: [row.question.label, known, `${row.year}`].filter(Boolean).join(", "),
    why: capital(row.kind.told.filter((word) => word !== known).join("; ")),
    mark: row.question.counts === "victims" ? [row.question.shape, row.kind.values.status || "unsaid"] : null,
    cells: row.cells.map((cell) => (cell.length ? cellOf(cell, context) : { none })),
  };
  const drawn = row.series.length ? sparks(row.series, names, context) : null;
  return drawn ? [line, { label: say("through the years"), why: drawn.scale, cells: drawn.cells }] : [line];
}

function cellOf(points, { words, plural, say }) {
  const more = points.length - words.most_told;
  const links = points.slice(0, words.most_told).map((point) => ({ text: point.text, address: point.address }));
  const differ = points.length > 1 ? say("differ") : "";
  return { links, note: more > 0 ? plural("more", more) : differ };
}

function refusedLine(row, context) {
  const { say } = context;
  const cells = row.cells.map(([point]) => {
    if (!point) return { none: say("no figure") };
    const note = [`${point.year ?? ""}`, ...point.kind.told].filter(Boolean).join("; ");
    return { links: [{ text: point.text, address: point.address }], note };
  });
  const statuses = new Set(row.cells.flat().map((point) => point.kind.known));
  const known = statuses.size === 1 ? [...statuses][0] : "";
  return {
    label: [row.question.label, known].filter(Boolean).join(", "),
    why: say("as put"),
    cells,
    reasons: reasons(row, context),
    instead: instead(row, context),
  };
}

function reasons(row, { say, join, names, words }) {
  const told = row.differs.map(({ field, sides }) => {
    const estimated = sides.some((one) => one.value === "estimated");
    const reason = words.reasons[field === "status" && !estimated ? "statuses" : field];
    const parts = sides.map(({ words: value, who }) =>
      say("side", { countries: join(who.map((at) => names[at])), value: value || say("no date") }),
    );
    return `${reason} ${parts.join("; ")}.`;
  });
  return told.length ? told : [say("nobody")];
}

function instead(row, { say, join, names }) {
  if (!row.wanted) return "";
  const kind = row.wanted.told.join("; ");
  if (!row.lacking.length) return say("of one year", { kind });
  return say("of these", { countries: join(row.lacking.map((at) => names[at])), kind });
}

function inside(year, years) {
  return !years || (years[0] <= year && year <= years[1]);
}

function tiers({ sides, say, years }) {
  const given = sides.map((side) => Object.entries(side.tiers).filter(([year]) => inside(Number(year), years)));
  let best = [0, 0];
  for (const year of given.flat().map(([one]) => Number(one))) {
    const count = given.filter((one) => one.some(([other]) => Number(other) === year)).length;
    if (ordered([count, year], best) > 0) best = [count, year];
  }
  if (!best[0]) return [];
  const cells = given.map((one) => {
    const held = one.find(([year]) => Number(year) === best[1]);
    if (held) return { links: [{ text: held[1][0], address: held[1][1] }] };
    const newest = one.reduce((last, entry) => (Number(entry[0]) > Number(last?.[0] ?? 0) ? entry : last), null);
    return { none: say("not said"), note: newest ? say("tier in", { year: newest[0], tier: newest[1][0] }) : "" };
  });
  return [{ label: say("tier", { year: best[1] }), why: say("report"), cells }];
}

function routes({ sides, names, say }) {
  return sides.flatMap((side, at) => {
    const counts = sides.map((other) => (other.place === side.place ? null : side.routes[other.place] ?? 0));
    if (!counts.some(Boolean)) return [];
    const cells = counts.map((n) =>
      n === null ? { none: say("itself") } : n ? { text: `${n}` } : { none: say("none named") },
    );
    return [{ label: say("routes from", { country: names[at] }), why: say("name the route"), cells }];
  });
}

function themes({ sides, words, say }) {
  return words.themes.flatMap(({ kind, keys, labels, addresses }) => {
    const total = (key) => sides.reduce((sum, side) => sum + (side.themes[key] ?? 0), 0);
    const ranked = keys.filter(total).sort((a, b) => ordered([-total(a), a], [-total(b), b]));
    return ranked.slice(0, words.most_themes).map((key) => ({
      label: labels[keys.indexOf(key)],
      address: addresses[keys.indexOf(key)],
      why: say("speak of", { kind }),
      cells: sides.map((side) => (side.themes[key] ? { text: `${side.themes[key]}` } : { none: say("none") })),
    }));
  });
}

function ground({ sides, say, years }) {
  const held = sides.filter((side) => side.figured.length);
  const first = years ? years[0] : Math.min(...held.map((side) => side.figured[0]), Infinity);
  const last = years ? years[1] : Math.max(...held.map((side) => side.figured[side.figured.length - 1]), 0);
  const line = (label, why, tell) => ({
    label,
    why,
    cells: sides.map((side) => (tell(side) ? { text: tell(side) } : { none: say("none held") })),
  });
  const empty = (side) =>
    `${last - first + 1 - side.figured.filter((year) => first <= year && year <= last).length}`;
  return [
    line(say("entries"), "", (side) => (side.entries ? side.entries.toLocaleString("en") : "")),
    line(say("newest"), "", (side) => `${side.newest ?? ""}`),
    ...(last ? [line(say("empty years"), say("span", { first, last }), empty)] : []),
  ];
}

const WIDE = 120;
const TALL = 32;
const EDGE = 4;

function sparks(series, names, { say }) {
  const held = series.map((points) => points.filter((point) => point.value !== undefined));
  const every = held.flat();
  if (!every.length) return null;
  const first = Math.min(...every.map((point) => point.year));
  const last = Math.max(...every.map((point) => point.year));
  const top = every.reduce((most, point) => (point.value > most.value ? point : most));
  const high = top.value || 1;
  const x = (point) => EDGE + ((point.year - first) / Math.max(1, last - first)) * (WIDE - 2 * EDGE);
  const y = (point) => TALL - EDGE - (point.value / high) * (TALL - 2 * EDGE);
  const cells = held.map((points) => {
    const says = points.map((point) => `${point.year}: ${point.short}`).join("; ") || say("no figure drawn");
    const joined = points.slice(1).filter((point, at) => point.year === points[at].year + 1);
    const lines = joined.map((point) => straight(points[points.indexOf(point) - 1], point, x, y)).join("");
    const dots = points.map((point) => `M${tenth(x(point) - 2)} ${tenth(y(point) - 2)}h4v4h-4z`).join("");
    return { text: says, spark: [["grid", `M0 ${TALL - EDGE}H${WIDE}`], ["ln", lines], ["dot1", dots]] };
  });
  return { cells, scale: say("scale", { first, last, high: top.value ? top.short : "1" }) };
}

function straight(one, other, x, y) {
  const from = `M${tenth(x(one))} ${tenth(y(one))}`;
  if (y(one) === y(other)) return `${from}H${tenth(x(other))}`;
  return `${from}L${tenth(x(other))} ${tenth(y(other))}`;
}

/** Return a coordinate to a tenth, a half to the even one, as short as it can be written. */
function tenth(value) {
  const scaled = value * 10;
  const floor = Math.floor(scaled);
  const up = scaled - floor > 0.5 || (scaled - floor === 0.5 && floor % 2 !== 0);
  return `${(floor + (up ? 1 : 0)) / 10}`;
}
