import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Report } from "#contract/report.ts";

const root = join(import.meta.dirname, "..", "..");
const node24 = join(root, "node_modules", ".cache", "gradus", "node24", "node_modules", ".bin", "node");

/** What a student gets: `npm pack`, installed in an empty folder far from the sources. */
describe("the package", function () {
  this.timeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), "gradus-package-"));
  const bin = join(folder, "node_modules", ".bin", "gradus");
  const submission = join(folder, "mine.ts");

  before(() => {
    run("npm", ["pack", "--loglevel=error", "--pack-destination", folder], root);
    const [tarball = "none"] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    const install = [
      "install",
      "--ignore-scripts",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ];
    run("npm", [...install, join(folder, tarball)], folder);
    copyFileSync(join(root, "exercises", "gaussian-mle", "solution.ts"), submission);
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("carries what the grader needs and neither a solution, an alternative nor TypeScript of its own", () => {
    const installed = join(folder, "node_modules", "gradus");
    const names = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(installed.length + 1)
          .replaceAll("\\", "/"),
      );
    const ids = readdirSync(join(root, "exercises"), { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && existsSync(join(root, "exercises", entry.name, "exercise.json")),
    );
    for (const { name: id } of ids)
      for (const needed of [
        "exercise.json",
        "starter.ts",
        "cases.js",
        "reference.js",
        "hash",
        "statement.ja.md",
        "hints.en.md",
      ])
        assert.ok(names.includes(`dist/exercises/${id}/${needed}`), `${id}/${needed} is missing`);
    const others = names.filter((name) => !/^dist\/exercises\/[^/]+\/(starter|sample)\.ts$/.test(name));
    assert.deepEqual(
      others.filter((name) => /solution|alternative|adequacy\.json|\.ts$|^test\/|^exercises\//.test(name)),
      [],
    );
  });

  it("checks a solution through its bin at full marks, on Node 26 whatever Node the machine has", () => {
    const report = check(bin, []);
    assert.match(report.sandbox.runtime, /^node 26\./);
  });

  it("checks a solution on Node 24, an editor's runtime, at full marks", () => {
    const report = check(node24, [join(folder, "node_modules", "gradus", "dist", "main.js")]);
    assert.match(report.sandbox.runtime, /^node 24\./);
  });

  it("writes an autograder for Gradescope with itself inside", () => {
    const zip = join(folder, "autograder.zip");
    run(bin, ["autograder", "--exercise", "elbo", "--out", zip], folder);
    const bytes = readFileSync(zip, "latin1");
    for (const name of ["setup.sh", "run_autograder", "gradus/dist/main.js", "gradus/grader/cli/gradus.mjs"])
      assert.ok(bytes.includes(name), `${name} is missing`);
    assert.doesNotMatch(bytes, /gradus\/dist\/(webviews|extension)/);
  });

  it("fails a slip under its name", () => {
    const slip = join(folder, "slip.ts");
    copyFileSync(join(root, "exercises", "gaussian-mle", "misconceptions", "bessel-correction.ts"), slip);
    const { status, stdout, stderr } = start(bin, checkArguments(slip), folder);
    assert.equal(status, 1, stderr);
    const report = JSON.parse(stdout) as Report;
    assert.deepEqual(
      report.functions.filter((one) => one.status !== "passed").map((one) => [one.name, one.misconception]),
      [["sigma2Hat", "bessel-correction"]],
    );
  });

  function check(file: string, args: readonly string[]): Report {
    const { status, stdout, stderr } = start(file, [...args, ...checkArguments(submission)], folder);
    assert.equal(status, 0, stdout + stderr);
    const report = JSON.parse(stdout) as Report;
    assert.equal(report.score, report.maxScore);
    assert.deepEqual(new Set(report.functions.map((one) => one.status)), new Set(["passed"]));
    return report;
  }
});

/** wasm is there on every machine. */
function checkArguments(submission: string): string[] {
  return ["check", submission, "--exercise", "gaussian-mle", "--backend", "wasm", "--json"];
}

function run(file: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = start(file, args, cwd);
  assert.equal(status, 0, `${file} ${args.join(" ")}\n${stdout}${stderr}`);
}

/** Without the checkout's own tools on the PATH: `node` is the one that the machine has. */
function start(file: string, args: readonly string[], cwd: string) {
  const path = (process.env["PATH"] ?? "").split(delimiter).filter((one) => !one.includes("node_modules"));
  const env = {
    ...process.env,
    PATH: path.join(delimiter),
    XDG_CACHE_HOME: join(cwd, ".cache"),
    npm_config_loglevel: "error",
  };
  return spawnSync(file, args, { cwd, env, encoding: "utf8", maxBuffer: 1 << 26 });
}
