import { readFile, writeFile } from "node:fs/promises";
import { courseIds } from "#catalog/courseOrder.ts";
import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import { loadExercise } from "#catalog/loadExercise.ts";
import type { Exercise } from "#engine/ports.ts";
import { adequacyTable } from "./adequacyTable.ts";

const readme = new URL("../../../README.md", import.meta.url);

/** The tables of README.md that the exercises' folders give. */
const tables: Readonly<Record<string, () => Promise<string>>> = { exercises: table, adequacy: adequacyTable };

/** README.md with its tables made anew. */
export async function readmeWithTable(): Promise<string> {
  let text = await readFile(readme, "utf8");
  for (const [name, make] of Object.entries(tables)) {
    const [begin, end] = [`<!-- ${name}:begin (npm run generate) -->`, `<!-- ${name}:end -->`];
    const [before, rest = ""] = text.split(begin);
    text = `${before}${begin}\n\n${await make()}\n\n${end}${rest.split(end)[1] ?? ""}`;
  }
  return text;
}

async function table(): Promise<string> {
  const folder = bundledExercises();
  const exercises = await Promise.all(
    (await courseIds(folder)).map(async (id) => loadExercise(await exerciseFolder(folder, id))),
  );
  const head = ["| exercise | track | functions | slips it names |", "|---|---|---|---|"];
  return [...head, ...exercises.map(row)].join("\n");
}

function row({ manifest, misconceptions }: Exercise): string {
  const functions = manifest.functions.map((spec) => `\`${spec.name}\``).join(", ");
  const slips = Object.keys(misconceptions).length;
  const track = `${manifest.track.number}. ${manifest.track.title.en}`;
  return `| [${manifest.id}](exercises/${manifest.id}/statement.en.md): ${manifest.title.en} | ${track} | ${functions} | ${slips} |`;
}

if (import.meta.main) await writeFile(readme, await readmeWithTable());
