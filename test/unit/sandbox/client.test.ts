import assert from "node:assert/strict";
import type { CallReply, Sandbox, SandboxMode } from "#contract/sandbox.ts";
import { GradusError } from "#contract/errors.ts";
import { openSandbox } from "#sandbox/open.ts";

const limits = { cpuMs: 2000 };
const short = { cpuMs: 200 };
const modes: readonly SandboxMode[] = process.platform === "linux" ? ["process", "jail"] : ["process"];

/** "6" for a value, "timeout" for a fault. */
function brief(replies: readonly CallReply[]): string[] {
  return replies.map((reply) => (reply.ok ? JSON.stringify(reply.value) : reply.fault.kind));
}

for (const mode of modes) {
  describe(`the ${mode} sandbox as its caller sees it`, () => {
    let sandbox: Sandbox;
    before(async () => {
      sandbox = await openSandbox({ mode });
    });
    after(() => sandbox.close());

    const load = async (source: string): Promise<void> => {
      const loaded = await sandbox.load({ fileName: "f.ts", source }, limits);
      assert(loaded.ok, JSON.stringify(loaded));
    };
    const call = async (cases: readonly number[], within = limits): Promise<string[]> =>
      brief(
        await sandbox.call(
          "f",
          cases.map((one) => [one]),
          within,
        ),
      );

    it("names its mode and runtime", () => {
      assert.equal(sandbox.mode, mode);
      assert.equal(sandbox.runtime, `node ${process.versions.node}`);
    });

    it("answers every case of a frame, in order, and an empty frame with nothing", async () => {
      await load("export const f = (x: number): number => 2 * x;");
      assert.deepEqual(await call([1, 2, 3]), ["2", "4", "6"]);
      assert.deepEqual(await call([]), []);
    });

    it("keeps a module's state between calls and forgets it at the next load", async () => {
      const source =
        "let n = 0; (globalThis as any).m ??= 0; export const f = (): number => ++n + 10 * ++(globalThis as any).m;";
      await load(source);
      assert.deepEqual(await call([0, 0]), ["11", "22"]);
      assert.deepEqual(await call([0]), ["33"]);
      await load(source);
      assert.deepEqual(await call([0]), ["11"]);
    });

    it("gives every call the same random numbers and the same moment", async () => {
      await load("export const f = (): string => [Math.random(), Date.now()].join();");
      const [first, second] = await call([0, 0]);
      assert.equal(first, second);
    });

    it("goes on after a throw", async () => {
      await load(
        "export const f = (x: number): number => { if (x === 2) throw new Error('two'); return x; };",
      );
      assert.deepEqual(await call([1, 2, 3]), ["1", "throw", "3"]);
    });

    it("confirms a timeout, leaves the rest of the frame, and serves the next call", async () => {
      await load("export const f = (x: number): number => { while (x === 2); return x; };");
      assert.deepEqual(await call([1, 2, 3, 4], short), ["1", "timeout", "not-run", "not-run"]);
      assert.deepEqual(await call([3, 4], short), ["3", "4"]);
    });

    it("writes no timeout that a fresh process does not confirm", async () => {
      await load("let n = 0; export const f = (x: number): number => { n++; while (n === 3); return x; };");
      assert.deepEqual(await call([1, 2, 3, 4, 5], short), ["1", "2", "3", "4", "5"]);
    });

    it("counts CPU time and not a busy machine's wall time", async () => {
      await load(
        "export const f = (x: number): number => { let s = 0; for (let i = 0; i < x; i++) s += Math.exp(-i); return 1; };",
      );
      // each case takes a good part of the limit, all of them together many times the limit
      assert.deepEqual(await call(Array<number>(12).fill(5e6), { cpuMs: 400 }), Array<string>(12).fill("1"));
    });

    it("reports a submission that no longer loads after a kill", async () => {
      await load(
        "export const f = (x: number[]): number => { const a: any[] = []; for (;;) a.push(new Array(1e5).fill(1)); };",
      );
      assert.deepEqual(await call([1, 2], { cpuMs: 5000 }), ["memory", "not-run"]);
    });

    it("times a load out", async () => {
      const loaded = await sandbox.load({ fileName: "f.ts", source: "for (;;);" }, short);
      assert.equal(loaded.ok ? "ok" : loaded.fault.kind, "timeout");
      await assert.rejects(call([1]), { code: "sandbox-failed" });
    });

    it("takes overlapping requests one after the other", async () => {
      const source = (factor: number): string =>
        `export const f = (x: number): number => ${String(factor)} * x;`;
      const all = await Promise.all([2, 3, 4].flatMap((factor) => [load(source(factor)), call([1])]));
      assert.deepEqual(all, [undefined, ["2"], undefined, ["3"], undefined, ["4"]]);
    });
  });

  it(`a ${mode} sandbox that is closed at work says cancelled`, async () => {
    const sandbox = await openSandbox({ mode });
    const loading = sandbox.load({ fileName: "f.ts", source: "for (;;);" }, limits);
    setTimeout(() => void sandbox.close(), 150);
    await assert.rejects(loading, (error) => error instanceof GradusError && error.code === "cancelled");
    await assert.rejects(sandbox.call("f", [[]], limits), { code: "cancelled" });
    await sandbox.close();
  });
}
