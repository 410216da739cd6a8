import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { hasPicture } from "#catalog/loadPicture.ts";
import { readManifest } from "#catalog/manifest.ts";
import { GradusError } from "#contract/errors.ts";
import type { Language } from "#contract/messages.ts";

const root = join(import.meta.dirname, "..", "..", "..");

interface Parts {
  readonly script: string;
  readonly style: string;
}

/** One HTML file with the picture of an exercise drawn from its solution: it runs anywhere and loads nothing. */
export async function picturePage(folder: string, language: Language): Promise<string> {
  const manifest = await readManifest(folder);
  if (!hasPicture(folder)) throw new GradusError("usage", `${manifest.id} has no picture.`);
  // a package carries no solutions, and nothing that could bundle one
  if (!existsSync(join(folder, "solution.ts")))
    throw new GradusError(
      "usage",
      "A picture of the solution is made in a checkout: a package has no solution.",
    );
  const { id, title, functions } = manifest;
  const told = JSON.stringify({ exercise: id, title, language, functions });
  const [host, page] = await Promise.all([
    bundle(`
      import { drawPicture } from ${path("grader/engine/drawPicture.ts")};
      import { trustedPlayer } from ${path("grader/engine/players.ts")};
      import { hostPicture } from ${path("webviews/standalone/host.ts")};
      import picture from ${JSON.stringify(join(folder, "picture.ts"))};
      import * as solution from ${JSON.stringify(join(folder, "solution.ts"))};
      const { functions, ...told } = ${told};
      const student = trustedPlayer(solution);
      const players = { student, reference: student, misconception: null };
      hostPicture({ ...told, draw: (state, events) => drawPicture({ picture, functions, players, state, events }) });
    `),
    bundle(`import ${path("webviews/pages/picture/main.ts")};`),
  ]);
  return html({ title: title[language], language }, host, page);
}

async function bundle(contents: string): Promise<Parts> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    outdir: join(root, "dist"), // only names: nothing is written
    write: false,
    bundle: true,
    platform: "browser",
    format: "iife",
    target: "es2022",
    minify: true,
    logLevel: "warning",
  });
  const textOf = (suffix: string): string =>
    outputFiles.find((file) => file.path.endsWith(suffix))?.text.trim() ?? "";
  // the text of a script element ends at the first thing that looks like its end
  return { script: textOf(".js").replaceAll("</script", "<\\/script"), style: textOf(".css") };
}

function html(
  { title, language }: { readonly title: string; readonly language: Language },
  ...parts: readonly Parts[]
): string {
  const [scripts, styles] = [parts.map(({ script }) => script), [parts.map(({ style }) => style).join("\n")]];
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(" ")}`,
    `style-src ${styles.map(hashOf).join(" ")}`,
    "img-src data:",
  ].join("; ");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</title>
${styles.map((style) => `<style>${style}</style>`).join("\n")}
</head>
<body>
${scripts.map((script) => `<script>${script}</script>`).join("\n")}
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function path(inside: string): string {
  return JSON.stringify(join(root, inside));
}
