import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { References, Rung } from "#contract/backend.ts";
import type { Value } from "#contract/values.ts";
import { buildHost, hostBundle } from "#references/hostBundle.ts";
import { openReferences } from "#references/openReferences.ts";
import { probeRungs } from "#references/probe.ts";
import operations from "../../fixtures/references/operations/reference.ts";
import { assertClose, expectedValues } from "./support.ts";

const tolerance = 1e-5;
const instances = [1, 2, 3, 4].map((instance) => [
  Array.from({ length: 3 }, (_, row) =>
    Array.from({ length: 4 }, (_unused, column) =>
      Math.fround(Math.sin(instance * 7 + row * 5 + column * 3)),
    ),
  ),
]);

describe("every rung of the ladder that this machine has", function () {
  this.timeout(120_000);
  let opened: References[] = [];

  before(async () => {
    const probes = await probeRungs({ allowSoftware: true });
    const working = probes.filter(({ ok }) => ok).map(({ rung }) => rung);
    opened = await Promise.all(working.map((rung) => openReferences({ rung, allowSoftware: true })));
  });
  after(() => Promise.all(opened.map((references) => references.close())));

  it("has wasm and cpu, which need nothing, and webgpu where Vulkan is provisioned", () => {
    const found = opened.map(({ backend }) => backend.rung);
    const due: Rung[] = hasSoftwareVulkan() ? ["webgpu", "wasm", "cpu"] : ["wasm", "cpu"];
    assert.deepEqual(
      due.filter((rung) => !found.includes(rung)),
      [],
    );
  });

  for (const operation of Object.keys(operations)) {
    it(`agrees on ${operation}`, async () => {
      const values: Value[] = [];
      for (const references of opened)
        values.push(await expectedValues(references, "operations", operation, instances));
      const reference = values.at(-1); // cpu: plain JavaScript
      values.forEach((value, index) => {
        assertClose(value, reference, tolerance, `${operation} on ${opened[index]?.backend.rung ?? ""}`);
      });
    });
  }

  it("names the card beside the driver, which serves many cards", () => {
    const webgpu = opened.find(({ backend }) => backend.rung === "webgpu");
    if (webgpu !== undefined) assert.match(webgpu.backend.device, /^\S+ \(.*[0-9].*\)$/);
  });

  it("answers the same bits every time", async () => {
    for (const references of opened) {
      const once = await expectedValues(references, "operations", "softmax", instances);
      assert.deepEqual(await expectedValues(references, "operations", "softmax", instances), once);
    }
  });
});

/** As test/provision-vulkan.sh installs it: older ones (Vulkan below 1.4) are refused by Dawn. */
function hasSoftwareVulkan(): boolean {
  const [driver] = globSync("/usr/share/vulkan/icd.d/lvp_icd*.json");
  return driver !== undefined && /"api_version":\s*"1\.[4-9]/.test(readFileSync(driver, "utf8"));
}

describe("a rung's self-check", function () {
  this.timeout(60_000);
  const kernels = [
    { kernel: "Exp", operation: "sum of exp" },
    { kernel: "BatchMatMul", operation: "matrix product" },
    { kernel: "Log", operation: "log of a sum of exp" },
    { kernel: "Tanh", operation: "gradient of sum tanh^2" },
  ];
  let folder = "";
  let program = "";

  before(async () => {
    // beside the reference process's own bundle, where packages resolve
    folder = await mkdtemp(join(await hostBundle(), "..", "test-"));
    program = join(folder, "brokenKernel.mjs");
    await buildHost(program, {
      entry: fileURLToPath(new URL("../../fixtures/references/brokenKernel.ts", import.meta.url)),
    });
  });
  after(() => rm(folder, { recursive: true }));

  for (const { kernel, operation } of kernels) {
    it(`refuses a backend whose ${kernel} answers wrongly, and names the operation`, async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [program, kernel]);
      assert.match(
        stdout,
        new RegExp(`^GradusError: self-check: ${operation.replace("^", "\\^")} at \\d+ is NaN`),
      );
    });
  }
});
