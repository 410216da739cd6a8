/**
 * The process in which hostile sources are parsed: a JSON string a line comes in, its tokens or null go out, in order.
 * It runs no code of theirs; but a parser can be made to run for minutes or to use up its stack, and this one may then be killed.
 */
import { createInterface } from "node:readline";
import { tokensOf } from "./tokens.ts";

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line) as string))}\n`);

function answer(source: string): string | null {
  try {
    return tokensOf(source);
  } catch {
    return null; // nested more deeply than the stack: no student's work
  }
}
