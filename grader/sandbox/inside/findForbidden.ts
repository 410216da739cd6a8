import type { Fault } from "#contract/sandbox.ts";
import { ContextualKeyword } from "sucrase/dist/esm/parser/tokenizer/keywords.js";
import { TokenType as tt } from "sucrase/dist/esm/parser/tokenizer/types.js";
import { placeAt } from "./place.ts";

interface Token {
  readonly type: tt;
  readonly start: number;
  readonly end: number;
  readonly contextualKeyword: ContextualKeyword;
  readonly isType: boolean;
}

/**
 * The first import of a value, `import()`, `import.meta` or `export ... from`. Judged on tokens, so that the word in a
 * string or a comment is nobody's business. `import type` costs nothing at run time and stays allowed.
 */
export function findForbidden(source: string, tokens: readonly Token[]): Fault | undefined {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || token.isType) continue;
    const what =
      forbiddenImport(tokens, index) ?? forbiddenExport(tokens, index) ?? importMeta(source, tokens, index);
    if (what) return { kind: "forbidden", text: what, ...placeAt(source, token.start) };
  }
  return undefined;
}

function forbiddenImport(tokens: readonly Token[], index: number): string | undefined {
  if (tokens[index]?.type !== tt._import) return undefined;
  const next = tokens[index + 1];
  if (next?.type === tt.parenL) return "import() is not available here.";
  return isTypeOnly(tokens, index + 1) ? undefined : "Imports are not available here.";
}

/** `import type X`, `import type { X }`, `import type * as X`; but not `import type from "x"`, which imports a value. */
function isTypeOnly(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.contextualKeyword !== ContextualKeyword._type) return false;
  const after = tokens[index + 1];
  if (after?.type === tt.braceL || after?.type === tt.star) return true;
  return after?.type === tt.name && after.contextualKeyword !== ContextualKeyword._from;
}

function forbiddenExport(tokens: readonly Token[], index: number): string | undefined {
  if (tokens[index]?.type !== tt._export) return undefined;
  const text = "Re-exports from other files are not available here.";
  if (tokens[index + 1]?.type === tt.star) return text;
  if (tokens[index + 1]?.type !== tt.braceL) return undefined;
  let end = index + 2;
  while (end < tokens.length && tokens[end]?.type !== tt.braceR) end++;
  return tokens[end + 1]?.contextualKeyword === ContextualKeyword._from ? text : undefined;
}

/** sucrase renames the token of `import` in `import.meta` to a plain name, as it does for the field in `x.import`. */
function importMeta(source: string, tokens: readonly Token[], index: number): string | undefined {
  const token = tokens[index];
  if (
    token?.type !== tt.name ||
    !source.startsWith("import", token.start) ||
    tokens[index + 1]?.type !== tt.dot
  )
    return undefined;
  const isField = tokens[index - 1]?.type === tt.dot || tokens[index - 1]?.type === tt.questionDot;
  const isMeta = source.startsWith("meta", tokens[index + 2]?.start);
  return isMeta && !isField && token.end === token.start + 6
    ? "import.meta is not available here."
    : undefined;
}
