import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { GradusError } from "#contract/errors.ts";
import type { Message } from "#contract/messages.ts";
import type { Submission } from "#contract/sandbox.ts";
import { decodeUtf8, MAX_SOURCE_BYTES } from "#exchange/read/text.ts";

/** A submission, or why its content cannot be one. A file that is not there is the caller's mistake and throws. */
export type SubmissionFile = Submission | { readonly fileName: string; readonly unreadable: Message };

export async function readSubmission(path: string): Promise<SubmissionFile> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw new GradusError("file-not-found", `There is no file ${path}.`, { cause });
  });
  if (facts.isDirectory())
    throw new GradusError("file-not-readable", `${path} is a folder; name the file with the solution.`);
  if (!facts.isFile()) throw new GradusError("file-not-readable", `${path} is not a plain file.`);
  const fileName = basename(path);
  if (facts.size > MAX_SOURCE_BYTES)
    return {
      fileName,
      unreadable: {
        key: "ungradable.too-large",
        values: { kb: Math.ceil(facts.size / 1024), most: MAX_SOURCE_BYTES / 1024 },
      },
    };
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new GradusError(
      "file-not-readable",
      `${path} cannot be read: ${(cause as NodeJS.ErrnoException).code}.`,
      { cause },
    );
  });
  const source = decodeUtf8(bytes);
  return source === null
    ? { fileName, unreadable: { key: "ungradable.not-text", values: {} } }
    : { fileName, source };
}
