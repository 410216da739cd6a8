import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { GradusError } from "#contract/errors.ts";
import type { FunctionReference } from "#sdk/reference.ts";
import { referenceFailed, type Place } from "./place.ts";

export interface LoadedReference {
  readonly exercise: string; // the folder's name
  readonly functions: Readonly<Record<string, FunctionReference>>;
}

/** Imports a reference module. A changed file is imported anew: its time and size are part of the module's URL. */
export async function loadReference(referencePath: string): Promise<LoadedReference> {
  const exercise = basename(dirname(referencePath));
  const functions = await importDefault(referencePath, exercise);
  if (typeof functions !== "object" || functions === null) {
    throw new GradusError(
      "reference-failed",
      `${exercise}: ${basename(referencePath)} has no default export of references`,
    );
  }
  return { exercise, functions: functions as LoadedReference["functions"] };
}

export function pickFunction(functions: LoadedReference["functions"], place: Place): FunctionReference {
  const reference = Object.hasOwn(functions, place.function) ? functions[place.function] : undefined;
  if (reference === undefined) throw referenceFailed(place, "the reference has no such function");
  return reference;
}

async function importDefault(referencePath: string, exercise: string): Promise<unknown> {
  try {
    const { mtimeMs, size } = await stat(referencePath);
    const url = `${pathToFileURL(referencePath).href}?version=${String(mtimeMs)}-${String(size)}`;
    const module = (await import(url)) as { readonly default?: unknown };
    return module.default;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new GradusError(
      "reference-failed",
      `${exercise}: ${basename(referencePath)} cannot be loaded: ${reason}`,
      {
        cause: error,
      },
    );
  }
}
