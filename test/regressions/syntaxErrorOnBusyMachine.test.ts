import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { SyntaxPlacer } from "#sandbox/syntaxPlacer.ts";
import { descendants, killQuietly } from "../integration/class/classPlace.ts";

/** The parser had five seconds by the clock: on a machine with twenty things to do it said nothing, and the verdict changed. */
describe("regression: a syntax error on a busy machine", function () {
  this.timeout(60_000);

  let placer: SyntaxPlacer;
  before(() => (placer = new SyntaxPlacer()));
  after(() => placer.close());

  it("is placed however long the parser waits for its turn", async () => {
    const found = placer.place({ fileName: "f.ts", source: "/* never closed\n" });
    const parser = await parserOf(process.pid);
    killQuietly(parser, "SIGSTOP");
    await sleep(6000);
    killQuietly(parser, "SIGCONT");
    assert.deepEqual(await found, [{ line: 2, column: 1, message: "'*/' expected." }]);
  });

  it("is left without a place where the parser breaks down", async () => {
    const source = "type A = " + "[".repeat(60_000);
    assert.deepEqual(await placer.place({ fileName: "f.ts", source }), []);
  });
});

async function parserOf(pid: number): Promise<number> {
  for (let time = 0; time < 200; time++) {
    const parser = descendants(pid).find(({ command }) => command.includes("readSync"));
    if (parser !== undefined) return parser.pid;
    await sleep(10);
  }
  return assert.fail("No parser was started.");
}
