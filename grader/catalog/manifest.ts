import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { GradusError } from "#contract/errors.ts";
import type { ExerciseManifest, MisconceptionManifest } from "#contract/exercise.ts";
import { validateExercise, validateMisconception, type Validator } from "./validators.js";

export async function readManifest(folder: string): Promise<ExerciseManifest> {
  const manifest = await readChecked<ExerciseManifest>(join(folder, "exercise.json"), validateExercise);
  const complaint = contradiction(manifest, basename(folder));
  if (complaint !== null)
    throw new GradusError("exercise-invalid", `${join(folder, "exercise.json")}: ${complaint}`);
  return manifest;
}

export async function readMisconception(
  path: string,
  manifest: ExerciseManifest,
): Promise<MisconceptionManifest> {
  const misconception = await readChecked<MisconceptionManifest>(path, validateMisconception);
  const unknown = misconception.functions.find(
    (name) => !manifest.functions.some((spec) => spec.name === name),
  );
  if (unknown !== undefined)
    throw new GradusError(
      "exercise-invalid",
      `${path}: /functions names ${unknown}, which the exercise does not have.`,
    );
  return misconception;
}

async function readChecked<T>(path: string, validate: Validator): Promise<T> {
  const invalid = (complaint: string, cause?: unknown): GradusError =>
    new GradusError("exercise-invalid", `${path}: ${complaint}`, { cause });
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw invalid("the file cannot be read.", cause);
  });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw invalid(`not JSON: ${(cause as SyntaxError).message}`, cause);
  }
  if (!validate(data)) {
    const [first] = validate.errors ?? [];
    throw invalid(
      `${first?.instancePath || "the file"} ${first?.message ?? "is not valid"}${detail(first?.params)}`,
    );
  }
  return data as T;
}

function detail(params: Readonly<Record<string, unknown>> | undefined): string {
  const extra = params?.["additionalProperty"] ?? params?.["allowedValue"];
  return extra === undefined ? "" : ` (${JSON.stringify(extra)})`;
}

/** What a schema cannot say. */
function contradiction(manifest: ExerciseManifest, folderName: string): string | null {
  if (manifest.id !== folderName) return `/id is "${manifest.id}", but the folder is called ${folderName}.`;
  const names = manifest.functions.map((spec) => spec.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `/functions has ${twice} twice.`;
  const points = manifest.functions.reduce((sum, spec) => sum + spec.points, 0);
  if (Math.abs(points - 100) > 1e-9) return `the points of the functions sum to ${points}, not to 100.`;
  for (const spec of manifest.functions) {
    const parameters = spec.parameters.map((parameter) => parameter.name);
    const unknown = spec.insensitiveTo?.find((name) => !parameters.includes(name));
    if (unknown !== undefined)
      return `${spec.name}: /insensitiveTo names ${unknown}, which is not a parameter.`;
  }
  return null;
}
