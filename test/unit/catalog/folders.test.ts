import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { exerciseFolder, exerciseIds } from "#catalog/folders.ts";
import { hashExercise, loadExercise } from "#catalog/loadExercise.ts";
import { readHints, textsOf } from "#catalog/texts.ts";
import { GradusError, type ErrorCode } from "#contract/errors.ts";

type Json = Record<string, unknown>;

const localized = { en: "text", ja: "文" };
const number = { kind: "tensor", shape: [] };
const double = { name: "double", points: 100, parameters: [{ name: "x", type: number }], returns: number };
const manifest: Json = {
  schemaVersion: 1,
  id: "small",
  version: "1.0.0",
  title: localized,
  summary: localized,
  track: { number: 1, title: localized },
  prerequisites: [],
  minutes: 1,
  functions: [double],
  invariants: { "never-odd": localized },
  sources: [{ title: "none" }],
};
const slip: Json = {
  functions: ["double"],
  recognisedBy: { kind: "outputs" },
  says: { en: "you added {x}[0]", ja: "足した" },
  look: localized,
};
const cases = `export const cases = { double: [{ id: "one", kind: "value", make: () => [1] }] };`;

const files: Readonly<Record<string, string>> = {
  "exercise.json": JSON.stringify(manifest),
  "cases.ts": cases,
  "reference.ts": "export default {};",
  "starter.ts": "export const double = 0;",
  "misconceptions/triple.json": JSON.stringify(slip),
  "misconceptions/triple.ts": "export const double = (x: number): number => 3 * x;",
  "misconceptions/triple.sum.ts": "export const double = (x: number): number => x + x + x;",
  "hints.en.md":
    "# Hints\n\n## double\n\n### 1\n\nAdd.\n\n### 2\n\nAdd `x`.\n\n### 3: worked\n\nx + x\n\nIndeed.\n",
};

const withManifest = (change: Json): Readonly<Record<string, string>> => ({
  "exercise.json": JSON.stringify({ ...manifest, ...change }),
});
const withFunction = (change: Json): Readonly<Record<string, string>> =>
  withManifest({ functions: [{ ...double, ...change }] });
const withSlip = (change: Json): Readonly<Record<string, string>> => ({
  "misconceptions/triple.json": JSON.stringify({ ...slip, ...change }),
});
const half = { ...double, points: 50 };

/** [what is broken, the changed files, what the message must say besides the file] */
const broken: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ["JSON that does not parse", { "exercise.json": '{ "id": ' }, /exercise\.json: not JSON: /],
  ["no object", { "exercise.json": "[]" }, /must be object/],
  ["an unknown field", withManifest({ colour: "red" }), /additional properties \("colour"\)/],
  ["a missing field", withManifest({ title: undefined }), /must have required property 'title'/],
  [
    "another schema version",
    withManifest({ schemaVersion: 2 }),
    /\/schemaVersion must be equal to constant \(1\)/,
  ],
  ["a missing language", withManifest({ title: { en: "only" } }), /\/title must have required property 'ja'/],
  [
    "an empty text",
    withManifest({ summary: { en: "", ja: "文" } }),
    /\/summary\/en must NOT have fewer than 1 char/,
  ],
  ["no function", withManifest({ functions: [] }), /\/functions must NOT have fewer than 1 items/],
  ["a version that is none", withManifest({ version: "one" }), /\/version must match pattern/],
  ["another folder's id", withManifest({ id: "other" }), /\/id is "other", but the folder is called small/],
  ["an id that is none", withManifest({ id: "Small One" }), /\/id must match pattern/],
  ["points that are not 100", withFunction({ points: 99 }), /sum to 99, not to 100/],
  ["points of 0", withFunction({ points: 0 }), /\/functions\/0\/points must be > 0/],
  ["the same function twice", withManifest({ functions: [half, half] }), /\/functions has double twice/],
  [
    "an unknown kind of type",
    withFunction({ returns: { kind: "matrix" } }),
    /\/functions\/0\/returns .*kind/,
  ],
  ["a type with a field of another", withFunction({ returns: { ...number, of: number } }), /returns must NOT have additional properties \("of"\)/], // prettier-ignore
  ["a tolerance of 0", withFunction({ tolerance: { rtol: 0 } }), /tolerance\/rtol must be > 0/],
  ["a share above 1", withFunction({ followThroughShare: 1.5 }), /followThroughShare must be <= 1/],
  ["insensitive to what is no parameter", withFunction({ insensitiveTo: ["y"] }), /insensitiveTo names y/],
  [
    "a slip in an unknown function",
    withSlip({ functions: ["halve"] }),
    /triple\.json: \/functions names halve/,
  ],
  ["a slip without a sentence", withSlip({ says: undefined }), /triple\.json: .*'says'/],
  ["a slip in one language", withSlip({ look: { en: "there" } }), /triple\.json: \/look .*'ja'/],
  [
    "a slip recognised by nothing known",
    withSlip({ recognisedBy: { kind: "luck" } }),
    /triple\.json: \/recognisedBy/,
  ],
  [
    "cases that do not load",
    { "cases.ts": "throw new Error('planned');" },
    /cases\.ts cannot be loaded: planned/,
  ],
  ["no cases", { "cases.ts": "export const cases = {};" }, /double has no cases/],
  ["two cases of one id", { "cases.ts": "const c = { id: 'a', kind: 'value', make: () => [1] }; export const cases = { double: [c, c] };" }, /double has two cases "a"/], // prettier-ignore
];

