import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { graderVersion } from "#compose/version.ts";

describe("the grader's version", () => {
  it("is the package's", () => {
    const path = join(import.meta.dirname, "../../../package.json");
    const { version } = JSON.parse(readFileSync(path, "utf8")) as { readonly version: string };
    assert.equal(graderVersion, version);
  });
});
