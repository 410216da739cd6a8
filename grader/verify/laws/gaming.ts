import { mapNumbers } from "#compare/numbers.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Value } from "#contract/values.ts";
import { answer, type Examined, type Law } from "../law.ts";

/** Submissions that know nothing of the exercise but its signatures, and one right answer of each function. */
export const gaming: Law = {
  id: "gaming",
  title: "submissions of constants, copied and permuted inputs have no points",
  failures: async (examined) => {
    const failures: string[] = [];
    for (const [title, body] of Object.entries(bodies(examined))) {
      const source = examined.exercise.manifest.functions.map((spec) => declare(spec, body(spec))).join("\n");
      const report = await examined.grade(source);
      const earning = report.functions
        .filter((one) => one.points > 0)
        .map((one) => `${one.name} (${one.status})`);
      if (report.score > 0) failures.push(`${title}: ${report.score} points for ${earning.join(", ")}`);
    }
    return failures;
  },
};

type Body = (spec: FunctionSpec) => string;

function bodies({ exercise, solution, draw }: Examined): Readonly<Record<string, Body>> {
  const drawn = draw("public");
  const firstAnswer = (spec: FunctionSpec): Value => {
    const first = drawn[spec.name]?.find((one) => one.case.kind === "value");
    return first === undefined ? undefined : answer(solution, spec.name, first.args);
  };
  const constant =
    (change: (value: Value) => Value): Body =>
    (spec) =>
      `return ${JSON.stringify(change(firstAnswer(spec)))};`;
  const most = Math.max(...exercise.manifest.functions.map((spec) => spec.parameters.length));
  const copies = Array.from({ length: most }, (_, index): [string, Body] => [
    `copies argument ${index + 1}`,
    (spec) => `return args[${Math.min(index, spec.parameters.length - 1)}];`,
  ]);
  const permuted = Array.from({ length: most }, (_, index): [string, Body] => [
    `permutes argument ${index + 1}`,
    (spec) =>
      `const a = args[${Math.min(index, spec.parameters.length - 1)}]; return Array.isArray(a) ? [...a].reverse() : a;`,
  ]);
  return {
    zeros: constant((value) => mapNumbers(value, () => 0)),
    ones: constant((value) => mapNumbers(value, () => 1)),
    "the first right answer always": constant((value) => value),
    "zeros in the shape of the first argument": () =>
      "const z = (v: unknown): unknown => (Array.isArray(v) ? v.map(z) : 0); return z(args[0]);",
    "the first entry": () => "let v = args[0] as unknown; while (Array.isArray(v)) v = v[0]; return v;",
    nothing: () => "return undefined;",
    ...Object.fromEntries(copies),
    ...Object.fromEntries(permuted),
  };
}

function declare(spec: FunctionSpec, body: string): string {
  return `export function ${spec.name}(...args: unknown[]): unknown { ${body} }`;
}
