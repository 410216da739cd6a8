import { open } from "node:fs/promises";
import { basename, extname } from "node:path";
import { fromFdPromise, type Entry, type ZipFile } from "yauzl";
import type { Refused } from "#contract/class.ts";
import type { ReadLimits } from "./limits.ts";
import { placePath, printable } from "./safePath.ts";
import { unopenable, type Found, type Refusal, type Source } from "./source.ts";
import { broken, inflate, refusalOf } from "./zipEntry.ts";
import { entryNames } from "./zipNames.ts";

/** A zip as a source: listed from its directory, each file inflated only when it is asked for. `prefix` names it in origins. */
export async function openZip(path: string, limits: ReadLimits, prefix = ""): Promise<Source> {
  const name = basename(path, extname(path)).normalize("NFC");
  const origin = prefix === "" ? basename(path) : prefix.slice(0, -1);
  // the file is closed here and not by yauzl, which keeps it open after a stream that broke off
  const file = await open(path).catch((cause: unknown) => cause as NodeJS.ErrnoException);
  if (file instanceof Error) return nothing(name, { origin, ...unopenable(file) });
  const opened = await fromFdPromise(file.fd, options).catch((cause: unknown) => broken(cause));
  const close = (): Promise<void> => file.close();
  if ("code" in opened) return { ...nothing(name, { origin, ...opened }), close };
  const { entries, trouble } = await listEntries(opened, limits);
  const placed = placeEntries(opened, entries, limits, prefix);
  return {
    ...placed,
    name,
    refused: [...placed.refused, ...(trouble ? [{ origin, ...trouble }] : [])],
    close,
  };
}

function nothing(name: string, refused: Refused): Source {
  return { name, found: [], folders: [], clones: [], refused: [refused], close: () => Promise.resolve() };
}

const options = {
  autoClose: false,
  decodeStrings: false, // one bad name must not end the reading of all
  validateEntrySizes: false, // checked below, for the file that is read
} as const;

interface Listing {
  readonly entries: readonly Entry[];
  readonly trouble?: Refusal;
}

async function listEntries(zip: ZipFile, limits: ReadLimits): Promise<Listing> {
  const entries: Entry[] = [];
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      bytes += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
      if (entries.length >= limits.entries || bytes > limits.directoryBytes)
        return { entries, trouble: overflow(entries.length) };
      entries.push(entry);
    }
    return { entries };
  } catch (cause) {
    return { entries, trouble: broken(cause) };
  }
}

function overflow(count: number): Refusal {
  return { code: "archive-too-large", reason: `Only its first ${count} entries were looked at.` };
}

function placeEntries(zip: ZipFile, entries: readonly Entry[], limits: ReadLimits, prefix: string) {
  const found: Found[] = [];
  const folders = new Set<string>();
  const clones = new Set<string>();
  const refused: Refused[] = [];
  const names = entryNames(entries);
  entries.forEach((entry, at) => {
    const name = names[at] ?? "";
    const clone = /^((?:[^/]+\/)+)\.git\//.exec(name)?.[1];
    if (clone !== undefined) clones.add(clone.slice(0, -1).normalize("NFC"));
    const placed = placePath(name, limits);
    if ("code" in placed) refused.push({ origin: prefix + printable(name), ...placed });
    if (!("path" in placed)) return;
    const isFolder = /[/\\]$/.test(name);
    addFolders(folders, placed.path, isFolder);
    if (!isFolder)
      found.push(asFound(zip, entry, { ...placed, origin: prefix + printable(placed.path), limits }));
  });
  return { found, folders: [...folders], clones: [...clones], refused };
}

function addFolders(folders: Set<string>, path: string, isFolder: boolean): void {
  const segments = path.split("/").slice(0, isFolder ? undefined : -1);
  if (segments.length > 0) folders.add(segments[0] ?? "");
  if (segments.length > 1) folders.add(segments.slice(0, 2).join("/"));
}

interface Place {
  readonly path: string;
  readonly refusal?: Refusal;
  readonly origin: string;
  readonly limits: ReadLimits;
}

function asFound(zip: ZipFile, entry: Entry, { path, origin, limits, ...place }: Place): Found {
  const refusal = place.refusal ?? refusalOf(entry);
  const modifiedMs = entry.getLastModDate({ timezone: "UTC" }).getTime();
  return {
    path,
    origin,
    modifiedMs: Number.isNaN(modifiedMs) ? 0 : modifiedMs,
    ...(refusal && { refusal }),
    read: (mostBytes) => inflate(zip, entry, mostBytes, limits),
  };
}
