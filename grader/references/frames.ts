import type { Readable } from "node:stream";
import { fromExactJson, toExactJson } from "./exactJson.ts";

const lengthBytes = 4;
const headerBytes = 3 * lengthBytes;

/**
 * One message on the wire: three lengths as u32 little-endian, then its JSON in UTF-8, then the lengths of its blocks of numbers
 * (u32), then the blocks. Both processes run on one machine, so a float64 travels as it lies in memory.
 */
export function encodeFrame(message: unknown): Buffer {
  const blocks: Float64Array[] = [];
  const body = Buffer.from(toExactJson(message, blocks), "utf8");
  const contents = blocks.map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  const lengths = u32s(contents.map(({ length }) => length));
  const numberBytes = contents.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([u32s([body.length, blocks.length, numberBytes]), body, lengths, ...contents]);
}

/** Calls `receive` with each message of the stream, in order. */
export function readFrames(stream: Readable, receive: (message: unknown) => void): void {
  let chunks: Buffer[] = [];
  let length = 0;
  let needed = headerBytes;
  stream.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    // Chunks are joined only once a frame is complete, so that a large frame is not copied again for each of its chunks.
    while (length >= needed) {
      const buffer = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
      chunks = [buffer];
      const end = endOf(buffer);
      needed = end;
      if (length < end) continue;
      receive(decode(buffer));
      chunks = [buffer.subarray(end)];
      length -= end;
      needed = headerBytes;
    }
  });
}

function endOf(frame: Buffer): number {
  const [bodyBytes, blocks, numberBytes] = [0, 1, 2].map((index) => u32(frame, index)) as Header;
  return headerBytes + bodyBytes + blocks * lengthBytes + numberBytes;
}

type Header = [bodyBytes: number, blocks: number, numberBytes: number];

function decode(frame: Buffer): unknown {
  const [bodyBytes, count] = [0, 1].map((index) => u32(frame, index)) as [number, number];
  const bodyEnd = headerBytes + bodyBytes;
  const lengths = frame.subarray(bodyEnd, bodyEnd + count * lengthBytes);
  let end = bodyEnd + lengths.length;
  const blocks = Array.from({ length: count }, (_, index) => {
    const start = end;
    end += u32(lengths, index);
    // copied, because a Float64Array must begin at a multiple of eight
    return new Float64Array(Uint8Array.from(frame.subarray(start, end)).buffer);
  });
  return fromExactJson(frame.toString("utf8", headerBytes, bodyEnd), blocks);
}

function u32(buffer: Buffer, index: number): number {
  return buffer.readUInt32LE(index * lengthBytes);
}

function u32s(numbers: readonly number[]): Buffer {
  const buffer = Buffer.alloc(numbers.length * lengthBytes);
  numbers.forEach((number, index) => buffer.writeUInt32LE(number, index * lengthBytes));
  return buffer;
}
