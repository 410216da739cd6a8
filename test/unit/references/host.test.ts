import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { References } from "#contract/backend.ts";
import { startHost } from "#references/hostProcess.ts";
import { pack } from "#references/packed.ts";
import { openReferences } from "#references/openReferences.ts";
import { assertClose, expectedValues, fixture } from "./support.ts";

describe("the reference process", function () {
  this.timeout(60_000);
  let references: References;
  before(async () => (references = await openReferences({ rung: "wasm" })));
  after(() => references.close());

  it("computes all instances of a batch at once and finishes each", async () => {
    const values = await expectedValues(references, "moments", "variance", [
      [[1, 2, 3]],
      [[1e8 + 1, 1e8 + 3, 1e8 + 2]],
    ]);
    assertClose(values, [2 / 3, 2 / 3], 1e-6, "variance");
  });

  it("gives named intermediate values when asked for them, and none where none are declared", async () => {
    const [steps, none] = await references.compute(fixture("moments"), [
      { function: "variance", instances: [[[1, 2, 6]], [[5, 5, 8]]], steps: true },
      { function: "gradient", instances: [[[1, 2], 1]], steps: true },
    ]);
    assert.deepEqual(steps, [{ centred: [-2, -1, 3] }, { centred: [-1, -1, 2] }]);
    assert.deepEqual(none, [{}]);
  });

  it("hands a number per instance over as [instances] and differentiates", async () => {
    const values = await expectedValues(references, "moments", "gradient", [
      [[1, 2], 1],
      [[1, 2], 3],
    ]);
    assertClose(values, [[2, 4], [18, 36]], 1e-6, "gradient"); // prettier-ignore
  });

  it("carries NaN, infinities, -0, undefined and strings that look like them", async () => {
    const values = await expectedValues(references, "moments", "specials", [[2], [-0], [Number.NaN]]);
    const rest = { words: ["~", "~NaN"], hole: undefined };
    assert.deepEqual(values, [
      { overZero: Infinity, ofNegative: NaN, kept: 2, ...rest },
      { overZero: NaN, ofNegative: -0, kept: -0, ...rest },
      { overZero: NaN, ofNegative: NaN, kept: NaN, ...rest },
    ]);
  });

  it("answers several batches in one request, in order, and none for none", async () => {
    const answers = await references.compute(fixture("faulty"), [
      { function: "honest", instances: [[[1, 2]], [[3, 4]]] },
      { function: "honest", instances: [[5]] },
      { function: "honest", instances: [] },
    ]);
    assert.deepEqual(answers, [[[1, 4], [9, 16]], [25], []]); // prettier-ignore
  });

  it("splits a large class into launches that the device can hold", async () => {
    const sizes = await expectedValues(
      references,
      "faulty",
      "launch-size",
      Array.from({ length: 3000 }, (_, i) => [i]),
    );
    assert.equal(sizes.length, 3000);
    assert.equal(sizes[0], 256);
    assert.ok(Math.max(...(sizes as number[])) < 3000);
    assert.ok(new Set(sizes).size > 1);
  });

  it("leaves no tensor on the device", async () => {
    const host = await startHost();
    try {
      await host.request("open", { rung: "wasm", allowSoftware: false });
      const before = await host.request("memory", {});
      for (const exercise of ["moments", "operations"]) {
        const module = (await import(fixture(exercise))) as { default: Record<string, unknown> };
        for (const name of Object.keys(module.default).filter(
          (key) => exercise === "operations" || key === "variance",
        )) {
          const instances = [[exercise === "operations" ? [[1, 2, 3, 4], [4, 3, 2, 1], [0, 0, 1, 1]] : [1, 2, 3]]]; // prettier-ignore
          await host.request("compute", {
            referencePath: fixture(exercise),
            batches: [{ function: name, instances: pack(instances) }],
          });
        }
      }
      assert.deepEqual(await host.request("memory", {}), before);
    } finally {
      host.kill();
    }
  });
});

