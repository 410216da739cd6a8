import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import type { Inner } from "../runnerChild.ts";
import { infoFd } from "./jailCommand.ts";

/**
 * Hears from bwrap which process the jailed Node is, as seen from outside: the one whose CPU time and memory count, and the
 * one to kill. A bwrap that is killed before it let its child go leaves that child waiting for ever, so the child is killed
 * and bwrap follows.
 */
export function findJailed(child: ChildProcess): Inner {
  let heard = "";
  let pid: number | undefined;
  let doomed = false;
  const info = child.stdio[infoFd] as Readable | null | undefined;
  info?.on("error", () => undefined);
  info?.on("data", (chunk: Buffer) => {
    heard += chunk.toString("latin1");
    pid ??= Number(/"child-pid": (\d+)/.exec(heard)?.[1]) || undefined;
    if (doomed) kill();
  });
  const kill = (): void => {
    doomed = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    if (pid !== undefined) killQuietly(pid);
    else setTimeout(() => child.kill("SIGKILL"), patienceMs).unref(); // it never got as far as saying so
  };
  return { pid: () => pid, kill };
}

const patienceMs = 2000;

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // gone already
  }
}
