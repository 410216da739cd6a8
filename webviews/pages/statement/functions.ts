import { button, element } from "#webviews/kit/elements.ts";
import { renderMarkdown } from "#webviews/kit/markdown.ts";
import type { Status } from "#contract/report.ts";
import type { FromStatement, GradedFunction, Hint, StatementView } from "#webviews/protocol/statement.ts";
import { words } from "./words.ts";

type Say = (message: FromStatement) => void;

/** A shape per status, so that colour alone says nothing. */
const marks: Readonly<Record<Status, string>> = {
  passed: "✓",
  "follow-through": "→",
  failed: "✗",
  error: "!",
  timeout: "∞",
  "not-attempted": "○",
  ungradable: "?",
};

/** One entry per graded function: how it stands, the way to it, and its hints, one level at a time. */
export function drawFunctions(view: StatementView, say: Say): HTMLElement {
  const entries = view.functions.map((one) => drawFunction(view, one, say));
  return element("ul", { class: "functions", "aria-label": words[view.language].functions }, ...entries);
}

function drawFunction({ language }: StatementView, one: GradedFunction, say: Say): HTMLElement {
  const { name } = one;
  const toFile = button({ title: words[language].reveal(name) }, name, () => {
    say({ type: "reveal", function: name });
  });
  const entry = element(
    "li",
    { id: `function-${name}` },
    element(
      "div",
      { class: "row" },
      element("span", { class: "mark", "aria-hidden": "true" }),
      element("h3", {}, toFile),
      element("span", { class: "status" }),
      hintButton(language, one, 1, say),
    ),
    element("p", { class: "says", "aria-live": "polite", hidden: true }),
  );
  entry.dataset["function"] = name;
  return entry;
}

function hintButton(
  language: StatementView["language"],
  { name, hintLevels }: GradedFunction,
  level: number,
  say: Say,
): HTMLButtonElement {
  const label = level > hintLevels ? words[language].noMoreHints : words[language].hint(level, hintLevels);
  const made = button({ class: "ask", disabled: level > hintLevels }, label, () => {
    say({ type: "hint", function: name, level });
  });
  made.append(element("span", { class: "for-readers-only" }, ` ${words[language].hintFor(name)}`));
  return made;
}

/** Marks, points and sentences, without touching what the student reads. */
export function showStanding({ functions, standing, language, maxScore }: StatementView): void {
  const say = words[language];
  let sum = 0;
  for (const { name, points: maxPoints } of functions) {
    const { status, points, says } = standing[name] ?? {
      status: "not-attempted" as const,
      points: 0,
      says: null,
    };
    sum += points;
    for (const place of document.querySelectorAll(`[data-function="${CSS.escape(name)}"]`)) {
      const mark = place.querySelector(".mark");
      if (mark !== null) [mark.className, mark.textContent] = [`mark ${status}`, marks[status]];
      place.querySelector("a")?.setAttribute("aria-label", `${name}: ${say.status[status]}`);
      const text = place.querySelector(".status");
      if (text !== null) text.textContent = `${say.status[status]} · ${points}/${maxPoints}`;
      const sentence = place.querySelector<HTMLElement>(".says");
      if (sentence !== null) {
        sentence.hidden = says === null || status === "passed";
        sentence.textContent = sentence.hidden ? "" : (says?.[language] ?? "");
      }
    }
  }
  const total = document.querySelector("#points");
  if (total !== null) total.textContent = say.points(Math.round(sum), maxScore);
}

/** Below its function; a hint asked for just now takes the focus, so that a screen reader reads it. */
export function showHint(view: StatementView, hint: Hint, say: Say, manner: "focus" | "quiet"): void {
  const one = view.functions.find(({ name }) => name === hint.function);
  const entry = document.getElementById(`function-${hint.function}`);
  if (one === undefined || entry === null || hint.language !== view.language) return;
  const title = words[view.language].hintTitle(hint.level, one.hintLevels);
  const id = `hint-${hint.function}-${hint.level}`;
  const section = element("section", { class: "hint", id, tabindex: "-1", "aria-label": title });
  section.append(element("h4", {}, title), ...renderMarkdown(hint.markdown).childNodes);
  document.getElementById(id)?.remove();
  entry.append(section);
  entry.querySelector(".ask")?.replaceWith(hintButton(view.language, one, hint.level + 1, say));
  if (manner === "focus") section.focus();
}
