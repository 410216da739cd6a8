/** How a file says which exercise it solves, the surest first. */
export interface ExerciseClaim {
  readonly exercise: string;
  /** 3: its first line or its name; 2: the main file of the exercise's folder; 1: another file there. */
  readonly sureness: 1 | 2 | 3;
  /** n of `elbo-n.ts` (Canvas) and `elbo (n).ts` (browsers): a later version; 0 for the name itself. */
  readonly copy: number;
}

/**
 * The exercise that a file solves: the one that its first line names in `// gradus: <id>`; else the one that it is named after,
 * whatever its case and its signs between words; else the one that the innermost folder around it is named after. If
 * there is none, what the file names in vain, or null.
 */
export function exerciseOf(
  path: string,
  source: string,
  exercises: readonly string[],
): ExerciseClaim | { readonly unknown: string | null } {
  const segments = path.split("/");
  const stem = stemOf(segments.at(-1) ?? "");
  const { base, copy } = splitCopy(stem);
  const header = headerOf(source);
  if (header !== null)
    return exercises.includes(header) ? { exercise: header, sureness: 3, copy } : { unknown: header };
  const exact = findId(stem, exercises);
  if (exact !== undefined) return { exercise: exact, sureness: 3, copy: 0 };
  const copied = findId(base, exercises);
  if (copied !== undefined) return { exercise: copied, sureness: 3, copy };
  const folder = segments.slice(0, -1).findLast((segment) => findId(segment, exercises) !== undefined);
  const exercise = folder === undefined ? undefined : findId(folder, exercises);
  if (exercise === undefined) return { unknown: null };
  return { exercise, sureness: /^(?:solution|index|main|starter)$/i.test(base) ? 2 : 1, copy };
}

/** As the extension reads it. */
function headerOf(source: string): string | null {
  const firstLine = /^[^\r\n]*/.exec(source)?.[0] ?? "";
  return /^\s*\/\/\s*gradus:\s*([a-z0-9-]+)\s*$/.exec(firstLine)?.[1] ?? null;
}

/** Some platforms and mail programs append .txt to what they do not know. */
function stemOf(fileName: string): string {
  return fileName.replace(/(?:\.m?ts)?(?:\.txt)?$/i, "");
}

function splitCopy(stem: string): { readonly base: string; readonly copy: number } {
  const [, base = stem, dashed, bracketed] = /^(.+?)(?:-(\d{1,6})| ?\((\d{1,6})\))$/.exec(stem) ?? [];
  return { base, copy: Number(dashed ?? bracketed ?? 0) };
}

function findId(name: string, exercises: readonly string[]): string | undefined {
  const id = name.toLowerCase().replace(/[_ ]+/g, "-");
  return exercises.find((exercise) => exercise === id);
}
