import { open, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { GradusError } from "#contract/errors.ts";
import { openFolder } from "./folderSource.ts";
import type { ReadLimits } from "./limits.ts";
import { topFolders, type Setting } from "./layouts/layout.ts";
import { isOneStudents, recognise, type Recognised } from "./recognise.ts";
import { inOrder, type Found, type Source } from "./source.ts";
import { isZip } from "./zipEntry.ts";
import { openZip } from "./zipSource.ts";

export interface Opening {
  readonly exercises: readonly string[];
  readonly accounts: readonly string[];
  readonly limits: ReadLimits;
  /** Takes what is open now and has to be closed, whatever happens next. */
  readonly keep: (source: Source) => void;
}

/**
 * What there is to read at a path: a folder, or a zip. Zips side by side at the top of a folder are opened too. They are of
 * one kind: downloads, one per assignment, if every one of them is recognised as a platform's and no student's folder lies
 * beside them; else each is a student's, named after its file, and nothing in it can make it count as somebody else's. A
 * zip inside a zip, or inside what a student handed in, stays closed.
 */
export async function openSources(path: string, opening: Opening): Promise<readonly Recognised[]> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw new GradusError("file-not-found", `There is no folder or archive ${path}.`, { cause });
  });
  if (facts.isDirectory()) return await openTogether(path, opening);
  if (!facts.isFile() || !(await beginsAsZip(path)))
    throw new GradusError("file-not-readable", `${path} is neither a folder nor a zip archive.`);
  const source = await openZip(path, opening.limits);
  opening.keep(source);
  return [await recogniseAlone({ ...opening, source })];
}

/** Somebody may want to grade one student: what would be a class of exercises is one student's work. */
async function recogniseAlone(setting: Setting): Promise<Recognised> {
  const recognised = await recognise(setting);
  const isClass = recognised.layout.platform !== "folder" || !isOneStudents(setting);
  return isClass ? recognised : await recognise({ ...setting, source: asOneFolder(setting.source) });
}

async function openTogether(path: string, opening: Opening): Promise<readonly Recognised[]> {
  const folder = await openFolder(path, opening.limits);
  const recognised = await recogniseAlone({ ...opening, source: folder });
  const archives = recognised.layout.platform === "folder" ? folder.found.filter(isArchiveAtTop) : [];
  if (archives.length === 0) return [recognised];
  const zips: Source[] = [];
  for (const { path: name, origin } of archives.toSorted((left, right) => inOrder(left.path, right.path))) {
    const zip = await openZip(join(path, name), opening.limits, `${origin}/`);
    opening.keep(zip);
    zips.push(zip);
  }
  const downloads = folder.folders.length > 0 ? null : await recogniseDownloads(zips, opening);
  if (downloads) return downloads;
  const rest = { ...folder, found: folder.found.filter((one) => !archives.includes(one)) };
  return [await recognise({ ...opening, source: merged([rest, ...zips.map(asOneFolder)]) })];
}

/** Null as soon as one is nothing that a platform writes; a forged index in one must not end the reading of all. */
async function recogniseDownloads(
  zips: readonly Source[],
  opening: Opening,
): Promise<readonly Recognised[] | null> {
  const downloads: Recognised[] = [];
  for (const source of zips) {
    const download = await recognise({ ...opening, source }).catch(() => null);
    if (download === null || download.layout.platform === "folder") return null;
    downloads.push(download);
  }
  return downloads;
}

function isArchiveAtTop({ path, refusal }: Found): boolean {
  return !path.includes("/") && extname(path).toLowerCase() === ".zip" && refusal === undefined;
}

/** As if it had been unpacked into a folder of its name: whatever is in it, or wrong with it, is one student's. */
function asOneFolder(source: Source): Source {
  const { name } = source;
  const wrong = source.refused.map(({ origin, code, reason }): Found => {
    const refusal = { code, reason };
    return {
      path: `${name}/${origin}`,
      origin,
      modifiedMs: 0,
      refusal,
      read: () => Promise.resolve(refusal),
    };
  });
  const found = [...source.found.map((one) => ({ ...one, path: `${name}/${one.path}` })), ...wrong];
  const folders = [name, ...topFolders(source.folders).map((folder) => `${name}/${folder}`)];
  return { ...source, found, folders, clones: [], refused: [] };
}

function merged(sources: readonly [Source, ...Source[]]): Source {
  return {
    ...sources[0],
    found: sources.flatMap(({ found }) => found),
    folders: [...new Set(sources.flatMap(({ folders }) => folders))],
    refused: sources.flatMap(({ refused }) => refused),
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
