import { recogniseCanvas } from "./layouts/canvas.ts";
import { folderPerStudent } from "./layouts/folderPerStudent.ts";
import { recogniseAssignments, recogniseRepositories } from "./layouts/githubClassroom.ts";
import { recogniseGradusExport } from "./layouts/gradusExport.ts";
import { topFolders, type Layout, type Setting } from "./layouts/layout.ts";
import { recogniseMoodle } from "./layouts/moodle.ts";
import type { Found, Source } from "./source.ts";

/** A source whose files' paths begin where its layout does. */
export interface Recognised {
  readonly source: Source;
  readonly layout: Layout;
}

/**
 * What a folder or an archive is. Marks that nobody types by hand decide first: an index, Moodle's and Canvas's names. Then
 * clones; everything else is a folder per student. One folder around everything - what zipping a folder makes - is opened.
 */
export async function recognise(setting: Setting): Promise<Recognised> {
  const inside = openOnly(setting);
  for (const one of inside ? [setting, inside] : [setting]) {
    const layout = await recogniseMarks(one);
    if (layout) return { source: one.source, layout };
  }
  const one = inside && isWrapper(setting, inside) ? inside : setting;
  return { source: one.source, layout: recogniseRepositories(one) ?? folderPerStudent(one) };
}

async function recogniseMarks(setting: Setting): Promise<Layout | null> {
  return (
    (await recogniseGradusExport(setting)) ??
    recogniseMoodle(setting) ??
    recogniseCanvas(setting) ??
    recogniseAssignments(setting)
  );
}

/** Whether it is one student's work: sources at its top, or folders named after exercises with nothing but files in them. */
export function isOneStudents({ source, exercises }: Setting): boolean {
  const tops = topFolders(source.folders);
  if (source.folders.length > tops.length) return false;
  if (tops.length > 0) return tops.every((top) => exercises.includes(top));
  return source.found.some(({ path }) => isSource(path));
}

export function isSource(path: string): boolean {
  return /\.(?:m?ts|txt)$/i.test(path) && !/\.d\.m?ts$/i.test(path);
}

/** The only folder at the top, with no sources beside it. */
function openOnly({ source, ...rest }: Setting): Setting | null {
  const [only, ...others] = topFolders(source.folders);
  const isAlone = only !== undefined && others.length === 0;
  return isAlone && !hasSources(source) ? { ...rest, source: opened(source, only) } : null;
}

/** Whether that folder holds students' folders rather than being one: none of them is an exercise, nor is it. */
function isWrapper({ exercises }: Setting, { source }: Setting): boolean {
  const names = [source.name, ...topFolders(source.folders)];
  return names.length > 1 && !hasSources(source) && !names.some((name) => exercises.includes(name));
}

function hasSources(source: Source): boolean {
  return source.found.some(({ path }) => !path.includes("/") && isSource(path));
}

function opened(source: Source, folder: string): Source {
  const strip = (path: string): string => path.slice(folder.length + 1);
  const within = (path: string): boolean => path.startsWith(`${folder}/`);
  const found: readonly Found[] = source.found
    .filter(({ path }) => within(path))
    .map((one) => ({ ...one, path: strip(one.path) }));
  const tops = new Set(found.map(({ path }) => path.split("/")).flatMap((segments) => folderNames(segments)));
  const folders = [...new Set([...source.folders.filter(within).map(strip), ...tops])];
  return { ...source, name: folder, found, folders, clones: source.clones.filter(within).map(strip) };
}

/** The first two folders of a file's path. */
function folderNames(segments: readonly string[]): string[] {
  return [1, 2].filter((depth) => depth < segments.length).map((depth) => segments.slice(0, depth).join("/"));
}
