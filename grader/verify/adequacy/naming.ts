import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FunctionReport, Report } from "#contract/report.ts";
import type { Examined } from "../law.ts";
import { claimsOf, type Claim } from "./claims.ts";

/** How the slips of a family of wrong answers were named. */
export interface Naming {
  readonly files: number;
  /** Every slip has its name where it is made, and nothing has another name. */
  readonly named: number;
  /** Every slip's function is said to be a root cause. */
  readonly rootsFound: number;
  /** What falls short, file by file. */
  readonly misnamed: readonly string[];
  readonly unnamed: readonly string[];
  readonly rootsMissed: readonly string[];
  /** A function that is right but for the slip elsewhere is called a root cause. */
  readonly blamed: readonly string[];
  /** Wrong, with full marks. */
  readonly accepted: readonly string[];
  /** Slip x name given, "none" for none: how often. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** alternatives/wrong: one slip a file, written without a look at the misconceptions; and two.<n>.ts with two. */
export async function nameAlternatives(
  examined: Examined,
): Promise<{ readonly single: Naming; readonly two: Naming }> {
  const folder = join(examined.folder, "alternatives", "wrong");
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith(".ts"))
    .toSorted(byNumber);
  const read = names.map(async (name): Promise<Claimed> => {
    const source = await readFile(join(folder, name), "utf8");
    return { name, source, claims: claimsOf(name, source) };
  });
  const files = await Promise.all(read);
  return {
    single: await nameAll(
      examined,
      files.filter(({ claims }) => claims.length === 1),
    ),
    two: await nameAll(
      examined,
      files.filter(({ claims }) => claims.length > 1),
    ),
  };
}

/** The misconceptions' own files, for the whole of the confusion matrix. */
export async function nameMisconceptions(examined: Examined): Promise<Naming> {
  const folder = join(examined.folder, "misconceptions");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts")).toSorted(byNumber);
  const read = names.map(async (name): Promise<Claimed> => {
    const slip = name.split(".")[0] ?? "";
    const functions = examined.exercise.misconceptions[slip]?.functions ?? [];
    return { name, source: await readFile(join(folder, name), "utf8"), claims: [{ functions, slip }] };
  });
  return nameAll(examined, await Promise.all(read));
}

interface Claimed {
  readonly name: string;
  readonly source: string;
  readonly claims: readonly Claim[];
}

async function nameAll(examined: Examined, files: readonly Claimed[]): Promise<Naming> {
  const readings: Reading[] = [];
  for (const file of files) readings.push(readingOf(file, await examined.grade(file.source)));
  const every = (of: (one: Reading) => readonly string[]): readonly string[] => readings.flatMap(of);
  return {
    files: files.length,
    named: readings.filter((one) => one.named).length,
    rootsFound: readings.filter((one) => one.rootsMissed.length === 0).length,
    misnamed: every((one) => one.misnamed),
    unnamed: every((one) => one.unnamed),
    rootsMissed: every((one) => one.rootsMissed),
    blamed: every((one) => one.blamed),
    accepted: every((one) => one.accepted),
    confusion: confusionOf(readings),
  };
}

interface Reading extends Omit<Naming, "files" | "named" | "rootsFound" | "confusion"> {
  readonly named: boolean;
  /** Of each slip, the name that was given. */
  readonly pairs: readonly (readonly [slip: string, name: string])[];
}

function readingOf({ name, claims }: Claimed, report: Report): Reading {
  const say = (one: FunctionReport, what: string): string => `${name}: ${one.name} ${what}`;
  const slipOf = (one: FunctionReport): string | undefined =>
    claims.find(({ functions }) => functions.includes(one.name))?.slip;
  const slips = claims.map(({ slip }) => slip);
  const misnamed = report.functions.filter(({ misconception, ...one }) => {
    const allowed = claims.filter(({ functions }) => functions.includes(one.name)).map(({ slip }) => slip);
    return misconception !== null && !(allowed.length > 0 ? allowed : slips).includes(misconception);
  });
  const places = claims.map(({ functions, slip }) => ({
    slip,
    reports: report.functions.filter((one) => functions.includes(one.name)),
  }));
  const unnamed = places.flatMap(({ slip, reports }) => {
    const silent = reports.filter((one) => one.rootCause && one.misconception === null);
    if (silent.length > 0) return silent.map((one) => say(one, `(${slip}) has no name`));
    return reports.some((one) => one.misconception === slip) ? [] : [`${name}: ${slip} has no name`];
  });
  const rootsMissed = places.filter(({ reports }) => !reports.some((one) => one.rootCause));
  const blamed = report.functions.filter((one) => one.rootCause && slipOf(one) === undefined);
  return {
    named: misnamed.length === 0 && unnamed.length === 0,
    misnamed: misnamed.map((one) => say(one, `is called ${one.misconception ?? ""}`)),
    unnamed: misnamed.length === 0 ? unnamed : [],
    rootsMissed: rootsMissed.map(({ slip }) => `${name}: ${slip}`),
    blamed: blamed.map((one) => say(one, `is ${one.status}`)),
    accepted: report.score === report.maxScore ? [name] : [],
    pairs: places.map(({ slip, reports }) => [
      slip,
      (reports.find((one) => one.misconception === slip) ?? reports.find((one) => one.misconception !== null))
        ?.misconception ?? "none",
    ]),
  };
}

function confusionOf(readings: readonly Reading[]): Naming["confusion"] {
  const rows: Record<string, Record<string, number>> = {};
  for (const [slip, name] of readings.flatMap((one) => one.pairs).toSorted()) {
    const row = (rows[slip] ??= {});
    row[name] = (row[name] ?? 0) + 1;
  }
  return rows;
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
