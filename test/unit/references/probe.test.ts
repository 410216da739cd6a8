import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseRung, probeRungs } from "#references/probe.ts";

describe("probing the ladder", function () {
  this.timeout(120_000);
  const cacheBefore = process.env["GRADUS_CACHE"];
  let cache = "";
  beforeEach(
    async () => (process.env["GRADUS_CACHE"] = cache = await mkdtemp(join(tmpdir(), "gradus-probe-"))),
  );
  afterEach(async () => {
    if (cacheBefore === undefined) delete process.env["GRADUS_CACHE"];
    else process.env["GRADUS_CACHE"] = cacheBefore;
    await rm(cache, { recursive: true });
  });

  it("finds that wasm and cpu work and says what they are", async () => {
    const probes = await probeRungs({ only: ["wasm", "cpu"] });
    assert.deepEqual(
      probes.map((probe) => probe.ok && [probe.backend.rung, probe.backend.hardware]),
      [["wasm", false], ["cpu", false]], // prettier-ignore
    );
  });

  it("refuses a rung without its package and says what to install", async () => {
    const [probe] = await probeRungs({ only: ["node"] });
    if (probe?.ok === false)
      assert.match(probe.why, /tfjs-node is not installed: npm install @tensorflow\/tfjs-node@/);
  });

  it("gives a rung up that does not answer in time", async () => {
    const [probe] = await probeRungs({ only: ["cpu"], timeoutMs: 1 });
    assert.equal(probe?.ok === false && probe.why, "no answer in 0.001 s");
  });

  it("chooses the first that works, remembers it, and asks again when told to", async () => {
    const { chosen, probes } = await chooseRung();
    assert.deepEqual(probes.at(-1), {
      rung: chosen.rung,
      ok: true,
      backend: chosen,
      wallMs: probes.at(-1)?.wallMs,
    });
    // with the very times of the first probes: nothing was probed again
    assert.deepEqual(await chooseRung(), { chosen, probes });
    const again = await chooseRung({ fresh: true });
    assert.notEqual(again.probes.at(-1)?.wallMs, probes.at(-1)?.wallMs);
  });

  for (const [name, damage] of [
    ["of another machine", (text: string) => text.replaceAll(/"facts":"[^"]{4}/g, '"facts":"0000')],
    ["of the day before yesterday", (text: string) => text.replaceAll(/"writtenMs":\d/g, '"writtenMs":0')],
    ["damaged", (text: string) => text.slice(0, -9)],
  ] as const) {
    it(`does not believe a memory ${name}`, async () => {
      const first = await chooseRung({ requested: "cpu" });
      const file = join(cache, "probes.json");
      await writeFile(file, damage(await readFile(file, "utf8")));
      const second = await chooseRung({ requested: "cpu" });
      assert.deepEqual(second.chosen, first.chosen);
      assert.notEqual(second.probes[0]?.wallMs, first.probes[0]?.wallMs);
    });
  }

  it("takes a requested rung or none", async () => {
    assert.equal((await chooseRung({ requested: "cpu" })).chosen.rung, "cpu");
    const [node] = await probeRungs({ only: ["node"] });
    if (node?.ok === true) return;
    await assert.rejects(chooseRung({ requested: "node" }), {
      code: "backend-unavailable",
      message: /node: /,
    });
  });
});
