import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

const contract = new URL("../contract/", import.meta.url);
const schemas = {
  validateComments: "comments",
  validateExercise: "exercise",
  validateMisconception: "misconception",
  validateReport: "report",
  validateResults: "results",
} as const;

/**
 * The validators of the contract's schemas as plain code: ajv compiles with `new Function`, which a strict content security
 * policy refuses, so it is done once, here. Written to validators.js by `npm run generate`; a test holds it up to date.
 */
export async function generateValidators(): Promise<string> {
  const ajv = new Ajv({
    strict: true,
    discriminator: true,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  });
  const ids: Record<string, string> = {};
  for (const [name, file] of Object.entries(schemas)) {
    const schema = JSON.parse(await readFile(new URL(`${file}.schema.json`, contract), "utf8")) as {
      $id: string;
    };
    ajv.addSchema(schema);
    ids[name] = schema.$id;
  }
  // the standalone package is CommonJS: its default export arrives one level down
  const generate = standaloneCode.default;
  return bundled(generate(ajv, ids));
}

/** ajv leaves a few `require`s of its own runtime in: bundled, the result stands alone. */
async function bundled(code: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "gradus-validators-"));
  try {
    const entry = join(folder, "validators.js");
    await writeFile(entry, code);
    const result = await build({
      entryPoints: [entry],
      bundle: true,
      format: "esm",
      minify: true,
      write: false,
      legalComments: "none",
      nodePaths: [fileURLToPath(new URL("../../node_modules", import.meta.url))],
      banner: { js: "// Generated from grader/contract/*.schema.json by `npm run generate`; do not edit." },
    });
    return result.outputFiles[0]?.text ?? "";
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (import.meta.main)
  await writeFile(new URL("./validators.js", import.meta.url), await generateValidators());
