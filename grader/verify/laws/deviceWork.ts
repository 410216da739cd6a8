import { compareValues } from "#compare/values.ts";
import { scalesOf } from "#compare/scales.ts";
import { toleranceOf } from "#compare/tolerance.ts";
import { mapNumbers } from "#compare/numbers.ts";
import type { Value } from "#contract/values.ts";
import type { Law } from "../law.ts";

export const deviceWork: Law = {
  id: "device-work",
  title: "a reference whose compute gives zeros breaks every expected value that is not zero",
  failures: async ({ exercise, references, draw, expected }) => {
    const drawn = draw("public");
    const right = await expected("public");
    const failures: string[] = [];
    for (const spec of exercise.manifest.functions) {
      const cases = drawn[spec.name] ?? [];
      const batches = cases.map((one) => ({ function: spec.name, instances: [one.args], zeroed: true }));
      const zeroed = await references.compute(exercise.referencePath, batches);
      const values = right[spec.name] ?? [];
      const options = {
        tolerance: toleranceOf(spec.tolerance),
        scales: scalesOf(spec.returns, values, spec.tolerance),
      };
      const isRightFor = (value: Value, got: Value, offset: number | undefined): boolean =>
        compareValues(spec.returns, value, got, {
          ...options,
          ...(offset === undefined ? {} : { offset }),
        }) === null;
      cases.forEach((one, index) => {
        const value = values[index];
        const { offset } = one.case;
        const nothing = mapNumbers(value, () => offset ?? 0);
        if (isRightFor(value, nothing, offset)) return;
        if (isRightFor(value, zeroed[index]?.[0], offset))
          failures.push(
            `${spec.name}, case ${one.case.id}: prepare and finish give the right answer without compute`,
          );
      });
    }
    return failures;
  },
};
