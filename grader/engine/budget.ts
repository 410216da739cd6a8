import type { Sandbox } from "#contract/sandbox.ts";

/**
 * All calls of one check together may take this long. A check takes some 20 ms; this stops a submission whose every call
 * stays just below its own limit. It is wall time, so it is generous: a loaded machine must not change a verdict.
 */
const BUDGET_MS = 30_000;

/** The same sandbox, in which every call is a timeout once the budget is spent. */
export function withinBudget(sandbox: Sandbox, now: () => number): Sandbox {
  let spentMs = 0;
  return {
    mode: sandbox.mode,
    runtime: sandbox.runtime,
    load: (submission, limits) => sandbox.load(submission, limits),
    close: () => sandbox.close(),
    call: async (name, argumentLists, limits) => {
      if (spentMs > BUDGET_MS)
        return argumentLists.map(() => ({ ok: false, fault: { kind: "timeout", text: "" } }));
      const started = now();
      const replies = await sandbox.call(name, argumentLists, limits);
      spentMs += now() - started;
      return replies;
    },
  };
}