describe("exercise folders", () => {
  let top: string;
  let count = 0;
  before(() => (top = mkdtempSync(join(tmpdir(), "gradus-catalog-"))));
  after(() => {
    rmSync(top, { recursive: true });
  });

  /** Each in a folder of its own: a module that was imported stays imported. */
  function exercise(changes: Readonly<Record<string, string>> = {}): string {
    const folder = join(top, String(count++), "small");
    for (const [name, text] of Object.entries({ ...files, ...changes })) write(join(folder, name), text);
    return folder;
  }

  it("load with their cases, slips and every form of them", async () => {
    const loaded = await loadExercise(exercise());
    assert.equal(loaded.manifest.id, "small");
    assert.deepEqual(
      loaded.cases["double"]?.map((one) => one.id),
      ["one"],
    );
    assert.deepEqual(Object.keys(loaded.misconceptions), ["triple"]);
    const variants = await loaded.variants();
    assert.deepEqual(variants.map(({ misconception, form }) => [misconception, form]).sort(), [["triple", ""], ["triple", "sum"]]); // prettier-ignore
    assert.deepEqual(
      variants.map((one) => one.functions["double"]?.(2)),
      [6, 6],
    );
  });

  for (const [what, changes, says] of broken)
    it(`say what is broken and where: ${what}`, async () => {
      const folder = exercise(changes);
      const error = await failure(loadExercise(folder));
      assert.equal(error.code, "exercise-invalid");
      assert.match(error.message, says);
      // the place: the file, or the exercise's cases
      assert.match(error.message, /exercise\.json|triple\.json|cases\.ts/);
    });

  it("a form without its misconception is told when forms are needed", async () => {
    const folder = exercise({ "misconceptions/alone.ts": "export const double = 1;" });
    const { variants } = await loadExercise(folder);
    await fails(variants(), "exercise-invalid", /alone\.ts has no alone\.json/);
  });

  it("a folder without exercise.json is no exercise; others are listed in order", async () => {
    const folder = join(top, "several");
    for (const id of ["b", "a"]) write(join(folder, id, "exercise.json"), "{}");
    write(join(folder, "notes", "readme.md"), "");
    write(join(folder, "exercise.json"), "{}");
    assert.deepEqual(await exerciseIds(folder), ["a", "b"]);
    assert.equal(await exerciseFolder(folder, "b"), join(folder, "b"));
  });

  it("an unknown id is answered with the ones there are", async () => {
    await fails(exerciseFolder(join(top, "several"), "c"), "exercise-unknown", /"c"\. There are: a, b\./);
    // names that would lead elsewhere are ids like any other
    for (const id of ["../several/a", "", ".", "a/"])
      await fails(exerciseFolder(join(top, "several"), id), "exercise-unknown", /There is no exercise/);
  });

  it("no folder at all is said with its path", async () => {
    await fails(exerciseIds(join(top, "nowhere")), "file-not-found", /no exercises folder at .*nowhere/);
  });

  it("the version changes with everything that decides a verdict and with nothing else", async () => {
    const folder = exercise();
    const hash = await hashExercise(folder);
    const after = async (name: string, text: string): Promise<string> => {
      const copy = join(top, `copy-${count++}`);
      cpSync(folder, copy, { recursive: true });
      write(join(copy, name), text);
      return hashExercise(copy);
    };
    for (const name of [
      "exercise.json",
      "cases.ts",
      "reference.ts",
      "starter.ts",
      "misconceptions/triple.ts",
      "misconceptions/triple.json",
      "misconceptions/new.ts",
    ])
      // prettier-ignore
      assert.notEqual(await after(name, "changed"), hash, name);
    for (const name of ["hints.en.md", "statement.en.md", "solution.ts"])
      assert.equal(await after(name, "changed"), hash, name);
    assert.equal(await after("hash", "  of-the-sources\n"), "of-the-sources");
  });

  it("sentences are found by message key", async () => {
    const texts = textsOf(await loadExercise(exercise()));
    assert.deepEqual(Object.keys(texts).sort(), [
      "invariant.never-odd",
      "look.triple",
      "misconception.triple",
    ]);
    assert.equal(texts["misconception.triple"]?.ja, "足した");
  });

  it("hints are read by function and level", async () => {
    const folder = exercise();
    assert.deepEqual(await readHints(folder, "en"), { double: ["Add.", "Add `x`.", "x + x\n\nIndeed."] });
    await fails(readHints(folder, "ja"), "exercise-invalid", /hints\.ja\.md cannot be read/);
  });

  it("the exercise of a manifest is data: the schema that editors use is the one that is checked", async () => {
    const { $schema } = JSON.parse(
      readFileSync(join(import.meta.dirname, "../../../exercises/gaussian-mle/exercise.json"), "utf8"),
    ) as { readonly $schema: string };
    assert.equal($schema, "../../grader/contract/exercise.schema.json");
    await loadExercise(exercise(withManifest({ $schema })));
  });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function failure(promise: Promise<unknown>): Promise<GradusError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof GradusError, String(error));
  return error;
}

async function fails(promise: Promise<unknown>, code: ErrorCode, says: RegExp): Promise<void> {
  const error = await failure(promise);
  assert.equal(error.code, code);
  assert.match(error.message, says);
}
