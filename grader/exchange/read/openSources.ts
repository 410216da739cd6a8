import { open, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { GradusError } from "#contract/errors.ts";
import { openFolder } from "./folderSource.ts";
import type { ReadLimits } from "./limits.ts";
import type { Setting } from "./layouts/layout.ts";
import { isOneStudents, isOneStudentsZip, recognise, type Recognised } from "./recognise.ts";
import { inOrder, type Found, type Source } from "./source.ts";
import { isZip, openZip } from "./zipSource.ts";

export interface Opening {
  readonly exercises: readonly string[];
  readonly accounts: readonly string[];
  readonly limits: ReadLimits;
}

export interface Opened {
  readonly sources: readonly Recognised[];
  /** Everything that was opened, also what became part of another source. */
  readonly all: readonly Source[];
}

/**
 * What there is to read at a path: a folder, or a zip. Zips side by side at the top of a folder are opened too: each is a
 * student's, named after its file, or a download of its own (one per assignment). A zip inside a zip, or inside what a
 * student handed in, stays closed.
 */
export async function openSources(path: string, opening: Opening): Promise<Opened> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw new GradusError("file-not-found", `There is no folder or archive ${path}.`, { cause });
  });
  if (facts.isDirectory()) return await openTogether(path, opening);
  if (!facts.isFile() || !(await beginsAsZip(path)))
    throw new GradusError("file-not-readable", `${path} is neither a folder nor a zip archive.`);
  const source = await openZip(path, opening.limits);
  return { sources: [await recogniseAlone({ ...opening, source })], all: [source] };
}

/** Somebody may want to grade one student: what would be a class of exercises is one student's work. */
async function recogniseAlone(setting: Setting): Promise<Recognised> {
  const recognised = await recognise(setting);
  const isClass = recognised.layout.platform !== "folder" || !isOneStudents(setting);
  return isClass ? recognised : await recognise({ ...setting, source: asOneFolder(setting.source) });
}

async function openTogether(path: string, opening: Opening): Promise<Opened> {
  const folder = await openFolder(path, opening.limits);
  const recognised = await recogniseAlone({ ...opening, source: folder });
  if (recognised.layout.platform !== "folder") return { sources: [recognised], all: [folder] };
  const archives = folder.found.filter(isArchiveAtTop);
  if (archives.length === 0) return { sources: [recognised], all: [folder] };
  return await openArchives(path, folder, archives, opening);
}

async function openArchives(
  path: string,
  folder: Source,
  archives: readonly Found[],
  opening: Opening,
): Promise<Opened> {
  const students: Source[] = [];
  const downloads: Recognised[] = [];
  const all: Source[] = [folder];
  for (const archive of archives.toSorted((left, right) => inOrder(left.path, right.path))) {
    const source = await openZip(join(path, archive.path), opening.limits, `${archive.origin}/`);
    all.push(source);
    const recognised = await recognise({ ...opening, source });
    const isStudents = recognised.layout.platform === "folder" && isOneStudentsZip({ ...opening, source });
    if (isStudents || source.found.length === 0) students.push(asOneFolder(source));
    else downloads.push(recognised);
  }
  const rest = folder.found.filter((one) => !archives.includes(one));
  const together = merged({ ...folder, found: rest }, students);
  const isEmpty =
    together.found.length === 0 && together.folders.length === 0 && together.refused.length === 0;
  const own = isEmpty && downloads.length > 0 ? [] : [await recognise({ ...opening, source: together })];
  return { sources: [...own, ...downloads], all };
}

function isArchiveAtTop({ path, refusal }: Found): boolean {
  return !path.includes("/") && extname(path).toLowerCase() === ".zip" && refusal === undefined;
}

/** As if it had been unpacked into a folder of its name. A folder of that name inside, all alone, is the same folder. */
function asOneFolder(source: Source): Source {
  const { name } = source;
  const found = source.found.map((one) => ({ ...one, path: `${name}/${one.path}` }));
  const folders = [
    name,
    ...source.folders.filter((folder) => !folder.includes("/")).map((folder) => `${name}/${folder}`),
  ];
  return { ...source, found, folders, clones: [] };
}

function merged(folder: Source, others: readonly Source[]): Source {
  return {
    ...folder,
    found: [folder, ...others].flatMap(({ found }) => found),
    folders: [...new Set([folder, ...others].flatMap(({ folders }) => folders))],
    refused: [folder, ...others].flatMap(({ refused }) => refused),
  };
}

async function beginsAsZip(path: string): Promise<boolean> {
  const file = await open(path).catch((cause: unknown) => {
    throw new GradusError("file-not-readable", `${path} cannot be read.`, { cause });
  });
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(4), 0, 4, 0);
    return bytesRead === 4 && isZip(buffer);
  } finally {
    await file.close();
  }
}
