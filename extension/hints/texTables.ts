/** Operators that are written as words. */
export const functions: ReadonlySet<string> = new Set(
  "log exp tanh cosh sinh sin cos tan min max arg det tr lim softplus sigmoid".split(" "),
);

export const accents: Readonly<Record<string, string>> = {
  bar: "\u0304",
  overline: "\u0304",
  hat: "\u0302",
  widehat: "\u0302",
  tilde: "\u0303",
  widetilde: "\u0303",
  dot: "\u0307",
  vec: "\u20d7",
};

export const scripts = {
  "^": marks("0123456789+-()niTx", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵀˣ", [
    ["*", "*"],
    ["′", "′"],
    ["⊤", "ᵀ"],
  ]),
  _: marks("0123456789+-()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", []),
} as const;

function marks(from: string, to: string, more: readonly (readonly [string, string])[]) {
  const signs = to.match(/./gu) ?? [];
  const pairs = (from.match(/./gu) ?? []).map((letter, at): readonly [string, string] => [
    letter,
    signs[at] ?? letter,
  ]);
  return Object.fromEntries<string | undefined>([...pairs, ...more]);
}

// prettier-ignore
export const symbols: Readonly<Record<string, string>> = {
  alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", varepsilon: "ε", zeta: "ζ", eta: "η", theta: "θ",
  lambda: "λ", mu: "μ", nu: "ν", xi: "ξ", pi: "π", rho: "ρ", sigma: "σ", tau: "τ", phi: "φ", varphi: "φ", chi: "χ",
  psi: "ψ", omega: "ω", Gamma: "Γ", Delta: "Δ", Theta: "Θ", Lambda: "Λ", Sigma: "Σ", Phi: "Φ", Psi: "Ψ", Omega: "Ω",
  sum: "Σ", prod: "Π", int: "∫", partial: "∂", nabla: "∇", infty: "∞", cdot: "·", times: "×", odot: "⊙", pm: "±",
  mp: "∓", le: "≤", leq: "≤", ge: "≥", geq: "≥", ne: "≠", neq: "≠", approx: "≈", sim: "∼", equiv: "≡", propto: "∝",
  in: "∈", to: "→", rightarrow: "→", leftarrow: "←", Rightarrow: "⇒", mapsto: "↦", mid: "|", langle: "⟨",
  rangle: "⟩", top: "⊤", prime: "′", dots: "…", ldots: "…", cdots: "⋯", ell: "ℓ", lvert: "|", rvert: "|", lVert: "‖",
  rVert: "‖", ll: "≪", gg: "≫", quad: "  ", qquad: "  ", ",": " ", ";": " ", ":": " ", "!": "", " ": " ",
  "{": "{", "}": "}", "|": "‖", "%": "%", "&": "&", "#": "#", "_": "_", "$": "$",
};
