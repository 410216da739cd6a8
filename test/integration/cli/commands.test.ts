import assert from "node:assert/strict";
import { readFileSync, symlinkSync, cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rungs, type Probe } from "#contract/backend.ts";
import { bundled, fixtures, openWorkplace, root, type Workplace } from "./gradus.ts";

describe("gradus", function () {
  this.timeout(120_000);
  let work: Workplace;
  before(() => (work = openWorkplace()));
  after(() => {
    work.remove();
  });

  async function says(...args: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await work.gradus(...args);
    assert.deepEqual([status, stderr], [0, ""], stdout);
    return stdout;
  }

  const folders = readdirSync(bundled, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

  it("--help names every command, and each command has a --help of its own", async () => {
    const help = await says("--help");
    for (const name of ["list", "check", "hint", "new", "verify", "doctor", "demo", "backend"]) {
      assert.match(help, new RegExp(`^  ${name}\\b`, "m"));
      assert.match(await says(name, "--help"), new RegExp(`^Usage: gradus ${name}`));
    }
  });

  it("--version is the package's", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      readonly version: string;
    };
    assert.equal((await says("--version")).trim(), version);
  });

  it("list names every exercise in the order of the course, in both languages", async () => {
    const [en, ja] = [await says("list", "--lang", "en"), await says("list", "--lang", "ja")];
    const order = (text: string) => [...text.matchAll(/^(\S+) +(\d+)\./gm)].map(([, id, track]) => ({ id, track: Number(track) })); // prettier-ignore
    assert.deepEqual(
      order(en)
        .map((one) => one.id)
        .sort(),
      folders.sort(),
    );
    assert.deepEqual(order(en).map((one) => one.track), order(en).map((one) => one.track).sort((a, b) => a - b)); // prettier-ignore
    assert.deepEqual(order(ja), order(en));
    assert.match(ja, /最尤推定/);
  });

  it("list --json has what an editor needs of each", async () => {
    const listed = JSON.parse(await says("list", "--json")) as readonly Readonly<Record<string, unknown>>[];
    assert.deepEqual(listed.map((one) => one["id"]).sort(), folders.sort());
    for (const one of listed) {
      const functions = one["functions"] as readonly { readonly name: string; readonly points: number }[];
      assert.equal(
        functions.reduce((sum, { points }) => sum + points, 0),
        100,
      );
      assert.deepEqual(Object.keys(one["title"] as object).sort(), ["en", "ja"]);
    }
  });

  it("hint --file begins the second hint, and no other, with an input on which the file goes wrong", async () => {
    const file = join(bundled, "gaussian-mle", "misconceptions", "bessel-correction.ts");
    const hint = (...args: readonly string[]) => says("hint", "gaussian-mle", "--file", file, ...args);
    const one = await hint("--function", "sigma2Hat", "--level", "2");
    assert.match(
      one,
      /^sigma2Hat\nthe smallest input found that shows it:\n {2}x = \[2, 4\]\nexpected 1, got 2\n/,
    );
    assert.ok(
      one.endsWith((await says("hint", "gaussian-mle", "--function", "sigma2Hat", "--level", "2")).slice(10)),
    );
    const all = await hint("--level", "2", "--lang", "ja");
    assert.equal([...all.matchAll(/得られた値は/g)].length, 1);
    for (const level of ["1", "3"]) assert.doesNotMatch(await hint("--level", level), /smallest input/);
  });

  it("hint --file gives the hint itself also where no example can be had, and says why there is none", async () => {
    const exercises = join(work.folder, "broken");
    cpSync(join(bundled, "gaussian-mle"), join(exercises, "gaussian-mle"), { recursive: true });
    writeFileSync(join(exercises, "gaussian-mle", "cases.ts"), "throw new Error('no cases here');\n");
    const asked = ["hint", "gaussian-mle", "--function", "muHat", "--level", "2"];
    const file = join(bundled, "gaussian-mle", "misconceptions", "median-for-mean.ts");
    const { status, stdout, stderr } = await work.gradus(...asked, "--file", file, "--exercises", exercises);
    assert.deepEqual([status, stdout], [0, await says(...asked)]);
    assert.match(stderr, /^No example can be had: /);
    const mistyped = await work.gradus(...asked, "--file", "nowhere.ts");
    assert.equal(mistyped.status, 2);
  });

  it("hint gives more with every level, for all functions or for one, in both languages", async () => {
    const hint = (...args: readonly string[]) => says("hint", "gaussian-mle", ...args);
    const [first, second, third] = [await hint(), await hint("--level", "2"), await hint("--level", "3")];
    assert.equal(new Set([first, second, third]).size, 3);
    for (const text of [first, second, third]) assert.match(text, /^negLogLikelihood\n[^]*^sigma2Hat\n/m);
    const one = await hint("--function", "muHat", "--level", "1");
    assert.ok(first.includes(one.trim()) && !one.includes("sigma2Hat\n"));
    const ja = await hint("--function", "muHat", "--lang", "ja");
    assert.match(ja, /^muHat\n[^]*[ぁ-ん]/);
    // the highest level works a step and still is not the solution
    const solution = readFileSync(join(bundled, "gaussian-mle", "solution.ts"), "utf8");
    const bodies = [...solution.matchAll(/^ {2}(return .+;)$/gm)].map(([, body]) => body ?? "");
    assert.ok(bodies.length > 3);
    assert.deepEqual(
      bodies.filter((body) => third.includes(body)),
      [],
    );
  });

  it("doctor tells every rung and sandbox, and of what is refused why", async () => {
    const found = JSON.parse(await says("doctor", "--json")) as {
      readonly gradus: string;
      readonly node: string;
      readonly backend: { readonly rung: string };
      readonly rungs: readonly Probe[];
      readonly sandboxes: readonly { readonly mode: string; readonly ok: boolean; readonly why?: string }[];
    };
    assert.equal(found.node, process.versions.node);
    assert.deepEqual(
      found.rungs.map((one) => one.rung),
      [...rungs],
    );
    for (const probe of found.rungs) assert.ok(probe.ok ? probe.backend.device !== "" : probe.why.length > 10, probe.rung); // prettier-ignore
    const working = found.rungs.filter((one) => one.ok).map((one) => one.rung);
    assert.ok(working.includes("wasm") && working.includes("cpu"));
    assert.equal(found.backend.rung, working[0]);
    assert.deepEqual(found.sandboxes.map(({ mode, ok }) => [mode, ok]), [["process", true], ["jail", true]]); // prettier-ignore
    const prose = await says("doctor");
    for (const rung of rungs) assert.match(prose, new RegExp(`(chosen|works|refused) +${rung} +\\S`));
  });

  it("verify holds an exercise against the laws and says where and why one breaks", async () => {
    const good = await says("verify", "gaussian-mle", "--backend", "wasm");
    assert.match(good, /^gaussian-mle on wasm\n( {2}✓ .+\n){9,}$/);
    const { status, stdout } = await work.gradus("verify", "gaussian-mle", "--exercises", fixtures);
    assert.deepEqual([status, stdout], [2, ""]);
  });

  it("verify --json has the failures of each law", async () => {
    const rulings = JSON.parse(
      await says("verify", "gaussian-mle", "--backend", "wasm", "--json"),
    ) as readonly {
      readonly exercise: string;
      readonly rulings: readonly { readonly law: string; readonly failures: readonly string[] }[];
    }[];
    assert.deepEqual(
      rulings.map((one) => one.exercise),
      ["gaussian-mle"],
    );
    assert.ok(rulings[0]?.rulings.every((one) => one.failures.length === 0));
  });

  it("new writes an exercise that keeps every law but the one that says what to fill in", async () => {
    // beside the grader, since an exercise imports the sdk by the package's aliases
    const house = join(work.folder, "house");
    mkdirSync(join(house, "exercises"), { recursive: true });
    cpSync(join(root, "package.json"), join(house, "package.json"));
    for (const name of ["grader", "node_modules"]) symlinkSync(join(root, name), join(house, name));
    const exercises = join(house, "exercises");
    assert.match(await says("new", "my-first", "--exercises", exercises), /gradus verify my-first/);
    const args = ["verify", "my-first", "--exercises", exercises, "--backend", "wasm"];
    const { status, stdout, stderr } = await work.gradus(...args);
    assert.deepEqual([status, stderr], [1, ""], stdout);
    assert.match(stdout, /✗ complete/);
    assert.equal(stdout.match(/✗/g)?.length, 1, stdout);
    assert.ok(
      [...stdout.matchAll(/^ {6}(.*)$/gm)].every(([, line]) => line?.includes("FILL IN")),
      stdout,
    );

    const again = await work.gradus("new", "my-first", "--exercises", exercises);
    assert.equal(again.status, 2);
    assert.match(again.stderr, /is there already; it is left as it is/);
  });

  it("demo prints a report of every exercise", async () => {
    const demo = await says("demo", "--lang", "en");
    for (const id of folders) assert.match(demo, new RegExp(`^${id}  .* / 100$`, "m"));
  });

  it("a hint that was never written is a dash, not an error", async () => {
    const { stdout } = await work.gradus("hint", "healthy", "--exercises", fixtures, "--lang", "en");
    assert.match(stdout, /^double\nWhat is twice something\?/);
  });
});
