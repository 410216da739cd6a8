import type { Language, Localized } from "#contract/messages.ts";
import { statuses, type Status } from "#contract/report.ts";
import { isLanguage, isOneOf, recordOf, textOf, wholeOf } from "./parsing.ts";

/** What the statement page is told. */
export type ToStatement =
  | { readonly type: "statement"; readonly view: StatementView }
  | { readonly type: "standing"; readonly standing: Standing }
  | { readonly type: "hint"; readonly hint: Hint }
  | { readonly type: "fault"; readonly message: string };

/** What the statement page says. */
export type FromStatement =
  /** Ready to draw; the language is the one that this page was left in. */
  | { readonly type: "ready"; readonly language: Language | null }
  | { readonly type: "language"; readonly language: Language }
  | { readonly type: "hint"; readonly function: string; readonly level: number }
  /** To the function in the student's file. */
  | { readonly type: "reveal"; readonly function: string }
  | { readonly type: "openExercise"; readonly exercise: string }
  | { readonly type: "picture" }
  | { readonly type: "check" };

export interface StatementView {
  readonly exercise: string;
  readonly language: Language;
  /** Markdown with TeX between dollars. */
  readonly markdown: string;
  readonly title: Localized;
  readonly track: { readonly number: number; readonly title: Localized };
  readonly minutes: number;
  readonly maxScore: number;
  readonly prerequisites: readonly { readonly exercise: string; readonly title: Localized }[];
  /** Whether there is a picture of it. */
  readonly picture: boolean;
  readonly functions: readonly GradedFunction[];
  readonly standing: Standing;
}

export interface GradedFunction {
  readonly name: string;
  readonly points: number;
  readonly signature: string;
  readonly hintLevels: number;
}

/** How the student's functions stand, by name; a function that was never checked is absent. */
export type Standing = Readonly<Record<string, FunctionStanding>>;

export interface FunctionStanding {
  readonly status: Status;
  readonly points: number;
  /** What a failed check has to say. */
  readonly says: Localized | null;
}

export interface Hint {
  readonly function: string;
  readonly level: number;
  readonly language: Language;
  readonly markdown: string;
}

/** A message of the page, or null for what no page of ours says. */
export function parseFromStatement(message: unknown): FromStatement | null {
  const fields = recordOf(message);
  switch (fields["type"]) {
    case "ready": {
      const language = fields["language"];
      return { type: "ready", language: isLanguage(language) ? language : null };
    }
    case "language": {
      const language = fields["language"];
      return isLanguage(language) ? { type: "language", language } : null;
    }
    case "hint": {
      const [name, level] = [textOf(fields["function"]), wholeOf(fields["level"])];
      return name === null || level === null ? null : { type: "hint", function: name, level };
    }
    case "reveal": {
      const name = textOf(fields["function"]);
      return name === null ? null : { type: "reveal", function: name };
    }
    case "openExercise": {
      const exercise = textOf(fields["exercise"]);
      return exercise === null ? null : { type: "openExercise", exercise };
    }
    case "check":
    case "picture":
      return { type: fields["type"] };
    default:
      return null;
  }
}

/**
 * A message to the page. It comes from our own extension, so only its kind and what is used as a key or in a class name is
 * looked at; texts are shown as text.
 */
export function parseToStatement(message: unknown): ToStatement | null {
  const fields = recordOf(message);
  switch (fields["type"]) {
    case "statement": {
      const view = recordOf(fields["view"]);
      const known =
        isLanguage(view["language"]) && Array.isArray(view["functions"]) && isStanding(view["standing"]);
      return known ? { type: "statement", view: fields["view"] as StatementView } : null;
    }
    case "standing":
      return isStanding(fields["standing"]) ? { type: "standing", standing: fields["standing"] } : null;
    case "hint": {
      const hint = recordOf(fields["hint"]);
      const known =
        textOf(hint["function"]) !== null && wholeOf(hint["level"]) !== null && isLanguage(hint["language"]);
      return known ? { type: "hint", hint: fields["hint"] as Hint } : null;
    }
    case "fault": {
      const text = textOf(fields["message"]);
      return text === null ? null : { type: "fault", message: text };
    }
    default:
      return null;
  }
}

function isStanding(value: unknown): value is Standing {
  return Object.values(recordOf(value)).every((one) => isOneOf(statuses, recordOf(one)["status"]));
}
