import { strayComments } from "#classroom/comments.ts";
import type { Graded } from "#classroom/gradeClass.ts";
import type { OpenClass } from "#classroom/openClass.ts";
import type { ClassOptions } from "./options.ts";
import type { Setting } from "./setting.ts";

/** What is about to be graded, and how; of the seed its commitment only. */
export function announce(
  setting: Setting,
  { id, seedCommitment, personalised }: OpenClass,
  { sandbox }: Pick<ClassOptions, "sandbox">,
): void {
  const { students, received, refused } = setting.submissions;
  const count = (items: readonly unknown[], what: string): string => `${String(items.length)} ${what}`;
  const lines = [
    `${id}: ${count(students, "students")}, ${count(setting.exercises, "exercises")}, ${count(received, "submissions")}; ${count(refused, "files not taken")}`,
    `seed commitment ${seedCommitment}${personalised ? "; each student has a seed derived from it" : ""}`,
  ];
  for (const place of strayPlaces(setting))
    lines.push(`a comment reaches nobody: ${place} is not in this class`);
  process.stderr.write(`${lines.join("\n")}\n`);
  warnOfSandbox(sandbox);
}

/** What comments are about that nobody would read. */
export function strayPlaces({ submissions, exercises, comments }: Setting): readonly string[] {
  return strayComments(comments, submissions, exercises).map(({ student, exercise, function: name }) =>
    [student, exercise, name].filter((part) => part !== undefined).join(", "),
  );
}

export function warnOfSandbox(sandbox: ClassOptions["sandbox"]): void {
  if (sandbox === "process")
    process.stderr.write("WARNING: no jail. What students handed in runs with this user's rights.\n");
}

export function tellTroubled({ troubled, givenUp }: Pick<Graded, "troubled" | "givenUp">): void {
  for (const { student, exercise } of givenUp)
    process.stderr.write(
      `${student}, ${exercise}, is graded as ungradable: the grader has died over this file again and again. Look at it; gradus regrade tries it again.\n`,
    );
  for (const { student, reason } of troubled)
    process.stderr.write(`${student} has no grade, through no fault of the submission's: ${reason}\n`);
}
