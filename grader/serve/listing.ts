import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inCourseOrder } from "#catalog/courseOrder.ts";
import { exerciseFolder, exerciseIds } from "#catalog/folders.ts";
import { hasPicture } from "#catalog/loadPicture.ts";
import { readManifest } from "#catalog/manifest.ts";
import { readHints } from "#catalog/texts.ts";
import { describeType } from "#compare/describe.ts";
import { GradusError } from "#contract/errors.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { ExerciseSummary, FunctionSummary, Listing } from "./client/protocol.ts";
import { contractOf } from "./contractOf.ts";

/** Every exercise in the order of the course. A broken one is told and does not hide the others. */
export async function listExercises(folder: string): Promise<Listing> {
  const ids = await exerciseIds(folder);
  const found = await Promise.all(ids.map((id) => summariseOrComplain(folder, id)));
  return {
    exercises: inCourseOrder(found.filter((one) => typeof one !== "string")),
    broken: found.filter((one) => typeof one === "string"),
  };
}

async function summariseOrComplain(folder: string, id: string): Promise<ExerciseSummary | string> {
  try {
    return await summarise(await exerciseFolder(folder, id));
  } catch (error) {
    if (error instanceof GradusError) return error.message;
    throw error;
  }
}

async function summarise(folder: string): Promise<ExerciseSummary> {
  const [manifest, starter, hints] = await Promise.all([
    readManifest(folder),
    readFile(join(folder, "starter.ts"), "utf8"),
    readHints(folder, "en"),
  ]);
  const { id, version, title, summary, track, prerequisites, minutes, sources } = manifest;
  const functions = manifest.functions.map((spec) => describe(spec, starter, hints[spec.name]?.length ?? 0));
  const maxScore = functions.reduce((sum, one) => sum + one.points, 0);
  const picture = hasPicture(folder);
  return {
    id,
    version,
    title,
    summary,
    track,
    prerequisites,
    minutes,
    maxScore,
    functions,
    picture,
    sources,
  };
}

function describe(spec: FunctionSpec, starter: string, hintLevels: number): FunctionSummary {
  const { name, points, parameters, returns } = spec;
  const list = parameters.map((one) => `${one.name}: ${describeType(one.type)}`).join(", ");
  const signature = `${name}(${list}): ${describeType(returns)}`;
  return { name, points, signature, parameters, contract: contractOf(starter, name), hintLevels };
}
