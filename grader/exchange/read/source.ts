import type { RefusalCode, Refused } from "#contract/class.ts";

/** Why something is not taken; whose it is and where it was is added by whoever knows. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly reason: string;
}

/** Something in a folder or an archive, as it is listed: none of its content has been read. */
export interface Found {
  /** Segments in NFC joined by "/", relative to the source. */
  readonly path: string;
  /** The same for people, with the archive's name where there are several. */
  readonly origin: string;
  /** Comparable within a source only: archives keep local times. */
  readonly modifiedMs: number;
  /** Known to be none of ours from the listing alone: a link, a device, a folder that is too deep. */
  readonly refusal?: Refusal;
  /** At most so many bytes of the content; a file that has more is refused. */
  read(mostBytes: number): Promise<Uint8Array | Refusal>;
}

/** A folder or an archive with the work of several students, or of one. */
export interface Source {
  /** Name without extension. */
  readonly name: string;
  readonly found: readonly Found[];
  /** Folders at the first two levels, empty ones too: a student who handed nothing in may have one. */
  readonly folders: readonly string[];
  /** Folders that hold a `.git`. */
  readonly clones: readonly string[];
  /** What has no place inside: a path that leads out, a list of contents that breaks off. */
  readonly refused: readonly Refused[];
  close(): Promise<void>;
}

export function isRefusal(value: object): value is Refusal {
  return "code" in value && "reason" in value;
}

export function tooLarge(mostBytes: number): Refusal {
  return { code: "too-large", reason: `The file is larger than ${mostBytes / 1024} KiB.` };
}

export function unopenable({ code = "unknown error" }: NodeJS.ErrnoException): Refusal {
  return { code: "unreadable", reason: `It cannot be opened: ${code}.` };
}

/** By code points, the same on every machine. */
export function inOrder(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
