import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import type { Language } from "#contract/messages.ts";

export interface PictureOptions {
  readonly out?: string;
  readonly lang: Language;
  readonly exercises?: string;
}

/** `gradus picture <id>`: the picture of the solution, as one HTML file that needs nothing else. */
export async function picture(id: string, options: PictureOptions): Promise<void> {
  const folder = resolve(await exerciseFolder(options.exercises ?? bundledExercises(), id));
  const { picturePage } = await import("../picture/picturePage.ts");
  const page = await picturePage(folder, options.lang);
  const out = resolve(options.out ?? `${id}.html`);
  await writeFile(out, page);
  console.log(`${out} (${Math.round(Buffer.byteLength(page) / 1024)} KB)`);
}
