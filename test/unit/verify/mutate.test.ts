import assert from "node:assert/strict";
import { mutantsOf, sampleOf } from "#verify/adequacy/mutate.ts";

/** [what changes, a solution's line, a line that one of its mutants has]; every line stands in a function of x, mu and s2. */
const rows: readonly (readonly [what: string, line: string, mutant: string])[] = [
  ["an operator", "return mu + s2;", "return (mu - s2);"],
  ["an order of operands", "return mu - s2;", "return ((s2) - (mu));"],
  ["a dropped term", "return mu + s2;", "return (mu);"],
  ["a dropped factor", "return mu / s2;", "return (1 / (s2));"],
  ["a power", "return mu ** 2;", "return Math.abs((mu));"],
  ["a boundary", "return mu < s2 ? 1 : 0;", "return (mu <= s2) ? 1 : 0;"],
  ["a condition", "return mu < s2 ? 1 : 0;", "return !(mu < s2) ? 1 : 0;"],
  ["a branch", "return mu < s2 ? mu : s2;", "return (s2);"],
  ["a constant", "return mu * 0.5;", "return mu * (1);"],
  ["a constant, slightly", "return mu * 2;", "return mu * (2.002);"],
  ["a function of Math's", "return Math.log(s2);", "return Math.log2((s2));"],
  ["a call of Math's left out", "return Math.sqrt(s2);", "return (s2);"],
  ["a sign", "return -mu;", "return (mu);"],
  ["an index", "return x[0];", "return x[((0) + 1)];"],
  ["a length", "return x.length;", "return (x.length - 1);"],
  ["a round of a loop", "for (const v of x) mu += v; return mu;", "for (const v of [...x].slice(1)) mu += v; return mu;"], // prettier-ignore
  ["all rounds but the first", "for (const v of x) mu += v; return mu;", "for (const v of x) { mu += v; break; } return mu;"], // prettier-ignore
  ["a bound", "for (let i = 0; i < 3; i++) mu += i; return mu;", "for (let i = 0; i < (3) - 1; i++) mu += i; return mu;"], // prettier-ignore
  ["an accumulation", "for (const v of x) mu += v; return mu;", "for (const v of x) (mu = v); return mu;"],
  ["a statement", "x.sort(); return mu;", "; return mu;"],
  ["rows taken backwards", "return x.map((v) => v);", "return [...x].reverse().map((v) => v);"],
  ["a variable of the same type", "return mu;", "return s2;"],
  ["an answer that is nearly right", "return mu;", "return (1.001 * (mu));"],
];

const wrapped = (line: string): string =>
  `export function f(x: number[], mu: number, s2: number): number {\n  ${line}\n}\n`;

describe("mutants", () => {
  for (const [what, line, mutant] of rows)
    it(what, () => {
      const lines = mutantsOf(wrapped(line)).map((one) => one.source.split("\n")[1]?.trim());
      assert.ok(lines.includes(mutant), lines.join("\n"));
    });

  it("an argument that is changed after the answer is known", () => {
    const found = mutantsOf(wrapped("return mu;")).filter((one) => one.id.startsWith("f:changed-argument:"));
    assert.equal(found.length, 1); // x alone: numbers cannot be changed under the caller's hands
  });

  it("types, declarations and the solution itself are no mutants", () => {
    const source = wrapped("return mu;");
    assert.ok(mutantsOf(source).every((one) => one.source !== source && one.source.includes("mu: number")));
  });

  it("what the starter gives is no student's: it has no mutants, changed by a letter it has", () => {
    const given = "function half(t: number): number {\n  return t / 2;\n}\n";
    const solution = `${given}\n${wrapped("return half(mu) + s2;")}`;
    const owners = (starter: string): ReadonlySet<string | undefined> =>
      new Set(mutantsOf(solution, starter).map(({ id }) => id.split(":")[0]));
    assert.deepEqual(owners(`/** Given. */\n${given}`), new Set(["f"]));
    assert.deepEqual(owners(given.replace("t / 2", "t / 3")), new Set(["half", "f"]));
  });

  it("ids are unique and say where", () => {
    const ids = mutantsOf(wrapped("return (mu * mu * s2) / 2 - mu;")).map((one) => one.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^f:[a-z-]+:\d+:\d+(:\d+)?$/);
  });

  it("a sample stays when mutants are added", () => {
    const all = mutantsOf(wrapped("return (mu * mu * s2) / 2 - mu;"));
    const some = sampleOf(all, 5).map((one) => one.id);
    const more = sampleOf(all.toReversed(), 5).map((one) => one.id);
    assert.deepEqual(more, some);
  });
});
