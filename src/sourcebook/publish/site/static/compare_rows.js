// Which figures of several countries are set beside one another: the same steps as the server's, on the same parts.
// Figures of one kind, year and counter make a row; what differs is shown without being compared, with the reasons.

const FIELDS = ["counts", "status", "length", "period", "counter"];

/** Order two lists part by part, numbers by size and words by their letters. */
export function ordered(one, other) {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    if (one[at] < other[at]) return -1;
    if (one[at] > other[at]) return 1;
  }
  return one.length - other.length;
}

function same(one, other) {
  return ordered(one.order, other.order) === 0;
}

function within(points, years) {
  return years ? points.filter((one) => one.year && years[0] <= one.year && one.year <= years[1]) : points;
}

/** Return every question that any country answers, with the points of each country, the broadest question first. */
function asked(sides, years) {
  const found = new Map();
  sides.forEach((side, at) => {
    for (const question of side.questions) {
      const key = question.order.join("|");
      if (!found.has(key)) found.set(key, { question, points: sides.map(() => []) });
      const points = within(question.points, years);
      found.get(key).points[at] = points.map((point) => ({ ...point, kind: side.kinds[point.kind] }));
    }
  });
  return [...found.values()].sort((one, other) => ordered(one.question.order, other.question.order));
}

/** Return the rows in which two countries or more stand, and how many questions only one of them answers. */
export function rowsOf(sides, years) {
  const all = asked(sides, years);
  const answered = all.map((one) => one.points.filter((points) => points.length).length);
  const rows = all.flatMap((one, at) => (answered[at] > 1 ? rowsOfQuestion(one.question, one.points) : []));
  return { rows, lone: answered.filter((count) => count === 1).length };
}

function rowsOfQuestion(question, points) {
  const made = [];
  const covered = new Set();
  const strata = new Set();
  for (const kind of sharedKinds(points)) {
    const row = compared(question, kind, points);
    if (row) {
      made.push(row);
      row.cells.forEach((cell, at) => cell.length && covered.add(at));
      strata.add(kind.values.status === "estimated");
    }
  }
  if (points.some((one, at) => one.length && !covered.has(at))) return [...made, refused(question, points)];
  for (const estimated of [false, true]) {
    const part = points.map((one) => one.filter((p) => (p.kind.values.status === "estimated") === estimated));
    if (!strata.has(estimated) && part.filter((one) => one.length).length > 1) made.push(refused(question, part));
  }
  return made;
}

/** Return each kind with the countries that count so, those first that most of them share. */
function countedBy(points) {
  const found = [];
  points.forEach((one, at) => {
    for (const point of one) {
      let held = found.find((entry) => same(entry.kind, point.kind));
      if (!held) found.push((held = { kind: point.kind, who: new Set() }));
      held.who.add(at);
    }
  });
  const known = found.filter((entry) => entry.kind.values.counter);
  return known.sort((a, b) => ordered([-a.who.size, ...a.kind.order], [-b.who.size, ...b.kind.order]));
}

function sharedKinds(points) {
  return countedBy(points).filter((entry) => entry.who.size > 1).map((entry) => entry.kind);
}

function compared(question, kind, points) {
  const alike = points.map((one) => one.filter((point) => same(point.kind, kind)));
  const years = new Set(alike.flat().map((point) => point.year).filter((year) => year !== undefined));
  let best = [1, 0];
  for (const year of years) {
    const shared = alike.filter((one) => one.some((point) => point.year === year)).length;
    if (ordered([shared, year], best) > 0) best = [shared, year];
  }
  if (best[0] < 2) return null;
  const cells = alike.map((one) => one.filter((point) => point.year === best[1]));
  return { question, kind, year: best[1], cells, series: seriesOf(alike) };
}

function seriesOf(alike) {
  const lines = alike.map((one) => {
    const best = new Map();
    for (const point of one) {
      const held = best.get(point.year);
      if (point.year !== undefined && (!held || point.works > held.works)) best.set(point.year, point);
    }
    return [...best.values()].sort((a, b) => a.year - b.year);
  });
  return lines.some((line) => line.length > 1) ? lines : [];
}

function refused(question, points) {
  const where = points.flatMap((one, at) => (one.length ? [at] : []));
  const newest = where.map((at) => points[at][0]);
  const wanted = countedBy(points)[0]?.kind;
  return {
    question,
    cells: points.map((one) => one.slice(0, 1)),
    differs: differences(newest, where),
    wanted,
    lacking: wanted ? where.filter((at) => points[at].every((point) => !same(point.kind, wanted))) : where,
  };
}

/** Return the fields in which figures differ, each with its values and who has which. */
function differences(newest, where) {
  const told = FIELDS.map((field) => ({
    field,
    sides: grouped(newest.map((point, at) => [point.kind.values[field], point.kind.words[field], where[at]])),
  }));
  const years = newest.map((point, at) => [`${point.year ?? ""}`, `${point.year ?? ""}`, where[at]]);
  years.sort((one, other) => ordered([one[0]], [other[0]]));
  return [...told, { field: "year", sides: grouped(years) }].filter((one) => one.sides.length > 1);
}

function grouped(values) {
  const held = new Map();
  for (const [value, words, at] of values) {
    if (!held.has(value)) held.set(value, { value, words, who: [] });
    held.get(value).who.push(at);
  }
  return [...held.values()];
}
