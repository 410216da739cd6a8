import { createInterface } from "node:readline/promises";
import { openRoom } from "#classroom/room.ts";
import { regradeClass, type Change, type Regrade } from "#classroom/regradeClass.ts";
import { INTERRUPTED, onInterrupt } from "../class/interrupt.ts";
import { openBook } from "../class/openBook.ts";
import type { ClassOptions } from "../class/options.ts";
import { ProgressDisplay } from "../class/progress.ts";
import { roomOptions } from "../class/roomOptions.ts";
import { announce, tellTroubled } from "../class/say.ts";
import { openClassOf, readSetting } from "../class/setting.ts";
import { writeClass } from "../class/writeClass.ts";

export interface RegradeOptions extends ClassOptions {
  readonly yes?: true;
}

/** Grades what has changed, says which grades would change, and changes them when told to. */
export async function regrade(path: string, options: RegradeOptions): Promise<void> {
  const setting = await readSetting(path, options);
  const { gradebook } = await openBook(options);
  try {
    const opened = await openClassOf(gradebook, setting, options);
    announce(setting, opened, options);
    const { signal, release } = onInterrupt();
    const display = new ProgressDisplay(process.stderr);
    const { id: classId, works } = opened;
    const request = { classId, works, jobs: options.jobs, signal, onProgress: display.show };
    const found = await regradeClass(gradebook, () => openRoom(roomOptions(options)), request).finally(() => {
      display.end();
      release();
    });
    if (signal.aborted) {
      process.exitCode = INTERRUPTED;
      return;
    }
    process.stdout.write(`${describe(found).join("\n")}\n`);
    tellTroubled(found);
    process.exitCode = found.troubled.length === 0 ? 0 : 1;
    if (found.keys.length === 0 && !opened.reseeded) return;
    if (options.yes !== true && !(await isAgreed())) return;
    await gradebook.publish(classId, found.keys, { replace: true });
    await gradebook.saveClass(opened);
    await writeClass(gradebook, classId, { setting, out: options.out });
    process.stdout.write(`Written. Results: ${options.out}\n`);
  } finally {
    await gradebook.close();
  }
}

function describe({ changes, keys }: Regrade): readonly string[] {
  if (keys.length === 0) return ["Nothing has changed."];
  const same = keys.length - changes.length;
  return [
    `${String(keys.length)} grades made anew; ${String(same)} stay as they were, ${String(changes.length)} would change:`,
    ...changes.map(line),
  ];
}

function line({ student, exercise, before, after }: Change): string {
  const was = before === undefined ? "no grade" : String(before.report.score);
  const is = `${String(after.report.score)} of ${String(after.report.maxScore)}`;
  const remark = before?.report.score === after.report.score ? " (for other reasons)" : "";
  return `  ${student}  ${exercise}: ${was} -> ${is}${remark}`;
}

async function isAgreed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    process.stdout.write("Nothing is written. With --yes it is.\n");
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question("Write them? [y/N] ")).trim());
  } finally {
    terminal.close();
  }
}
