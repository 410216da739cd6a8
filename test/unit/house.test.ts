import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { generateValidators } from "#catalog/generateValidators.ts";

const root = join(import.meta.dirname, "..", "..");
const bin = join(root, "node_modules", ".bin");

/** [rule, file that breaks it, its only line]; the other rooms hold one module each, `module.ts`. */
const violations: readonly (readonly [rule: string, file: string, line: string])[] = [
  ["portable-rooms", "grader/compare/usesNode.ts", 'import "node:fs";'],
  [
    "portable-rooms",
    "grader/contract/typesOfNode.ts",
    'import type { Stats } from "fs"; export type Planted = Stats;',
  ],
  ["contract-imports", "grader/contract/usesSdk.ts", 'export * from "#sdk/module.ts";'],
  ["engine-imports", "grader/engine/usesSandbox.ts", 'export * from "#sandbox/module.ts";'],
  ["sandbox-imports", "grader/sandbox/usesCli.ts", 'export * from "../cli/module.ts";'],
  ["catalog-types-of-sdk", "grader/catalog/usesSdk.ts", 'export * from "#sdk/module.ts";'],
  ["exercises-by-path", "grader/catalog/usesExercise.ts", 'export * from "../../exercises/two/cases.ts";'],
  ["exercise-on-its-own", "exercises/three/cases.ts", 'export * from "#compare/module.ts";'],
  ["exercise-on-its-own", "exercises/four/cases.ts", 'export * from "../two/cases.ts";'],
  ["cases-without-solution", "exercises/one/cases.ts", 'export * from "./solution.ts";'],
  ["rooms-have-rules", "grader/attic/planted.ts", 'import "node:fs";'],
  ["nobody-imports-tests", "grader/cli/usesTest.ts", 'export * from "../../test/module.ts";'],
  ["no-circles", "grader/sdk/usesItself.ts", 'export * from "./usesItself.ts";'],
  ["resolvable", "grader/sdk/usesNothing.ts", 'export * from "./nowhere.ts";'],
];

describe("the house", () => {
  describe("holds", () => {
    tool("the type check", "tsc", []);
    tool("the type check of the rooms that also run in a browser", "tsc", ["-p", "tsconfig.portable.json"]);
    tool("the type check of what students could have written", "tsc", ["-p", "exercises"]);
    tool("eslint's rules", "eslint", ["."]);
    tool("prettier's format", "prettier", ["--check", "--log-level", "warn", "."]);
    tool("who may import whom", "depcruise", ["."]);
    tool("no dead code", "knip", ["--no-config-hints"]);
  });

  describe("notices", () => {
    let told = "";
    before(function () {
      this.timeout(60_000);
      const planted = violations.map(([, file, line]) => [file, line] as const);
      const { status, output } = withPlanted(planted, (folder) => run("depcruise", ["."], folder));
      assert.notEqual(status, 0, output);
      told = output;
    });

    for (const [rule, file, line] of violations)
      it(`${rule}: ${line}`, () => {
        assert.ok(told.includes(`error ${rule}: ${file}`), told);
      });

    it("a global of Node's in a room that also runs in a browser", () => {
      const line = "export const pid: number = process.pid;";
      const { status, output } = withPlanted([["grader/compare/planted.ts", line]], (folder) =>
        run("tsc", ["-p", "tsconfig.portable.json"], folder),
      );
      assert.notEqual(status, 0);
      assert.match(output, /planted\.ts.*Cannot find name 'process'/);
    });
  });

  it("has validators generated from the schemas as they are", async () => {
    const committed = readFileSync(join(root, "grader", "catalog", "validators.js"), "utf8");
    assert.equal(committed, await generateValidators(), "run `npm run generate`");
  });

  it("keeps registry hosts out of the lock file", () => {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
      packages: Record<string, { resolved?: string }>;
    };
    const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
    assert.deepEqual(resolved, []);
  });
});

function tool(title: string, name: string, args: readonly string[]): void {
  it(title, function () {
    this.timeout(180_000);
    const { status, output } = run(name, args, root);
    assert.equal(status, 0, `${name} ${args.join(" ")}\n${output}`);
  });
}

function run(name: string, args: readonly string[], cwd: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(join(bin, name), args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    maxBuffer: 1 << 26,
  });
  return { status, output: stdout + stderr };
}

/** Builds a small house with this one's rules and these files, and takes it down again. */
function withPlanted<Result>(
  planted: readonly (readonly [file: string, line: string])[],
  use: (folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), "gradus-house-"));
  try {
    for (const rules of [
      "package.json",
      "tsconfig.json",
      "tsconfig.portable.json",
      ".dependency-cruiser.mjs",
    ])
      cpSync(join(root, rules), join(folder, rules));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    const rooms = [
      "contract",
      "sdk",
      "compare",
      "diagnose",
      "engine",
      "catalog",
      "sandbox",
      "references",
      "cli",
    ];
    for (const room of rooms) write(folder, `grader/${room}/module.ts`, "export const one = 1;");
    for (const module of ["test/module.ts", "exercises/one/solution.ts", "exercises/two/cases.ts"])
      write(folder, module, "export const one = 1;");
    for (const [file, line] of planted) write(folder, file, line);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${text}\n`);
}
