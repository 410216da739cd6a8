import assert from "node:assert/strict";
import type { ChildProcessWithoutNullStreams } from "node:child_process";

/** What a process says, read from where the last expectation ended. */
export class Watched {
  #text = "";
  #from = 0;
  #wake: (() => void) | undefined;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<number | null>;

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    const hear = (text: string): void => {
      this.#text += text;
      this.#wake?.();
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    this.#ended = new Promise((resolve) => child.once("close", resolve));
  }

  async says(pattern: RegExp): Promise<string> {
    for (;;) {
      const match = pattern.exec(this.rest());
      if (match !== null) {
        this.#from += match.index + match[0].length;
        return match[0];
      }
      const gone = await Promise.race([this.#more(), this.#ended.then(() => true)]);
      if (gone && pattern.exec(this.rest()) === null)
        assert.fail(`it ended before it said ${pattern}: ${this.#text}`);
    }
  }

  rest(): string {
    return this.#text.slice(this.#from);
  }

  interrupt(): Promise<number | null> {
    this.#child.kill("SIGINT");
    return this.#ended;
  }

  #more(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#wake = () => {
        resolve(false);
      };
    });
  }
}
