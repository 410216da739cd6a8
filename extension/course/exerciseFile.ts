import { posix } from "node:path";

/** Of documents that show what a student handed in. */
export const submissionScheme = "gradus-submission";

/**
 * The exercise that a file solves: what its first line says in a comment `// gradus: <id>`, or the exercise that it is
 * named after. Any other file is none of ours.
 */
export function exerciseOfFile(
  path: string,
  firstLine: string,
  ids: ReadonlySet<string>,
): string | undefined {
  if (!path.endsWith(".ts") || path.endsWith(".d.ts")) return undefined;
  const named = /^\uFEFF?\s*\/\/\s*gradus:\s*([a-z0-9-]+)\s*$/.exec(firstLine)?.[1];
  const id = named ?? posix.basename(path, ".ts");
  return ids.has(id) ? id : undefined;
}
