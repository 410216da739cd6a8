import { createHash } from "node:crypto";
import type { Backend, ReferenceBatch, References } from "#contract/backend.ts";
import type { Value } from "#contract/values.ts";
import type { Drawn, Exercise, ExpectedValues, Seed } from "#engine/ports.ts";
import type { ExpectedStore } from "./expectedStore.ts";

interface Sources {
  readonly backend: Backend;
  /** Opened only when something is not known yet. */
  readonly references: () => Promise<References>;
  readonly store: ExpectedStore;
  /** Of everything but the exercise that decides an expected value: sdk, host, tfjs. */
  readonly fingerprint: string;
}

/** Expected values by exercise, seed and rung: from the store, or computed by the reference and stored. */
export function expectedValues({ backend, references, store, fingerprint }: Sources) {
  return {
    backend,
    async get(exercise: Exercise, seed: Seed, drawn: Drawn): Promise<ExpectedValues> {
      const key = keyOf([
        fingerprint,
        exercise.manifest.id,
        exercise.version,
        seed.kind,
        seed.value,
        backend.rung,
        backend.device,
      ]);
      const known = await store.get(key);
      if (known !== undefined) return known as ExpectedValues;
      const expected = await compute(await references(), exercise, drawn);
      await store.set(key, expected);
      return expected;
    },
  };
}

async function compute(references: References, exercise: Exercise, drawn: Drawn): Promise<ExpectedValues> {
  const questions = Object.entries(drawn).flatMap(([name, cases]) =>
    cases.map((one): ReferenceBatch => ({ function: name, instances: [one.args] })),
  );
  const answers = await references.compute(exercise.referencePath, questions);
  const byFunction: Record<string, Value[]> = Object.fromEntries(
    Object.keys(drawn).map((name) => [name, []]),
  );
  questions.forEach((question, index) => byFunction[question.function]?.push(answers[index]?.[0]));
  return byFunction;
}

function keyOf(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex");
}
