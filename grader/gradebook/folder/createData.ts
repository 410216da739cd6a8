import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { GradusError } from "#contract/errors.ts";

export function dataFolder(folder: string): string {
  return join(folder, "data");
}

/**
 * Makes the database of a new gradebook. That takes three quarters of a gigabyte, so it happens in a process that is gone
 * afterwards, and under another name, so that one that was killed half-way is never taken for a gradebook.
 */
export async function createData(folder: string): Promise<void> {
  const unfinished = (await readdir(folder)).filter((name) => name.startsWith("data.new"));
  // the process that makes one may have outlived the grader that was killed: what it still writes waits for the next time
  for (const name of unfinished)
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(
      () => undefined,
    );
  if (existsSync(dataFolder(folder))) return;
  const made = join(folder, `data.new.${String(process.pid)}`);
  await runInitdb(made);
  await rename(made, dataFolder(folder));
}

async function runInitdb(target: string): Promise<void> {
  const program = `
    const { PGlite } = await import(${JSON.stringify(import.meta.resolve("@electric-sql/pglite"))});
    await (await PGlite.create(process.argv[1])).close();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, target], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {},
  });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0)
    throw new GradusError("gradebook-failed", `The gradebook could not be made. ${complaint.slice(-1000)}`);
}
