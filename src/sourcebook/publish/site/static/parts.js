// An address that names a passage or an entry which now stands in another part leads to its own permanent page.
// Without this file the ¶ of a passage, the index and every link of ours lead to the right part all the same.
"use strict";

(() => {
  const { passage, entry } = document.currentScript.dataset;
  const id = window.location.hash.slice(1);
  if (!/^[0-9a-z]{12}$/.test(id) || document.getElementById(id)) return;
  fetch(`${passage}${id}/`, { method: "HEAD" }).then(
    (answer) => window.location.replace(`${answer.ok ? passage : entry}${id}/`),
    () => {},
  );
})();
