import assert from "node:assert/strict";
import { exerciseOfFile } from "#extension/course/exerciseFile.ts";

const ids = new Set(["gaussian-mle", "elbo"]);

const table: readonly (readonly [path: string, firstLine: string, exercise: string | undefined])[] = [
  ["/work/gaussian-mle.ts", "", "gaussian-mle"],
  ["/c:/Users/me/week 1/elbo.ts", "export {};", "elbo"],
  ["/work/mine.ts", "// gradus: elbo", "elbo"],
  ["/work/mine.ts", "\uFEFF//gradus:elbo  ", "elbo"],
  ["/work/gaussian-mle.ts", "// gradus: elbo", "elbo"],
  ["/work/mine.ts", "// gradus: no-such", undefined],
  ["/work/gaussian-mle.ts", "// gradus: no-such", undefined],
  ["/work/mine.ts", "/* gradus: elbo */", undefined],
  ["/work/gaussian-mle.backup-1.ts", "", undefined],
  ["/work/gaussian-mle.d.ts", "", undefined],
  ["/work/gaussian-mle.js", "", undefined],
  ["/work/gaussian-mle/index.ts", "", undefined],
];

describe("the exercise that a file solves", () => {
  for (const [path, firstLine, exercise] of table)
    it(`${path} with ${JSON.stringify(firstLine)}: ${exercise ?? "none"}`, () => {
      assert.equal(exerciseOfFile(path, firstLine, ids), exercise);
    });
});
