import type { Sandbox, SandboxMode } from "#contract/sandbox.ts";
import { SandboxClient } from "./client.ts";
import { processCommand } from "./command.ts";
import { RunnerProcess, type Launch } from "./runnerProcess.ts";
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
export async function openSandbox({ mode, nodePath = process.execPath, memoryMb = 512 }: SandboxOptions): Promise<Sandbox> {
  const plan = await planLaunch(mode, nodePath, memoryMb);
  const launch = (): RunnerProcess => new RunnerProcess(plan);
  const first = launch();
  const version = nodePath === process.execPath ? process.versions.node : await first.ready;
  return new SandboxClient({ mode, runtime: `node ${version}`, first, launch });
}

async function planLaunch(mode: SandboxMode, nodePath: string, memoryMb: number): Promise<Launch> {
  const source = await runnerSource();
  if (mode === "jail") throw new Error("not yet");
  return { command: processCommand(nodePath, memoryMb), source, codeCache: Buffer.alloc(0), memoryMb };
}
