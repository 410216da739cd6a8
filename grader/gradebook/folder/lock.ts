import { readdir, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { GradusError } from "#contract/errors.ts";
import { startOf } from "./startOf.ts";

const prefix = "coordinator.";

interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
}

/**
 * One coordinator per folder: PGlite lets two processes write to one without complaint. Each leaves a file with its process
 * id and start time and then looks for others', so that of two at once at least one sees the other; both may give way.
 * What a killed process left behind is taken away. Returns what releases the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const own: Holder = { pid: process.pid, started: startOf(process.pid) ?? "unknown", host: hostname() };
  const name = nameOf(own);
  const path = join(folder, name);
  await writeFile(path, "", { flag: "wx", mode: 0o600 }).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === "EEXIST" ? busy(own, folder) : error;
  });
  for (const other of await readdir(folder)) {
    if (other === name || !other.startsWith(prefix)) continue;
    const holder = holderOf(other);
    if (holder === undefined || isGone(holder)) await rm(join(folder, other), { force: true });
    else {
      await rm(path, { force: true });
      throw busy(holder, folder);
    }
  }
  return async () => {
    await rm(path, { force: true });
  };
}

function nameOf({ pid, started, host }: Holder): string {
  return `${prefix}${String(pid)}.${started}.${host}`;
}

function holderOf(name: string): Holder | undefined {
  const [, pid, started, ...host] = name.split(".");
  return pid === undefined || started === undefined
    ? undefined
    : { pid: Number(pid), started, host: host.join(".") };
}

/** Process ids are used again; a process that started at another time is another one. Of other machines nothing is known. */
function isGone({ pid, started, host }: Holder): boolean {
  return host === hostname() && startOf(pid) !== started;
}

function busy({ pid, host }: Holder, folder: string): GradusError {
  const where = host === hostname() ? "" : ` on ${host}`;
  const remedy =
    host === hostname()
      ? "Wait for it, or stop it: what it has graded is kept."
      : `If it no longer runs, delete ${join(folder, `${prefix}*`)}.`;
  return new GradusError(
    "gradebook-busy",
    `The gradebook ${folder} is in use by process ${String(pid)}${where}. ${remedy}`,
  );
}
