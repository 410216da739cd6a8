import { scalesOf } from "#compare/scales.ts";
import { toleranceOf } from "#compare/tolerance.ts";
import { compareValues } from "#compare/values.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Value } from "#contract/values.ts";
import type { Variant } from "#engine/ports.ts";
import { answer, type Examined, type Law } from "../law.ts";

/** Two slips are told apart where their answers differ by this many tolerances. */
const APART = 100;

export const pairs: Law = {
  id: "pairs",
  title: `any two slips of a function are ${APART} tolerances apart on some case`,
  failures: async (examined) => {
    const variants = await examined.exercise.variants();
    return examined.exercise.manifest.functions.flatMap((spec) => confusions(examined, spec, variants));
  },
};

interface Wrong {
  readonly misconception: string;
  readonly where: string;
  readonly answers: readonly Value[];
}

function confusions(examined: Examined, spec: FunctionSpec, variants: readonly Variant[]): readonly string[] {
  const { exercise, solution, draw } = examined;
  const cases = (draw("public")[spec.name] ?? []).filter((one) => one.case.kind === "value");
  const right = cases.map((one) => answer(solution, spec.name, one.args));
  const options = {
    tolerance: toleranceOf(spec.tolerance),
    scales: scalesOf(spec.returns, right, spec.tolerance),
  };
  const apart = (a: readonly Value[], b: readonly Value[]): boolean =>
    a.some((value, index) => {
      if (value === undefined || b[index] === undefined) return value !== b[index];
      const difference = compareValues(spec.returns, value, b[index], options);
      return difference !== null && (difference.kind === "shape" || difference.tolerances >= APART);
    });
  const wrong = variants
    .filter(({ misconception }) => {
      const manifest = exercise.misconceptions[misconception];
      return manifest?.recognisedBy.kind === "outputs" && manifest.functions.includes(spec.name);
    })
    .map(({ misconception, form, functions }): Wrong => {
      const where = form === "" ? misconception : `${misconception}.${form}`;
      return {
        misconception,
        where,
        answers: cases.map((one) => attempt(() => answer(functions, spec.name, one.args))),
      };
    })
    // a form that leaves this function right is about another one
    .filter(({ answers }) => apart(right, answers));
  return wrong.flatMap((one, index) =>
    wrong
      .slice(index + 1)
      .filter((other) => other.misconception !== one.misconception && !apart(one.answers, other.answers))
      .map((other) => `${spec.name}: ${one.where} and ${other.where} give the same numbers`),
  );
}

function attempt(run: () => Value): Value {
  try {
    return run();
  } catch {
    return undefined;
  }
}
