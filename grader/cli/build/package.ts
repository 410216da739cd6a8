/**
 * `npm run package`: writes gradus-<version>.vsix at the top level, or where its argument says, and prints the size.
 * `--unpacked <folder>` leaves the extension there as a folder, which VS Code runs as one under development.
 */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { graderVersion } from "#compose/version.ts";
import { stageExtension } from "./stage.ts";
import { writeVsix } from "./vsix.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const { values, positionals } = parseArgs({
  options: { unpacked: { type: "string" } },
  allowPositionals: true,
});

if (values.unpacked === undefined)
  await writePackage(positionals[0] ?? join(root, `gradus-${graderVersion}.vsix`));
else {
  await rm(values.unpacked, { recursive: true, force: true });
  await stageExtension(root, values.unpacked);
}

async function writePackage(file: string): Promise<void> {
  const staged = await mkdtemp(join(tmpdir(), "gradus-vsix-"));
  try {
    await stageExtension(root, staged);
    await writeVsix(staged, file);
  } finally {
    await rm(staged, { recursive: true });
  }
  const { size } = await stat(file);
  console.log(`${relative(process.cwd(), file)}: ${(size / 1e6).toFixed(2)} MB`);
}
