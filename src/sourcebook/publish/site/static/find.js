// Search a published site: the words of the address are looked up in the index that lies beside the pages.
// Without this file the page says so and lists the countries.

const form = document.querySelector("form.searching");
const said = document.getElementById("said");
const hits = document.getElementById("hits");
const QUIET = 200;
const SHOWN = 30;
let waiting;
let asked = 0;
let index;

async function opened() {
  if (!index) {
    index = await import(new URL(form.dataset.index, document.baseURI).href);
    await index.options({ baseUrl: new URL(form.dataset.root, document.baseURI).pathname, excerptLength: 40 });
  }
  return index;
}

/** Return the results on the pages of one country, or all of them where none is named. */
async function within(results, place) {
  if (!place) return results;
  const answer = await fetch(new URL(`places/${place}.json`, new URL(form.dataset.index, document.baseURI)));
  const held = new Set(answer.ok ? await answer.json() : []);
  return results.filter((result) => held.has(result.id));
}

/** Put an excerpt below a hit as text, its marked words in marks; nothing in it becomes markup. */
function excerpt(html) {
  const paragraph = document.createElement("p");
  paragraph.dir = "auto";
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  for (const node of parsed.childNodes) {
    if (node.nodeName === "MARK") {
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      paragraph.append(mark);
    } else {
      paragraph.append(node.textContent);
    }
  }
  return paragraph;
}

function shown(found) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = found.url;
  link.dir = "auto";
  link.textContent = found.meta.title;
  const where = document.createElement("p");
  where.className = "meta";
  const place = found.meta.place;
  const name = place && form.elements.place.querySelector(`option[value="${CSS.escape(place)}"]`)?.textContent;
  where.textContent = [found.meta.credit, name].filter(Boolean).join("\u00a0· ");
  item.append(link, where, excerpt(found.excerpt));
  return item;
}

function summed(count) {
  if (!count) return form.dataset.none;
  const text = count === 1 ? form.dataset.one : form.dataset.many.replace("{n}", count);
  return count > SHOWN ? `${text} ${form.dataset.shown.replace("{n}", SHOWN)}` : text;
}

async function look() {
  const mine = ++asked;
  const words = form.elements.q.value.trim();
  const place = form.elements.place.value;
  const address = new URLSearchParams();
  if (words) address.set("q", words);
  if (place) address.set("place", place);
  document.documentElement.classList.toggle("asked", address.size > 0);
  history.replaceState(null, "", address.size ? `?${address}` : window.location.pathname);
  if (!words && !place) {
    hits.replaceChildren();
    said.textContent = "";
    return;
  }
  said.textContent = form.dataset.busy;
  try {
    const found = await within((await (await opened()).search(words || null)).results, place);
    const first = await Promise.all(found.slice(0, SHOWN).map((result) => result.data()));
    if (mine !== asked) return;
    hits.replaceChildren(...first.map(shown));
    said.textContent = summed(found.length);
  } catch {
    if (mine === asked) said.textContent = form.dataset.failed;
  }
}

const given = new URLSearchParams(window.location.search);
form.elements.q.value = given.get("q") ?? "";
form.elements.place.value = given.get("place") ?? "";
form.addEventListener("submit", (event) => {
  event.preventDefault();
  look();
});
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, QUIET);
});
look();
