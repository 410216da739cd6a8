import { strayComments } from "#classroom/comments.ts";
import type { Graded } from "#classroom/gradeClass.ts";
import type { OpenClass } from "#classroom/openClass.ts";
import type { ClassOptions } from "./options.ts";
import type { Setting } from "./setting.ts";

/** What is about to be graded, and how; of the seed its commitment only. */
export function announce(
  { submissions, exercises, comments }: Setting,
  { id, seedCommitment, personalised }: OpenClass,
  { sandbox }: Pick<ClassOptions, "sandbox">,
): void {
  const { students, received, refused } = submissions;
  const count = (items: readonly unknown[], what: string): string => `${String(items.length)} ${what}`;
  const lines = [
    `${id}: ${count(students, "students")}, ${count(exercises, "exercises")}, ${count(received, "submissions")}; ${count(refused, "files not taken")}`,
    `seed commitment ${seedCommitment}${personalised ? "; each student has a seed derived from it" : ""}`,
  ];
  for (const { student, exercise, function: name } of strayComments(comments, submissions, exercises))
    lines.push(
      `a comment reaches nobody: ${[student, exercise, name].filter((part) => part !== undefined).join(", ")} is not in this class`,
    );
  process.stderr.write(`${lines.join("\n")}\n`);
  warnOfSandbox(sandbox);
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
