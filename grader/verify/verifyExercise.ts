import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { References } from "#contract/backend.ts";
import type { Report } from "#contract/report.ts";
import { smallestCounterexample } from "#engine/counterexample.ts";
import { drawCases } from "#engine/draw.ts";
import { grade } from "#engine/grade.ts";
import type { Exercise, Oracle, Ports, Seed } from "#engine/ports.ts";
import type { Examined, Law } from "./law.ts";
import { agreement } from "./laws/agreement.ts";
import { batched } from "./laws/batched.ts";
import { cases } from "./laws/cases.ts";
import { counterexamples } from "./laws/counterexamples.ts";
import { complete } from "./laws/complete.ts";
import { deviceWork } from "./laws/deviceWork.ts";
import { gaming } from "./laws/gaming.ts";
import { located } from "./laws/located.ts";
import { named } from "./laws/named.ts";
import { pairs } from "./laws/pairs.ts";
import { picture } from "./laws/picture.ts";
import { readable } from "./laws/readable.ts";
import { right } from "./laws/right.ts";
import { starter } from "./laws/starter.ts";
import { telling } from "./laws/telling.ts";

export const laws: readonly Law[] = [
  complete,
  cases,
  agreement,
  batched,
  deviceWork,
  telling,
  pairs,
  right,
  starter,
  named,
  located,
  counterexamples,
  readable,
  gaming,
  picture,
];

export interface Ruling {
  readonly law: string;
  readonly title: string;
  readonly failures: readonly string[];
}

export interface Means {
  readonly folder: string;
  readonly exercise: Exercise;
  readonly ports: Ports;
  readonly references: () => Promise<References>;
  readonly oracle: Oracle;
  readonly seed: (value: string) => Seed;
}

/** Holds one exercise against all laws. */
export async function verifyExercise(means: Means): Promise<readonly Ruling[]> {
  return await holdTo(laws, await examine(means));
}

/** A law that cannot even be tried fails with what stopped it. */
export async function holdTo(chosen: readonly Law[], examined: Examined): Promise<readonly Ruling[]> {
  const rulings: Ruling[] = [];
  for (const law of chosen) {
    const failures = await law
      .failures(examined)
      .catch((error: unknown) => [`could not be tried: ${String(error)}`]);
    rulings.push({ law: law.id, title: law.title, failures });
  }
  return rulings;
}

/** What several laws ask of one exercise is graded once: the same source under the same seed has the same report. */
export async function examine({
  folder,
  exercise,
  ports,
  references,
  oracle,
  seed,
}: Means): Promise<Examined> {
  const graded = new Map<string, Promise<Report>>();
  const gradeAnew = (source: string): Promise<Report> =>
    grade({ exercise, seed: seed("public"), submission: { fileName: "submission.ts", source } }, ports);
  const draw = (value: string) => drawCases(exercise, seed(value));
  const solution = (await import(pathToFileURL(join(folder, "solution.ts")).href)) as Examined["solution"];
  return {
    folder,
    exercise,
    rung: ports.expected.backend.rung,
    solution,
    references: await references(),
    draw,
    expected: (value) => ports.expected.get(exercise, seed(value), draw(value)),
    grade: (source) => {
      const report = graded.get(source) ?? gradeAnew(source);
      graded.set(source, report);
      return report;
    },
    counterexample: async (source, name) =>
      smallestCounterexample(
        {
          exercise,
          submission: { fileName: "submission.ts", source },
          function: name,
          drawn: draw("public"),
          expected: await ports.expected.get(exercise, seed("public"), draw("public")),
        },
        { sandbox: ports.sandbox, oracle, now: ports.now },
      ),
  };
}
