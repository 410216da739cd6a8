/** A place in a student's source; both 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export function placeAt(source: string, offset: number): Place {
  let line = 1;
  let lineStart = 0;
  for (let at = source.indexOf("\n"); at !== -1 && at < offset; at = source.indexOf("\n", at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

export function offsetAt(source: string, place: Place): number {
  let lineStart = 0;
  for (let line = 1; line < place.line; line++) {
    const end = source.indexOf("\n", lineStart);
    if (end === -1) return source.length;
    lineStart = end + 1;
  }
  return Math.min(lineStart + place.column - 1, source.length);
}
