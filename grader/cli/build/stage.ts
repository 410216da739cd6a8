import { existsSync, globSync } from "node:fs";
import { copyFile, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { buildEditor } from "./editor.ts";
import { buildExercises } from "./exercises.ts";
import { buildPrograms } from "./programs.ts";

/**
 * The extension as a folder that VS Code runs, and that the .vsix carries: bundles of the extension, its pages, the engine,
 * the command line, which grades classes, and the exercises. No TypeScript of ours, no solution, no alternative, no
 * node_modules but the compiler that places syntax errors and the database of the gradebook.
 */
export async function stageExtension(root: string, folder: string): Promise<void> {
  const dist = join(folder, "dist");
  await mkdir(dist, { recursive: true });
  await Promise.all([
    buildPrograms(root, dist),
    buildEditor(root, dist),
    buildExercises(join(root, "exercises"), join(dist, "exercises")),
    writeManifest(root, folder),
    copyTexts(root, folder),
    copyTypeScript(folder),
    copyPglite(folder),
  ]);
}

/** What VS Code reads of package.json; scripts and dependencies belong to the checkout. */
const kept =
  /^(name|displayName|description|version|publisher|license|keywords|categories|type|main|icon|galleryBanner|repository|engines|activationEvents|contributes|capabilities|extensionKind|extensionDependencies|l10n)$/;

async function writeManifest(root: string, folder: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as Record<string, unknown>;
  const { vscode } = manifest["engines"] as { readonly vscode: string };
  const staged = Object.fromEntries(Object.entries(manifest).filter(([key]) => kept.test(key)));
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ ...staged, engines: { vscode } }, null, 2) + "\n",
  );
}

async function copyTexts(root: string, folder: string): Promise<void> {
  const names = ["README.md", "LICENSE", ...globSync("package.nls*.json", { cwd: root })];
  await Promise.all(names.map((name) => copyFile(join(root, name), join(folder, name))));
  for (const part of [join("extension", "media"), join("extension", "l10n")]) {
    if (existsSync(join(root, part))) {
      await cp(join(root, part), join(folder, part), {
        recursive: true,
        filter: (source) => basename(source) !== "screenshots", // they belong to the README
      });
    }
  }
}

/** The compiler in one file, without the server and the libraries that only a language service reads. */
async function copyTypeScript(folder: string): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve("typescript/package.json");
  const [from, to] = [dirname(manifest), join(folder, "node_modules", "typescript")];
  await mkdir(join(to, "lib"), { recursive: true });
  const { code } = await transform(await readFile(join(from, "lib", "typescript.js"), "utf8"), {
    minify: true,
    legalComments: "inline",
    target: "node22",
  });
  await writeFile(join(to, "lib", "typescript.js"), code);
  for (const name of ["package.json", "LICENSE.txt", "ThirdPartyNoticeText.txt"])
    await copyFile(join(from, name), join(to, name));
}

/** PGlite's modules and its PostgreSQL, without source maps, the other module format and extensions of the database. */
async function copyPglite(folder: string): Promise<void> {
  const from = join(dirname(fileURLToPath(import.meta.resolve("@electric-sql/pglite"))), "..");
  const to = join(folder, "node_modules", "@electric-sql", "pglite");
  await mkdir(join(to, "dist", "fs"), { recursive: true });
  const parts = globSync(
    ["package.json", "LICENSE*", "dist/*.js", "dist/fs/nodefs.js", "dist/*.wasm", "dist/*.data"],
    {
      cwd: from,
    },
  );
  await Promise.all(parts.map((part) => copyFile(join(from, part), join(to, part))));
}
