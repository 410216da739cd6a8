import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openEngine, publicSeed, type Engine, type EngineOptions } from "#compose/openEngine.ts";
import type { Report } from "#contract/report.ts";
import { grade } from "#engine/grade.ts";
import { exerciseIds, exercises } from "./laws.ts";

/** What decides nothing: where it ran, how long it took, and digits as they were printed. */
type Verdict = readonly unknown[];

function verdictOf(report: Report): Verdict {
  const { exercise, exerciseVersion, graderVersion, seed, score, maxScore, diagnostics, functions } = report;
  const judged = functions.map(({ message, firstMismatch, ...rest }) => ({
    ...rest,
    message: { key: message.key, values: withoutDigits(message.values) },
    firstMismatch: firstMismatch === null ? null : { case: firstMismatch.case, path: firstMismatch.path },
  }));
  return [exercise, exerciseVersion, graderVersion, seed, score, maxScore, diagnostics, judged];
}

function withoutDigits(values: Readonly<Record<string, string | number>>): object {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== "expected" && name !== "got"));
}

/** Submissions by file name: the starter, the solution, the sample and every form of every slip. */
function submissionsOf(id: string): readonly (readonly [string, string])[] {
  const folder = join(exercises, id);
  const slips = readdirSync(join(folder, "misconceptions")).filter((name) => name.endsWith(".ts"));
  const files = ["starter.ts", "solution.ts", "sample.ts", ...slips.map((name) => `misconceptions/${name}`)];
  return files.map((name) => [name, readFileSync(join(folder, name), "utf8")]);
}

/** Submissions that know nothing but the functions' names. */
async function gamesOf(engine: Engine, id: string): Promise<readonly (readonly [string, string])[]> {
  const { functions } = (await engine.exercise(id)).manifest;
  const all = (body: string): string =>
    functions.map(({ name }) => `export function ${name}(...args: any[]): any { ${body} }`).join("\n");
  return [
    ["zeros", all("return 0;")],
    ["the first argument", all("return args[0];")],
    ["NaN", all("return NaN;")],
    ["text", all('return "1";')],
    ["throws", all('throw new Error("no");')],
    ["does not parse", "export function ("],
    ["nothing", ""],
  ];
}

const rungs: Readonly<Record<string, EngineOptions>> = {
  wasm: { rung: "wasm" },
  cpu: { rung: "cpu" },
  "webgpu (software)": { rung: "webgpu" },
};
const sandboxes: Readonly<Record<string, EngineOptions>> = {
  process: { rung: "wasm", sandbox: "process" },
  jail: { rung: "wasm", sandbox: "jail" },
};
describeEquality("rung", rungs, 8);
/** The jail changes nothing about the arithmetic: fewer submissions are enough there. */
describeEquality("sandbox", sandboxes, 12);

/** Solution and starter come first, so that they are among the sample; of the others every so many. */
function describeEquality(what: string, settings: typeof rungs, every: number): void {
  describe(`verdicts are equal in every ${what}`, function () {
    this.timeout(300_000);
    let engines: readonly (readonly [string, Engine])[] = [];
    before(async () => {
      const opened = Object.entries(settings).map(
        async ([name, options]) => [name, await openEngine({ ...options, cache: "memory" })] as const,
      );
      engines = await Promise.all(opened);
    });
    after(() => Promise.all(engines.map(([, engine]) => engine.close())));

    for (const id of exerciseIds)
      it(`${id}: solution, starter, sample, slips and games`, async () => {
        const [[, first] = []] = engines;
        assert.ok(first);
        const submissions = [...submissionsOf(id), ...(await gamesOf(first, id))];
        const chosen = submissions.filter((_, index) => index < 2 || index % every === 0);
        assert.ok(chosen.length >= 3);
        for (const [name, source] of chosen) await assertEqual(id, name, source);
      });

    async function assertEqual(id: string, name: string, source: string): Promise<void> {
      const verdicts = await Promise.all(
        engines.map(async ([setting, engine]) => {
          const exercise = await engine.exercise(id);
          const request = { exercise, seed: publicSeed(), submission: { fileName: "mine.ts", source } };
          return [setting, verdictOf(await grade(request, engine.ports))] as const;
        }),
      );
      for (const [setting, verdict] of verdicts)
        assert.deepEqual(verdict, verdicts[0]?.[1], `${name}: ${setting}`);
    }
  });
}
