import { compareValues } from "#compare/values.ts";
import { scalesOf } from "#compare/scales.ts";
import { toleranceOf } from "#compare/tolerance.ts";
import { mapNumbers } from "#compare/numbers.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Value } from "#contract/values.ts";
import type { DrawnCase } from "#engine/ports.ts";
import { answer, type Law } from "../law.ts";

/** A wrong answer must be this many tolerances away from the right one on some case. */
const FAR = 100;

export const telling: Law = {
  id: "telling",
  title: `zeros and every slip are at least ${FAR} tolerances away from the right answer on some case`,
  failures: async ({ exercise, draw, solution }) => {
    const drawn = draw("public");
    const variants = await exercise.variants();
    return exercise.manifest.functions.flatMap((spec) => {
      const cases = (drawn[spec.name] ?? []).filter((one) => one.case.kind !== "cost");
      const right = cases.map((one) => answer(solution, spec.name, one.args));
      const zeros = right.map((value) => mapNumbers(value, () => 0));
      const slips = variants.filter(({ misconception }) => {
        const manifest = exercise.misconceptions[misconception];
        return manifest?.recognisedBy.kind === "outputs" && manifest.functions.includes(spec.name);
      });
      const near = isFar(spec, cases, right, zeros)
        ? []
        : [`${spec.name}: an answer of zeros is too near the right one`];
      const forms = slips.flatMap(({ misconception, form, functions }) => {
        const answers = cases.map((one) => attempt(() => answer(functions, spec.name, one.args)));
        const same = answers.every((value, index) => JSON.stringify(value) === JSON.stringify(right[index]));
        const where = `${misconception}${form === "" ? "" : `.${form}`}`;
        // a form that leaves this function right is about another one
        return same || isFar(spec, cases, right, answers)
          ? []
          : [`${spec.name}: ${where} is too near the right answer`];
      });
      return [...near, ...forms];
    });
  },
};

function attempt(run: () => Value): Value {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function isFar(
  spec: FunctionSpec,
  cases: readonly DrawnCase[],
  right: readonly Value[],
  answers: readonly Value[],
): boolean {
  const options = {
    tolerance: toleranceOf(spec.tolerance),
    scales: scalesOf(spec.returns, right, spec.tolerance),
  };
  return cases.some((one, index) => {
    const { offset } = one.case;
    const extra = offset === undefined ? {} : { offset };
    const difference = compareValues(spec.returns, right[index], answers[index], { ...options, ...extra });
    return difference !== null && (difference.kind === "shape" || difference.tolerances >= FAR);
  });
}
