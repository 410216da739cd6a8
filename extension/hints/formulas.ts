import { texToUnicode } from "./tex.ts";

/**
 * Markdown whose formulas between dollars are in Unicode, for places that render no TeX: comments and hovers. Code keeps
 * its dollars. What the formula has of Markdown's own characters is escaped.
 */
export function withUnicodeFormulas(markdown: string): string {
  return markdown.replaceAll(
    /`[^`]*`|\$\$([\s\S]+?)\$\$|\$((?:[^$\\]|\\[\s\S])+)\$/g,
    (whole, display?: string, inline?: string) => {
      if (display !== undefined)
        return `\n\n${texToUnicode(display).split("\n").map(escapeMarkdown).join("  \n")}\n\n`;
      return inline === undefined ? whole : escapeMarkdown(texToUnicode(inline));
    },
  );
}

export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\*_{}[\]<>|#`]/g, "\\$&");
}

/** The ASCII formulas of a starter's comments, with the signs that a reader expects. Names stay as the code has them. */
export function withSigns(text: string): string {
  return text
    .replaceAll(/(?<=[\s\w)])<=(?=[\s\w(])/g, "≤")
    .replaceAll(/(?<=[\s\w)])>=(?=[\s\w(])/g, "≥")
    .replaceAll("->", "→")
    .replaceAll("+-", "±")
    .replaceAll("(1/2)", "½")
    .replaceAll("^2", "²")
    .replaceAll(/\bsqrt\(/g, "√(")
    .replaceAll(/\bsum_/g, "Σ_")
    .replaceAll(/\bpi\b/g, "π");
}
