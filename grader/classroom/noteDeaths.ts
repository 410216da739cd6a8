import type { Fault, Sandbox } from "#contract/sandbox.ts";

/** The same sandbox, and how often its process died of something that may have come from outside. */
export function noteDeaths(sandbox: Sandbox): { readonly sandbox: Sandbox; readonly deaths: () => number } {
  let deaths = 0;
  const note = (reply: { readonly ok: true } | { readonly ok: false; readonly fault: Fault }): void => {
    // a timeout was confirmed already: it is the process's own CPU time
    if (!reply.ok && (reply.fault.kind === "crash" || reply.fault.kind === "memory")) deaths++;
  };
  return {
    deaths: () => deaths,
    sandbox: {
      mode: sandbox.mode,
      runtime: sandbox.runtime,
      close: () => sandbox.close(),
      load: async (submission, limits) => {
        const reply = await sandbox.load(submission, limits);
        note(reply);
        return reply;
      },
      call: async (name, argumentLists, limits) => {
        const replies = await sandbox.call(name, argumentLists, limits);
        replies.forEach(note);
        return replies;
      },
    },
  };
}
