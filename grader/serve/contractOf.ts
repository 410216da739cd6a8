import type { Localized } from "#contract/messages.ts";

/**
 * The starter's comment above a function, by language. Starters are written in both at once: whole lines of the one or the
 * other, and tags whose two halves are parted by " / ". A line that is nothing but a formula belongs to both.
 */
export function contractOf(starter: string, name: string): Localized {
  const lines = commentAbove(starter, name);
  return { en: inLanguage(lines, "en"), ja: inLanguage(lines, "ja") };
}

function commentAbove(starter: string, name: string): readonly string[] {
  const found = new RegExp(`/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s*export (?:function|const) ${name}\\b`).exec(
    starter,
  );
  const lines = (found?.[1] ?? "").split("\n").map((line) => line.replace(/^\s*\*? ?/, "").trim());
  return lines.filter((line) => line !== "");
}

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
const tag = /^@(?:param \w+|\w+) /;

/** An equation in which no two words of prose follow each other. */
function isFormula(line: string): boolean {
  return / = /.test(line) && !/[a-z]{3,} [a-z]{2,}/.test(line) && !japanese.test(line);
}

function inLanguage(lines: readonly string[], language: "en" | "ja"): string {
  const kept = lines.flatMap((line) => {
    const [english = "", other] = line.split(" / ");
    const parted = other !== undefined && japanese.test(other) && !japanese.test(english);
    if (parted) return [tagged(language === "en" ? english : `${tag.exec(english)?.[0] ?? ""}${other}`)];
    return japanese.test(line) === (language === "ja") || isFormula(line) ? [tagged(line)] : [];
  });
  return kept.join("\n");
}

/** `@param x the samples` as a line of a list: `- x: the samples`. */
function tagged(line: string): string {
  const parameter = /^@param (\w+) (.*)$/.exec(line);
  if (parameter) return `- \`${parameter[1] ?? ""}\`: ${parameter[2] ?? ""}`;
  return line.replace(/^@returns /, "- → ");
}
