import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { GradusError } from "#contract/errors.ts";
import type { AnyPicture } from "#engine/drawPicture.ts";
import { modulePath } from "./folders.ts";

export function hasPicture(folder: string): boolean {
  return existsSync(modulePath(folder, "picture"));
}

/** The default export of picture.ts, typed in the exercise itself (definePicture); here it is taken as declared. */
export async function loadPicture(folder: string): Promise<AnyPicture> {
  const path = modulePath(folder, "picture");
  if (!hasPicture(folder)) throw new GradusError("exercise-invalid", `There is no picture at ${path}.`);
  try {
    return ((await import(pathToFileURL(path).href)) as { readonly default: AnyPicture }).default;
  } catch (cause) {
    throw new GradusError("exercise-invalid", `${path} cannot be loaded: ${(cause as Error).message}`, {
      cause,
    });
  }
}
