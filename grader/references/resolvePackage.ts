import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Finds a file of an installed package: from this code's own folder (which reaches the project that gradus is installed in),
 * then from the folder named by GRADUS_BACKENDS, for a gradus that is installed elsewhere. Never from the working directory:
 * that may be a submission, and what it plants in its node_modules must not run outside the sandbox.
 */
export function resolvePackageFile(request: string, env = process.env): string | undefined {
  const folders = [import.meta.dirname];
  const extra = env["GRADUS_BACKENDS"];
  if (extra !== undefined && extra !== "") folders.push(extra);
  for (const folder of folders) {
    try {
      return createRequire(join(folder, "from-here.js")).resolve(request);
    } catch {
      // not reachable from this folder: try the next
    }
  }
  return undefined;
}
