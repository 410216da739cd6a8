import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..", "..");

/** Pictures of the walks; `npm run screenshots` copies some of them for the README. */
export const screenshots = join(root, "node_modules", ".cache", "gradus", "screenshots");

let folder: string | undefined;

/** A folder of this process's own, removed with it; under node_modules, so that packages are found from it. */
export function cacheFolder(): string {
  if (folder !== undefined) return folder;
  const made = join(root, "node_modules", ".cache", "gradus", `editor-${process.pid}`);
  mkdirSync(made, { recursive: true });
  process.once("exit", () => {
    rmSync(made, { recursive: true, force: true });
  });
  folder = made;
  return made;
}
