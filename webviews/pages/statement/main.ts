import "#webviews/kit/theme.css";
import "./statement.css";
import type { Language } from "#contract/messages.ts";
import { openHost } from "#webviews/kit/host.ts";
import {
  parseToStatement,
  type FromStatement,
  type Hint,
  type StatementView,
  type ToStatement,
} from "#webviews/protocol/statement.ts";
import { isLanguage, recordOf, textOf } from "#webviews/protocol/parsing.ts";
import { showHint, showStanding } from "./functions.ts";
import { drawPage, showFault } from "./page.ts";

const host = openHost<ToStatement, FromStatement>(parseToStatement);
const body = document.body;
let view: StatementView | null = null;
/** Hints that were asked for, by function and language; drawn again with the page. */
let hints: readonly Hint[] = [];

host.listen((message) => {
  switch (message.type) {
    case "statement":
      show(message.view);
      break;
    case "standing":
      if (view === null) return;
      view = { ...view, standing: message.standing };
      showStanding(view);
      break;
    case "hint":
      hints = [...hints.filter((known) => !isSame(known, message.hint)), message.hint];
      if (view !== null) showHint(view, message.hint, host.say, "focus");
      keep();
      break;
    case "fault":
      showFault(body, message.message);
      break;
  }
});
const kept = recordOf(host.kept());
host.say({ type: "ready", language: isLanguage(kept["language"]) ? kept["language"] : null });

let waiting: number | undefined;
window.addEventListener("scroll", () => {
  window.clearTimeout(waiting);
  waiting = window.setTimeout(keep, 150);
});

function show(next: StatementView): void {
  const place = view === null ? keptPlace(next) : window.scrollY;
  if (view === null) hints = keptHints(next);
  view = next;
  drawPage(body, next, host.say);
  for (const hint of hints.filter(({ language }) => language === next.language))
    showHint(next, hint, host.say, "quiet");
  window.scrollTo({ top: place });
  keep();
}

function isSame(one: Hint, other: Hint): boolean {
  return one.function === other.function && one.level === other.level && one.language === other.language;
}

interface Kept {
  /** Read by the extension too: it opens a page that outlived its window by this. */
  readonly exercise: string;
  readonly language: Language;
  readonly scrollY: number;
  readonly hints: readonly Hint[];
}

function keep(): void {
  if (view === null) return;
  const state: Kept = { exercise: view.exercise, language: view.language, scrollY: window.scrollY, hints };
  host.keep(state);
}

function keptPlace({ exercise }: StatementView): number {
  const place = kept["scrollY"];
  return textOf(kept["exercise"]) === exercise && typeof place === "number" ? place : 0;
}

/** Kept by this very page, so their shape is known; whether they are of this exercise is not. */
function keptHints({ exercise }: StatementView): readonly Hint[] {
  const known = kept["hints"];
  return textOf(kept["exercise"]) === exercise && Array.isArray(known) ? (known as readonly Hint[]) : [];
}
