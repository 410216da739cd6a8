import { createHash } from "node:crypto";

/**
 * A file name for a student's or an exercise's id, on any system and for any id, `../x` and `CON` included. A plain id is its
 * own name; any other gets the start of its hash, and a plain one that looks as if it had one gets it as well: no two ids meet.
 */
export function fileNameOf(id: string): string {
  const plain = /^[a-z0-9][a-z0-9_-]{0,63}$/.test(id) && !/-[0-9a-f]{12}$/.test(id) && !reserved.test(id);
  if (plain) return id;
  const readable = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  return `${readable === "" ? "id" : readable}-${createHash("sha256").update(id).digest("hex").slice(0, 12)}`;
}

/** Windows opens a device for these, whatever the extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;
