import { maskSource } from "./maskSource.ts";

/** Lines and columns from 0, as an editor counts. */
export interface FunctionPlace {
  /** The line of the name, and the columns where it starts and ends. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The first line of the body that holds code: where a debugger can stop. */
  readonly bodyLine: number;
  readonly lastLine: number;
}

/** Where a file declares its graded functions; one that it does not declare is missing. */
export function locateFunctions(
  source: string,
  names: readonly string[],
): ReadonlyMap<string, FunctionPlace> {
  const masked = maskSource(source);
  const places = new Map<string, FunctionPlace>();
  for (const name of names) {
    const offset = declarationOf(masked, name);
    if (offset !== undefined) places.set(name, placeOf(masked, offset, name));
  }
  return places;
}

/** An exported declaration first; else any at the start of a line, exported further down perhaps. */
function declarationOf(masked: string, name: string): number | undefined {
  // no two runs of spaces meet: a long one, or a long comment, would be read anew from each of its places
  const declared = `(?:async\\s+)?(?:function(?:\\s*\\*\\s*|\\s+)|(?:const|let|var)\\s+)`;
  for (const prefix of [`\\bexport\\s+${declared}`, `^${declared}`]) {
    const match = new RegExp(`${prefix}(?=${name}\\b)`, "m").exec(masked);
    if (match) return match.index + match[0].length;
  }
  return undefined;
}

function placeOf(masked: string, offset: number, name: string): FunctionPlace {
  const lineStart = masked.lastIndexOf("\n", offset - 1) + 1;
  const line = lineOf(masked, offset);
  const body = bodyOf(masked, offset + name.length);
  return {
    line,
    start: offset - lineStart,
    end: offset - lineStart + name.length,
    bodyLine: lineOf(masked, body.first),
    lastLine: lineOf(masked, body.last),
  };
}

/** Offsets of the first code in the body and of its end. */
function bodyOf(masked: string, from: number): { readonly first: number; readonly last: number } {
  const open = bodyBrace(masked, from);
  if (open === undefined) return { first: from, last: from };
  const last = endOfBracket(masked, open);
  const inside = /\S/.exec(masked.slice(open + 1, last))?.index ?? 0;
  return { first: open + 1 + inside, last: last - 1 };
}

/**
 * The brace that opens the body. One that stands where a type is due (after `:`, `|`, `&` or `=>` of a function type) opens
 * a type instead; parameters are passed over as a whole.
 */
function bodyBrace(masked: string, from: number): number | undefined {
  let typeDue = false;
  for (let at = from; at < masked.length; at++) {
    const character = masked[at] ?? "";
    if (character === "{" && !typeDue) return at;
    if (character === ";") return undefined;
    if ("([{".includes(character)) {
      at = endOfBracket(masked, at) - 1;
      typeDue = false;
    } else if (":|&<".includes(character)) typeDue = true;
    else if (character === ">" || /\w/.test(character)) typeDue = false;
  }
  return undefined;
}

/** Just behind the bracket that closes the one at `open`. */
function endOfBracket(masked: string, open: number): number {
  let depth = 0;
  for (let at = open; at < masked.length; at++) {
    const character = masked[at] ?? "";
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character) && --depth === 0) return at + 1;
  }
  return masked.length;
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
