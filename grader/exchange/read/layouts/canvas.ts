import type { Claim, Layout, Setting } from "./layout.ts";

/**
 * Canvas's "Download Submissions": files side by side, each named
 *   <sortable name, lower case, without spaces and signs>[_LATE]_<user id>_<attachment id>_<original name>
 * or, in assignments graded anonymously, [LATE_]anon_<letters>_<attachment id>_<original name>. Attachment ids grow, so the
 * highest is the latest; Canvas itself appends -1, -2, ... to the name of a file that is handed in again. What was typed
 * into the page or linked ends in `_text.html` or `_link.html` and has no attachment id.
 * Source: Canvas LMS, lib/content_zipper.rb, get_filename and add_upload_submission.
 */
const uploaded = /^(?:(.+?)_)??(LATE_)?(\d+|anon_[A-Za-z0-9]+)_(\d+)_(.+)$/su;
const typed = /^(?:(.+?)_)??(LATE_)?(\d+|anon_[A-Za-z0-9]+)_((?:text|link)\.html)$/su;

export function recogniseCanvas({ source }: Setting): Layout | null {
  const files = source.found.filter(({ path }) => !path.includes("/"));
  const matching = files.filter(({ path }) => claim(path) !== null);
  // a roster or notes may lie beside them
  return matching.length > 0 && matching.length * 2 >= files.length
    ? { platform: "canvas", claim, handles: [] }
    : null;
}

function claim(path: string): Claim | null {
  if (path.includes("/")) return null;
  const upload = uploaded.exec(path);
  const [, name, late, id = "", attachment = "0", original = ""] =
    upload ?? typed.exec(path)?.toSpliced(4, 0, "0") ?? [];
  if (id === "") return null;
  const who = { platform: "canvas" as const, key: id, id, name: name ?? id, place: path };
  return { who, inner: original, version: [Number(attachment)], late: late !== undefined };
}
