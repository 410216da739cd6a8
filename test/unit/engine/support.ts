import type { FunctionReport, Report } from "#contract/report.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Arguments, Value } from "#contract/values.ts";
import { grade } from "#engine/grade.ts";
import type { AnyCase, Exercise, Ports, Seed, StudentFunctions, Variant } from "#engine/ports.ts";
import { openSandbox } from "#sandbox/open.ts";
import { SyntaxPlacer } from "#sandbox/syntaxPlacer.ts";
import { costCase, stabilityCase, valueCase } from "#sdk/cases.ts";
import type { Rng } from "#sdk/random.ts";

/**
 * A small exercise with one of everything, graded by the real engine in a real sandbox; its expected values come from the
 * right functions here instead of a device.
 *   loss(x, w) = mean_i (w - x_i)^2 / 2, slope = dloss/dw, best = argmin_w, excess = loss(x, w) - loss(x, best(x))
 */
const vector = { name: "x", type: { kind: "tensor", shape: ["n"] } } as const;
const scalar = { name: "w", type: { kind: "tensor", shape: [] } } as const;
const number = { kind: "tensor", shape: [] } as const;

const functions: readonly FunctionSpec[] = [
  { name: "loss", points: 30, parameters: [vector, scalar], returns: number, cpuMs: 200 },
  { name: "slope", points: 20, parameters: [vector, scalar], returns: number, cpuMs: 200 },
  { name: "best", points: 20, parameters: [vector], returns: number, cpuMs: 200 },
  { name: "excess", points: 30, parameters: [vector, scalar], returns: number, cpuMs: 200 },
];

const samples = (rng: Rng, n: number): number[] => rng.vector(n, () => rng.uniform(1, 4));
const sizes = [3, 4, 5, 6, 8, 9];
const atPoint = sizes.map((n, index): AnyCase =>
  valueCase(`n-${n}`, (rng) => [samples(rng, n), rng.uniform(-3, -1)], { visible: index < 2 }),
);
const ofSamples = sizes.map((n, index): AnyCase =>
  valueCase(`n-${n}`, (rng) => [samples(rng, n)], { visible: index < 2 }),
);
const huge = stabilityCase("huge", () => [[1e15, -1e15], 1e15]);
const long = costCase("long", (rng) => [samples(rng, 100_000), 1]);

const mean = (x: readonly number[]): number => x.reduce((sum, value) => sum + value, 0) / x.length;
const loss = (x: number[], w: number): number => mean(x.map((value) => (w - value) ** 2)) / 2;

/** The right answers, as the reference would give them. */
const right: Readonly<Record<string, (...args: never) => Value>> = {
  loss,
  slope: (x: number[], w: number) => w - mean(x),
  best: mean,
  excess: (x: number[], w: number) => loss(x, w) - loss(x, mean(x)),
};

const slips: readonly Variant[] = [
  {
    misconception: "missing-half",
    form: "",
    functions: {
      ...right,
      loss: ((x: number[], w: number) => 2 * loss(x, w)) as never,
    },
  },
];

const localized = (text: string) => ({ en: text, ja: text });
type Calls = Readonly<Record<string, (...args: readonly unknown[]) => Promise<number>>>;
const of = (student: StudentFunctions): Calls => student as Calls;

