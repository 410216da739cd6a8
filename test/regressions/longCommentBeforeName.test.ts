import assert from "node:assert/strict";
import { locateFunctions } from "../../extension/course/locateFunctions.ts";

/** Each place of a long run of spaces was tried as the last: a second a name for 20,000 of them, and the editor stood still. */
describe("regression: a name far behind its `function`", function () {
  this.timeout(20_000); // it took minutes
  const long = 200_000;
  for (const [what, between] of [
    ["spaces", " ".repeat(long)],
    ["a comment", ` /*${"x".repeat(long)}*/ `],
    ["spaces and a star", `${" ".repeat(long)}*${" ".repeat(long)}`],
  ] as const)
    it(`is found, or not, in one reading: ${what}`, () => {
      const source = `function${between}mean(data) {\n  return data;\n}\n`;
      const places = locateFunctions(source, ["mean", "variance", "sampleMean"]);
      assert.deepEqual([...places.keys()], ["mean"]);
    });
});