describe("a faulty reference is the exercise's fault and says where", function () {
  this.timeout(60_000);
  let references: References;
  before(async () => (references = await openReferences({ rung: "cpu" })));
  after(() => references.close());

  const faults: readonly { name: string; instances: readonly unknown[]; message: RegExp }[] = [
    { name: "honest", instances: [[1, 2], [1, 2, 3]], message: /^faulty, honest: prepare .*"x".*instance 1 gives \[3\]/ }, // prettier-ignore
    { name: "honest", instances: [[[1, 2], [3]]], message: /^faulty, honest: prepare .*"x" one rectangular shape/ }, // prettier-ignore
    { name: "honest", instances: ["1"], message: /"x" one rectangular shape of numbers/ },
    { name: "no-tensor", instances: [1], message: /^faulty, no-tensor: compute's "result" is no tensor/ },
    {
      name: "sums-over-instances",
      instances: [1, 2],
      message: /"result" has shape \[\]; its first axis must be the 2/,
    },
    {
      name: "throws-in-compute",
      instances: [1],
      message: /^faulty, throws-in-compute: compute threw the sky fell/,
    },
    { name: "throws-in-finish", instances: [1], message: /^faulty, throws-in-finish: finish threw too late/ },
    { name: "keeps-a-tensor", instances: [1], message: /compute leaves 1 tensors behind/ },
    { name: "differing-statics", instances: [1, 2], message: /statics must be equal .* 1 has {"size":2}/ },
    { name: "returns-no-data", instances: [1], message: /a function cannot be written as JSON/ },
    { name: "absent", instances: [1], message: /^faulty, absent: the reference has no such function/ },
    { name: "toString", instances: [1], message: /the reference has no such function/ },
  ];
  for (const { name, instances, message } of faults) {
    it(`${name} of ${JSON.stringify(instances)}`, async () => {
      const work = expectedValues(references, "faulty", name, instances.map((x) => [x as number])); // prettier-ignore
      await assert.rejects(work, { code: "reference-failed", message });
    });
  }

  it("one of several batches, and the process is fit for the next", async () => {
    const instances = [[2]];
    const batches = ["honest", "throws-in-compute", "absent", "honest"].map((name) => ({
      function: name,
      instances,
    }));
    await assert.rejects(references.compute(fixture("faulty"), batches), {
      code: "reference-failed",
      message: /sky/,
    });
    const honest = batches.filter((batch) => batch.function === "honest");
    assert.deepEqual(await references.compute(fixture("faulty"), honest), [[4], [4]]);
  });

  it("a module that is not there", async () => {
    await assert.rejects(expectedValues(references, "absent", "f", [[1]]), {
      code: "reference-failed",
      message: /^absent: reference\.ts cannot be loaded/,
    });
  });
});

describe("a reference process that goes away", function () {
  this.timeout(60_000);
  let folder = "";
  before(async () => (folder = await mkdtemp(join(tmpdir(), "gradus-host-"))));
  after(() => rm(folder, { recursive: true }));

  it("is started again for a computation that it died in", async () => {
    const references = await openReferences({ rung: "cpu" });
    assert.deepEqual(await expectedValues(references, "faulty", "dies-once", [[join(folder, "died")]]), [-5]);
    await references.close();
  });

  it("is given up when it dies again, and serves the next computation", async () => {
    const references = await openReferences({ rung: "cpu" });
    await assert.rejects(expectedValues(references, "faulty", "dies-always", [[1]]), {
      code: "reference-process-died",
    });
    assert.deepEqual(await expectedValues(references, "faulty", "honest", [[3]]), [9]);
    await references.close();
  });

  it("is given up when it does not answer in time, and serves the next computation", async () => {
    const references = await openReferences({ rung: "cpu", timeoutMs: 1500 });
    await assert.rejects(expectedValues(references, "faulty", "never-ends", [[1]]), {
      code: "reference-failed",
      message: "no answer in 1.5 s",
    });
    assert.deepEqual(await expectedValues(references, "faulty", "honest", [[3]]), [9]);
    await references.close();
  });

  it("leaves when idle and comes back", async () => {
    const references = await openReferences({ rung: "cpu", idleMs: 50 });
    const [first] = await expectedValues(references, "faulty", "process-id", [[1]]);
    await gone(first as number);
    const [second] = await expectedValues(references, "faulty", "process-id", [[1]]);
    assert.notEqual(second, first);
    await references.close();
    await gone(second as number);
  });

  it("starts at the first computation when the backend is already known, one for two at once", async () => {
    const backend = { rung: "cpu", device: "as probed", hardware: false } as const;
    const references = await openReferences({ rung: "cpu", backend });
    assert.deepEqual(references.backend, backend);
    const ids = await Promise.all(
      [1, 2].map((x) => expectedValues(references, "faulty", "process-id", [[x]])),
    );
    assert.deepEqual(ids[0], ids[1]);
    await references.close();
    await assert.rejects(expectedValues(references, "faulty", "honest", [[3]]), { code: "cancelled" });
  });
});

/** Waits until no process has this id. */
async function gone(pid: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await wait(20);
  }
  assert.fail(`process ${String(pid)} is still there`);
}
