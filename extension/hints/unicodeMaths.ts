/**
 * TeX and ASCII formulas in Unicode, for places that render neither: hovers, comments and inline text. It covers what hints
 * and starters use; what it does not know stays as it is written, which can still be read.
 */
export function toUnicode(markdown: string): string {
  return markdown
    .replaceAll(/\$\$([\s\S]+?)\$\$/g, (_, tex: string) => `\n\n${formula(tex).trim()}\n\n`)
    .replaceAll(/\$([^$\n]+(?:\n[^$\n]+)?)\$/g, (_, tex: string) => formula(tex));
}

function formula(tex: string): string {
  let text = tex
    .replaceAll(/\\(?:[,;!:]|quad\b|qquad\b)/g, " ")
    .replaceAll(/\\(?:left|right|Big|big)\b/g, "");
  text = text.replaceAll(/\\(?:mathrm|mathbf|mathbb|mathcal|text|operatorname)\{([^{}]*)\}/g, "$1");
  text = text
    .replaceAll(/\\bar\s*\{?(\\?[A-Za-z]+)\}?/g, "$1\u0304")
    .replaceAll(/\\hat\s*\{?(\\?[A-Za-z]+)\}?/g, "$1\u0302");
  text = text.replaceAll(/\\tilde\s*\{?(\\?[A-Za-z]+)\}?/g, "$1\u0303");
  text = text.replaceAll(/\\tfrac\s*(\d)\s*(\d)/g, "$1/$2").replaceAll(/\\frac\s*(\d)\s*(\w)/g, "$1/$2");
  for (let depth = 0; depth < 4; depth++) text = innermost(text);
  text = text.replaceAll(/\\([A-Za-z]+)/g, (whole, name: string) => symbols[name] ?? whole);
  return scripts(text)
    .replaceAll(/\\([{}|])/g, "$1")
    .replaceAll(/[{}]/g, "")
    .replaceAll(/[ \t]+/g, " ");
}

/** Fractions and roots whose parts hold no other. */
function innermost(text: string): string {
  return text
    .replaceAll(
      /\\[td]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
      (_, a: string, b: string) => `${part(a)}/${part(b)}`,
    )
    .replaceAll(/\\sqrt\s*\{([^{}]*)\}/g, (_, a: string) => `√${part(a)}`);
}

function part(text: string): string {
  const trimmed = text.trim();
  return /^\\?[\w\u0300-\u036f]+$/.test(trimmed) ? trimmed : `(${trimmed})`;
}

function scripts(text: string): string {
  return text
    .replaceAll(/\^\{([^{}]*)\}|\^([\w*])/g, (_, a?: string, b?: string) =>
      scripted(a ?? b ?? "", superscripts, "^"),
    )
    .replaceAll(/_\{([^{}]*)\}|_([\w])/g, (_, a?: string, b?: string) =>
      scripted(a ?? b ?? "", subscripts, "_"),
    );
}

function scripted(text: string, table: Readonly<Record<string, string>>, mark: string): string {
  const letters = text.split(/(?:)/u).map((letter) => table[letter]);
  if (letters.every((letter) => letter !== undefined)) return letters.join("");
  return text.length === 1 ? `${mark}${text}` : `${mark}(${text})`;
}

const superscripts = table("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ", {
  T: "ᵀ",
  i: "ⁱ",
  x: "ˣ",
  "*": "*",
  "'": "′",
});
const subscripts = table("0123456789+-()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", {});

function table(
  from: string,
  to: string,
  more: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const marks = to.split(/(?:)/u);
  return {
    ...Object.fromEntries(from.split(/(?:)/u).map((letter, at) => [letter, marks[at] ?? letter])),
    ...more,
  };
}

// prettier-ignore
const symbols: Readonly<Record<string, string>> = {
  alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", varepsilon: "ε", zeta: "ζ", eta: "η", theta: "θ",
  lambda: "λ", mu: "μ", nu: "ν", xi: "ξ", pi: "π", rho: "ρ", sigma: "σ", tau: "τ", phi: "φ", varphi: "φ", chi: "χ",
  psi: "ψ", omega: "ω", Gamma: "Γ", Delta: "Δ", Theta: "Θ", Lambda: "Λ", Sigma: "Σ", Phi: "Φ", Psi: "Ψ", Omega: "Ω",
  sum: "Σ", prod: "Π", int: "∫", partial: "∂", nabla: "∇", infty: "∞", cdot: "·", times: "×", odot: "⊙", pm: "±",
  le: "≤", leq: "≤", ge: "≥", geq: "≥", ne: "≠", neq: "≠", approx: "≈", sim: "∼", equiv: "≡", propto: "∝", in: "∈",
  to: "→", rightarrow: "→", Rightarrow: "⇒", mapsto: "↦", mid: "|", langle: "⟨", rangle: "⟩", top: "T", prime: "′",
  dots: "…", ldots: "…", cdots: "⋯", log: "log", exp: "exp", tanh: "tanh", cosh: "cosh", sinh: "sinh", min: "min",
  max: "max", ell: "ℓ", mathbb: "", lvert: "|", rvert: "|", lVert: "‖", rVert: "‖", qquad: " ", quad: " ", bigl: "", bigr: "",
};
