import { accents, functions, scripts, symbols } from "./texTables.ts";

/**
 * TeX in Unicode, on one line but for what is aligned on several: `\frac{a}{2\sigma^2}` as `a/(2σ²)`, matrices as
 * `(1 2; 0 -1)`. It covers what hints use; a command that it does not know stays as it is written, which can still be read.
 */
export function texToUnicode(tex: string): string {
  const text = new Reader(tex).sequence(() => false);
  const lines = text.split("\n").map((line) =>
    line
      .replaceAll(/ +/g, " ")
      .replaceAll(/([([⟨]) | ([)\],;⟩])/g, "$1$2")
      .trim(),
  );
  return lines
    .filter((line) => line !== "")
    .join("\n")
    .normalize("NFC");
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tex: string) {
    this.#tokens = tex.match(/\\[A-Za-z]+|\\[\s\S]|\s+|[\s\S]/gu) ?? [];
  }

  /** Reads on until a token ends it; that token is read too. */
  sequence(ends: (token: string) => boolean): string {
    let text = "";
    for (let token = this.#next(); token !== undefined && !ends(token); token = this.#next()) {
      const piece = this.#piece(token);
      // `\cosh a` is two words, `\cosh(a)` is one
      const touching = /[\p{L}\p{N})]$/u.test(text) && /^[\p{L}\p{N}]/u.test(piece);
      const worded = functions.has(token.slice(1)) || functions.has(lastWord(text));
      text += touching && worded ? ` ${piece}` : piece;
    }
    return text;
  }

  #next(): string | undefined {
    return this.#tokens[this.#at++];
  }

  #piece(token: string): string {
    if (token === "{") return this.sequence((one) => one === "}");
    if (token === "^" || token === "_") return script(token, this.#argument());
    if (token === "&") return " ";
    if (/^\s/.test(token)) return " ";
    if (token === "'") return "′";
    return token.startsWith("\\") && token.length > 1 ? this.#command(token.slice(1)) : token;
  }

  #command(name: string): string {
    if (/^[dt]?frac$/.test(name)) return `${part(this.#argument())}/${part(this.#argument())}`;
    if (name === "sqrt") return `√${part(this.#argument())}`;
    if (name === "begin") return this.#environment(this.#argument());
    if (name === "\\") return "\n";
    if (
      /^(left|right|[bB]igg?[lr]?|displaystyle|mathrm|mathbf|mathbb|mathcal|boldsymbol|text|operatorname)$/.test(
        name,
      )
    )
      return "";
    const accent = accents[name];
    if (accent !== undefined) return accented(this.#argument(), accent);
    if (functions.has(name)) return name;
    return symbols[name] ?? `\\${name}`;
  }

  /** The next group, command or character. */
  #argument(): string {
    let token = this.#next();
    while (token !== undefined && /^\s/.test(token)) token = this.#next();
    return token === undefined ? "" : this.#piece(token).trim();
  }

  #environment(kind: string): string {
    const inside = this.sequence((token) => token === "\\end");
    this.#argument();
    const rows = inside.split("\n").map((row) => row.replaceAll(/\s+/g, " ").trim());
    return /matrix|array/.test(kind) ? `(${rows.join("; ")})` : rows.join("\n");
  }
}

/** A part of a fraction or under a root: bracketed unless it is one symbol, number or bracket, with its scripts. */
function part(text: string): string {
  const simple = /^√?(?:\d+(?:\.\d+)?|\p{L}\p{M}*|\([^()]*\))[\p{No}\p{Lm}⁺⁻₊₋]*$/u.test(text);
  return simple ? text : `(${text})`;
}

function script(mark: "^" | "_", text: string): string {
  const letters = text.match(/./gu) ?? [];
  const raised = letters.map((letter) => scripts[mark][letter]);
  if (raised.every((letter) => letter !== undefined)) return raised.join("");
  return letters.length === 1 ? `${mark}${text}` : `${mark}(${text})`;
}

function accented(text: string, accent: string): string {
  return (text.match(/./gu) ?? []).length === 1 ? text + accent : `(${text})${accent}`;
}

function lastWord(text: string): string {
  return /[A-Za-z]+$/.exec(text)?.[0] ?? "";
}
