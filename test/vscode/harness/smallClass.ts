import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./places.ts";

export const exercise = "gaussian-mle";

const people = [
  ["s01", "Ada Lovelace", "en"],
  ["s02", "山田 太郎", "ja"],
  ["s03", "Emmy Noether", "en"],
  ["s04", "Rashid Khan", "en"],
  ["s05", "佐藤 花子", "ja"],
  ["s06", "Sofia Kowalewska", "en"],
  ["s07", "Liam Schmidt", "en"],
  ["s08", "José Núñez", "en"],
  ["s09", "Mei Chen", "en"],
  ["s10", "Niamh O'Brien", "en"],
] as const;

/**
 * A class of ten in a folder, with a roster: right answers, slips, one that two students share, a clone under other names, an
 * untouched starter, and an endless loop that takes its time, so that there is something to cancel. Or some of these only.
 */
export async function writeSmallClass(folder: string, only?: readonly string[]): Promise<void> {
  const read = (name: string): Promise<string> =>
    readFile(join(root, "exercises", exercise, `${name}.ts`), "utf8");
  const solution = await read("solution");
  const endless = solution.replace("  let sum = 0;", "  let sum = 0;\n  for (;;) sum += 1;");
  const clone = (await read("misconceptions/bessel-correction")).replaceAll("value", "sample");
  const works: Readonly<Record<string, string>> = {
    s01: await read("misconceptions/bessel-correction"),
    s02: await read("misconceptions/median-for-mean"),
    s03: solution,
    s04: clone,
    s05: await read("misconceptions/missing-half"),
    s06: endless,
    s07: solution
      .replace("function meanSquare(x: number[]", "function squares(x: number[]")
      .replaceAll("meanSquare(", "squares("),
    s08: await read("misconceptions/squared-residual-in-dmu"),
    s09: await read("starter"),
    s10: await read("misconceptions/derivative-by-sigma"),
  };
  for (const [student, source] of Object.entries(works)) {
    if (only?.includes(student) === false) continue;
    await mkdir(join(folder, "submissions", student), { recursive: true });
    await writeFile(join(folder, "submissions", student, `${exercise}.ts`), source);
  }
  const rows = people.map(([id, name, language]) => `${id},"${name}",${language}`);
  await writeFile(join(folder, "class.csv"), ["id,name,language", ...rows, ""].join("\n"));
}
