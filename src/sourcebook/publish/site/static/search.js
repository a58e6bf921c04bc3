// Search while one types. Without this file the form is sent with its button, and the same page comes back.
"use strict";

const form = document.querySelector("form.searching");
const said = document.getElementById("said");
const QUIET = 150;
const PATIENCE = 300;
let waiting;
let under_way;

function shown() {
  const fields = new URLSearchParams(new FormData(form));
  for (const [name, value] of [...fields]) if (!value) fields.delete(name);
  return fields.toString();
}

/** Put the new filters and results where the old ones are, and leave the reader where they were. */
function replaceWith(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const focused = document.activeElement?.id;
  for (const id of ["filters", "hits"]) document.getElementById(id).replaceWith(fresh.getElementById(id));
  const hits = document.getElementById("hits");
  if (focused && focused !== "words") document.getElementById(focused)?.focus();
  said.textContent = hits.dataset.said;
  document.title = hits.dataset.title;
}

async function look() {
  under_way?.abort();
  const mine = new AbortController();
  under_way = mine;
  const asked = shown();
  const slow = setTimeout(() => { said.textContent = form.dataset.busy; }, PATIENCE);
  try {
    const answer = await fetch(`${form.dataset.results}?${asked}`, { signal: mine.signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const html = await answer.text();
    if (mine.signal.aborted) return;
    replaceWith(html);
    history.replaceState(null, "", asked ? `?${asked}` : window.location.pathname);
  } catch (error) {
    if (error.name !== "AbortError") said.textContent = form.dataset.failed;
  } finally {
    clearTimeout(slow);
  }
}

form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, QUIET);
});
