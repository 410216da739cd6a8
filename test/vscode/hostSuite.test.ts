import assert from "node:assert/strict";
import { runHostSuite } from "./harness/hostSuite.ts";
import { stagedExtension } from "./harness/stagedExtension.ts";

const limitMs = 240_000;

describe("the extension inside a real VS Code", function () {
  this.timeout(limitMs + 60_000);

  it("passes the suite of its extension host", async () => {
    const { vscode, node, tests } = await runHostSuite({ extension: await stagedExtension() }, limitMs);
    for (const { title, ms, error } of tests)
      console.log(`    ${error === null ? "✔" : "✘"} ${title} (${ms} ms)`);
    console.log(`    VS Code ${vscode}, extension host on Node ${node}: ${tests.length} tests`);
    assert.notEqual(tests.length, 0, "no test ran");
    const failed = tests.filter((test) => test.error !== null);
    assert.equal(
      failed.length,
      0,
      failed.map(({ title, error }) => `${title}\n${String(error)}`).join("\n\n"),
    );
  });
});
