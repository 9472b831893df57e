// Makes pleasant what works without it. It stores nothing and asks nobody.

// A notice can be put away until the next page.
for (const notice of document.querySelectorAll("[data-dismiss]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "notice-close";
  button.setAttribute("aria-label", notice.dataset.dismiss);
  button.textContent = "\u00d7";
  button.addEventListener("click", () => {
    notice.remove();
    document.querySelector(".brand").focus();
  });
  notice.firstElementChild.append(button);
}

// Escape closes the disclosure that the keyboard is in, and goes back to its button.
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && event.target.closest?.("details[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

// The menu closes when the keyboard or a finger goes elsewhere.
for (const menu of document.querySelectorAll(".menu-narrow")) {
  const leave = (event) => {
    if (!menu.contains(event.relatedTarget ?? event.target)) menu.open = false;
  };
  menu.addEventListener("focusout", (event) => event.relatedTarget && leave(event));
  document.addEventListener("pointerdown", leave);
}

// Clocks go on. A change of day or of summer time there is the page's to tell, when it is asked for again.
const clocks = [...document.querySelectorAll("time[data-zone]")];
const language = document.documentElement.lang;
function tick() {
  const now = new Date();
  for (const clock of clocks) {
    const shown = { hour: "numeric", minute: "2-digit", timeZone: clock.dataset.zone };
    const words = clock.dataset.words.replace("{time}", new Intl.DateTimeFormat(language, shown).format(now));
    if (clock.textContent !== words) clock.textContent = words;
  }
  setTimeout(tick, 60_000 - (now.getTime() % 60_000));
}
if (clocks.length > 0) tick();
