import { basename, extname } from "node:path";
import { crc32 } from "node:zlib";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import type { Refused } from "#contract/class.ts";
import { deviceRefusal, linkRefusal } from "./folderSource.ts";
import type { ReadLimits } from "./limits.ts";
import { placePath, printable } from "./safePath.ts";
import { tooLarge, type Found, type Refusal, type Source } from "./source.ts";
import { entryNames } from "./zipNames.ts";

/** A zip as a source: listed from its directory, each file inflated only when it is asked for. `prefix` names it in origins. */
export async function openZip(path: string, limits: ReadLimits, prefix = ""): Promise<Source> {
  const name = basename(path, extname(path)).normalize("NFC");
  const origin = prefix === "" ? basename(path) : prefix.slice(0, -1);
  const opened = await openPromise(path, {
    autoClose: false,
    decodeStrings: false, // one bad name must not end the reading of all
    validateEntrySizes: false, // checked below, for the file that is read
  }).catch((cause: unknown) => broken(cause));
  if ("code" in opened)
    return {
      name,
      found: [],
      folders: [],
      clones: [],
      refused: [{ origin, ...opened }],
      close: () => undefined,
    };
  const { entries, trouble } = await listEntries(opened, limits);
  const placed = placeEntries(opened, entries, limits, prefix);
  const refused = [...placed.refused, ...(trouble ? [{ origin, ...trouble }] : [])];
  return {
    ...placed,
    name,
    refused,
    close: () => {
      opened.close();
    },
  };
}

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

function broken(cause: unknown): Refusal {
  const said = cause instanceof Error ? cause.message : String(cause);
  return { code: "archive-broken", reason: printable(`The archive is damaged: ${said}.`.replace("..", ".")) };
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
    const origin = prefix + printable(name);
    if ("code" in placed) refused.push({ origin, ...placed });
    if (!("path" in placed)) return;
    const isFolder = /[/\\]$/.test(name);
    addFolders(folders, placed.path, isFolder);
    if (!isFolder) found.push(asFound(zip, entry, { ...placed, origin, limits }));
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

/** The upper half of an entry's attributes is a Unix mode, whichever system it says that it comes from. */
function refusalOf(entry: Entry): Refusal | undefined {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (type === 0o120000) return linkRefusal;
  if (type !== 0 && type !== 0o100000) return deviceRefusal;
  if (entry.isEncrypted()) return { code: "archive-broken", reason: "It is encrypted." };
  if (!entry.canDecodeFileData())
    return {
      code: "archive-broken",
      reason: `It is compressed by method ${entry.compressionMethod}, not by deflate.`,
    };
  return undefined;
}

async function inflate(
  zip: ZipFile,
  entry: Entry,
  mostBytes: number,
  limits: ReadLimits,
): Promise<Uint8Array | Refusal> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > limits.ratioFromBytes && length > limits.ratio * entry.compressedSize) return bomb(limits);
      if (length > mostBytes) return tooLarge(mostBytes);
    }
  } catch (cause) {
    return broken(cause);
  }
  const bytes = Buffer.concat(chunks);
  const intact = length === entry.uncompressedSize && crc32(bytes) === entry.crc32;
  return intact ? bytes : broken("its content does not match its checksum");
}

function bomb(limits: ReadLimits): Refusal {
  return {
    code: "archive-too-large",
    reason: `It inflates to more than ${limits.ratio} times its compressed size.`,
  };
}

/** A local header, or the end of an archive without entries. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}
