import type { Student } from "#contract/class.ts";
import type { Handle } from "./layouts/layout.ts";
import { nameKeys, squash, type Directory } from "./people.ts";
import type { Refusal } from "./source.ts";

/** A student of the roster and how surely it is the one: 3 by id, 2 by name, 1 by the beginning of a folder's name. */
export interface Match {
  readonly student: Student;
  readonly sureness: 1 | 2 | 3;
}

export interface Sighting {
  readonly handle: Handle;
  /** Whether all names of this source say the same, as in anonymous assignments. */
  readonly anonymous: boolean;
}

/** Whom of the roster a platform means. */
export function identify({ handle, anonymous }: Sighting, directory: Directory): Match | Refusal {
  const student = byNumber(handle, anonymous, directory) ?? byFolder(handle, directory);
  if (student !== undefined) return { student, sureness: 3 };
  const named = directory.byName(handle.name);
  if (named.length > 1) return unknown(`The roster has ${named.length} students called "${handle.name}".`);
  if (named[0] !== undefined) return { student: named[0], sureness: 2 };
  const begun = handle.platform === "folder" ? byBeginning(handle.name, directory) : undefined;
  return begun
    ? { student: begun, sureness: 1 }
    : unknown(`"${handle.name}"${numbered(handle)} is not in the roster.`);
}

/**
 * By the platform's number or account. Moodle counts students anew in every assignment, so that the roster's number may be
 * of another one: it only counts where the name does not contradict it.
 */
function byNumber(handle: Handle, anonymous: boolean, directory: Directory): Student | undefined {
  const { platform, id } = handle;
  if (id === undefined) return undefined;
  if (platform === "gradus") return directory.byId(id);
  const student = directory.byAlias(platform, id);
  if (platform !== "moodle" || student === undefined || anonymous) return student;
  return nameKeys(student.name).includes(squash(handle.name)) ? student : undefined;
}

function byFolder({ platform, name }: Handle, directory: Directory): Student | undefined {
  if (platform !== "folder") return undefined;
  const accounts = ["login", "github", "canvas", "moodle"].map((account) => directory.byAlias(account, name));
  return directory.byId(name) ?? directory.byEmail(name) ?? accounts.find((student) => student !== undefined);
}

/** "s001 Yamada Taro", "s001_yamada". */
function byBeginning(name: string, directory: Directory): Student | undefined {
  const [, id] = /^([^\s_]+)[\s_]/u.exec(name) ?? [];
  return id === undefined ? undefined : directory.byId(id);
}

function numbered({ id, name }: Handle): string {
  return id === undefined || id === name ? "" : ` (${id})`;
}

function unknown(reason: string): Refusal {
  return { code: "unknown-student", reason };
}

/** A class without a roster: students as the platform names them. Of several Moodle downloads the names are what they share. */
export function strangers(severalSources: boolean): (sighting: Sighting) => Match {
  return ({ handle, anonymous }) => {
    const { platform, id, name } = handle;
    const byName = platform === "moodle" && severalSources && !anonymous;
    const student = {
      id: byName ? name : (id ?? handle.key),
      name,
      ...(id !== undefined && platform !== "gradus" && { aliases: { [platform]: id } }),
    };
    return { student, sureness: 3 };
  };
}
