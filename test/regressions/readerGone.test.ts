import assert from "node:assert/strict";
import { openWorkplace } from "../integration/cli/gradus.ts";

/** `gradus demo | head -1` ended with a stack trace. */
describe("regression: a reader that wants no more", () => {
  const { start, remove } = openWorkplace();
  after(remove);

  for (const args of [["list"], ["demo"]])
    it(`ends gradus ${args.join(" ")} without a word`, async () => {
      const child = start(args);
      child.stdout.destroy();
      let said = "";
      child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
      const status = await new Promise((resolve) => child.once("close", resolve));
      assert.deepEqual([status, said], [141, ""]);
    }).timeout(60_000);
});
