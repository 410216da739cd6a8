import { readSync, writeSync } from "node:fs";

/** Blocking frames on the standard streams: a u32le length and that many bytes. Returns undefined at the end of the input. */
export function readFrame(): Buffer | undefined {
  const header = readExactly(4);
  return header && readExactly(header.readUInt32LE(0));
}

export function writeFrame(text: string): void {
  const body = Buffer.from(text, "utf8");
  const header = Buffer.alloc(4);
  header.writeUInt32LE(body.length);
  writeAll(Buffer.concat([header, body]));
}

function readExactly(length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const read = retry(() => readSync(0, bytes, filled, length - filled, null));
    if (read === 0) return undefined;
    filled += read;
  }
  return bytes;
}

function writeAll(bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) {
    written += retry(() => writeSync(1, bytes, written, bytes.length - written));
  }
}

/** A stream that another process made non-blocking answers EAGAIN; Windows reports the end of the input as EOF. */
function retry(attempt: () => number): number {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(sleeper, 0, 0, 1);
    }
  }
}

const sleeper = new Int32Array(new SharedArrayBuffer(4));
