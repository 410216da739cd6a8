import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import typescript from "typescript";
import { locateSlip, type Located } from "#diagnose/locate/locate.ts";
import type { FunctionReport, Report } from "#contract/report.ts";
import type { Examined, Law } from "../law.ts";

/**
 * Whoever points at an expression must be right. alternatives/repairs.json says for every locator what would stand in the
 * place of its match in a right file; it is never shipped. Put there, in every form of the slip and every labelled wrong
 * answer that has a match, it must make the function right, or leave no more of the slip than its other places.
 */
export const located: Law = {
  id: "located",
  title: "what a locator points at is the slip: mended there, the function is right",
  failures: async (examined) => {
    const repairs = await readRepairs(examined.folder);
    const attempts = await tryLocators(examined, repairs);
    return [
      ...unequal(examined, repairs),
      ...attempts
        .filter((one) => one.outcome === "wrong")
        .map((one) => `${one.file}: ${one.function} is pointed at the wrong place: ${one.text}`),
      ...neverUsed(examined, attempts),
    ];
  },
};

type Repairs = Readonly<Record<string, readonly string[]>>;

interface Attempt {
  readonly file: string;
  readonly function: string;
  readonly slip: string;
  readonly outcome: "right" | "wrong" | "none";
  /** The number of the locator, and what it points at. */
  readonly by: number;
  readonly text: string;
}

/** Every function of every wrong file in which a slip is recognised that has locators. */
export async function tryLocators(examined: Examined, repairs: Repairs): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const file of await wrongFiles(examined.folder)) {
    const source = await readFile(join(examined.folder, file), "utf8");
    for (const one of (await examined.grade(source)).functions) {
      const locators = examined.exercise.misconceptions[one.misconception ?? ""]?.locators;
      if (locators === undefined || one.misconception === null || !one.rootCause) continue;
      const graded = examined.exercise.manifest.functions.map(({ name }) => name);
      const found = locateSlip(typescript, { source, function: one.name, graded, locators });
      const known = { file, function: one.name, slip: one.misconception };
      if (found === null) attempts.push({ ...known, outcome: "none", by: -1, text: "" });
      else {
        const mended = mend(source, found, repairs[one.misconception]?.[found.by] ?? "");
        const right = isMended(one, await examined.grade(mended));
        const text = source.slice(found.start, found.end);
        attempts.push({ ...known, outcome: right ? "right" : "wrong", by: found.by, text });
      }
    }
  }
  return attempts;
}

async function wrongFiles(folder: string): Promise<readonly string[]> {
  const within = async (part: string): Promise<readonly string[]> =>
    (await readdir(join(folder, part)).catch(() => []))
      .filter((name) => name.endsWith(".ts") && !name.startsWith("two."))
      .map((name) => join(part, name));
  return [...(await within("misconceptions")), ...(await within(join("alternatives", "wrong")))].toSorted();
}

async function readRepairs(folder: string): Promise<Repairs> {
  const text = await readFile(join(folder, "alternatives", "repairs.json"), "utf8").catch(() => "{}");
  return JSON.parse(text) as Repairs;
}

function mend(source: string, { start, end, holes }: Located, repair: string): string {
  const filled = repair.replaceAll(/\$\w+/g, (name) => `(${holes.get(name) ?? name})`);
  return `${source.slice(0, start)}(${filled})${source.slice(end)}`;
}

/** Right now; or still the same slip, made in more than one place, with other numbers than before. */
function isMended(before: FunctionReport, report: Report): boolean {
  const now = report.functions.find(({ name }) => name === before.name);
  if (now === undefined || now.status === "error" || report.diagnostics.length > 0) return false;
  if (now.status === "passed" || now.misconception === null) return now.firstMismatch === null;
  return now.misconception === before.misconception && now.firstMismatch?.got !== before.firstMismatch?.got;
}

function unequal({ exercise }: Examined, repairs: Repairs): readonly string[] {
  return Object.entries(exercise.misconceptions).flatMap(([id, { locators = [] }]) =>
    locators.length === (repairs[id] ?? []).length
      ? []
      : [
          `${id} has ${locators.length} locators and ${(repairs[id] ?? []).length} repairs in alternatives/repairs.json`,
        ],
  );
}

/** A locator that finds nothing in any wrong file was written for nobody. */
function neverUsed({ exercise }: Examined, attempts: readonly Attempt[]): readonly string[] {
  return Object.entries(exercise.misconceptions).flatMap(([id, { locators = [] }]) =>
    locators.flatMap(({ match }, by) =>
      attempts.some((one) => one.slip === id && one.by === by)
        ? []
        : [`${id}: ${match} finds nothing in any wrong file`],
    ),
  );
}
