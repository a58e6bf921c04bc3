// A number whose last day of use has passed is taken off the page, however old the page is.
"use strict";
(() => {
  const away = () => {
    const now = new Date();
    const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    for (const one of document.querySelectorAll("[data-until]")) {
      if (one.dataset.until >= today) continue;
      const note = document.createElement("p");
      note.className = "stale";
      note.textContent = document.body.dataset.gone;
      one.replaceWith(note);
    }
  };
  away();
  addEventListener("pageshow", away);
  addEventListener("focus", away);
  addEventListener("click", away, true);
})();
