import { openRoom } from "#classroom/room.ts";
import { work } from "#classroom/work.ts";
import { openServer } from "#gradebook/server/openServer.ts";
import { onInterrupt } from "../class/interrupt.ts";
import type { ClassOptions } from "../class/options.ts";
import { openQueueHere } from "../class/queueHere.ts";
import { roomOptions } from "../class/roomOptions.ts";
import { warnOfSandbox } from "../class/say.ts";

export type WorkerOptions = Pick<ClassOptions, "jobs" | "sandbox" | "backend" | "exercises"> & {
  readonly database: string;
};

/** Grades what `gradus grade --database` queues, here or on another machine, until it is stopped. */
export async function worker(options: WorkerOptions): Promise<void> {
  warnOfSandbox(options.sandbox);
  const { signal, release } = onInterrupt();
  const { gradebook, database } = await openServer(options.database);
  try {
    const queue = await openQueueHere(database, options);
    const room = await openRoom(roomOptions(options));
    process.stderr.write("Ready for submissions; Ctrl-C stops.\n");
    try {
      await work({ gradebook, queue, room }, { jobs: options.jobs, signal, onGraded: tell });
    } finally {
      await room.close();
      await queue.close();
    }
  } finally {
    await gradebook.close();
    release();
  }
}

function tell(student: string): void {
  process.stderr.write(`graded ${student}\n`);
}
