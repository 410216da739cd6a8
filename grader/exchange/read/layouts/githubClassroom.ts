import { splitFirst, topFolders, type Claim, type Layout, type Setting } from "./layout.ts";

/**
 * Clones of GitHub Classroom: repositories named <assignment>-<account>, which `gh classroom clone student-repos` puts into a
 * folder <assignment>-submissions. The account is the student's (a team's in group assignments); both parts may have hyphens,
 * so the border is found from, in this order, the roster's accounts, the name of the folder around them, the exercises' ids,
 * and - for folders with a `.git` only - the longest beginning that all have in common. The name of the assignment counts as
 * a folder around the student's files, so that it can name the exercise.
 * Source: github/gh-classroom, cmd/gh-classroom/clone/student-repos; GitHub Docs, "Using GitHub Classroom with GitHub CLI".
 */
export function recogniseGithubClassroom(setting: Setting, around: string): Layout | null {
  return recogniseAssignments(setting) ?? recogniseRepositories(setting, around);
}

const container = "-submissions";

/** Several assignments: a folder <assignment>-submissions each. */
function recogniseAssignments({ source }: Setting): Layout | null {
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

/** The repositories of one assignment, or of several side by side. */
function recogniseRepositories(setting: Setting, around: string): Layout | null {
  const tops = topFolders(setting.source.folders);
  const split = borders(setting, around, tops).find((find) => tops.some((top) => find(top) !== null));
  if (split === undefined) return null;
  const claim = (path: string): Claim | null => {
    const [place, inner] = splitFirst(path);
    const account = split(place);
    if (account === null) return null;
    return asClaim({ account, assignment: place.slice(0, -account.length - 1), place, inner });
  };
  const handles = tops.flatMap((top) => claim(`${top}/`)?.who ?? []);
  return { platform: "github", claim, handles };
}

type FindAccount = (folder: string) => string | null;

function borders(
  { source, exercises, accounts }: Setting,
  around: string,
  tops: readonly string[],
): FindAccount[] {
  const byRoster: FindAccount = (folder) =>
    longest(accounts.filter((account) => folder.toLowerCase().endsWith(`-${account}`)));
  const afterBeginning =
    (beginnings: readonly string[]): FindAccount =>
    (folder) => {
      const beginning = longest(
        beginnings.filter((one) => folder.length > one.length && folder.startsWith(one)),
      );
      return beginning === null ? null : folder.slice(beginning.length);
    };
  const assignment = around.endsWith(container) ? [`${around.slice(0, -container.length)}-`] : [];
  const named = exercises.map((id) => `${id}-`);
  const byExercise = afterBeginning(
    tops.every((top) => named.some((one) => top.startsWith(one))) ? named : [],
  );
  const cloned = tops.filter((top) => source.clones.includes(top));
  const shared = cloned.length > 1 ? [commonBeginning(cloned)].filter((one) => one !== "") : [];
  const inOrder = [byRoster, afterBeginning(assignment), byExercise, afterBeginning(shared)];
  // a repository of somebody whom the roster does not know still belongs to somebody
  return inOrder.map(
    (first, at) => (folder) =>
      [first, ...inOrder.slice(at + 1)].reduce<string | null>((found, find) => found ?? find(folder), null),
  );
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
