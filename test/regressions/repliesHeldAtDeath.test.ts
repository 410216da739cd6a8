import assert from "node:assert/strict";
import { openSandbox } from "#sandbox/open.ts";

/**
 * Quick replies travel together, and what had not left a runner that died was replayed from there on: where a submission
 * keeps state, a verdict depended on how quickly the calls before the deadly one had come back.
 */
describe("regression: replies that were held when the runner died", function () {
  this.timeout(60_000);

  // the fifth call of a process never ends; how long the first ones take decides what has left the process by then
  for (const slow of [0, 2, 4])
    it(`leave the same values after ${String(slow)} slow calls`, async () => {
      const sandbox = await openSandbox({ mode: "process" });
      try {
        const source = `let calls = 0;
          export const f = (turns: number): number => {
            let sum = 0;
            for (let i = 0; i < turns; i++) sum += Math.exp(-i);
            while (++calls === 5) calls = 4;
            return sum < 0 ? sum : calls;
          };`;
        const loaded = await sandbox.load({ fileName: "f.ts", source }, { cpuMs: 5000 });
        assert(loaded.ok, JSON.stringify(loaded));
        const cases = Array.from({ length: 8 }, (_, index) => [index < slow ? 2e6 : 1]);
        const replies = await sandbox.call("f", cases, { cpuMs: 400 });
        const values = replies.map((reply) => (reply.ok ? reply.value : reply.fault.kind));
        assert.deepEqual(values, [1, 2, 3, 4, 1, 2, 3, 4]);
      } finally {
        await sandbox.close();
      }
    });
});
