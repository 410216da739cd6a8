import assert from "node:assert/strict";
import type { Sandbox } from "#contract/sandbox.ts";
import { withinBudget } from "#engine/budget.ts";

/** A sandbox on a clock of its own: every call takes so long. */
function slowSandbox(callMs: number) {
  let nowMs = 0;
  let calls = 0;
  const sandbox: Sandbox = {
    mode: "process",
    runtime: "none",
    load: () => Promise.resolve({ ok: true, exports: {} }),
    call: (_name, lists) => {
      nowMs += callMs;
      calls++;
      return Promise.resolve(lists.map(() => ({ ok: true, value: 1, mutated: [] })));
    },
    close: () => Promise.resolve(),
  };
  return { sandbox, now: () => nowMs, calls: () => calls };
}

/** [what, how long a call takes, how many of a hundred calls are made] */
const rows: readonly (readonly [string, number, number])[] = [
  ["quick calls are all made", 20, 100],
  ["a hundred calls just below their limit are not", 990, 31],
  ["one long call is made, and nothing after it", 40_000, 1],
];

describe("the time that all calls of a check may take together", () => {
  for (const [what, callMs, made] of rows)
    it(what, async () => {
      const slow = slowSandbox(callMs);
      const sandbox = withinBudget(slow.sandbox, slow.now);
      const replies = [];
      for (let i = 0; i < 100; i++) replies.push(...(await sandbox.call("f", [[1], [2]], { cpuMs: 1000 })));
      assert.equal(slow.calls(), made);
      assert.equal(replies.length, 200, "every call has its reply");
      assert.equal(replies.filter((reply) => reply.ok).length, 2 * made);
      for (const reply of replies) if (!reply.ok) assert.equal(reply.fault.kind, "timeout");
    });

  it("starts anew with every check", async () => {
    const slow = slowSandbox(40_000);
    for (let check = 0; check < 3; check++) {
      const [reply] = await withinBudget(slow.sandbox, slow.now).call("f", [[1]], { cpuMs: 1000 });
      assert.equal(reply?.ok, true);
    }
  });
});
