import type { Readable } from "node:stream";
import { fromExactJson, toExactJson } from "./exactJson.ts";

const headerBytes = 4;

/** One message on the wire: its length as u32 little-endian, then its JSON in UTF-8. */
export function encodeFrame(message: unknown): Buffer {
  const body = Buffer.from(toExactJson(message), "utf8");
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(body.length);
  return Buffer.concat([header, body]);
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
      const end = headerBytes + buffer.readUInt32LE(0);
      needed = end;
      if (length < end) continue;
      receive(fromExactJson(buffer.toString("utf8", headerBytes, end)));
      chunks = [buffer.subarray(end)];
      length -= end;
      needed = headerBytes;
    }
  });
}
