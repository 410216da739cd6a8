import { zipOf, type Files } from "./support.ts";

/** What to make of one entry that no honest program writes; all else stays as it was. */
export interface Crafted {
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly compressedSize?: number;
  readonly size?: number;
  /** Unix type and permissions. */
  readonly mode?: number;
  /** As many bytes as the name has that they replace. */
  readonly name?: Uint8Array;
}

const CENTRAL = 0x02014b50;

/** A zip of the files with some of its headers forged; names are of ASCII and differ. */
export function craft(files: Files, entries: Readonly<Record<string, Crafted>>): Buffer {
  const bytes = zipOf(files);
  for (const [name, crafted] of Object.entries(entries)) forge(bytes, centralHeader(bytes, name), crafted);
  return bytes;
}

function centralHeader(bytes: Buffer, name: string): number {
  for (let at = 0; at < bytes.length - 46; at += 1) {
    const isHeader = bytes.readUInt32LE(at) === CENTRAL;
    if (isHeader && bytes.toString("latin1", at + 46, at + 46 + bytes.readUInt16LE(at + 28)) === name)
      return at;
  }
  throw new Error(`the archive has no entry ${name}`);
}

/** Offsets of APPNOTE 4.3.12, and of 4.3.7 for the name in front of the content. */
function forge(bytes: Buffer, at: number, crafted: Crafted): void {
  const { flags, method, crc, compressedSize, size, mode, name } = crafted;
  if (flags !== undefined) bytes.writeUInt16LE(flags, at + 8);
  if (method !== undefined) bytes.writeUInt16LE(method, at + 10);
  if (crc !== undefined) bytes.writeUInt32LE(crc, at + 16);
  if (compressedSize !== undefined) bytes.writeUInt32LE(compressedSize, at + 20);
  if (size !== undefined) bytes.writeUInt32LE(size, at + 24);
  if (mode !== undefined) bytes.writeUInt32LE((mode << 16) >>> 0, at + 38);
  if (name === undefined) return;
  bytes.set(name, at + 46);
  bytes.set(name, bytes.readUInt32LE(at + 42) + 30);
}
