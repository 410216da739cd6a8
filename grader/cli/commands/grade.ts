import { gradeClass, type GradeClassOptions, type Graded } from "#classroom/gradeClass.ts";
import { GradusError } from "#contract/errors.ts";
import { refuseOtherSeed, type OpenClass } from "#classroom/openClass.ts";
import { openRoom, type Room } from "#classroom/room.ts";
import { INTERRUPTED, onInterrupt } from "../class/interrupt.ts";
import { isOnServer, openBook, type Book, type ServerBook } from "../class/openBook.ts";
import type { ClassOptions } from "../class/options.ts";
import { roomOptions } from "../class/roomOptions.ts";
import { openClassOf, readSetting } from "../class/setting.ts";
import { jsonTeller, wordTeller, type Teller } from "../class/teller.ts";
import { writeClass } from "../class/writeClass.ts";

export interface GradeOptions extends ClassOptions {
  readonly json?: true;
}

/** Grades a class, or what is left of it, and writes its reports. */
export async function grade(path: string, options: GradeOptions): Promise<void> {
  const teller = options.json === true ? jsonTeller() : wordTeller(options);
  try {
    await gradeAndWrite(path, options, teller);
  } catch (error) {
    if (error instanceof GradusError) teller.fault(error.code, error.message);
    throw error;
  }
}

async function gradeAndWrite(path: string, options: ClassOptions, teller: Teller): Promise<void> {
  const setting = await readSetting(path, options);
  const book = await openBook(options);
  try {
    const opened = await openClassOf(book.gradebook, setting, options);
    refuseOtherSeed(opened);
    teller.opened(setting, opened);
    const graded = await gradeAll(book, opened, { options, teller });
    if (graded === undefined) {
      teller.stopped();
      process.exitCode = INTERRUPTED;
      return;
    }
    await writeClass(book.gradebook, opened.id, { setting, out: options.out });
    teller.done(graded, options.out);
    process.exitCode = graded.troubled.length === 0 ? 0 : 1;
  } finally {
    await book.gradebook.close();
  }
}

async function gradeAll(
  book: Book,
  opened: OpenClass,
  { options, teller }: { readonly options: ClassOptions; readonly teller: Teller },
): Promise<Graded | undefined> {
  const { signal, release } = onInterrupt();
  const { id: classId, works } = opened;
  const request = { classId, works, jobs: options.jobs, signal, onProgress: teller.progress };
  const room = (): Promise<Room> => openRoom(roomOptions(options));
  try {
    const graded = isOnServer(book)
      ? await gradeWithQueue(book, room, { ...opened, ...request, exercises: options.exercises })
      : await gradeClass(book.gradebook, room, request);
    return signal.aborted ? undefined : graded;
  } finally {
    teller.graded();
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
