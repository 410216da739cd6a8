import type { ClassSubmissions } from "#contract/class.ts";
import { GradusError } from "#contract/errors.ts";
import type { Exercise } from "#engine/ports.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";
import { planClass, type StudentWork } from "./plan.ts";
import { commitmentOf, newSeed } from "./seeds.ts";

export interface ClassOptions {
  readonly id: string;
  readonly submissions: ClassSubmissions;
  readonly exercises: readonly Exercise[];
  readonly graderVersion: string;
  /** What the instructor gives; otherwise the class's own, or a new one. */
  readonly seed?: string | undefined;
  readonly personalised?: boolean | undefined;
}

/** A class as it is in the gradebook, with all the work that its submissions make. */
export interface OpenClass {
  readonly id: string;
  readonly seedCommitment: string;
  readonly personalised: boolean;
  /** Whether the seed, or its use, is another than the one that the class was graded with. */
  readonly reseeded: boolean;
  readonly works: readonly StudentWork[];
}

/** Finds or makes the class's seed and plans its work. Nothing about a class that exists already is changed. */
export async function openClass(gradebook: Gradebook, options: ClassOptions): Promise<OpenClass> {
  const { id, submissions, exercises, graderVersion } = options;
  const state = await gradebook.classState(id);
  const stored = state && (await gradebook.seed(state.seedCommitment));
  const secret = options.seed ?? stored ?? newSeed();
  const seedCommitment = commitmentOf(secret);
  const personalised = options.personalised ?? state?.personalised ?? false;
  await gradebook.saveSeed(seedCommitment, secret);
  if (state === undefined) await gradebook.saveClass({ id, seedCommitment, personalised });
  return {
    id,
    seedCommitment,
    personalised,
    reseeded:
      state !== undefined && (state.seedCommitment !== seedCommitment || state.personalised !== personalised),
    works: planClass(submissions, exercises, { secret, personalised, graderVersion }),
  };
}

export function refuseOtherSeed({ id, reseeded }: OpenClass): void {
  if (reseeded)
    throw new GradusError(
      "usage",
      `The class "${id}" was graded with another seed. Another one changes every grade: gradus regrade shows how, and then does it.`,
    );
}
