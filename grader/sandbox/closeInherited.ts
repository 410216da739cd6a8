import { closeSync, readdirSync, readFileSync } from "node:fs";

const closeOnExec = 0o2000000;
let done = false;

/**
 * Closes, once, every file descriptor above 2 that the grader inherited and would pass on (Linux): neither Node nor
 * bubblewrap closes them, and one could be the gradebook. Node opens its own with O_CLOEXEC, so they stay.
 */
export function closeInherited(): void {
  if (done || process.platform !== "linux") return;
  done = true;
  for (const name of readdirSync("/proc/self/fd")) {
    const fd = Number(name);
    if (fd > 2 && passesOn(fd)) closeSync(fd);
  }
}

function passesOn(fd: number): boolean {
  try {
    const flags = /flags:\s+(\d+)/.exec(readFileSync(`/proc/self/fdinfo/${String(fd)}`, "latin1"))?.[1];
    return flags !== undefined && (parseInt(flags, 8) & closeOnExec) === 0;
  } catch {
    return false; // the descriptor that listed the folder is gone by now
  }
}
