import { spawnSync } from "node:child_process";

/** Wall time of a Node process from its start to its end, as whoever started it sees it. */
export function processTime(args: readonly string[], allowed: readonly number[] = [0]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const ms = performance.now() - start;
  if (status === null || !allowed.includes(status))
    throw new Error(`node ${args.join(" ")} ended with ${String(status)}: ${stderr.toString()}`);
  return ms;
}
