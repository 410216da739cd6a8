import { readFileSync } from "node:fs";

export interface Usage {
  /** User and system time of all threads. */
  readonly cpuMs: number;
  readonly residentMb: number;
}

// The kernel reports in ticks of 10 ms and in pages of 4 KiB on every configuration that Node is built for but 16K and 64K
// arm64 kernels, where the resident size is then read too small and the other memory limits are left to act.
const tickMs = 10;
const pageBytes = 4096;

/** What a process used so far, or undefined where the system does not say or the process is gone. */
export function readUsage(pid: number | undefined): Usage | undefined {
  if (pid === undefined || process.platform !== "linux") return undefined;
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "latin1");
    // the second field is the command in parentheses, which may hold spaces and parentheses itself
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { cpuMs: ticks * tickMs, residentMb: (Number(fields[21]) * pageBytes) / 2 ** 20 };
  } catch {
    return undefined;
  }
}
