import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Value } from "#contract/values.ts";
import { grade } from "#engine/grade.ts";
import type { DrawnCase, Ports, Seed } from "#engine/ports.ts";
import { answer, type Examined } from "../law.ts";

/** What a submission that plays for points earned. */
export interface Guess {
  readonly submission: string;
  readonly points: number;
  /** An honest program but for one thing: the extremes and invariants that it passes may earn their points. */
  readonly honest: boolean;
}

/** Submissions that know some right answers, or nearly know them all. (Constants and copies are the law `gaming`.) */
export async function tryGuesses(
  examined: Examined,
  { ports, seed }: { readonly ports: Ports; readonly seed: (value: string) => Seed },
): Promise<readonly Guess[]> {
  const solution = await readFile(join(examined.folder, "solution.ts"), "utf8");
  const guesses: Guess[] = [];
  for (const [submission, keeps] of Object.entries(memories)) {
    const { score } = await examined.grade(remembering(examined, keeps));
    guesses.push({ submission, points: score, honest: false });
  }
  guesses.push({
    submission: "remembers every answer of the public seed, under a secret one",
    points: await underSecretSeed(remembering(examined, () => true)),
    honest: false,
  });
  for (const [submission, change] of Object.entries(changes)) {
    const { score } = await examined.grade(changing(examined, solution, change));
    guesses.push({ submission, points: score, honest: true });
  }
  return guesses;

  async function underSecretSeed(source: string): Promise<number> {
    const { exercise } = examined;
    const secret: Seed = { ...seed("adequacy, secret"), kind: "secret" };
    const report = await grade(
      { exercise, seed: secret, submission: { fileName: "guess.ts", source } },
      ports,
    );
    return report.score;
  }
}

type Keeps = (index: number, one: DrawnCase, count: number) => boolean;

const memories: Readonly<Record<string, Keeps>> = {
  "remembers the answer of the first case": (index) => index === 0,
  "remembers the answers of the visible cases": (_, one) => one.case.visible === true,
  "remembers every other answer": (index) => index % 2 === 0,
  "remembers every answer but the last": (index, _, count) => index < count - 1,
};

/** Looks its answers up, and gives the first one elsewhere. */
function remembering({ exercise, draw, solution }: Examined, keeps: Keeps): string {
  const drawn = draw("public");
  return exercise.manifest.functions
    .map((spec) => {
      const cases = (drawn[spec.name] ?? []).filter((one) => one.case.kind === "value");
      const known = cases
        .filter((one, index) => keeps(index, one, cases.length))
        .map((one) => [JSON.stringify(one.args), answer(solution, spec.name, one.args)] as const);
      return lookUp(spec, known);
    })
    .join("\n");
}

function lookUp({ name }: FunctionSpec, known: readonly (readonly [key: string, value: Value])[]): string {
  const table = `const known_${name} = new Map<string, unknown>(${JSON.stringify(known)});`;
  const first = JSON.stringify(known[0]?.[1] ?? 0);
  return `${table}
export function ${name}(...args: unknown[]): unknown {
  return known_${name}.has(JSON.stringify(args)) ? known_${name}.get(JSON.stringify(args)) : ${first};
}`;
}

/** What is done to every number of a right answer. */
const changes: Readonly<Record<string, string>> = {
  "right but for the sign": "-v",
  "right but for its size: absolute values": "Math.abs(v)",
  "right but clamped to [0, 1]": "Math.min(1, Math.max(0, v))",
  "right but rounded to whole numbers": "Math.round(v)",
  "right to three digits": "Number(v.toPrecision(3))",
  "right but 0.1 % too large": "1.001 * v",
};

/** The solution, whose every answer is changed before it is returned. Numbers only: a function that gives +-1 is no worse. */
function changing({ exercise }: Examined, solution: string, change: string): string {
  const names = exercise.manifest.functions.map((spec) => spec.name);
  const inner = names.reduce(
    (text, name) => text.replace(new RegExp(`^export (function ${name}\\b)`, "m"), "$1"),
    solution,
  );
  const wrapped = names.map(
    (name) =>
      `function changed_${name}(...args: unknown[]): unknown { return each(${name}(...(args as never))); }`,
  );
  return `${inner}
const one = (v: number): number => ${change};
const each = (v: any): any => typeof v === "number" ? one(v) : Array.isArray(v) ? v.map(each)
  : Object.fromEntries(Object.entries(v).map(([key, entry]) => [key, each(entry)]));
${wrapped.join("\n")}
export { ${names.map((name) => `changed_${name} as ${name}`).join(", ")} };
`;
}
