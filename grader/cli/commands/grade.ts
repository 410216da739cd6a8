import { gradeClass, type GradeClassOptions, type Graded } from "#classroom/gradeClass.ts";
import { refuseOtherSeed, type OpenClass } from "#classroom/openClass.ts";
import { openRoom, type Room } from "#classroom/room.ts";
import { INTERRUPTED, onInterrupt } from "../class/interrupt.ts";
import { isOnServer, openBook, type Book, type ServerBook } from "../class/openBook.ts";
import type { ClassOptions } from "../class/options.ts";
import { ProgressDisplay } from "../class/progress.ts";
import { roomOptions } from "../class/roomOptions.ts";
import { announce, tellTroubled } from "../class/say.ts";
import { openClassOf, readSetting } from "../class/setting.ts";
import { writeClass } from "../class/writeClass.ts";

/** Grades a class, or what is left of it, and writes its reports. */
export async function grade(path: string, options: ClassOptions): Promise<void> {
  const setting = await readSetting(path, options);
  const book = await openBook(options);
  try {
    const opened = await openClassOf(book.gradebook, setting, options);
    refuseOtherSeed(opened);
    announce(setting, opened, options);
    const graded = await gradeAll(book, opened, options);
    if (graded === undefined) {
      process.stderr.write("Stopped. The same command goes on where this one left off.\n");
      process.exitCode = INTERRUPTED;
      return;
    }
    await writeClass(book.gradebook, opened.id, { setting, out: options.out });
    conclude(graded, options.out);
  } finally {
    await book.gradebook.close();
  }
}

async function gradeAll(book: Book, opened: OpenClass, options: ClassOptions): Promise<Graded | undefined> {
  const { signal, release } = onInterrupt();
  const display = new ProgressDisplay(process.stderr);
  const { id: classId, works } = opened;
  const request = { classId, works, jobs: options.jobs, signal, onProgress: display.show };
  const room = (): Promise<Room> => openRoom(roomOptions(options));
  try {
    const graded = isOnServer(book)
      ? await gradeWithQueue(book, room, { ...opened, ...request, exercises: options.exercises })
      : await gradeClass(book.gradebook, room, request);
    return signal.aborted ? undefined : graded;
  } finally {
    display.end();
    release();
  }
}

async function gradeWithQueue(
  { gradebook, database }: ServerBook,
  room: () => Promise<Room>,
  { exercises, ...request }: OpenClass & GradeClassOptions & { readonly exercises: string | undefined },
): Promise<Graded> {
  const [{ openQueueHere }, { gradeOnServer }] = await Promise.all([
    import("../class/queueHere.ts"),
    import("#classroom/gradeOnServer.ts"),
  ]);
  const queue = await openQueueHere(database, exercises === undefined ? {} : { exercises });
  try {
    return await gradeOnServer(gradebook, room, { ...request, queue });
  } finally {
    await queue.close();
  }
}

function conclude({ outdated, ...graded }: Graded, out: string): void {
  tellTroubled(graded);
  if (outdated.length > 0)
    process.stderr.write(
      `${String(outdated.length)} grades are of an earlier submission, exercise or grader; gradus regrade shows what would change.\n`,
    );
  process.stdout.write(`Results: ${out}\n`);
  process.exitCode = graded.troubled.length === 0 ? 0 : 1;
}
