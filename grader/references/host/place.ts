import { GradusError } from "#contract/errors.ts";

/** Whose reference is at work; begins every sentence about it. */
export interface Place {
  readonly exercise: string;
  readonly function: string;
}

export function referenceFailed(place: Place, sentence: string, cause?: unknown): GradusError {
  return new GradusError("reference-failed", `${place.exercise}, ${place.function}: ${sentence}`, { cause });
}

/** Runs a part of a reference; what it throws names the part. */
export function inPart<Result>(place: Place, part: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof GradusError) throw error;
    throw referenceFailed(
      place,
      `${part} threw ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
}
