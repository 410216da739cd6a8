import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { EngineError } from "#serve/client/connect.ts";
import { checkParams, endless, sourceOf, startEngine } from "./support.ts";

/** The engine may die at any time; whoever waits is told, and the next request finds another one. */
describe("an engine process that dies", () => {
  it("is told to who waits, and another one answers the next check", async () => {
    const deaths: string[] = [];
    let pid = 0;
    const engine = startEngine({ onDeath: (how) => deaths.push(how), onSpawn: (spawned) => (pid = spawned) });
    try {
      await engine.request("list", {});
      const first = pid;
      const waiting = engine.request("check", checkParams(endless));
      await sleep(200);
      process.kill(pid, "SIGKILL");
      await assert.rejects(waiting, (error: EngineError) => error.code === "engine-gone");
      assert.deepEqual(deaths, ["SIGKILL"]);
      const next = await engine.request("check", checkParams(sourceOf("solution")));
      assert.equal(next.report.score, 100);
      assert.notEqual(pid, first);
    } finally {
      await engine.stop();
    }
  });

  it("takes its sandbox along when it is stopped", async () => {
    let pid = 0;
    const engine = startEngine({ onSpawn: (spawned) => (pid = spawned) });
    await engine.request("check", checkParams(sourceOf("solution")));
    const children = childrenOf(pid);
    assert.ok(children.length > 0);
    await engine.stop();
    await sleep(100);
    assert.deepEqual(children.filter(isAlive), []);
    assert.equal(isAlive(pid), false);
    await assert.rejects(engine.request("list", {}), (error: EngineError) => error.code === "engine-gone");
  });

  it("that cannot be started says why", async () => {
    const engine = startEngine({
      command: () => ({ node: "/no/such/node", program: "serve.js", args: [], env: {} }),
    });
    await assert.rejects(engine.request("list", {}), /ENOENT/);
    await engine.stop();
  });
});

function childrenOf(pid: number): readonly number[] {
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
  return stdout.split("\n").filter(Boolean).map(Number);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
