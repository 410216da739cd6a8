import type { ClassView } from "#contract/classView.ts";
import { recordOf, textOf } from "./parsing.ts";

/** What the page of a class is told. */
export type ToClass =
  /** The folder is kept by the page, so that it can come back with its window. */
  | { readonly type: "report"; readonly folder: string; readonly view: ClassView }
  /** Null: what was said before is over. */
  | { readonly type: "fault"; readonly message: string | null };

/** What the page of a class says. */
export type FromClass =
  | { readonly type: "ready" }
  /** To what a student handed in, at a function of it; null for the first thing that was found there. */
  | {
      readonly type: "open";
      readonly student: string;
      readonly exercise: string;
      readonly function: string | null;
    };

/** A message of the page, or null for what no page of ours says. */
export function parseFromClass(message: unknown): FromClass | null {
  const fields = recordOf(message);
  if (fields["type"] === "ready") return { type: "ready" };
  const [student, exercise] = [textOf(fields["student"]), textOf(fields["exercise"])];
  if (fields["type"] !== "open" || student === null || exercise === null) return null;
  return { type: "open", student, exercise, function: textOf(fields["function"]) };
}

const lists = ["students", "exercises", "slips", "failed", "slowest", "similar", "refused"] as const;

/** A message to the page. It comes from our own extension, which had it from the engine; its texts are shown as text. */
export function parseToClass(message: unknown): ToClass | null {
  const fields = recordOf(message);
  const [folder, text] = [textOf(fields["folder"]), textOf(fields["message"])];
  if (fields["type"] === "fault")
    return text === null && fields["message"] !== null ? null : { type: "fault", message: text };
  const view = recordOf(fields["view"]);
  const isKnown = fields["type"] === "report" && lists.every((name) => Array.isArray(view[name]));
  return isKnown && folder !== null ? { type: "report", folder, view: fields["view"] as ClassView } : null;
}
