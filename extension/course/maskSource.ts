/**
 * The source with comments and the insides of strings blanked out, every place kept: what is left of braces and names is
 * code. A regular expression that holds a quote or a brace can mislead it, which costs a lens its place and nothing else.
 */
export function maskSource(source: string): string {
  let masked = "";
  let at = 0;
  while (at < source.length) {
    const end = endOfQuiet(source, at);
    if (end === at) {
      masked += source[at] ?? "";
      at++;
    } else {
      masked += source.slice(at, end).replaceAll(/[^\r\n]/g, " ");
      at = end;
    }
  }
  return masked;
}

/** Where the comment or string ends that starts here; here itself if none does. */
function endOfQuiet(source: string, start: number): number {
  const two = source.slice(start, start + 2);
  if (two === "//") return endOr(source.indexOf("\n", start), source);
  if (two === "/*") return endOr(source.indexOf("*/", start + 2), source, 2);
  const quote = source[start];
  if (quote !== '"' && quote !== "'" && quote !== "`") return start;
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === quote) return at + 1;
    else if (source[at] === "\n" && quote !== "`") return at; // an unfinished string ends with its line
  }
  return source.length;
}

function endOr(found: number, source: string, length = 0): number {
  return found < 0 ? source.length : found + length;
}
