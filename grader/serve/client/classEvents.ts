/** What `gradus grade --json` tells an editor: one of these a line. */
export type ClassEvent =
  /** The class is read; of the seed only its commitment is told. */
  | {
      readonly type: "opened";
      readonly id: string;
      readonly students: number;
      readonly submissions: number;
      readonly refused: number;
    }
  /** A comment about somebody or something that is not in this class. */
  | { readonly type: "stray-comment"; readonly place: string }
  | { readonly type: "progress"; readonly done: number; readonly total: number }
  /** The grader's own trouble with one student. */
  | { readonly type: "troubled"; readonly student: string; readonly reason: string }
  /** The grader has died over this submission again and again: it is graded as ungradable. */
  | { readonly type: "given-up"; readonly student: string; readonly exercise: string }
  /** What is graded so far is kept; the same again goes on. */
  | { readonly type: "stopped" }
  /** `outdated`: grades of an earlier submission, exercise or grader, which were left as they are. */
  | { readonly type: "done"; readonly out: string; readonly outdated: number }
  | { readonly type: "fault"; readonly code: string; readonly message: string };

/** A line of its output, or null for what is none of its events. */
export function parseClassEvent(line: string): ClassEvent | null {
  const fields = fieldsOf(line);
  const texts = (...names: readonly string[]): boolean =>
    names.every((name) => typeof fields[name] === "string");
  const counts = (...names: readonly string[]): boolean =>
    names.every((name) => typeof fields[name] === "number");
  const known: Readonly<Record<ClassEvent["type"], boolean>> = {
    opened: texts("id") && counts("students", "submissions", "refused"),
    "stray-comment": texts("place"),
    progress: counts("done", "total"),
    troubled: texts("student", "reason"),
    "given-up": texts("student", "exercise"),
    stopped: true,
    done: texts("out") && counts("outdated"),
    fault: texts("code", "message"),
  };
  const { type } = fields;
  const isKnown = typeof type === "string" && Object.hasOwn(known, type) && known[type as ClassEvent["type"]];
  return isKnown ? (fields as unknown as ClassEvent) : null;
}

function fieldsOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = JSON.parse(line);
    return typeof data === "object" && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
