import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { text as readAll } from "node:stream/consumers";
import { Writable } from "node:stream";
import { GradusError } from "#contract/errors.ts";
import { checkedSeed } from "#classroom/seeds.ts";

/** `-` reads it from standard input, where no list of processes and no file shows it. */
export async function seedFromFile(path: string): Promise<string> {
  const text = await (path === "-" ? readAll(process.stdin) : readFile(path, "utf8")).catch(
    (cause: unknown) => {
      throw new GradusError("file-not-found", `The seed file ${path} cannot be read.`, { cause });
    },
  );
  return checkedSeed(text);
}

/** Asks whoever sits at the terminal; what is typed is not shown. Without an answer, or a terminal, a seed is made. */
export async function askForSeed(): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  process.stderr.write("Secret seed of this class (Enter: one is made and kept in the gradebook): ");
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    const typed = await terminal.question("");
    return typed.trim() === "" ? undefined : checkedSeed(typed);
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
