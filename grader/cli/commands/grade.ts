import { gradeClass, type Graded } from "#classroom/gradeClass.ts";
import { refuseOtherSeed, type OpenClass } from "#classroom/openClass.ts";
import { openRoom } from "#classroom/room.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";
import { INTERRUPTED, onInterrupt } from "../class/interrupt.ts";
import { openGradebook } from "../class/openGradebook.ts";
import type { ClassOptions } from "../class/options.ts";
import { ProgressDisplay } from "../class/progress.ts";
import { roomOptions } from "../class/roomOptions.ts";
import { openClassOf, readSetting, type Setting } from "../class/setting.ts";
import { writeClass } from "../class/writeClass.ts";

/** Grades a class, or what is left of it, and writes its reports. */
export async function grade(path: string, options: ClassOptions): Promise<void> {
  const setting = await readSetting(path, options);
  const gradebook = await openGradebook(options);
  try {
    const opened = await openClassOf(gradebook, setting, options);
    refuseOtherSeed(opened);
    announce(setting, opened, options);
    const graded = await gradeAll(gradebook, opened, options);
    if (graded === undefined) {
      process.stderr.write("Stopped. The same command goes on where this one left off.\n");
      process.exitCode = INTERRUPTED;
      return;
    }
    await writeClass(gradebook, opened.id, { setting, out: options.out });
    conclude(graded, options.out);
  } finally {
    await gradebook.close();
  }
}

async function gradeAll(
  gradebook: Gradebook,
  opened: OpenClass,
  options: ClassOptions,
): Promise<Graded | undefined> {
  const { signal, release } = onInterrupt();
  const display = new ProgressDisplay(process.stderr);
  try {
    const request = {
      classId: opened.id,
      works: opened.works,
      jobs: options.jobs,
      signal,
      onProgress: display.show,
    };
    const graded =
      options.database === undefined
        ? await gradeClass(gradebook, () => openRoom(roomOptions(options)), request)
        : await gradeClass(gradebook, () => openRoom(roomOptions(options)), request);
    return signal.aborted ? undefined : graded;
  } finally {
    display.end();
    release();
  }
}

function announce(
  { submissions, exercises }: Setting,
  { id, seedCommitment, personalised }: OpenClass,
  { sandbox }: ClassOptions,
): void {
  const { students, received, refused } = submissions;
  const lines = [
    `${id}: ${String(students.length)} students, ${String(received.length)} submissions, ${String(exercises.length)} exercises; ${String(refused.length)} files not taken`,
    `seed commitment ${seedCommitment.slice(0, 16)}${personalised ? ", a seed for each student" : ""}`,
  ];
  if (sandbox === "process")
    lines.push("WARNING: not in a jail. What students hand in runs with this user's rights.");
  process.stderr.write(`${lines.join("\n")}\n`);
}

function conclude({ troubled, outdated }: Graded, out: string): void {
  for (const { student, reason } of troubled)
    process.stderr.write(`${student} could not be graded, through no fault of the submission's: ${reason}\n`);
  if (outdated.length > 0)
    process.stderr.write(
      `${String(outdated.length)} grades are of an earlier submission, exercise or seed; gradus regrade shows what would change.\n`,
    );
  process.stdout.write(`Results: ${out}\n`);
  process.exitCode = troubled.length === 0 ? 0 : 1;
}
