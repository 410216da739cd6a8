import { splitFirst, topFolders, type Claim, type Layout, type Setting } from "./layout.ts";

/**
 * The plain arrangement: a folder per student with a file per exercise or a folder per exercise in it. Where all folders are
 * named after exercises it is the other way round: a folder per exercise with a folder per student in it.
 */
export function folderPerStudent({ source, exercises }: Setting): Layout {
  const tops = topFolders(source.folders);
  const exercisesFirst = source.folders.length > tops.length && tops.every((top) => exercises.includes(top));
  const claim = exercisesFirst ? claimBelowExercise : claimBelowStudent;
  const places = exercisesFirst ? source.folders.filter((folder) => folder.includes("/")) : tops;
  return { platform: "folder", claim, handles: places.flatMap((folder) => claim(`${folder}/`)?.who ?? []) };
}

function claimBelowStudent(path: string): Claim | null {
  const [place, inner] = splitFirst(path);
  return place === path ? null : asClaim(place, place, inner);
}

function claimBelowExercise(path: string): Claim | null {
  const [exercise, rest] = splitFirst(path);
  const [name, inner] = splitFirst(rest);
  return name === rest ? null : asClaim(name, `${exercise}/${name}`, `${exercise}/${inner}`);
}

function asClaim(name: string, place: string, inner: string): Claim {
  return { who: { platform: "folder", key: name, name, place }, inner, version: [] };
}
