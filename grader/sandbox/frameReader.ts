/** Cuts a stream into frames: a u32le length and that many bytes of JSON. Throws at a frame longer than `maxBytes`. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #held = 0;
  #wanted = -1; // bytes of the frame that is arriving, or -1 before its header
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The frames that `chunk` completes, parsed. */
  *push(chunk: Buffer): Generator {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    for (;;) {
      if (this.#wanted < 0) {
        if (this.#held < 4) return;
        this.#wanted = this.#take(4).readUInt32LE(0);
        if (this.#wanted > this.#maxBytes) throw new Error("a frame is too long");
      }
      if (this.#held < this.#wanted) return;
      const body = this.#take(this.#wanted);
      this.#wanted = -1;
      yield JSON.parse(body.toString("utf8"));
    }
  }

  #take(length: number): Buffer {
    const all = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks);
    this.#chunks = [all.subarray(length)];
    this.#held -= length;
    return all.subarray(0, length);
  }
}

export function frame(body: string | Buffer): Buffer {
  const bytes = typeof body === "string" ? Buffer.from(body, "utf8") : body;
  const header = Buffer.alloc(4);
  header.writeUInt32LE(bytes.length);
  return Buffer.concat([header, bytes]);
}
