import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withSigns, withUnicodeFormulas } from "#extension/hints/formulas.ts";
import { texToUnicode } from "#extension/hints/tex.ts";

const table: readonly (readonly [tex: string, text: string])[] = [
  ["x = (1, 2, 6)", "x = (1, 2, 6)"],
  ["\\sigma^2 = 2", "σ² = 2"],
  ["\\bar\\alpha_t = 0.36", "ᾱₜ = 0.36"],
  ["\\sqrt{1 - \\bar\\alpha_t}", "√(1 - ᾱₜ)"],
  ["\\sqrt{\\bar\\alpha_{t-1}}\\,x_0", "√ᾱₜ₋₁ x₀"],
  ["\\frac{(x_i-\\mu)^2}{2\\sigma^2}", "(xᵢ-μ)²/(2σ²)"],
  ["\\tfrac12\\log\\sigma^2", "1/2 log σ²"],
  ["\\frac1{1+e^{-a}}", "1/(1+e^(-a))"],
  ["\\log\\cosh(a)", "log cosh(a)"],
  ["W^{0} = \\begin{pmatrix} 1 & 2 \\\\ 0 & -1 \\end{pmatrix}", "W⁰ = (1 2; 0 -1)"],
  ["\\mathbb{E}_p[\\log p(x)]", "Eₚ[log p(x)]"],
  ["\\unknown x", "\\unknown x"],
  ["", ""],
];

describe("TeX in Unicode", () => {
  for (const [tex, text] of table)
    it(tex, () => {
      assert.equal(texToUnicode(tex), text.normalize("NFC"));
    });

  it("leaves code alone and escapes what Markdown would take", () => {
    assert.equal(withUnicodeFormulas("`$x^2$` and $\\mu_q$ * 2"), "`$x^2$` and μ\\_q * 2");
  });

  it("knows every command in the hints of the course", () => {
    const root = join(import.meta.dirname, "..", "..", "..", "exercises");
    const left = globSync("*/hints.*.md", { cwd: root }).flatMap((path) => {
      const text = withUnicodeFormulas(readFileSync(join(root, path), "utf8"));
      return [...text.matchAll(/.{0,20}(?:\\[A-Za-z]+|\$).{0,20}/g)].map((match) => `${path}: ${match[0]}`);
    });
    assert.deepEqual(left, []);
  });
});

describe("ASCII formulas", () => {
  it("get the signs that a reader expects", () => {
    assert.equal(
      withSigns("L = mean_i [ (x_i - mu)^2 / (2 s2) + (1/2) log 2 pi ], n >= 1, [n] -> number"),
      "L = mean_i [ (x_i - mu)² / (2 s2) + ½ log 2 π ], n ≥ 1, [n] → number",
    );
  });
});
