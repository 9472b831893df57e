// Makes pleasant what works without it. It stores nothing and asks nobody.

// What can be put away until the next page has a button for that.
function dismissible(shown, label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "notice-close";
  button.setAttribute("aria-label", label);
  button.textContent = "\u00d7";
  button.addEventListener("click", () => {
    shown.remove();
    document.querySelector(".brand").focus();
  });
  return button;
}

for (const notice of document.querySelectorAll(".notice")) {
  notice.firstElementChild.append(dismissible(notice, notice.dataset.dismiss));
}

// Escape closes the disclosure that the keyboard is in, and goes back to its button.
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && event.target.closest?.("details[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

// A menu closes when the keyboard or a finger goes elsewhere.
for (const menu of document.querySelectorAll(".menu-narrow, .menu-languages")) {
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

// Who prefers another language that the page is there in is told so, once, in that language.
function spoken(tag) {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
}

const languages = document.querySelector(".languages");
const offered = [...document.querySelectorAll(".languages a")];
const preferred = navigator.languages
  .map((tag) => offered.find((link) => spoken(link.hreflang) === spoken(tag)))
  .find((link) => link);
if (preferred && !preferred.hasAttribute("aria-current")) {
  const hint = document.createElement("p");
  hint.className = "language-hint";
  const link = document.createElement("a");
  Object.assign(link, { href: preferred.href, hreflang: preferred.hreflang, lang: preferred.lang, dir: preferred.dir });
  link.textContent = preferred.dataset.hint;
  hint.append(link, dismissible(hint, languages.dataset.dismiss));
  languages.append(hint);
}
