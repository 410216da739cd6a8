import assert from "node:assert/strict";
import { extensions } from "vscode";
import { services } from "./support.ts";

describe("activation", () => {
  it("waits for something of ours and starts no engine", async () => {
    const extension = extensions.getExtension("gradus.gradus");
    assert.equal(extension?.isActive, false, "it was activated by nothing");
    const before = process.cpuUsage(); // time on the clock would be the machine's, not ours
    const { engine } = await services();
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    assert.equal(engine.pid, undefined);
    console.log(`activation: ${ms.toFixed(0)} ms of CPU time`); // a figure, not a verdict: the machine decides it, too
  });
});
