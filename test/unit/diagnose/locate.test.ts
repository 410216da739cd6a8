import assert from "node:assert/strict";
import typescript from "typescript";
import type { Locator } from "#contract/exercise.ts";
import { locateSlip, parsePattern } from "#diagnose/locate/locate.ts";

/** A file with one graded function `f` and one `g`. */
const fileWith = (body: string, rest = ""): string =>
  `export function g(x: number[]): number {\n  return f(x) / (x.length - 1);\n}\n${rest}\nexport function f(x: number[]): number {\n${body}\n}\n`;

function textAt(source: string, patterns: readonly (string | Locator)[], name = "f"): string | null {
  const locators = patterns.map((one) => (typeof one === "string" ? { match: one } : one));
  const found = locateSlip(typescript, { source, function: name, graded: ["f", "g"], locators });
  if (found === null) return null;
  const lines = source.split("\n").slice(found.line - 1, found.endLine);
  assert.equal(source.slice(found.start, found.end).split("\n")[0], lines[0]?.slice(found.column - 1, found.line === found.endLine ? found.endColumn - 1 : undefined)); // prettier-ignore
  return source.slice(found.start, found.end);
}

/** [what, the function's body, the pattern, the text that is pointed at or null] */
const rows: readonly (readonly [string, string, string, string | null])[] = [
  ["an expression with holes", "return sum(x) / (x.length - 1);", "$a / ($n - 1)", "sum(x) / (x.length - 1)"],
  ["brackets do not count", "return (sum(x)) / ((x.length) - 1);", "$a / ($n - 1)", "(sum(x)) / ((x.length) - 1)"],
  ["nor do assertions", "return sum(x) / (x.length! - (1 as number));", "$a / ($n - 1)", "sum(x) / (x.length! - (1 as number))"],
  ["an equal name is an equal text", "return (n / (n - 1)) * v;", "$n / ($n - 1)", "n / (n - 1)"],
  ["another text is another thing", "return (s / (n - 1)) * v;", "$n / ($n - 1)", null],
  ["sums and products may be turned round", "return s + 0.5 * v;", "$v * 0.5", "0.5 * v"],
  ["differences may not", "return 1 - n;", "$n - 1", null],
  ["operators differ", "return s * (n - 1);", "$a / ($n - 1)", null],
  ["a sign is an operator", "return +v;", "-$v", null],
  ["numbers differ", "return s / (n - 2);", "$a / ($n - 1)", null],
  ["names differ", "return Math.cbrt(v);", "Math.sqrt($v)", null],
  ["arguments are counted", "return Math.hypot(v, w);", "Math.hypot($v)", null],
  ["$_ is anything, each time", "return x.toSorted((a, b) => a - b)[0] / x[1];", "$_ / $_", "x.toSorted((a, b) => a - b)[0] / x[1]"],
  ["two places are none", "return s / (n - 1) + t / (n - 1);", "$a / ($n - 1)", null],
  ["an assignment", "let s = 0; s -= rate * x[0]; return s;", "$w -= rate * $g", "s -= rate * x[0]"],
  ["a choice", "return u > p ? 1 : -1;", "$u > $p ? 1 : -1", "u > p ? 1 : -1"],
  ["over several lines", "return Math.sqrt(\n  x[0],\n);", "Math.sqrt($v)", "Math.sqrt(\n  x[0],\n)"],
  ["a text is no code", 'return "s / (n - 1)".length;', "$a / ($n - 1)", null],
]; // prettier-ignore

describe("where a slip stands", () => {
  for (const [what, body, pattern, text] of rows)
    it(what, () => {
      assert.equal(textAt(fileWith(body), [pattern]), text);
    });

  const helper =
    "const average = (v: number[]) => sum(v) / (v.length - 1);\nconst sum = (v: number[]) => v[0];";

  it("in what the function calls, however far down, but not in another graded function", () => {
    assert.equal(
      textAt(fileWith("return average(x);", helper), ["$a / ($n - 1)"]),
      "sum(v) / (v.length - 1)",
    );
    assert.equal(textAt(fileWith("return g(x);", helper), ["$a / ($n - 1)"]), null);
    assert.equal(textAt(fileWith("return average(x);", helper), ["$v[0]"]), "v[0]");
  });

  it("in the function itself before what it calls", () => {
    assert.equal(textAt(fileWith("return average(x) / (x[0] - 1);", helper), ["$a / ($n - 1)"]), "average(x) / (x[0] - 1)"); // prettier-ignore
  });

  it("by the first locator that is found once, where it means the slip", () => {
    const source = fileWith("return Math.sqrt(x[0]) + x[1] / x[2] + x[3] / x[4];");
    assert.equal(textAt(source, ["$a / $b", "Math.sqrt($v)"]), "Math.sqrt(x[0])");
    assert.equal(textAt(source, [{ match: "Math.sqrt($v)", in: ["g"] }]), null);
    assert.equal(textAt(source, [{ match: "Math.sqrt($v)", in: ["f"] }]), "Math.sqrt(x[0])");
  });

  it("nowhere in a file that lacks the function, or is no program at all", () => {
    assert.equal(textAt("export const g = 1;", ["$a"]), null);
    assert.equal(textAt("export function f( {{{ ", ["Math.sqrt($v)"]), null);
    assert.equal(textAt(`export const f = ${"(".repeat(50_000)}1`, ["Math.sqrt($v)"]), null);
  });

  it("a pattern is one expression", () => {
    assert.throws(() => parsePattern(typescript, "1); (2"), SyntaxError);
    assert.throws(() => parsePattern(typescript, "return 1"), SyntaxError);
  });
});
