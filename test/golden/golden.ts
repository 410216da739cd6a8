import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Holds a text to the one in this folder; UPDATE_GOLDEN=1 writes it anew, to be read in the diff. */
export function assertGolden(name: string, text: string): void {
  const path = join(import.meta.dirname, name);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(path, text);
  assert.equal(text, readFileSync(path, "utf8"), `${name} differs; UPDATE_GOLDEN=1 writes it anew`);
}
