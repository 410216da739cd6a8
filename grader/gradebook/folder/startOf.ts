import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** When a process started, in whatever unit the system tells; undefined if there is no such process. */
export function startOf(pid: number): string | undefined {
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "latin1");
    // the second field is the command in parentheses, which may hold spaces and parentheses itself
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? undefined : fields[18]; // a zombie has ended; the 22nd field is the start in ticks since boot
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): string | undefined {
  try {
    if (process.platform === "win32") {
      process.kill(pid, 0); // throws where there is none; of the start nothing is told
      return "alive";
    }
    const said = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return said.trim().replaceAll(/\W+/g, "-") || undefined;
  } catch {
    return undefined;
  }
}
