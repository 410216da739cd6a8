import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { ClassSubmissions } from "#contract/class.ts";
import { readClass, type ClassToRead } from "#exchange/read/readClass.ts";
import { zip, type ZipEntry } from "#exchange/write/zip.ts";

export const exercises = ["ddpm-loss", "elbo", "gaussian-mle", "rbm-cd1"];
export const text = "export const answer = 42;\n";

/** Path -> content; a path that ends in "/" is an empty folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder of its own for a suite, removed after it. */
export function temporaryFolder(): () => string {
  let folder = "";
  before(() => (folder = mkdtempSync(join(tmpdir(), "gradus-class-"))));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  return () => mkdtempSync(join(folder, "one-"));
}

/** All files have the same time, as in a clone, so that only a test that says so depends on times. */
export function writeFiles(root: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    const place = join(root, path);
    mkdirSync(path.endsWith("/") ? place : dirname(place), { recursive: true });
    if (path.endsWith("/")) continue;
    writeFileSync(place, content);
    utimesSync(place, 1_790_000_000, 1_790_000_000);
  }
  return root;
}

export function zipOf(files: Files): Buffer {
  return zip(
    Object.entries(files).map(([name, content]): ZipEntry => ({ name, content: Buffer.from(content) })),
  );
}

/** The files under a folder with their paths in it. */
export function filesUnder(root: string): Files {
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [relative(root, path).replaceAll("\\", "/"), readFileSync(path)]),
  );
}

/**
 * A class on a few lines: `student exercise < origin` for what was received, with `late` where the platform says so, and
 * `code student < origin` for what was refused (`-` where nobody is known).
 */
export function outline({ received, refused }: ClassSubmissions): string[] {
  return [
    ...received.map(
      (one) => `${one.student} ${one.exercise} < ${one.origin}${one.late === true ? " late" : ""}`,
    ),
    ...refused.map((one) => `${one.code} ${one.student ?? "-"} < ${one.origin}`),
  ];
}

export async function readOutline(path: string, more: Partial<ClassToRead> = {}): Promise<string[]> {
  return outline(await readClass({ path, exercises, ...more }));
}
