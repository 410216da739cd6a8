import assert from "node:assert/strict";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "#contract/report.ts";
import { bundled, openWorkplace, root, type Workplace } from "./gradus.ts";

const solution = (id: string): string => join(bundled, id, "solution.ts");
const slip = join(bundled, "gaussian-mle", "misconceptions", "bessel-correction.ts");

describe("gradus check", function () {
  this.timeout(60_000);
  let work: Workplace;
  before(() => (work = openWorkplace()));
  after(() => {
    work.remove();
  });

  const check = (file: string, ...args: readonly string[]) =>
    work.report(file, "--exercise", "gaussian-mle", ...args);

  for (const rung of ["wasm", "cpu", "webgpu"] as const)
    it(`--backend ${rung}: the solution has full marks, computed there`, async () => {
      const report = await check(solution("gaussian-mle"), "--backend", rung);
      assert.deepEqual([report.score, report.backend.rung], [100, rung]);
      assert.notEqual(report.backend.device, "");
    });

  for (const mode of ["process", "jail"] as const)
    it(`--sandbox ${mode}: a slip is named, run there`, async () => {
      const report = await check(slip, "--sandbox", mode, "--backend", "wasm");
      assert.deepEqual(report.sandbox, { mode, runtime: `node ${process.versions.node}` });
      assert.deepEqual(
        report.functions
          .filter((one) => one.misconception !== null)
          .map((one) => [one.name, one.misconception]),
        [["sigma2Hat", "bessel-correction"]],
      );
    });

  it("no option chooses a rung without being asked", async () => {
    const report = await check(solution("gaussian-mle"));
    assert.equal(report.score, 100);
  });

  it("exit codes: 0 full marks, 1 not, 2 misuse", async () => {
    const run = async (...args: readonly string[]) =>
      (await work.gradus("check", ...args, "--backend", "wasm")).status;
    assert.equal(await run(solution("gaussian-mle"), "--exercise", "gaussian-mle"), 0);
    assert.equal(await run(slip, "--exercise", "gaussian-mle"), 1);
    assert.equal(await run(join(bundled, "gaussian-mle", "starter.ts"), "--exercise", "gaussian-mle"), 1);
    assert.equal(await run(slip, "--exercise", "none"), 2);
  });

  for (const [language, words] of [
    [
      "en",
      [
        /Derive the maximum-likelihood estimate/,
        /hints: gradus hint gaussian-mle --function sigma2Hat/,
        /line 24: return \(meanSquare\(x, muHat\(x\)\) \* x\.length\)/,
        /sigma2Hat: the smallest input found that shows it:\n {6}x = \[2, 4\]\n {4}expected 1, got 2\n/,
      ],
    ],
    [
      "ja",
      [
        /最尤推定量を導出する/,
        /ヒント: gradus hint gaussian-mle --function sigma2Hat/,
        /24 行目: return/,
        /期待される値は 1、得られた値は 2\n {4}途中の値: x - muHat = \[-1, 1\]/,
      ],
    ],
  ] as const)
    it(`--lang ${language}: the report in words, plain where there is no terminal`, async () => {
      const { stdout, stderr } = await work.gradus(
        "check",
        slip,
        "--exercise",
        "gaussian-mle",
        "--lang",
        language,
      );
      assert.equal(stderr, "");
      const { says, look } = JSON.parse(readFileSync(slip.replace(/ts$/, "json"), "utf8")) as Record<
        "says" | "look",
        { readonly en: string; readonly ja: string }
      >;
      for (const text of [says[language], look[language]]) assert.ok(stdout.includes(text), text);
      for (const pattern of words) assert.match(stdout, pattern);
      // eslint-disable-next-line no-control-regex -- colours are control characters
      assert.doesNotMatch(stdout, /\u001b|\{\w+\}/);
      assert.match(stdout, /✓ muHat +20\/20\n/);
    });

  it("--seed: the same seed gives the same report, another one other numbers and the same verdict", async () => {
    const seeded = (seed: string) => check(slip, "--seed", seed, "--backend", "wasm");
    const [first, again, other] = [await seeded("7"), await seeded("7"), await seeded("8")];
    assert.deepEqual(steady(first), steady(again));
    assert.notEqual(first.seed.commitment, other.seed.commitment);
    assert.notDeepEqual(mismatches(first), mismatches(other));
    assert.deepEqual(statuses(first), statuses(other));
    assert.ok(!JSON.stringify(first.seed).includes('"7"'));
  });

  it("the report says by which versions and that every case is visible", async () => {
    const report = await check(slip, "--backend", "wasm");
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      readonly version: string;
    };
    assert.equal(report.graderVersion, version);
    assert.match(report.exerciseVersion, /^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
    assert.equal(report.seed.kind, "public");
    assert.ok(
      report.functions.every((one) => one.cases.length > 0 && one.cases.every((each) => each.visible)),
    );
    assert.equal(report.maxScore, 100);
  });

  it("a file name with spaces, dashes and Japanese is a file name", async () => {
    const path = join(work.folder, "私の 解答 --lang.ts");
    writeFileSync(path, readFileSync(solution("gaussian-mle")));
    assert.equal((await check(path, "--backend", "wasm")).score, 100);
  });

  describe("where only cpu is left", () => {
    let bare: Workplace;
    const house = mkdtempSync(join(tmpdir(), "gradus-cpu-only-"));
    before(() => {
      layOut(house);
      bare = openWorkplace(join(house, "grader", "cli", "main.ts"));
    });
    after(() => {
      bare.remove();
      rmSync(house, { recursive: true, force: true });
    });

    it("checks there, without being asked", async () => {
      const report = await bare.report(solution("gaussian-mle"), "--exercise", "gaussian-mle");
      assert.deepEqual([report.score, report.backend.rung], [100, "cpu"]);
    });

    it("a rung that is missing is refused with the reason", async () => {
      const { status, stderr } = await bare.gradus(
        "check",
        slip,
        "--exercise",
        "gaussian-mle",
        "--backend",
        "wasm",
      );
      assert.equal(status, 2);
      assert.match(stderr, /^gradus: No usable backend\. wasm: \S/);
    });
  });
});

