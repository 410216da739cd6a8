import { crc32 } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import { deviceRefusal, linkRefusal } from "./folderSource.ts";
import type { ReadLimits } from "./limits.ts";
import { printable } from "./safePath.ts";
import { tooLarge, type Refusal } from "./source.ts";

/** The upper half of an entry's attributes is a Unix mode, whichever system it says that it comes from. */
export function refusalOf(entry: Entry): Refusal | undefined {
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

/** At most so many bytes of an entry, counted as they come out of the inflater; its headers promise and are not believed. */
export async function inflate(
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

export function broken(cause: unknown): Refusal {
  const said = cause instanceof Error ? cause.message : String(cause);
  return { code: "archive-broken", reason: printable(`The archive is damaged: ${said}.`.replace("..", ".")) };
}

/** A local header, or the end of an archive without entries. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}
