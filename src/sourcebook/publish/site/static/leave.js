// The quick way out. Without this file the link still leaves; with it the page is emptied at once and takes no place in
// the history, Escape pressed three times within two seconds leaves as well, and whoever then goes back to a page of
// ours in this tab is led out again. What is kept for that is one letter, until the tab is closed.
"use strict";

(() => {
  const KEY = "w";
  const WINDOW = 2000;
  const root = document.documentElement;
  const away = document.currentScript.dataset.to;
  let escapes = [];
  let said = null;

  const kept = (change) => {
    try {
      return change(sessionStorage);
    } catch {
      return null;
    }
  };
  const hasLeft = () => kept((store) => store.getItem(KEY)) !== null;

  function leave(event) {
    if (event) event.preventDefault();
    kept((store) => store.setItem(KEY, "1"));
    document.title = "";
    if (said) {
      document.body.replaceChildren(said);
      said.textContent = said.dataset.gone;
    } else {
      root.hidden = true;
    }
    location.replace(away);
  }

  function press(event) {
    if (event.key !== "Escape") {
      escapes = [];
      return;
    }
    escapes = escapes.filter((moment) => event.timeStamp - moment < WINDOW);
    escapes.push(event.timeStamp);
    if (escapes.length >= 3) leave(event);
    else if (said) said.textContent = escapes.length === 2 ? said.dataset.once : said.dataset.twice;
  }

  function start() {
    said = document.getElementById("way-out");
    const link = document.querySelector("a.leave");
    link.addEventListener("click", leave);
    if (said) link.setAttribute("aria-description", said.dataset.keys);
  }

  if (hasLeft()) {
    const [how] = performance.getEntriesByType("navigation");
    if (how && how.type === "back_forward") leave();
    else kept((store) => store.removeItem(KEY));
  }
  addEventListener("DOMContentLoaded", start);
  addEventListener("keydown", press, true);
  // A page that is kept in memory for the way back is kept hidden, and shown only to whoever did not leave.
  addEventListener("pagehide", () => { root.hidden = true; });
  addEventListener("pageshow", (event) => {
    if (event.persisted && hasLeft()) leave();
    else if (!hasLeft()) root.hidden = false;
  });
})();
