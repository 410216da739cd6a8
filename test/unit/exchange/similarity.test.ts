import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Received } from "#contract/class.ts";
import { likenesses, reportedFrom } from "#exchange/similarity/compare.ts";
import { findLikenesses } from "#exchange/similarity/findLikenesses.ts";
import { tokensOf } from "#exchange/similarity/tokens.ts";

const exercises = join(import.meta.dirname, "../../../exercises");
const ids = readdirSync(exercises, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const attacks = join(import.meta.dirname, "../../attacks/submissions");
const read = (...path: readonly string[]): string => readFileSync(join(exercises, ...path), "utf8");
const received = (exercise: string, sources: Readonly<Record<string, string>>): readonly Received[] =>
  Object.entries(sources).map(([student, source]) => ({
    student,
    exercise,
    submission: { fileName: `${exercise}.ts`, source },
    origin: student,
  }));

describe("near-identical submissions", function () {
  this.timeout(60_000);

  for (const { name } of ids) {
    const starters = { [name]: read(name, "starter.ts") };
    const solution = read(name, "solution.ts");

    it(`${name}: right submissions that were written independently are not reported`, async () => {
      const folder = join(exercises, name, "alternatives", "right");
      const right = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")]);
      const sources = { ...(Object.fromEntries(right) as Record<string, string>), solution };
      const { pairs, skipped } = await findLikenesses(received(name, sources), starters);
      assert.deepEqual({ pairs, skipped }, { pairs: [], skipped: [] });
      const submissions = Object.entries(sources).map(([student, text]) => ({
        student,
        tokens: tokensOf(text),
      }));
      const starter = tokensOf(starters[name] ?? "");
      const [highest] = likenesses({ exercise: name, submissions, starter, from: 0 });
      assert.ok((highest?.share ?? 1) < reportedFrom / 3, JSON.stringify(highest));
    });

    it(`${name}: a copy is reported under other names, in another order, with other types and numbers`, async () => {
      const sources = {
        original: solution,
        renamed: renamed(solution),
        reordered: reordered(solution),
        both: reordered(renamed(solution)),
        dressed: solution.replaceAll("const ", "let ").replaceAll(/(\d)\.(\d)/g, "$1.$20") + "\n// mine\n",
      };
      const { pairs } = await findLikenesses(received(name, sources), starters);
      const found = pairs.filter(({ students }) => students.includes("original")).map((one) => one.students);
      assert.deepEqual(found.flat().filter((id) => id !== "original").toSorted(), ["both", "dressed", "renamed", "reordered"]); // prettier-ignore
      assert.equal(pairs.find(({ students }) => students.includes("renamed"))?.share, 1);
      assert.ok((pairs.find(({ students }) => students.includes("both"))?.share ?? 0) > 0.9);
    });
  }

  it("of many copies every one is named, with its nearest", async () => {
    const copies = Array.from(
      { length: 60 },
      (_, place) => [`s${place}`, read("elbo", "solution.ts")] as const,
    );
    const { pairs } = await findLikenesses(received("elbo", Object.fromEntries(copies)), {});
    assert.equal(new Set(pairs.flatMap(({ students }) => students)).size, 60);
    assert.ok(pairs.length <= 5 * 60, `${pairs.length} pairs`);
  });

  it("submissions that are little but the starter are not compared", async () => {
    const starter = read("elbo", "starter.ts");
    const { pairs } = await findLikenesses(received("elbo", { a: starter, b: starter, c: starter }), {
      elbo: starter,
    });
    assert.deepEqual(pairs, []);
  });

  it("sources of different exercises are not compared", async () => {
    const source = read("elbo", "solution.ts");
    const both = [...received("elbo", { a: source }), ...received("other", { b: source })];
    assert.deepEqual((await findLikenesses(both, {})).pairs, []);
  });

  it("a source that no parser survives is left out and named; the others are compared", async () => {
    const solution = read("elbo", "solution.ts");
    const sources = { a: solution, deep: "[".repeat(200_000), huge: "x;".repeat(200_000), b: solution };
    const { pairs, skipped } = await findLikenesses(received("elbo", sources), {});
    assert.deepEqual(pairs, [{ exercise: "elbo", students: ["a", "b"], share: 1 }]);
    assert.deepEqual(skipped.map(({ student }) => student).toSorted(), ["deep", "huge"]);
  });

  for (const file of ["100-deep-source", "101-deep-arrays-source", "104-arrow-backtracking"])
    it(`attack ${file} does not hold the comparison up`, async () => {
      const source = readFileSync(join(attacks, `${file}.ts`), "utf8");
      assert.deepEqual((await findLikenesses(received("elbo", { source }), {})).pairs, []);
    });
});

/** Every name of the file's own becomes another; what it exports keeps its name, as a copyist must. */
function renamed(source: string): string {
  const own = [...source.matchAll(/(?:const|let|function) (\w+)/g)].map((match) => match[1] ?? "");
  const names = [...new Set(own)].filter((name) => !source.includes(`export function ${name}`));
  return names.reduce(
    (text, name, place) => text.replaceAll(new RegExp(`(?<![.\\w])${name}\\b(?!:)`, "g"), `v${place}_`),
    source,
  );
}

/** Its functions from the last to the first. */
function reordered(source: string): string {
  return source
    .split(/^(?=export function|function|\/\*\*)/m)
    .toReversed()
    .join("\n");
}
