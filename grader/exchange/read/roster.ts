import { parse } from "csv-parse/sync";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Refused, Student } from "#contract/class.ts";
import { GradusError } from "#contract/errors.ts";
import { rowReader, type RosterRow } from "./rosterColumns.ts";
import { printable } from "./safePath.ts";
import { decodeText } from "./text.ts";

export interface Roster {
  readonly students: readonly Student[];
  readonly refused: readonly Refused[];
}

/**
 * A class list in CSV, its columns known by their headers (see `rosterColumns.ts`), separated by commas, semicolons or tabs,
 * in UTF-8, UTF-16 or Shift_JIS. What makes the list as a whole unreadable is the instructor's to mend and throws.
 */
export async function readRoster(path: string): Promise<Roster> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw new GradusError(
      missing ? "file-not-found" : "file-not-readable",
      missing ? `There is no roster ${path}.` : `The roster ${path} cannot be read.`,
      { cause },
    );
  });
  const text = decodeText(bytes);
  if (text === null)
    throw new GradusError(
      "file-not-readable",
      `The roster ${path} is not in UTF-8; save it as "CSV UTF-8" and try again.`,
    );
  return asRoster(records(text, path), path);
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Excel may say the separator in a first line `sep=;`. */
function records(text: string, path: string): readonly CsvRecord[] {
  const [, said, rest] = /^sep=(.)\r?\n(.*)$/su.exec(text) ?? [];
  try {
    const delimiter = said ?? likelyDelimiter(text);
    return parse(rest ?? text, { ...tolerant, delimiter, info: true }) as unknown as CsvRecord[];
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GradusError("file-not-readable", `The roster ${path} is not a table: ${printable(why)}.`, {
      cause,
    });
  }
}

const tolerant = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true } as const;

/** The one that gives the headers the most columns. */
function likelyDelimiter(text: string): string {
  const columns = (delimiter: string): number =>
    parse(text, { ...tolerant, delimiter, to: 1 })[0]?.length ?? 0;
  return [",", ";", "\t"].toSorted((left, right) => columns(right) - columns(left))[0] ?? ",";
}

function asRoster([header, ...rows]: readonly CsvRecord[], path: string): Roster {
  const read = header === undefined ? null : rowReader(header.record);
  if (read === null)
    throw new GradusError(
      "file-not-readable",
      `The roster ${path} has no column that says who a student is: id, name, email, canvas id, moodle id or github.`,
    );
  const students = new Map<string, Student>();
  const refused: Refused[] = [];
  for (const { record, info } of rows) {
    const row = read(record);
    if (isFiller(row)) continue;
    const student = asStudent(row);
    const origin = `${basename(path)}, line ${info.lines}`;
    if (student === null)
      refused.push({ origin, code: "unreadable", reason: "The row does not say who it is." });
    else if (students.has(student.id)) refused.push({ origin, ...duplicate(student) });
    else students.set(student.id, student);
  }
  return { students: [...students.values()], refused };
}

/** Canvas writes the points of each assignment into a row under the headers, and its test student among the others. */
function isFiller(row: RosterRow): boolean {
  const { name = "" } = row;
  const isCanvas = row.id === undefined && row.login === undefined;
  return (
    Object.keys(row).length === 0 ||
    (isCanvas && /^(?:Points Possible|Student Test|Test Student)$/.test(name) && row.email === undefined)
  );
}

function asStudent(row: RosterRow): Student | null {
  const { login, email, language, canvas, moodle, github } = row;
  const id = row.id ?? login ?? email ?? canvas ?? github ?? moodle ?? row.name;
  if (id === undefined) return null;
  const aliases = Object.entries({ login, canvas, moodle, github }).filter(
    ([, alias]) => alias !== undefined,
  );
  return {
    id,
    name: row.name ?? id,
    ...(email !== undefined && { email }),
    ...(language !== undefined && { language }),
    ...(aliases.length > 0 && { aliases: Object.fromEntries(aliases) as Record<string, string> }),
  };
}

function duplicate({ id }: Student): Pick<Refused, "student" | "code" | "reason"> {
  return {
    student: id,
    code: "duplicate-student",
    reason: `The roster has "${id}" already; its first row counts.`,
  };
}
