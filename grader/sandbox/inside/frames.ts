import { readSync, writeSync } from "node:fs";
import { performance } from "node:perf_hooks";

/** Blocking frames on the standard streams: a u32le length and that many bytes. Returns undefined at the end of the input. */
export function readFrame(): Buffer | undefined {
  const header = readExactly(4);
  heldSince = performance.now();
  return header && readExactly(header.readUInt32LE(0));
}

/** Keeps a frame until `flush`: a write for each of a thousand quick replies costs more than the calls themselves. */
export function holdFrame(text: string): void {
  const body = Buffer.from(text, "utf8");
  const header = Buffer.alloc(4);
  header.writeUInt32LE(body.length);
  held.push(header, body);
  heldBytes += body.length;
  if (heldBytes > maxHeldBytes || performance.now() - heldSince > maxHeldMs) flush();
}

/** Writes what is held, before anything waits for it. */
export function flush(): void {
  if (held.length > 0) writeAll(Buffer.concat(held));
  held = [];
  heldBytes = 0;
  heldSince = performance.now();
}

/** After so long the next reply goes out with all that wait; while a call runs nothing is written, however long it takes. */
const maxHeldMs = 4;
const maxHeldBytes = 2 ** 16;
let held: Buffer[] = [];
let heldBytes = 0;
let heldSince = 0;

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
