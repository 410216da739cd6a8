import { closeSync, readdirSync, readFileSync } from "node:fs";

const closeOnExec = 0o2000000;

/**
 * Closes every file descriptor above 2 that the grader inherited and would pass on to its children (Linux): neither Node nor
 * bubblewrap closes them, and one could be the gradebook. To be called first thing in a grader's life, before a native
 * module opened files of its own. Node opens its files with O_CLOEXEC, so they stay, and so does the channel to a parent.
 */
export function closeInherited(): void {
  if (process.platform !== "linux") return;
  for (const name of readdirSync("/proc/self/fd")) {
    const fd = Number(name);
    if (fd > 2 && fd !== channelFd() && passesOn(fd)) closeSync(fd);
  }
}

/** The descriptor of the channel that `fork` gave this process. It is passed on, so a child must find something else there. */
export function channelFd(): number | undefined {
  const channel = process.channel as { readonly fd?: number } | null | undefined;
  return channel?.fd;
}

function passesOn(fd: number): boolean {
  try {
    const flags = /flags:\s+(\d+)/.exec(readFileSync(`/proc/self/fdinfo/${String(fd)}`, "latin1"))?.[1];
    return flags !== undefined && (parseInt(flags, 8) & closeOnExec) === 0;
  } catch {
    return false; // the descriptor that listed the folder is gone by now
  }
}
