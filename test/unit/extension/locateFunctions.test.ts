import assert from "node:assert/strict";
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { ExerciseManifest } from "#contract/exercise.ts";
import { locateFunctions } from "#extension/course/locateFunctions.ts";

/** The text of the line, of the name and of the first line of the body. */
function found(source: string, name = "f") {
  const place = locateFunctions(source, [name]).get(name);
  if (place === undefined) return undefined;
  const lines = source.split("\n");
  return {
    name: lines[place.line]?.slice(place.start, place.end),
    line: place.line,
    body: lines[place.bodyLine]?.trim(),
    last: place.lastLine,
  };
}

describe("where a file declares a function", () => {
  const table: readonly (readonly [
    what: string,
    source: string,
    expected: { line: number; body: string; last: number } | undefined,
  ])[] = [
    [
      "a declaration",
      "\nexport function f(x: number) {\n  return x;\n}\n",
      { line: 1, body: "return x;", last: 3 },
    ],
    [
      "a comment before the first statement",
      "export function f(x: number): number {\n  // why\n\n  return x;\n}",
      { line: 0, body: "return x;", last: 4 },
    ],
    [
      "a record type as result",
      "export function f(x: { a: number }): { b: number[]; c: { d: 1 } } {\n  return g(x);\n}",
      { line: 0, body: "return g(x);", last: 2 },
    ],
    [
      "an array of records as result",
      "export function f(x: number): { b: number }[] | null {\n  return g(x);\n}",
      { line: 0, body: "return g(x);", last: 2 },
    ],
    [
      "an arrow",
      "export const f = (x: number): number => {\n  return x;\n};\n",
      { line: 0, body: "return x;", last: 2 },
    ],
    [
      "an arrow of one expression",
      "export const f = (x: number): number => x * 2;\nexport function g() {\n  return 1;\n}",
      { line: 0, body: "export const f = (x: number): number => x * 2;", last: 0 },
    ],
    [
      "a function exported further down",
      "function f() {\n  return 1;\n}\nexport { f };",
      { line: 0, body: "return 1;", last: 2 },
    ],
    [
      "a name in a comment first",
      "// export function f() {}\nexport function f() {\n  return 1;\n}",
      { line: 1, body: "return 1;", last: 3 },
    ],
    [
      "a name in a string first",
      'const s = "\\" function f() {";\nexport function f() {\n  return 1;\n}',
      { line: 1, body: "return 1;", last: 3 },
    ],
    [
      "a brace in a string",
      'export function f() {\n  const s = "}";\n  return s;\n}\n',
      { line: 0, body: 'const s = "}";', last: 3 },
    ],
    [
      "windows' line ends",
      "export function f() {\r\n  return 1;\r\n}\r\n",
      { line: 0, body: "return 1;", last: 2 },
    ],
    ["a longer name", "export function fg() {}\n", undefined],
    ["a call only", "const x = f(1);\n", undefined],
    ["nothing", "", undefined],
  ];
  for (const [what, source, expected] of table)
    it(what, () => {
      assert.deepEqual(found(source), expected && { name: "f", ...expected });
    });

  const exercises = join(import.meta.dirname, "..", "..", "..", "exercises");
  for (const id of readdirSync(exercises).filter((name) =>
    existsSync(join(exercises, name, "exercise.json")),
  ))
    it(`every function of ${id}, in starter and solution`, () => {
      const manifest = JSON.parse(
        readFileSync(join(exercises, id, "exercise.json"), "utf8"),
      ) as ExerciseManifest;
      for (const file of ["starter.ts", "solution.ts"]) {
        const source = readFileSync(join(exercises, id, file), "utf8");
        for (const { name } of manifest.functions) {
          const place = found(source, name);
          assert.equal(place?.name, name, file);
          assert.ok(place.last > place.line, `${file}: ${name}`);
          if (file === "starter.ts") assert.equal(place.body, `throw new Error("Your turn: ${name}");`);
        }
      }
    });
});
