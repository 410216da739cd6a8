import assert from "node:assert/strict";
import { exerciseOfFile } from "#extension/course/exerciseFile.ts";

const ids = new Set(["gaussian-mle", "elbo"]);

const table: readonly (readonly [path: string, firstLine: string, exercise: string | undefined])[] = [
  ["/home/s/gaussian-mle.ts", "", "gaussian-mle"],
  ["/c:/Users/me/week 1/elbo.ts", "export {};", "elbo"],
  ["/home/s/mine.ts", "// gradus: elbo", "elbo"],
  ["/home/s/mine.ts", "\uFEFF//gradus:elbo  ", "elbo"],
  ["/home/s/gaussian-mle.ts", "// gradus: elbo", "elbo"],
  ["/home/s/mine.ts", "// gradus: no-such", undefined],
  ["/home/s/gaussian-mle.ts", "// gradus: no-such", undefined],
  ["/home/s/mine.ts", "/* gradus: elbo */", undefined],
  ["/home/s/gaussian-mle.backup-1.ts", "", undefined],
  ["/home/s/gaussian-mle.d.ts", "", undefined],
  ["/home/s/gaussian-mle.js", "", undefined],
  ["/home/s/gaussian-mle/index.ts", "", undefined],
];

describe("the exercise that a file solves", () => {
  for (const [path, firstLine, exercise] of table)
    it(`${path} with ${JSON.stringify(firstLine)}: ${exercise ?? "none"}`, () => {
      assert.equal(exerciseOfFile(path, firstLine, ids), exercise);
    });
});
