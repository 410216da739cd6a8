import type { ReadLimits } from "./limits.ts";
import type { Refusal } from "./source.ts";

/** Where it belongs and perhaps why it is refused there; or that it is nothing of interest; or that it belongs nowhere. */
export type Placed = Place | { readonly ignored: true } | Refusal;

interface Place {
  readonly path: string;
  readonly refusal?: Refusal;
}

/** What operating systems, editors and package managers leave behind; also every name that begins with a dot. */
const litter = /^(?:\..*|__MACOSX|node_modules|Thumbs\.db|desktop\.ini)$/i;

/**
 * A path as an archive gives it, made relative, in NFC and with forward slashes (old Windows programs write backslashes) -
 * or why it is refused. Nothing is ever written to such a path, but it decides whose a file is.
 */
export function placePath(raw: string, limits: ReadLimits): Placed {
  const slashed = raw.replaceAll("\\", "/");
  const segments = slashed.split("/").filter((segment) => segment !== "" && segment !== ".");
  const leadsOut = /^\/|^[A-Za-z]:|\0/.test(slashed) || segments.includes("..");
  if (leadsOut) return { code: "path-traversal", reason: "The path leads out of its archive." };
  return placeSegments(segments, limits);
}

/** The same for names that a file system gave. */
export function placeSegments(
  segments: readonly string[],
  limits: ReadLimits,
): Place | { readonly ignored: true } {
  if (segments.length === 0 || segments.some(isLitter)) return { ignored: true };
  const path = segments.join("/").normalize("NFC");
  const reason = unfit(path, segments.length, limits);
  return reason === null ? { path } : { path, refusal: { code: "unreadable", reason } };
}

function unfit(path: string, depth: number, limits: ReadLimits): string | null {
  if (/\p{Cc}/u.test(path)) return "The name has control characters.";
  if (path.length > limits.pathLength) return `The path is longer than ${limits.pathLength} characters.`;
  if (depth > limits.depth) return `It lies more than ${limits.depth} folders deep.`;
  return null;
}

export function isLitter(name: string): boolean {
  return litter.test(name);
}

/** A name that can be shown on a terminal: control characters written out, clipped. */
export function printable(name: string): string {
  const shown = name.replace(
    /\p{Cc}/gu,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return shown.length <= 300 ? shown : `${shown.slice(0, 299)}…`;
}
