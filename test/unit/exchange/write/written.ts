import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeResults, type WriteOptions } from "#exchange/write/writeResults.ts";
import { comments, results, texts } from "./classFixture.ts";

/** The fixture's class as written, by path, with the folder that it lies in until `use` is done. */
export async function withWritten<Result>(
  use: (files: Readonly<Record<string, string>>, folder: string) => Result | Promise<Result>,
  options: Partial<WriteOptions> = {},
): Promise<Result> {
  const out = await mkdtemp(join(tmpdir(), "gradus-written-"));
  try {
    const paths = await writeResults(results, { out, texts, comments, ...options });
    const files = await Promise.all(
      paths.map(async (path) => [path, await readFile(join(out, path), "utf8")] as const),
    );
    return await use(Object.fromEntries(files), out);
  } finally {
    await rm(out, { recursive: true });
  }
}
