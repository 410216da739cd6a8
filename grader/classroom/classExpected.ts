import type { Backend, ReferenceBatch, References } from "#contract/backend.ts";
import type { Value } from "#contract/values.ts";
import { drawCases } from "#engine/draw.ts";
import type { Drawn, Exercise, ExpectedValues, Seed } from "#engine/ports.ts";

interface Known {
  readonly drawn: Drawn;
  readonly expected: ExpectedValues;
}

/**
 * The expected values of a class, in memory only: a secret seed's answers lie on no disk. Case k has one shape for every
 * seed, so that one launch computes it for many students.
 */
export class ClassExpected {
  readonly backend: Backend;
  readonly #references: () => Promise<References>;
  readonly #known = new Map<string, Known>();

  constructor(backend: Backend, references: () => Promise<References>) {
    this.backend = backend;
    this.#references = references;
  }

  /** Computes all of these seeds' answers to one exercise at once. */
  async prepare(exercise: Exercise, seeds: readonly Seed[]): Promise<void> {
    const missing = seeds.filter((seed) => !this.#known.has(keyOf(exercise, seed)));
    const [first, ...others] = missing.map((seed) => drawCases(exercise, seed));
    if (first === undefined) return;
    const questions = Object.entries(first).flatMap(([name, cases]) =>
      cases.map((one, index): ReferenceBatch => {
        const rest = others.map((drawn) => drawn[name]?.[index]?.args ?? []);
        return { function: name, instances: [one.args, ...rest] };
      }),
    );
    const answers = await (await this.#references()).compute(exercise.referencePath, questions);
    [first, ...others].forEach((drawn, instance) => {
      const seed = missing[instance];
      if (seed === undefined) return;
      this.#known.set(keyOf(exercise, seed), { drawn, expected: sorted(questions, answers, instance) });
    });
  }

  drawn(exercise: Exercise, seed: Seed): Drawn {
    return this.#known.get(keyOf(exercise, seed))?.drawn ?? drawCases(exercise, seed);
  }

  async get(exercise: Exercise, seed: Seed): Promise<ExpectedValues> {
    const key = keyOf(exercise, seed);
    if (!this.#known.has(key)) await this.prepare(exercise, [seed]);
    return this.#known.get(key)?.expected ?? {};
  }

  forget(exercises: readonly Exercise[], seeds: readonly Seed[]): void {
    for (const exercise of exercises) for (const seed of seeds) this.#known.delete(keyOf(exercise, seed));
  }
}

function keyOf({ manifest, version }: Exercise, seed: Seed): string {
  return `${manifest.id} ${version} ${seed.kind} ${seed.commitment}`;
}

/** The answers of one instance, by function, in the order of its cases. */
function sorted(
  questions: readonly ReferenceBatch[],
  answers: readonly (readonly Value[])[],
  instance: number,
): ExpectedValues {
  const byFunction: Record<string, Value[]> = {};
  questions.forEach((question, index) =>
    (byFunction[question.function] ??= []).push(answers[index]?.[instance]),
  );
  return byFunction;
}
