import type { SandboxMode } from "#contract/sandbox.ts";
import { openSandbox } from "./open.ts";

export interface SandboxProbe {
  readonly mode: SandboxMode;
  readonly ok: boolean;
  readonly runtime?: string;
  readonly why?: string;
}

/** What `gradus doctor` says about the sandboxes: each mode is opened, asked one easy question and closed. */
export async function probeSandboxes(nodePath?: string): Promise<readonly SandboxProbe[]> {
  const modes: readonly SandboxMode[] = ["process", "jail"];
  return await Promise.all(modes.map((mode) => probe(mode, nodePath)));
}

async function probe(mode: SandboxMode, nodePath: string | undefined): Promise<SandboxProbe> {
  try {
    const sandbox = await openSandbox({ mode, ...(nodePath !== undefined && { nodePath }) });
    try {
      const limits = { cpuMs: 2000 };
      await sandbox.load(
        { fileName: "probe.ts", source: "export const twice = (x: number): number => 2 * x;" },
        limits,
      );
      const [reply] = await sandbox.call("twice", [[21]], limits);
      const right = reply?.ok === true && reply.value === 42;
      return {
        mode,
        ok: right,
        runtime: sandbox.runtime,
        ...(!right && { why: "A test program gave a wrong answer." }),
      };
    } finally {
      await sandbox.close();
    }
  } catch (error) {
    return { mode, ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}
