import assert from "node:assert/strict";
import { extensions } from "vscode";
import { services } from "./support.ts";

describe("activation", () => {
  it("waits for something of ours, takes at most 100 ms and starts no engine", async () => {
    const extension = extensions.getExtension("gradus.gradus");
    assert.equal(extension?.isActive, false, "it was activated by nothing");
    const started = performance.now();
    const { engine } = await services();
    const ms = performance.now() - started;
    assert.equal(engine.pid, undefined);
    console.log(`activated in ${ms.toFixed(0)} ms`);
    assert.ok(ms <= 100, `activation took ${ms.toFixed(0)} ms`);
  });
});
