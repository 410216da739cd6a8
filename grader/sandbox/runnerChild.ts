import { spawn, type ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { channelFd } from "./closeInherited.ts";
import type { Command } from "./command.ts";

export interface Launch {
  readonly command: Command;
  /** The runner, as runnerSource.ts gives it. */
  readonly source: string;
  readonly memoryMb: number;
  /** More file descriptors for the child, after the three standard ones. */
  readonly extraStdio?: readonly (number | "pipe")[];
  /** The process that student code runs in, where it is not the child itself. */
  readonly findInner?: (child: ChildProcess) => Inner;
}

export interface Inner {
  readonly pid: () => number | undefined;
  readonly kill: () => void;
}

export interface Ending {
  readonly complaint: string;
  readonly ranOutOfMemory: boolean;
  /** The process could not even be started. */
  readonly cause?: Error;
}

export interface RunnerChild extends Inner {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly ended: Promise<Ending>;
}

/** Starts the operating system's side of a sandbox. */
export function startChild({ command, extraStdio = [], findInner }: Launch): RunnerChild {
  const stdio: ("pipe" | "ignore" | number)[] = ["pipe", "pipe", "pipe", ...extraStdio];
  // a grader that was itself forked must not hand its channel down
  for (const channel = channelFd() ?? 0; stdio.length <= channel;) stdio.push("ignore");
  const child = spawn(command.file, command.args, { stdio, env: command.env, cwd: "/", windowsHide: true });
  const inner = findInner?.(child) ?? { pid: () => child.pid, kill: () => child.kill("SIGKILL") };
  const stdin = child.stdin as Writable;
  stdin.on("error", () => undefined); // the exit says more
  living.add(child);
  return { stdin, stdout: child.stdout as Readable, ended: listen(child), pid: inner.pid, kill: inner.kill };
}

function listen(child: ChildProcess): Promise<Ending> {
  let complaint = "";
  (child.stderr as Readable).on("data", (chunk: Buffer) => {
    if (complaint.length < 4000) complaint += chunk.toString("latin1");
  });
  return new Promise((resolve) => {
    const end = (cause?: Error): void => {
      living.delete(child);
      const ranOutOfMemory = saysMemory(complaint, child.signalCode);
      resolve({ complaint, ranOutOfMemory, ...(cause && { cause }) });
    };
    child.on("error", end);
    // what the process said before its end is to be heard first, but nobody else may hold the pipes open for ever
    child.on("exit", () => setTimeout(end, lingerMs).unref());
    child.on("close", () => {
      end();
    });
  });
}

const lingerMs = 500;

/** V8 says so before it aborts; a SIGKILL that is not ours is the kernel's out-of-memory killer. */
function saysMemory(complaint: string, signal: NodeJS.Signals | null): boolean {
  return signal === "SIGKILL" || /out of memory|bad_alloc|Allocation failed/i.test(complaint);
}

/** No child outlives the grader, whichever way the grader ends by itself. */
const living = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of living) child.kill("SIGKILL");
});
