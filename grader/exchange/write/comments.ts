import type { InstructorComment } from "#contract/class.ts";
import { GradusError } from "#contract/errors.ts";

/** The text of a comments.json: a list of { student, exercise, function, text }; `function` may be left out. */
export function parseComments(text: string): readonly InstructorComment[] {
  const wrong = (complaint: string, cause?: unknown): GradusError =>
    new GradusError("file-not-readable", `comments.json: ${complaint}`, { cause });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw wrong("it is not JSON.", cause);
  }
  if (!Array.isArray(data)) throw wrong("it is not a list of comments.");
  return data.map((one: unknown, place) => {
    if (!isComment(one))
      throw wrong(
        `comment ${place + 1} needs the texts "student", "exercise" and "text", and may have "function".`,
      );
    return one;
  });
}

function isComment(value: unknown): value is InstructorComment {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  const texts = ["student", "exercise", "text"].every((name) => typeof fields[name] === "string");
  return texts && (fields["function"] === undefined || typeof fields["function"] === "string");
}
