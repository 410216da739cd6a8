import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  /** With forward slashes. */
  readonly name: string;
  readonly content: Uint8Array;
  /** Unix permissions, where they matter: 0o755 for a program. */
  readonly mode?: number;
}

/** A .zip of the entries, in their order and without times: equal contents give equal bytes. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode } of entries) {
    const fields = commonFields(content, name);
    const local = Buffer.concat([signature(0x04034b50), fields.common, Buffer.from(name), fields.packed]);
    directory.push(directoryEntry(fields.common, { name, offset, mode }));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...parts, listed, endOfDirectory(entries.length, listed.length, offset)]);
}

/** The fields that a file has before its content and in the directory at the end. */
function commonFields(content: Uint8Array, name: string): { common: Buffer; packed: Buffer } {
  const packed = deflateRawSync(content, { level: 9 });
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0); // version 2.0 of the format reads it
  common.writeUInt16LE(0x0800, 2); // names are UTF-8
  common.writeUInt16LE(8, 4); // deflated
  common.writeUInt16LE(0x21, 8); // 1 January 1980
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(Buffer.byteLength(name), 22);
  return { common, packed };
}

interface Place {
  readonly name: string;
  readonly offset: number;
  readonly mode: number | undefined;
}

/** Permissions are told in Unix's way, the high half of the external attributes, with 3 for Unix as what made the entry. */
function directoryEntry(common: Buffer, { name, offset, mode }: Place): Buffer {
  const madeBy = Buffer.from([20, mode === undefined ? 0 : 3]);
  const rest = Buffer.alloc(14);
  if (mode !== undefined) rest.writeUInt32LE(((0o100000 | mode) << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), madeBy, common, rest, Buffer.from(name)]);
}

function endOfDirectory(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
