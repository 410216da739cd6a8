import { splitFirst, topFolders, type Claim, type Layout, type Setting } from "./layout.ts";

const container = "-submissions";

/**
 * Clones of GitHub Classroom: repositories named <assignment>-<account>, which `gh classroom clone student-repos` puts into a
 * folder <assignment>-submissions. The account is the student's (a team's in group assignments); both parts may have hyphens,
 * so the border is found from, in this order, the roster's accounts, the name of the folder around them, the exercises' ids,
 * and - for folders with a `.git` only - the longest beginning that all have in common. The name of the assignment counts as
 * a folder around the student's files, so that it can name the exercise.
 * Source: github/gh-classroom, cmd/gh-classroom/clone/student-repos; GitHub Docs, "Using GitHub Classroom with GitHub CLI".
 * First form: a folder <assignment>-submissions for each of several assignments.
 */
export function recogniseAssignments({ source }: Setting): Layout | null {
  const tops = topFolders(source.folders);
  const claim = (path: string): Claim | null => {
    const [top, rest] = splitFirst(path);
    const [repository, inner] = splitFirst(rest);
    const assignment = top.slice(0, -container.length);
    if (!top.endsWith(container) || !repository.startsWith(`${assignment}-`)) return null;
    const account = repository.slice(assignment.length + 1);
    return asClaim({ account, assignment, place: `${top}/${repository}`, inner });
  };
  const repositories = source.folders.filter((folder) => folder.includes("/"));
  const handles = repositories.flatMap((folder) => claim(folder)?.who ?? []);
  const all = tops.length > 0 && tops.every((top) => top.endsWith(container));
  return all && handles.length > 0 ? { platform: "github", claim, handles } : null;
}

/** The repositories of one assignment, or of several side by side; half of the folders at least must be named like one. */
export function recogniseRepositories(setting: Setting): Layout | null {
  const tops = topFolders(setting.source.folders);
  const accountOf = accountFinder(setting, tops);
  const claim = (path: string): Claim | null => {
    const [place, inner] = splitFirst(path);
    const account = accountOf(place);
    if (account === null) return null;
    return asClaim({ account, assignment: place.slice(0, -account.length - 1), place, inner });
  };
  const handles = tops.flatMap((top) => claim(`${top}/`)?.who ?? []);
  const isTypical = handles.length > 0 && handles.length * 2 >= tops.length;
  return isTypical ? { platform: "github", claim, handles } : null;
}

type FindAccount = (folder: string) => string | null;

/** The ways to tell the account, the surest first; somebody whom the roster does not know is told by the others. */
function accountFinder({ source, exercises, accounts }: Setting, tops: readonly string[]): FindAccount {
  const named = exercises.map((id) => `${id}-`);
  const cloned = tops.filter((top) => source.clones.includes(top));
  const isNamed = tops.every((top) => named.some((one) => top.startsWith(one)));
  const ways: readonly FindAccount[] = [
    (folder) => longest(accounts.filter((account) => folder.toLowerCase().endsWith(`-${account}`))),
    afterBeginning(source.name.endsWith(container) ? [`${source.name.slice(0, -container.length)}-`] : []),
    afterBeginning(isNamed ? named : []),
    afterBeginning(cloned.length > 1 ? [commonBeginning(cloned)] : []),
  ];
  return (folder) => ways.reduce<string | null>((found, way) => found ?? way(folder), null);
}

function afterBeginning(beginnings: readonly string[]): FindAccount {
  return (folder) => {
    const fitting = beginnings.filter(
      (one) => one !== "" && folder.length > one.length && folder.startsWith(one),
    );
    const beginning = longest(fitting);
    return beginning === null ? null : folder.slice(beginning.length);
  };
}

function asClaim(parts: { account: string; assignment: string; place: string; inner: string }): Claim {
  const { account, assignment, place, inner } = parts;
  const who = { platform: "github" as const, key: account.toLowerCase(), id: account, name: account, place };
  return { who, inner: `${assignment}/${inner}`, version: [] };
}

function longest(texts: readonly string[]): string | null {
  return texts.toSorted((left, right) => right.length - left.length)[0] ?? null;
}

/** Up to its last hyphen. */
function commonBeginning(names: readonly string[]): string {
  const [first = "", ...others] = names;
  let length = first.length;
  for (const name of others) while (!name.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, first.slice(0, length).lastIndexOf("-") + 1);
}
