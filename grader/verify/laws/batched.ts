import { compareValues } from "#compare/values.ts";
import { scalesOf } from "#compare/scales.ts";
import { toleranceOf } from "#compare/tolerance.ts";
import type { Law } from "../law.ts";

const seeds = ["public", "1", "2"];

/** A class with a seed per student is computed at once: nobody's inputs may reach another's answer. */
export const batched: Law = {
  id: "batched",
  title: "instances computed together have the answers that each has alone",
  failures: async ({ exercise, references, draw, expected }) => {
    const drawn = seeds.map(draw);
    const alone = await Promise.all(seeds.map(expected));
    const failures: string[] = [];
    for (const { name, returns, tolerance } of exercise.manifest.functions) {
      const cases = drawn[0]?.[name] ?? [];
      const together = await references.compute(
        exercise.referencePath,
        cases.map((_, index) => ({
          function: name,
          instances: drawn.map((one) => one[name]?.[index]?.args ?? []),
        })),
      );
      cases.forEach((one, index) => {
        seeds.forEach((seed, instance) => {
          const values = alone[instance]?.[name] ?? [];
          const { offset } = one.case;
          const difference = compareValues(returns, values[index], together[index]?.[instance], {
            tolerance: toleranceOf(tolerance),
            scales: scalesOf(returns, values, tolerance),
            ...(offset === undefined ? {} : { offset }),
          });
          if (difference !== null)
            failures.push(
              `${name}, case ${one.case.id}, seed ${seed}${difference.path}: ${difference.got} among others, ${difference.expected} alone`,
            );
        });
      });
    }
    return failures;
  },
};
