import { execFile } from "node:child_process";

const intervalMs = 200;

export interface MemoryWatch {
  readonly pid: () => number | undefined;
  readonly memoryMb: number;
  readonly onExceeded: () => void;
}

/**
 * Watches a process's resident memory by asking `ps`, where the system has neither /proc nor prlimit (macOS). The best that
 * can be had there without native code: a bomb that fills memory within a fifth of a second is held by V8's own heap limit
 * only, and by nothing if it is made of ArrayBuffers. Windows has no `ps`. Returns what ends the watch.
 */
export function watchMemory({ pid, memoryMb, onExceeded }: MemoryWatch): () => void {
  const timer = setInterval(() => {
    const watched = pid();
    if (watched === undefined) return;
    execFile("ps", ["-o", "rss=", "-p", String(watched)], (error, kilobytes) => {
      if (error === null && Number(kilobytes) / 1024 > memoryMb) onExceeded();
    });
  }, intervalMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