export const fit: Exercise = {
  manifest: {
    schemaVersion: 1,
    id: "fit",
    version: "1.0.0",
    title: localized("Fit"),
    summary: localized("Fit"),
    track: { number: 1, title: localized("Fit") },
    prerequisites: [],
    minutes: 1,
    functions,
    invariants: { "never-negative": localized("a loss is never negative") },
    sources: [{ title: "none" }],
  },
  version: "1.0.0+0",
  referencePath: "none",
  cases: { loss: [...atPoint, huge, long], slope: atPoint, best: ofSamples, excess: atPoint },
  relations: [
    {
      kind: "gradient-of",
      function: "slope",
      uses: ["loss"],
      objective: (student, x, w) => (student as never as Calls)["loss"]?.(x, w) ?? Promise.resolve(NaN),
      parts: () => [{ output: [], argument: [1] }],
    },
    {
      kind: "root-of",
      function: "best",
      uses: ["slope"],
      residual: (student, candidate, x) =>
        (student as never as Calls)["slope"]?.(x, candidate) ?? Promise.resolve(NaN),
    },
  ],
  given: {
    excess: {
      uses: ["loss", "best"],
      expected: async (student, x, w) => {
        const { loss: own, best } = of(student);
        if (own === undefined || best === undefined) return NaN;
        return (await own(x, w)) - (await own(x, await best(x)));
      },
    },
  },
  invariants: [
    {
      id: "never-negative",
      kind: "invariant",
      function: "loss",
      holds: async (student, rng) => ((await of(student)["loss"]?.(samples(rng, 5), 0.5)) ?? -1) >= 0,
    },
  ],
  domain: {},
  misconceptions: {
    "missing-half": {
      functions: ["loss"],
      recognisedBy: { kind: "outputs" },
      says: localized("you left out the factor 1/2"),
      look: localized("look"),
    },
  },
  variants: () => Promise.resolve(slips),
};

/** The right submission, function by function; a test replaces some of them. */
const solution: Readonly<Record<string, string>> = {
  loss: "(x: number[], w: number) => mean(x.map((v) => (w - v) ** 2)) / 2",
  slope: "(x: number[], w: number) => w - mean(x)",
  best: "(x: number[]) => mean(x)",
  excess: "(x: number[], w: number) => loss(x, w) - loss(x, best(x))",
};

export type Replacements = Readonly<Record<string, string | null>>;

/** A submission in which some functions are others; null leaves one out. `head` comes first. */
export function submission(replaced: Replacements = {}, head = ""): string {
  const lines = Object.entries({ ...solution, ...replaced }).map(([name, body]) =>
    body === null ? "" : `export const ${name} = ${body};`,
  );
  const helper = "const mean = (x: number[]) => x.reduce((sum, v) => sum + v, 0) / x.length;";
  return [head, helper, ...lines].join("\n");
}

export const publicSeed: Seed = { kind: "public", value: "public", commitment: "of-public" };
export const secretSeed: Seed = { kind: "secret", value: "nobody-knows-this", commitment: "of-secret" };

export interface Bench {
  readonly grade: (source: string, seed?: Seed) => Promise<Report>;
  readonly close: () => Promise<void>;
}

/** The engine over a real sandbox of its own. */
export async function openBench(exercise: Exercise = fit): Promise<Bench> {
  const sandbox = await openSandbox({ mode: "process" });
  const syntax = new SyntaxPlacer();
  const ports: Ports = {
    sandbox,
    expected: {
      backend: { rung: "cpu", device: "float64", hardware: false },
      get: (_exercise, _seed, drawn) =>
        Promise.resolve(
          Object.fromEntries(
            Object.entries(drawn).map(([name, cases]) => [name, cases.map((one) => answer(name, one.args))]),
          ),
        ),
    },
    placeSyntaxError: syntax.place,
    now: () => performance.now(),
    graderVersion: "0.0.0",
  };
  return {
    grade: (source, seed = publicSeed) =>
      grade({ exercise, seed, submission: { fileName: "mine.ts", source } }, ports),
    close: async () => {
      await Promise.all([sandbox.close(), syntax.close()]);
    },
  };
}

export function answer(name: string, args: Arguments): Value {
  const run = right[name] as ((...args: Arguments) => Value) | undefined;
  return run?.(...args);
}

export function functionOf(report: Report, name: string): FunctionReport {
  const found = report.functions.find((one) => one.name === name);
  if (found === undefined) throw new Error(`the report has no function ${name}`);
  return found;
}

/** "loss failed 12.5, slope passed 20, ..." */
export function summaryOf(report: Report): string {
  return report.functions
    .map((one) => `${one.name} ${one.status} ${Math.round(one.points * 1000) / 1000}`)
    .join(", ");
}
