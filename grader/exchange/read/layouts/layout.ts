import type { Student } from "#contract/class.ts";
import type { Source } from "../source.ts";

export type Platform = "folder" | "moodle" | "canvas" | "github" | "gradus";

/** Who handed something in, as the layout says it. */
export interface Handle {
  readonly platform: Platform;
  /** Equal keys in one source are one student. */
  readonly key: string;
  /** The platform's number or account, where it gives one. */
  readonly id?: string;
  readonly name: string;
  /** The folder or file that stands for the student. */
  readonly place: string;
}

/** Whose a file is and what can be told of it without reading it. */
export interface Claim {
  readonly who: Handle;
  /** The path under the student's own names. */
  readonly inner: string;
  /** The platform's own order of versions, compared number by number. */
  readonly version: readonly number[];
  readonly late?: boolean;
  readonly receivedAt?: string;
  /** The exercise, where the layout knows it and neither name nor content has a say. */
  readonly exercise?: string;
}

export interface Layout {
  readonly platform: Platform;
  /** Whose the file at this path is; null for what belongs to nobody. */
  claim(path: string): Claim | null;
  /** Students whom the layout knows without a file of theirs: empty folders, an index. */
  readonly handles: readonly Handle[];
  /** An index is as good as a roster. */
  readonly students?: readonly Student[];
}

/** What a layout is recognised from. */
export interface Setting {
  readonly source: Source;
  readonly exercises: readonly string[];
  /** GitHub accounts of the roster, in lower case. */
  readonly accounts: readonly string[];
}

export function topFolders(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !folder.includes("/"));
}

/** First segment and the rest. */
export function splitFirst(path: string): readonly [first: string, rest: string] {
  const slash = path.indexOf("/");
  return slash < 0 ? [path, ""] : [path.slice(0, slash), path.slice(slash + 1)];
}
