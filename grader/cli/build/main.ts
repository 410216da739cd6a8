/**
 * `npm run build`: writes dist/, what a package carries instead of TypeScript, which Node refuses to run under node_modules.
 *   main.js, chunks     the command line
 *   serve.js            the engine as a child process of an editor
 *   runner.js           the program inside the sandbox, and the jail's system-call filters beside it
 *   host.js, *.wasm     the reference process, the binaries of its wasm rung, and a hash of their sources for the cache
 *   serve.js            the engine of an editor
 *   extension.cjs       the extension, and webviews/ with its pages
 *   exercises/<id>/     what a student is given, with bundles of cases, reference and misconceptions
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { buildEditor } from "./editor.ts";
import { buildExercises } from "./exercises.ts";
import { buildPrograms } from "./programs.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const dist = join(root, "dist");

await rm(dist, { recursive: true, force: true });
await Promise.all([
  buildPrograms(root, dist),
  buildEditor(root, dist),
  buildExercises(join(root, "exercises"), join(dist, "exercises")),
]);
