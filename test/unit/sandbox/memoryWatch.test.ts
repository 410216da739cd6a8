import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { watchMemory } from "#sandbox/memoryWatch.ts";

function watched(script: string, memoryMb: number): Promise<"exceeded" | "ended"> {
  const child = spawn(process.execPath, ["-e", script], { stdio: "ignore" });
  return new Promise((resolve) => {
    const stop = watchMemory({
      pid: () => child.pid,
      memoryMb,
      onExceeded: () => {
        stop();
        child.kill("SIGKILL");
        resolve("exceeded");
      },
    });
    child.on("exit", () => {
      stop();
      resolve("ended");
    });
  });
}

describe("memory watch without /proc", () => {
  it("notices a process that grows beyond its limit", async () => {
    const bomb =
      "const a = []; setInterval(() => a.push(Buffer.alloc(32 << 20, 1)), 20); setTimeout(() => {}, 20000)";
    assert.equal(await watched(bomb, 256), "exceeded");
  });

  it("leaves a small one alone", async () => {
    assert.equal(await watched("setTimeout(() => {}, 700)", 256), "ended");
  });
});
