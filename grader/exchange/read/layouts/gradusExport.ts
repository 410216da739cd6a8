import type { Student } from "#contract/class.ts";
import { GradusError } from "#contract/errors.ts";
import { isRefusal } from "../source.ts";
import { decodeUtf8 } from "../text.ts";
import type { Claim, Handle, Layout, Setting } from "./layout.ts";

/**
 * Gradus's own arrangement of a class, a folder or a zip: `class.json` at the top and the files that it lists, anywhere.
 *   { "format": "gradus-class", "version": 1, "students": [Student, ...],
 *     "submissions": [{ "student": id, "exercise": id, "file": path, "receivedAt"?: ISO 8601, "late"?: boolean }, ...] }
 * The index alone says whose a file is and which exercise it solves. Of several files for one exercise the one received last
 * counts. Files that are not listed belong to nobody.
 */
interface ExportIndex {
  readonly format: "gradus-class";
  readonly version: 1;
  readonly students: readonly Student[];
  readonly submissions: readonly ExportedSubmission[];
}

interface ExportedSubmission {
  readonly student: string;
  readonly exercise: string;
  readonly file: string;
  readonly receivedAt?: string;
  readonly late?: boolean;
}

const MAX_INDEX_BYTES = 16 * 1024 * 1024;

export async function recogniseGradusExport({ source }: Setting): Promise<Layout | null> {
  const file = source.found.find(({ path }) => path === "class.json");
  if (file === undefined || file.refusal) return null;
  const bytes = await file.read(MAX_INDEX_BYTES);
  const index = isRefusal(bytes) ? null : parse(decodeUtf8(bytes));
  return index === null ? null : asLayout(index, file.origin);
}

/** Null for a class.json of somebody else's. */
function parse(text: string | null): ExportIndex | null {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isRecord(value) && value["format"] === "gradus-class" ? (value as unknown as ExportIndex) : null;
  } catch {
    return null;
  }
}

function asLayout(index: ExportIndex, origin: string): Layout {
  const fault = findFault(index);
  if (fault !== null) throw new GradusError("file-not-readable", `${origin}: ${fault}`);
  const names = new Map(index.students.map(({ id, name }) => [id, name]));
  const handle = (id: string): Handle => ({
    platform: "gradus",
    key: id,
    id,
    name: names.get(id) ?? id,
    place: id,
  });
  const claims = new Map(
    index.submissions.map((one) => [one.file.normalize("NFC"), asClaim(one, handle(one.student))]),
  );
  return {
    platform: "gradus",
    claim: (path) => claims.get(path) ?? null,
    handles: index.students.map(({ id }) => handle(id)),
    students: index.students,
  };
}

function asClaim({ file, exercise, receivedAt, late }: ExportedSubmission, who: Handle): Claim {
  return {
    who,
    inner: file,
    version: [receivedAt === undefined ? 0 : Date.parse(receivedAt)],
    exercise,
    ...(receivedAt !== undefined && { receivedAt }),
    ...(late !== undefined && { late }),
  };
}

/** What is wrong with the index, as a sentence. */
function findFault({ version, students, submissions }: Partial<ExportIndex>): string | null {
  if (version !== 1) return `its version is ${String(version)}; this Gradus reads version 1.`;
  if (!Array.isArray(students) || !students.every(isStudent))
    return "each of its `students` needs an id and a name.";
  if (!Array.isArray(submissions) || !submissions.every(isExported))
    return "each of its `submissions` needs student, exercise and file; receivedAt is in ISO 8601, late true or false.";
  const ids = new Set(students.map(({ id }) => id));
  if (ids.size < students.length) return "two of its students have the same id.";
  const stranger = submissions.find(({ student }) => !ids.has(student));
  return stranger === undefined ? null : `its student "${stranger.student}" is not among its students.`;
}

function isStudent(value: unknown): value is Student {
  return isRecord(value) && typeof value["id"] === "string" && typeof value["name"] === "string";
}

function isExported(value: unknown): value is ExportedSubmission {
  if (!isRecord(value)) return false;
  const { student, exercise, file, receivedAt, late } = value;
  const named = [student, exercise, file].every((text) => typeof text === "string" && text !== "");
  const timed =
    receivedAt === undefined || (typeof receivedAt === "string" && !Number.isNaN(Date.parse(receivedAt)));
  return named && timed && (late === undefined || typeof late === "boolean");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
