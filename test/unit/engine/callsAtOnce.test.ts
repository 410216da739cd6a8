import assert from "node:assert/strict";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Sandbox } from "#contract/sandbox.ts";
import { CallsAtOnce } from "#engine/callsAtOnce.ts";
import { openSandbox } from "#sandbox/open.ts";

const source = `
export const twice = (x: number): number => { if (x < 0) for (;;); return 2 * x; };
export const plusOne = (x: number): number => x + 1;`;

const spec = (name: string): FunctionSpec => ({
  name,
  points: 1,
  parameters: [{ name: "x", type: { kind: "tensor", shape: [] } }],
  returns: { kind: "tensor", shape: [] },
  cpuMs: 200,
});
const [twice, plusOne] = [spec("twice"), spec("plusOne")];

describe("calls at once", function () {
  this.timeout(30_000);
  let sandbox: Sandbox;
  let frames: string[];
  let calls: CallsAtOnce;

  before(async () => {
    const real = await openSandbox({ mode: "process" });
    sandbox = {
      mode: real.mode,
      runtime: real.runtime,
      load: (submission, limits) => real.load(submission, limits),
      call: (name, lists, limits) => {
        frames.push(`${name} ${lists.map(String).join(" ")}`);
        return real.call(name, lists, limits);
      },
      close: () => real.close(),
    };
    await sandbox.load({ fileName: "f.ts", source }, { cpuMs: 2000 });
  });
  beforeEach(() => {
    frames = [];
    calls = new CallsAtOnce(sandbox);
  });
  after(() => sandbox.close());

  const ask = async (of: FunctionSpec, x: number): Promise<unknown> => {
    const reply = await calls.call(of, [x]);
    return reply?.ok === true ? reply.value : reply?.fault.kind;
  };

  it("travel in a frame for each function and are answered in their places", async () => {
    const asked = [ask(twice, 1), ask(plusOne, 1), ask(twice, 2), ask(plusOne, 5)];
    assert.deepEqual(await Promise.all(asked), [2, 2, 4, 6]);
    assert.deepEqual(frames, ["twice 1 2", "plusOne 1 5"]);
  });

  it("meet again in the next round, whichever way the answers were waited for", async () => {
    const plain = async (): Promise<unknown> => ask(twice, Number(await ask(twice, 1)));
    const roundabout = async (): Promise<unknown> => {
      const [first] = await Promise.all([ask(twice, 10), ask(plusOne, 10)]);
      return await Promise.resolve(first).then((value) => ask(twice, Number(value)));
    };
    assert.deepEqual(await Promise.all([plain(), roundabout()]), [4, 40]);
    assert.deepEqual(frames, ["twice 1 10", "plusOne 10", "twice 2 20"]);
  });

  it("one that does not come back costs no other its answer", async () => {
    const asked = [1, -1, 2, -2, 3].map((x) => ask(twice, x));
    assert.deepEqual(await Promise.all(asked), [2, "timeout", 4, "timeout", 6]);
    assert.deepEqual(frames, ["twice 1 -1 2 -2 3", "twice 2 -2 3", "twice 3"]);
  });

  it("all fail where the sandbox does", async () => {
    const other = await openSandbox({ mode: "process" });
    await other.close();
    calls = new CallsAtOnce(other);
    const asked = await Promise.allSettled([ask(twice, 1), ask(plusOne, 1)]);
    assert.deepEqual(asked.map((one) => one.status), ["rejected", "rejected"]); // prettier-ignore
  });
});
