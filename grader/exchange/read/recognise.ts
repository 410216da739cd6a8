import { recogniseCanvas } from "./layouts/canvas.ts";
import { folderPerStudent } from "./layouts/folderPerStudent.ts";
import { recogniseGithubClassroom } from "./layouts/githubClassroom.ts";
import { recogniseGradusExport } from "./layouts/gradusExport.ts";
import { splitFirst, topFolders, type Layout, type Setting } from "./layouts/layout.ts";
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
  const inside = { ...setting, source: unwrap(setting) };
  for (const one of inside.source === setting.source ? [setting] : [setting, inside]) {
    const marked = (await recogniseGradusExport(one)) ?? recogniseMoodle(one) ?? recogniseCanvas(one);
    if (marked) return { source: one.source, layout: marked };
  }
  const around = inside.source.name;
  const outside = recogniseGithubClassroom(setting, setting.source.name);
  if (outside && setting.source !== inside.source && hasRepositories(outside))
    return { source: setting.source, layout: outside };
  const layout = recogniseGithubClassroom(inside, around) ?? folderPerStudent(inside);
  return { source: inside.source, layout };
}

function hasRepositories(layout: Layout): boolean {
  return layout.handles.some(({ place }) => place.includes("/"));
}

/** Whether it is one student's work: sources at its top, or folders named after exercises with nothing but files in them. */
export function isOneStudents({ source, exercises }: Setting): boolean {
  const tops = topFolders(source.folders);
  if (source.folders.length > tops.length) return false;
  if (tops.length > 0) return tops.every((top) => exercises.includes(top));
  return source.found.some(({ path }) => isSource(path));
}

/** The same for an archive among others, which may have one folder around everything. */
export function isOneStudentsZip(setting: Setting): boolean {
  const { found, folders } = setting.source;
  const depth = topFolders(folders).length === 1 ? 2 : 1;
  const hasSources = found.some(({ path }) => isSource(path) && path.split("/").length <= depth);
  return hasSources || isOneStudents(setting);
}

export function isSource(path: string): boolean {
  return /\.(?:m?ts|txt)$/i.test(path) && !/\.d\.m?ts$/i.test(path);
}

/** The only folder at the top, if it holds folders that are no exercises, or files side by side as Canvas has them. */
function unwrap({ source, exercises }: Setting): Source {
  const [only, ...others] = topFolders(source.folders);
  const isAlone = only !== undefined && others.length === 0;
  if (!isAlone || source.found.some(({ path }) => !path.includes("/") && isSource(path))) return source;
  const below = source.folders
    .filter((folder) => folder.includes("/"))
    .map((folder) => splitFirst(folder)[1]);
  const inner = opened(source, only);
  const isStudent = below.length === 0 || below.some((folder) => exercises.includes(folder));
  const isDownload = recogniseCanvas({ source: inner, exercises, accounts: [] }) !== null;
  const isIndexed = inner.found.some(({ path }) => path === "class.json");
  return isIndexed ||
    isDownload ||
    (!isStudent && !inner.found.some(({ path }) => !path.includes("/") && isSource(path)))
    ? inner
    : source;
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
