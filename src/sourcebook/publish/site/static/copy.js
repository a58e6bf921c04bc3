// Copy a passage with its citation. Without this file the page of each passage shows the same text to select.
"use strict";

/** Return the text to take along that the page of a passage holds. */
async function textFrom(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.getElementById("copy").textContent;
}

/** Put text on the clipboard; the text may still be on its way, which some browsers only allow in this form. */
function put(text) {
  if (!window.ClipboardItem) return Promise.resolve(text).then((found) => navigator.clipboard.writeText(found));
  const plain = Promise.resolve(text).then((found) => new Blob([found], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": plain })]);
}

function say(status, words) {
  status.textContent = words;
  setTimeout(() => { status.textContent = ""; }, 4000);
}

for (const button of document.querySelectorAll("button[data-copies]")) {
  const status = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", () => {
    put(document.getElementById(button.dataset.copies).textContent).then(
      () => say(status, button.dataset.done),
      () => say(status, button.dataset.failed),
    );
  });
}

/** Return a button that copies the passage behind a ¶ link; it is named after that link. */
function copier(link, status) {
  const button = document.createElement("button");
  button.textContent = link.textContent;
  button.setAttribute("aria-label", `${status.dataset.copy} ${link.getAttribute("aria-label")}`);
  button.dataset.from = link.getAttribute("href");
  button.addEventListener("click", () => {
    put(textFrom(link.href)).then(
      () => say(status, status.dataset.done),
      () => { window.location.href = link.href; },
    );
  });
  return button;
}

for (const entry of document.querySelectorAll(".entry")) {
  const status = document.querySelector(".said");
  const links = entry.querySelectorAll(".pm");
  if (!links.length) continue;
  const offered = document.createElement("span");
  offered.className = "copying";
  offered.append(status.dataset.copy);
  for (const link of links) offered.append(" ", copier(link, status));
  entry.querySelector(".acts").append(offered);
}
