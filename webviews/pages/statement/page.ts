import { button, element } from "#webviews/kit/elements.ts";
import { renderMarkdown } from "#webviews/kit/markdown.ts";
import type { FromStatement, StatementView } from "#webviews/protocol/statement.ts";
import { drawFunctions, showStanding } from "./functions.ts";
import { words } from "./words.ts";

type Say = (message: FromStatement) => void;

/** Everything anew: for another exercise or another language. */
export function drawPage(body: HTMLElement, view: StatementView, say: Say): void {
  document.documentElement.lang = view.language;
  document.title = view.title[view.language];
  const article = element("article");
  article.append(...renderMarkdown(view.markdown).childNodes);
  placeFunctions(article, view, say);
  const main = element("main", {}, drawHead(view, say), article);
  body.replaceChildren(main);
  showStanding(view);
}

export function showFault(body: HTMLElement, message: string): void {
  const main = body.querySelector("main") ?? body.appendChild(element("main"));
  main.querySelector(".fault")?.remove();
  main.prepend(element("p", { class: "fault", role: "alert" }, message));
}

function drawHead(view: StatementView, say: Say): HTMLElement {
  const { track, minutes, language } = view;
  const say_ = words[language];
  const facts = element(
    "div",
    { class: "facts row" },
    element("span", { class: "points", id: "points", role: "status" }),
    element("span", {}, say_.track(track.number, track.title[language])),
    element("span", {}, say_.minutes(minutes)),
    prerequisites(view, say),
  );
  const check = button({ class: "primary" }, say_.check, () => {
    say({ type: "check" });
  });
  const picture = view.picture
    ? button({ class: "picture" }, say_.picture, () => {
        say({ type: "picture" });
      })
    : null;
  const links = view.functions.map(({ name }) =>
    element("li", {}, element("a", { href: `#function-${name}` }, mark(), ` ${name}`)),
  );
  for (const [index, link] of links.entries()) link.dataset["function"] = view.functions[index]?.name ?? "";
  return element(
    "header",
    {},
    element("div", { class: "row" }, facts, languages(view, say), picture, check),
    element("nav", { "aria-label": say_.functions }, element("ul", {}, ...links)),
  );
}

function prerequisites({ prerequisites: earlier, language }: StatementView, say: Say): HTMLElement | null {
  if (earlier.length === 0) return null;
  const links = earlier.flatMap(({ exercise, title }) => {
    const link = element("a", { href: "#" }, title[language]);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      say({ type: "openExercise", exercise });
    });
    return [", ", link];
  });
  return element("span", {}, `${words[language].prerequisites}: `, ...links.slice(1));
}

function languages({ language }: StatementView, say: Say): HTMLElement {
  const choices = (
    [
      ["en", "English"],
      ["ja", "日本語"],
    ] as const
  ).map(([choice, name]) =>
    button({ lang: choice, "aria-pressed": String(choice === language) }, name, () => {
      say({ type: "language", language: choice });
    }),
  );
  return element(
    "div",
    { class: "languages", role: "group", "aria-label": words[language].language },
    ...choices,
  );
}

/** At the end of the section that says what to write: the one whose code names the first function with its arguments. */
function placeFunctions(article: HTMLElement, view: StatementView, say: Say): void {
  const list = drawFunctions(view, say);
  const calls = [...article.querySelectorAll("td > code, strong > code")];
  const first = calls.find((code) => code.textContent.startsWith(`${view.functions[0]?.name ?? ""}(`));
  let block = first;
  while (block !== undefined && block.parentElement !== article) block = block.parentElement ?? undefined;
  let next = block?.nextElementSibling ?? null;
  while (next !== null && next.tagName !== "H2") next = next.nextElementSibling;
  article.insertBefore(list, next);
}

function mark(): HTMLElement {
  return element("span", { class: "mark", "aria-hidden": "true" });
}