/** The house without a driver for WebGPU and without the WebAssembly files: what a broken installation looks like. */
function layOut(house: string): void {
  const own = (...names: readonly string[]) => [join(root, ...names), join(house, ...names)] as const;
  mkdirSync(join(house, "node_modules", "@tensorflow"), { recursive: true });
  for (const name of ["package.json", "grader"]) cpSync(...own(name), { recursive: true });
  cpSync(...own("exercises", "gaussian-mle"), { recursive: true });
  // copies where a link would lead back to the whole installation
  for (const name of ["tfjs-core", "tfjs-backend-wasm"])
    cpSync(...own("node_modules", "@tensorflow", name), {
      recursive: true,
      filter: (path) => !/\.(wasm|map|ts)$|\.min\.js$|[\\/]src$/.test(path),
    });
  for (const name of readdirSync(join(root, "node_modules")))
    if (!["@tensorflow", "webgpu", ".cache", ".bin"].includes(name))
      symlinkSync(...own("node_modules", name));
  for (const name of readdirSync(join(root, "node_modules", "@tensorflow")))
    if (!["tfjs-core", "tfjs-backend-wasm"].includes(name))
      symlinkSync(...own("node_modules", "@tensorflow", name));
}

function steady({ wallMs, ...report }: Report): unknown {
  assert.ok(wallMs > 0);
  return report;
}

function mismatches(report: Report): unknown {
  return report.functions.map((one) => one.firstMismatch);
}

function statuses(report: Report): unknown {
  return report.functions.map(({ name, status, points, misconception }) => [
    name,
    status,
    points,
    misconception,
  ]);
}
