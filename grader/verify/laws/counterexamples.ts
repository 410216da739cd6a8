import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compareValues } from "#compare/values.ts";
import { areEqual } from "#compare/relations.ts";
import { numbersIn } from "#compare/numbers.ts";
import { compareOptionsOf, describeQuestion } from "#engine/measure.ts";
import type { FunctionReport } from "#contract/report.ts";
import type { Arguments } from "#contract/values.ts";
import type { DrawnCase } from "#engine/ports.ts";
import { answer, type Examined, type Law } from "../law.ts";

/**
 * The first form of every slip stands for it: what is shown against it must be an input of the function's, smaller than the
 * case that it came from or as small, with the right answer beside it.
 */
export const counterexamples: Law = {
  id: "counterexamples",
  title: "cases lie in the declared domain; every slip of value has a counterexample there, and it is one",
  failures: async (examined) => {
    const { exercise, folder } = examined;
    const failures = [...outsideOf(examined)];
    for (const id of Object.keys(exercise.misconceptions)) {
      const source = await readFile(join(folder, "misconceptions", `${id}.ts`), "utf8");
      const report = await examined.grade(source);
      for (const one of report.functions)
        if (one.rootCause && one.firstMismatch !== null)
          failures.push(
            ...(await complaintsOf(examined, source, one)).map((what) => `${id}: ${one.name} ${what}`),
          );
    }
    return failures;
  },
};

function outsideOf({ exercise, draw }: Examined): readonly string[] {
  return Object.entries(draw("public")).flatMap(([name, cases]) =>
    cases
      .filter((one) => one.case.kind !== "cost" && !isInside(exercise.domain[name]?.(...one.args), one))
      .map((one) => `${name}, case ${one.case.id}: lies outside the declared domain`),
  );
}

function isInside(mended: Arguments | null | undefined, { args }: DrawnCase): boolean {
  return mended === undefined || (mended !== null && areEqual(mended, args));
}

async function complaintsOf(
  examined: Examined,
  source: string,
  { name }: FunctionReport,
): Promise<readonly string[]> {
  const { exercise, solution, draw } = examined;
  const found = await examined.counterexample(source, name);
  if (found === null) return ["has no counterexample"];
  const drawn = draw("public")[name] ?? [];
  const from = drawn.find((one) => one.case.id === found.case);
  const spec = exercise.manifest.functions.find((one) => one.name === name);
  if (from === undefined || spec === undefined) return [`has a counterexample from no case: ${found.case}`];
  const base = describeQuestion(spec, drawn, (await examined.expected("public"))[name] ?? []);
  const options = compareOptionsOf(base, from.case);
  const right = answer(solution, name, found.args);
  const differs = (value: unknown): boolean =>
    compareValues(spec.returns, right, value as typeof right, options) !== null;
  return [
    ...(numbersIn(found.args).length <= numbersIn(from.args).length ? [] : ["grew"]),
    ...(isInside(exercise.domain[name]?.(...found.args), { ...from, args: found.args })
      ? []
      : ["lies outside the domain"]),
    ...(differs(found.expected) ? ["expects what the solution does not give"] : []),
    ...(found.got.ok && !differs(found.got.value) ? ["shows a right answer"] : []),
    ...(numbersIn(found.steps).every(Number.isFinite) ? [] : ["has a step that is no number"]),
  ];
}
