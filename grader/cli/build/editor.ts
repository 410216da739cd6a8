import { build } from "esbuild";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The extension and its pages: dist/extension.cjs and dist/webviews/<page>.js, .css and fonts. */
export async function buildEditor(root: string, dist: string): Promise<void> {
  await Promise.all([buildExtension(root, dist), buildPages(root, dist)]);
}

async function buildExtension(root: string, dist: string): Promise<void> {
  await build({
    entryPoints: [join(root, "extension", "extension.ts")],
    outfile: join(dist, "extension.cjs"),
    bundle: true,
    platform: "node",
    format: "cjs", // VS Code calls `require`
    target: "node22",
    minify: true,
    keepNames: true,
    external: ["vscode"],
    logLevel: "warning",
  });
}

/** Every folder in webviews/pages is a page: main.ts and what it imports, style sheets and fonts among it. */
async function buildPages(root: string, dist: string): Promise<void> {
  const folder = join(root, "webviews", "pages");
  if (!existsSync(folder)) return;
  const pages = await readdir(folder);
  await build({
    entryPoints: pages.map((page) => ({ in: join(folder, page, "main.ts"), out: page })),
    outdir: join(dist, "webviews"),
    assetNames: "fonts/[name]",
    bundle: true,
    platform: "browser",
    format: "iife",
    target: "es2022",
    minify: true,
    loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty" }, // every browser that VS Code runs in reads woff2
    logLevel: "warning",
  });
}
