import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import { loadExercise } from "#catalog/loadExercise.ts";
import { drawCases } from "#engine/draw.ts";
import type { EngineError } from "#serve/client/connect.ts";
import type { EngineProcess } from "#serve/client/engineProcess.ts";
import type { SubmissionIndex } from "#serve/client/protocol.ts";
import { checkParams, endless, sourceOf, startEngine, statusesOf } from "./support.ts";

/** Everything an editor asks, of a real engine process. */
describe("the engine process", () => {
  let engine: EngineProcess;

  before(() => {
    engine = startEngine();
  });
  after(() => engine.stop());

  it("lists exercises in the order of the course, with functions, points and contracts in both languages", async () => {
    const { exercises, broken } = await engine.request("list", {});
    assert.deepEqual(broken, []);
    const tracks = exercises.map((one) => one.track.number);
    assert.deepEqual(
      tracks,
      tracks.toSorted((a, b) => a - b),
    );
    const gaussian = exercises.find((one) => one.id === "gaussian-mle");
    assert.equal(gaussian?.maxScore, 100);
    const [first] = gaussian.functions;
    assert.equal(first?.signature, "negLogLikelihood(x: number[n], mu: number, s2: number): number");
    assert.match(first.contract.en, /^The mean negative log-likelihood.*\nL\(mu, s2\) = mean_i/);
    assert.match(first.contract.ja, /L\(mu, s2\) = mean_i[^]*負の対数尤度/);
    assert.equal(first.hintLevels, 3);
  });

  it("passes a right submission", async () => {
    const result = await engine.request("check", checkParams(sourceOf("solution")));
    assert.equal(result.report.score, 100);
    assert.deepEqual(new Set(Object.values(statusesOf(result))), new Set(["passed"]));
  });

  it("names a slip, says where to look and what was expected, in both languages", async () => {
    const result = await engine.request("check", checkParams(sourceOf("misconceptions/median-for-mean")));
    const { says, look, mismatch } = result.sentences["muHat"] ?? {};
    assert.match(says?.en ?? "", /median/);
    assert.match(says?.ja ?? "", /中央値/);
    assert.ok(look?.en && look.ja);
    assert.match(mismatch?.en ?? "", /^case [\w-]+: expected \S+, got \S+$/);
    assert.match(mismatch?.ja ?? "", /^ケース/);
  });

  it("tells inputs, expected and own result of failed cases when asked", async () => {
    const source = sourceOf("misconceptions/median-for-mean");
    const { examples } = await engine.request("check", checkParams(source, { examples: true }));
    const own = examples.filter((one) => one.function === "muHat");
    assert.ok(own.length > 0 && own.length <= 5);
    for (const one of own) {
      assert.match(one.inputs, /^x = \[/);
      assert.notEqual(one.expected, one.got);
    }
  });

  it("points at the expression of a slip, and at none where it cannot tell", async () => {
    const source = sourceOf("misconceptions/bessel-correction");
    const { places } = await engine.request("check", checkParams(source));
    const { line = 0, column = 0, endColumn = 0 } = places?.["sigma2Hat"] ?? {};
    const text = source.split("\n")[line - 1]?.slice(column - 1, endColumn - 1);
    assert.equal(text, "(meanSquare(x, muHat(x)) * x.length) / (x.length - 1)");
    const other = await engine.request("check", checkParams(sourceOf("misconceptions/missing-constant")));
    assert.deepEqual(other.places, {});
    const right = await engine.request("check", checkParams(sourceOf("solution")));
    assert.deepEqual(right.places, {});
  });

  const shows =
    /^the smallest input found that shows it:\n {2}x = \[2, \d\]\nexpected \S+, got \S+\non the way there: /;

  it("shows the smallest counterexample when asked, of a function that is wrong by itself", async () => {
    const source = sourceOf("misconceptions/bessel-correction");
    const asked = { exercise: "gaussian-mle", source, file: "/one/gaussian-mle.ts" };
    const { text } = await engine.request("counterexample", { ...asked, function: "sigma2Hat" });
    assert.match(text?.en ?? "", shows);
    assert.match(text?.ja ?? "", /期待される値は \S+、得られた値は \S+/);
    assert.equal((await engine.request("counterexample", { ...asked, function: "muHat" })).text, null);
    const { counterexamples } = await engine.request("check", checkParams(source, { examples: true }));
    assert.deepEqual(counterexamples, { sigma2Hat: text });
  });

  it("looks for it among the cases of the check's own seed", async () => {
    const asked = { exercise: "gaussian-mle", file: "/one/gaussian-mle.ts", function: "muHat" };
    const exercise = await loadExercise(await exerciseFolder(bundledExercises(), asked.exercise));
    const seed = { kind: "public", value: "7", commitment: "" } as const;
    const [first] = drawCases(exercise, seed)["muHat"]?.[0]?.args[0] as readonly number[];
    const source = sourceOf("solution").replace(
      "export function muHat(x: number[]): number {",
      `export function muHat(x: number[]): number {\n  if (x[0] === ${String(first)}) return 0;`,
    );
    assert.equal((await engine.request("counterexample", { ...asked, source })).text, null);
    const { text } = await engine.request("counterexample", { ...asked, source, seed: seed.value });
    assert.match(text?.en ?? "", /got 0/);
  });

  /** So slow that whatever looks for an example in it takes the seconds that it may. */
  const slow = sourceOf("misconceptions/bessel-correction").replace(
    "export function sigma2Hat(x: number[]): number {",
    "export function sigma2Hat(x: number[]): number {\n  for (let i = 0; i < 2e8; i++) if (i < 0) return i;",
  );

  it("gives the search for it up when its file is checked anew", async () => {
    const asked = { exercise: "gaussian-mle", file: "/one/gaussian-mle.ts", function: "sigma2Hat" };
    const search = engine.request("counterexample", { ...asked, source: slow });
    const refused = assert.rejects(search, (error: EngineError) => error.code === "cancelled");
    await engine.request("check", checkParams(sourceOf("solution")));
    await refused;
  });

  it("looks for it where no other check has to wait", async () => {
    const order: string[] = [];
    const searching = engine
      .request("check", checkParams(slow, { examples: true }))
      .then(() => order.push("with examples"));
    const other = checkParams(sourceOf("solution"), { file: "/other.ts" });
    await engine.request("check", other).then(() => order.push("another"));
    await searching;
    assert.deepEqual(order, ["another", "with examples"]);
  });

  it("begins the second hint with it, and no other", async () => {
    const source = sourceOf("misconceptions/bessel-correction");
    const asked = { exercise: "gaussian-mle", function: "sigma2Hat", language: "en", source } as const;
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map((level) => engine.request("hint", { ...asked, level })),
    );
    const plain = await engine.request("hint", { ...asked, level: 2, source: sourceOf("solution") });
    assert.match(second?.markdown ?? "", /^```text\nthe smallest input/);
    assert.ok(second?.markdown.endsWith(plain.markdown));
    for (const one of [first, third, plain]) assert.doesNotMatch(one?.markdown ?? "", /smallest input/);
  });

  it("places a syntax error", async () => {
    const result = await engine.request(
      "check",
      checkParams("export function dMu(x: number[] { return 0; }\n"),
    );
    assert.equal(result.report.diagnostics[0]?.line, 1);
    assert.deepEqual(new Set(Object.values(statusesOf(result))), new Set(["error"]));
  });

  /** How long a loop takes to be ended that nobody cancels. */
  let endedMs = Infinity;

  it("ends an endless loop and goes on", async () => {
    const started = performance.now();
    const result = await engine.request("check", checkParams(endless));
    endedMs = performance.now() - started;
    assert.equal(statusesOf(result)["negLogLikelihood"], "timeout");
    const next = await engine.request("check", checkParams(sourceOf("solution")));
    assert.equal(next.report.score, 100);
  });

  it("cancels a check at once, and the next one finds a fresh sandbox", async () => {
    const controller = new AbortController();
    const cancelled = engine.request("check", checkParams(endless), controller.signal);
    await sleep(200);
    const started = performance.now();
    controller.abort();
    await assert.rejects(cancelled, (error: EngineError) => error.code === "cancelled");
    const next = await engine.request("check", checkParams(sourceOf("solution"), { file: "/other.ts" }));
    assert.equal(next.report.score, 100);
    assert.ok(performance.now() - started < endedMs, "it waited for the cancelled loop");
  });

  for (const ms of [0, 1, 2, 5, 10])
    it(`cancels a check ${ms} ms after it was asked for`, async () => {
      const controller = new AbortController();
      const cancelled = engine.request("check", checkParams(endless), controller.signal);
      await sleep(ms);
      controller.abort();
      await assert.rejects(cancelled, (error: EngineError) => error.code === "cancelled");
    });

  it("gives up an older check of a file for a newer one", async () => {
    const older = engine.request("check", checkParams(endless));
    const refused = assert.rejects(older, (error: EngineError) => error.code === "cancelled");
    await sleep(100);
    const newer = await engine.request("check", checkParams(sourceOf("solution")));
    assert.equal(newer.report.score, 100);
    await refused;
  });

  it("checks files of two folders on their own, in turn", async () => {
    const right = engine.request(
      "check",
      checkParams(sourceOf("solution"), { file: "/one/gaussian-mle.ts" }),
    );
    const none = engine.request("check", checkParams(sourceOf("starter"), { file: "/two/gaussian-mle.ts" }));
    assert.equal((await right).report.score, 100);
    assert.deepEqual(new Set(Object.values(statusesOf(await none))), new Set(["not-attempted"]));
  });

  it("gives hints one level at a time, statements and starters", async () => {
    const asked = { exercise: "gaussian-mle", function: "dMu", language: "ja" } as const;
    const [first, second, beyond] = await Promise.all(
      [1, 2, 9].map((level) => engine.request("hint", { ...asked, level })),
    );
    assert.ok(first?.markdown && second?.markdown && first.markdown !== second.markdown);
    assert.deepEqual(beyond, { markdown: "", level: 9, levels: 3 });
    const { markdown } = await engine.request("statement", { exercise: "gaussian-mle", language: "en" });
    assert.match(markdown, /^# Derive/);
    assert.equal((await engine.request("starter", { exercise: "gaussian-mle" })).source, sourceOf("starter"));
  });

  it("writes a program for the debugger that knows one case's inputs only", async () => {
    const { program } = await engine.request("debugProgram", {
      exercise: "gaussian-mle",
      source: sourceOf("solution"),
      path: "/home/student/gaussian-mle.ts",
      function: "muHat",
      case: (await engine.request("cases", { exercise: "gaussian-mle" }))["muHat"]?.[0]?.id ?? "",
    });
    assert.match(program, /exports\.muHat\(\[[-\d., e]+\]\)\);/);
    assert.doesNotMatch(program, /: number\[\]/);
    assert.match(program, /sourceMappingURL=data:application\/json;base64,/);
  });

  it("packs what is handed in so that class-wide grading reads it", async () => {
    const files = [{ exercise: "gaussian-mle", source: sourceOf("solution") }];
    const { archive } = await engine.request("exportSubmission", { files });
    const again = await engine.request("exportSubmission", { files });
    assert.equal(again.archive, archive, "equal work gives equal bytes");
    const folder = mkdtempSync(join(tmpdir(), "gradus-export-"));
    try {
      writeFileSync(join(folder, "submission.zip"), Buffer.from(archive, "base64"));
      const unpacked = spawnSync("python3", ["-m", "zipfile", "-e", "submission.zip", "."], { cwd: folder });
      assert.equal(unpacked.status, 0, unpacked.stderr.toString());
      assert.equal(readFileSync(join(folder, "gaussian-mle.ts"), "utf8"), sourceOf("solution"));
      const index = JSON.parse(
        readFileSync(join(folder, "gradus-submission.json"), "utf8"),
      ) as SubmissionIndex;
      assert.equal(index.schemaVersion, 1);
      assert.match(index.exercises[0]?.exerciseVersion ?? "", /^1\.\d+\.\d+\+[0-9a-f]{12}$/);
      assert.match(index.exercises[0]?.sha256 ?? "", /^[0-9a-f]{64}$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("refuses an exercise that is not there, with the code of the table", async () => {
    await assert.rejects(
      engine.request("check", checkParams("", { exercise: "no-such" })),
      (error: EngineError) => error.code === "exercise-unknown" && error.message.includes("gaussian-mle"),
    );
  });
});
