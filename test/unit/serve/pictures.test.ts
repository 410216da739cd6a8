import assert from "node:assert/strict";
import type { Frame } from "#contract/scene.ts";
import type { EngineProcess } from "#serve/client/engineProcess.ts";
import type { PictureParams } from "#serve/client/protocol.ts";
import { checkParams, endless, sourceOf, startEngine } from "./support.ts";

/** Frames of a picture, asked of a real engine process. */
describe("pictures from the engine process", () => {
  let engine: EngineProcess;

  before(() => {
    engine = startEngine();
  });
  after(() => engine.stop());

  const params = (source: string | null, given: Partial<PictureParams> = {}): PictureParams => ({
    exercise: "gaussian-mle",
    file: "file:///gaussian-mle.ts",
    source,
    state: null,
    events: [],
    named: {},
    ...given,
  });
  const draw = (source: string | null, given?: Partial<PictureParams>): Promise<Frame> =>
    engine.request("picture", params(source, given));

  it("draws a right submission without a problem, on top of the reference", async () => {
    const frame = await draw(sourceOf("solution"));
    assert.deepEqual(frame.problems, []);
    const [own, right] = estimates(frame);
    assert.ok(typeof own === "number" && Math.abs(own - Number(right)) < 1e-4);
  });

  it("draws what a slip does, and the form of the slip that was named", async () => {
    const named = { sigma2Hat: "bessel-correction" };
    const frame = await draw(sourceOf("misconceptions/bessel-correction"), { named });
    const [own, right, slip] = estimates(frame);
    assert.equal(own, slip);
    assert.ok(Math.abs(Number(own) / Number(right) - 5 / 4) < 1e-4);
  });

  it("draws what is written so far", async () => {
    const frame = await draw(sourceOf("starter"));
    assert.deepEqual(new Set(frame.problems.map((one) => one.kind)), new Set(["not-attempted"]));
    assert.equal(estimates(frame)[0], "–");
  });

  it("keeps the state of the page, and begins anew where it does not fit", async () => {
    const moved = await draw(sourceOf("solution"), { events: [{ kind: "drag", id: "x0", x: 1, y: 0 }] });
    const again = await draw(sourceOf("solution"), { state: moved.state });
    assert.deepEqual(again.state, moved.state);
    const other = { state: { from: "another version" } };
    assert.deepEqual((await draw(sourceOf("solution"), { ...other, restored: true })).problems, []);
    await assert.rejects(draw(sourceOf("solution"), other), { code: "unforeseen" });
  });

  it("gives up a call that takes too long, draws the others, and goes on", async () => {
    const frame = await draw(endless);
    assert.ok(frame.problems.some((one) => one.kind === "timeout"));
    assert.equal(typeof estimates(frame)[1], "number");
    assert.deepEqual((await draw(sourceOf("solution"))).problems, []);
  });

  it("gives up a function whose calls are each quick enough and together are not", async () => {
    const slow = "let n = 0; for (let i = 0; i < 2e7; i++) n += Math.sqrt(i);";
    const source = sourceOf("solution").replace(
      "): number {\n  return meanSquare(x, mu)",
      `): number {\n  ${slow}\n  return n * 0 + meanSquare(x, mu)`,
    );
    assert.notEqual(source, sourceOf("solution"));
    const started = performance.now();
    const frame = await draw(source);
    const first = performance.now() - started;
    assert.ok(frame.problems.some((one) => one.kind === "timeout" && one.function === "negLogLikelihood"));
    assert.equal(typeof estimates(frame)[0], "number");
    const again = performance.now();
    await draw(source, { state: frame.state });
    assert.ok(performance.now() - again < first, "the second frame waits for it no more");
  });

  it("shows nothing of a result that is larger than any right one", async () => {
    const source = sourceOf("solution").replace(
      "return sum / x.length;",
      "return new Array(50_000).fill(1) as unknown as number;",
    );
    const { problems } = await draw(source);
    assert.deepEqual(problems.find((one) => one.function === "muHat")?.kind, "too-large");
  });

  it("does not keep a check waiting while a picture's call runs for ever", async () => {
    const picture = draw(endless);
    const first = await Promise.race([
      picture.then(() => "picture"),
      engine.request("check", checkParams(sourceOf("solution"))).then(() => "check"),
    ]);
    assert.equal(first, "check");
    await picture;
  });

  it("drops a frame for a newer one of the same file", async () => {
    const older = draw(endless);
    const newer = draw(sourceOf("solution"));
    await assert.rejects(older, { code: "cancelled" });
    assert.deepEqual((await newer).problems, []);
  });

  it("says that a file does not load, and runs nothing where nothing may be run", async () => {
    assert.equal((await draw("export function (")).problems[0]?.kind, "source");
    assert.equal((await draw(null)).problems[0]?.kind, "untrusted");
  });

  it("says what is thrown", async () => {
    const source = sourceOf("solution").replace("return sum / x.length;", 'throw new Error("so far");');
    const { problems } = await draw(source);
    assert.deepEqual(
      problems.find((one) => one.function === "muHat"),
      {
        kind: "throws",
        function: "muHat",
        text: "Error: so far",
      },
    );
  });
});

/** s2 as the student, the reference and the slip have it. */
function estimates(frame: Frame) {
  const table = frame.scene.panels.find((panel) => panel.id === "densities")?.table;
  const of = (name: string) => table?.rows.find(([who]) => typeof who === "object" && who?.en === name)?.[2];
  return [of("yours"), of("right"), of("the slip")];
}
