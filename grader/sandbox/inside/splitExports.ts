import { IdentifierRole, type Token } from "sucrase/dist/esm/parser/tokenizer/index.js";
import { TokenType as tt } from "sucrase/dist/esm/parser/tokenizer/types.js";

/**
 * sucrase exports only the first name of `export const a = 1, b = 2` and breaks the others. So such a statement loses its
 * `export`, keeping every place in the source, and its names are exported in a line of their own at the end.
 * Returns undefined where there is nothing to do, which is nearly always.
 */
export function splitExports(source: string, tokens: readonly Token[]): string | undefined {
  let changed = source;
  const names: string[] = [];
  tokens.forEach((token, index) => {
    if (token.type !== tt._export) return;
    const declared = declaredNames(source, tokens, index + 1);
    if (declared.length < 2) return;
    names.push(...declared);
    changed = `${changed.slice(0, token.start)}      ${changed.slice(token.end)}`;
  });
  return names.length === 0 ? undefined : `${changed}\nexport { ${names.join(", ")} };`;
}

/** The names of `const a = ..., b = ...` from its keyword on; none if it declares something else. */
function declaredNames(source: string, tokens: readonly Token[], start: number): string[] {
  const names: string[] = [];
  if (!declarators.has(tokens[start]?.type)) return names;
  let depth = 0;
  for (let index = start + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || token.isType) continue;
    if (opening.has(token.type)) depth++;
    if (closing.has(token.type)) depth--;
    if (depth > 0) continue;
    // without a semicolon the statement ends at the next declaration at the latest: a comma before a new name is its own
    if (depth < 0 || token.type === tt.semi || token.type === tt._export || declarators.has(token.type))
      break;
    const starts = index === start + 1 || tokens[index - 1]?.type === tt.comma;
    if (starts && token.identifierRole === IdentifierRole.TopLevelDeclaration)
      names.push(source.slice(token.start, token.end));
  }
  return names;
}

const declarators: ReadonlySet<tt | undefined> = new Set([tt._const, tt._let, tt._var]);
const opening: ReadonlySet<tt> = new Set([tt.parenL, tt.bracketL, tt.braceL, tt.dollarBraceL]);
const closing: ReadonlySet<tt> = new Set([tt.parenR, tt.bracketR, tt.braceR]);
