/** `npm run package`: writes gradus-<version>.vsix at the top level, or where its argument says, and prints the size. */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { graderVersion } from "#compose/version.ts";
import { stageExtension } from "./stage.ts";
import { writeVsix } from "./vsix.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const file = process.argv[2] ?? join(root, `gradus-${graderVersion}.vsix`);

const staged = await mkdtemp(join(tmpdir(), "gradus-vsix-"));
try {
  await stageExtension(root, staged);
  await writeVsix(staged, file);
} finally {
  await rm(staged, { recursive: true });
}
const { size } = await stat(file);
console.log(`${relative(process.cwd(), file)}: ${(size / 1e6).toFixed(2)} MB`);
