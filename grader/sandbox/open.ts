import { closeSync, openSync } from "node:fs";
import type { Sandbox, SandboxMode } from "#contract/sandbox.ts";
import { SandboxClient } from "./client.ts";
import { processCommand, runnerArguments } from "./command.ts";
import { buildJail } from "./jail/jailCommand.ts";
import { findJailed } from "./jail/jailedPid.ts";
import { testJail } from "./jail/selfTest.ts";
import { RunnerProcess } from "./runnerProcess.ts";
import { runnerSource } from "./runnerSource.ts";

export interface SandboxOptions {
  readonly mode: SandboxMode;
  /** The Node that runs student code; the grader's own by default. */
  readonly nodePath?: string;
  readonly memoryMb?: number;
}

/**
 * Starts a sandbox for one student. May return before its process is warm, so that the start overlaps other work.
 * Throws sandbox-unavailable if this mode cannot be had here; it never falls back to a weaker one.
 */
export async function openSandbox({
  mode,
  nodePath = process.execPath,
  memoryMb = 512,
}: SandboxOptions): Promise<Sandbox> {
  const launch = await (mode === "jail"
    ? jailLauncher(nodePath, memoryMb)
    : processLauncher(nodePath, memoryMb));
  const first = launch();
  const version = nodePath === process.execPath ? process.versions.node : await first.ready;
  return new SandboxClient({ mode, runtime: `node ${version}`, first, launch });
}

type Launcher = () => RunnerProcess;

async function processLauncher(nodePath: string, memoryMb: number): Promise<Launcher> {
  const source = await runnerSource();
  const command = processCommand(nodePath, memoryMb);
  return () => new RunnerProcess({ command, source, memoryMb });
}

async function jailLauncher(nodePath: string, memoryMb: number): Promise<Launcher> {
  const [source, jail] = await Promise.all([runnerSource(), buildJail(nodePath, memoryMb)]);
  await testJail(jail);
  // a class fills every core with jails: helper threads that compile and collect beside each cost a fifth more in all
  const command = jail.command(["--single-threaded", ...runnerArguments(memoryMb)]);
  return () => {
    const filter = openSync(jail.seccompPath, "r"); // each process reads its own copy to the end
    try {
      return new RunnerProcess({
        command,
        source,
        memoryMb,
        extraStdio: [filter, "pipe"],
        findInner: findJailed,
      });
    } finally {
      closeSync(filter);
    }
  };
}
