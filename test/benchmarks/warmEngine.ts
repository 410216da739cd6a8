import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Question, Reply } from "./engineProcess.ts";
import type { Packaged } from "./packaged.ts";

/** The engine process, and the time that a check takes as seen from here. */
export interface WarmEngine {
  readonly pid: number;
  readonly check: (question: Question) => Promise<{ readonly ms: number; readonly reply: Reply }>;
  readonly close: () => Promise<void>;
}

export function startEngine(packaged: Packaged): WarmEngine {
  const child = spawn(process.execPath, [packaged.engine], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const gone = once(child, "exit");
  return {
    pid: child.pid ?? 0,
    check: (question) => ask(child, question),
    close: async () => {
      child.disconnect();
      await gone;
    },
  };
}

async function ask(child: ChildProcess, question: Question): ReturnType<WarmEngine["check"]> {
  const stop = new AbortController();
  const start = performance.now();
  const answered = once(child, "message", { signal: stop.signal });
  const died = once(child, "exit", { signal: stop.signal }).then(() => {
    throw new Error("The engine process ended.");
  });
  died.catch(() => undefined);
  child.send(question);
  const [reply] = (await Promise.race([answered, died])) as [Reply];
  const ms = performance.now() - start;
  stop.abort();
  return { ms, reply };
}
