import { scalesOf } from "#compare/scales.ts";
import { toleranceOf } from "#compare/tolerance.ts";
import { compareValues } from "#compare/values.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Value } from "#contract/values.ts";
import type { DrawnCase } from "#engine/ports.ts";
import { answer, type Examined, type Law } from "../law.ts";

const seeds = ["public", "1", "2", "3"];
/** The reference may be this share of the tolerance away from the solution. */
const SHARE = 0.1;

export const agreement: Law = {
  id: "agreement",
  title: "reference and solution agree within a tenth of the tolerance",
  failures: async (examined) => {
    const failures: string[] = [];
    for (const seed of seeds) {
      const [drawn, expected] = [examined.draw(seed), await examined.expected(seed)];
      for (const spec of examined.exercise.manifest.functions)
        failures.push(
          ...disagreements(examined, spec, {
            seed,
            drawn: drawn[spec.name] ?? [],
            expected: expected[spec.name] ?? [],
          }),
        );
    }
    return failures;
  },
};

function disagreements(
  { solution }: Examined,
  spec: FunctionSpec,
  { seed, drawn, expected }: { seed: string; drawn: readonly DrawnCase[]; expected: readonly Value[] },
): readonly string[] {
  const { rtol, atol } = toleranceOf(spec.tolerance);
  const tolerance = { rtol: rtol * SHARE, atol: atol * SHARE };
  const scales = scalesOf(
    spec.returns,
    expected.filter((_, index) => drawn[index]?.case.kind === "value"),
    spec.tolerance,
  );
  return drawn.flatMap((one, index) => {
    const { scale, offset, id } = one.case;
    const difference = compareValues(spec.returns, expected[index], answer(solution, spec.name, one.args), {
      tolerance,
      scales:
        scale === undefined ? scales : Object.fromEntries(Object.keys(scales).map((group) => [group, scale])),
      ...(offset === undefined ? {} : { offset }),
    });
    if (difference === null) return [];
    const { path, expected: reference, got } = difference;
    return [
      `${spec.name}, case ${id}, seed ${seed}${path}: the reference has ${reference}, the solution ${got}`,
    ];
  });
}
