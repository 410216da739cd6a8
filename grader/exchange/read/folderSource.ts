import { constants } from "node:fs";
import { lstat, open, readdir, type FileHandle } from "node:fs/promises";
import type { Dirent } from "node:fs";
import { basename, join } from "node:path";
import type { Refused } from "#contract/class.ts";
import type { ReadLimits } from "./limits.ts";
import { isLitter, placeSegments, printable } from "./safePath.ts";
import { inOrder, tooLarge, unopenable, type Found, type Refusal, type Source } from "./source.ts";

interface Walk {
  readonly root: string;
  readonly limits: ReadLimits;
  readonly found: Found[];
  readonly folders: string[];
  readonly clones: string[];
  readonly refused: Refused[];
  entries: number;
}

/** A folder as a source. Links are reported and never followed; the folder itself may be one, that is the instructor's. */
export async function openFolder(root: string, limits: ReadLimits): Promise<Source> {
  const walk: Walk = { root, limits, found: [], folders: [], clones: [], refused: [], entries: 0 };
  await visit(walk, []);
  return { ...walk, name: basename(root).normalize("NFC"), close: () => Promise.resolve() };
}

async function visit(walk: Walk, segments: readonly string[]): Promise<void> {
  const listed = await list(join(walk.root, ...segments));
  if (listed === null) {
    add(walk, segments, 0, { code: "unreadable", reason: "The folder cannot be opened." });
    return;
  }
  for (const entry of listed) {
    if (walk.entries >= walk.limits.entries) {
      reportOverflow(walk);
      return;
    }
    walk.entries += 1;
    await visitEntry(walk, [...segments, entry.name], entry);
  }
}

async function list(folder: string): Promise<Dirent[] | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  return entries?.toSorted((left, right) => inOrder(left.name, right.name)) ?? null;
}

async function visitEntry(walk: Walk, segments: readonly string[], entry: Dirent): Promise<void> {
  if (entry.name === ".git") walk.clones.push(segments.slice(0, -1).join("/").normalize("NFC"));
  if (isLitter(entry.name)) return;
  if (entry.isSymbolicLink()) add(walk, segments, 0, linkRefusal);
  else if (entry.isDirectory()) await visitFolder(walk, segments);
  else if (entry.isFile()) add(walk, segments, await modifiedMs(join(walk.root, ...segments)));
  else add(walk, segments, 0, deviceRefusal);
}

async function visitFolder(walk: Walk, segments: readonly string[]): Promise<void> {
  const placed = placeSegments(segments, walk.limits);
  if ("ignored" in placed) return;
  if (placed.refusal) {
    add(walk, segments, 0);
    return;
  }
  if (segments.length <= 2) walk.folders.push(placed.path);
  await visit(walk, segments);
}

function add(walk: Walk, segments: readonly string[], modified: number, refusal?: Refusal): void {
  const placed = placeSegments(segments, walk.limits);
  if ("ignored" in placed) return;
  const why = refusal ?? placed.refusal;
  walk.found.push({
    path: placed.path,
    origin: printable(placed.path),
    modifiedMs: modified,
    ...(why && { refusal: why }),
    read: (mostBytes) => readPlainFile(join(walk.root, ...segments), mostBytes),
  });
}

export const linkRefusal: Refusal = {
  code: "symlink",
  reason: "It is a symbolic link; links are not followed.",
};
export const deviceRefusal: Refusal = { code: "unreadable", reason: "It is not a plain file." };

function reportOverflow(walk: Walk): void {
  if (walk.refused.length > 0) return;
  const reason = `There are more than ${walk.limits.entries} files; the others were not looked at.`;
  walk.refused.push({ origin: basename(walk.root), code: "archive-too-large", reason });
}

async function modifiedMs(path: string): Promise<number> {
  return await lstat(path).then(
    (facts) => facts.mtimeMs,
    () => 0,
  );
}

/** What was a file when it was listed may be a link or a pipe now: neither is followed or waited for. */
async function readPlainFile(path: string, mostBytes: number): Promise<Uint8Array | Refusal> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch((cause: unknown) => cause as NodeJS.ErrnoException);
  if (file instanceof Error) return unopenable(file);
  try {
    return (await file.stat()).isFile() ? await readAtMost(file, mostBytes) : deviceRefusal;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return { code: "unreadable", reason: `It cannot be read: ${String(code)}.` };
  } finally {
    await file.close();
  }
}

async function readAtMost(file: FileHandle, mostBytes: number): Promise<Uint8Array | Refusal> {
  const buffer = new Uint8Array(Math.min(mostBytes, (await file.stat()).size) + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length > mostBytes ? tooLarge(mostBytes) : buffer.subarray(0, length);
}
