import assert from "node:assert/strict";
import { openReferences } from "#references/openReferences.ts";
import { probeRungs } from "#references/probe.ts";
import { expectedValues } from "../unit/references/support.ts";

/** WebGPU starts at most 65,535 workgroups along an axis: on a GPU a launch of 100,000 small instances was refused. */
describe("regression: a class larger than WebGPU's largest grid of workgroups", function () {
  this.timeout(120_000);
  it("has its expected values on every rung of this machine", async () => {
    const many = Array.from({ length: 70_000 }, (_, index) => [[[index % 8, 1], [2, 3]]]); // prettier-ignore
    const working = (await probeRungs({ allowSoftware: true })).filter(({ ok }) => ok);
    assert.notEqual(working.length, 0);
    for (const { rung } of working) {
      const references = await openReferences({ rung, allowSoftware: true });
      const values = await expectedValues(references, "operations", "product", many);
      await references.close();
      assert.equal(values.length, many.length);
      assert.deepEqual(values.at(-1), [[50, 17], [17, 13]], rung); // prettier-ignore
    }
  });
});
