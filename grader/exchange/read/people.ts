import type { Student } from "#contract/class.ts";

/** A name without what platforms and file systems change about it: case, width, spaces, signs. */
export function squash(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** "Yamada, Taro" is Taro Yamada. */
export function naturalOrder(name: string): string {
  const [, last, first] = /^\s*([^,]+?)\s*,\s*([^,]+?)\s*$/.exec(name) ?? [];
  return last === undefined || first === undefined ? name.trim() : `${first} ${last}`;
}

/** The forms in which platforms write a name: as it is, and with the last word first (Canvas's sortable name, Japanese Moodle). */
export function nameKeys(name: string): readonly string[] {
  const words = name.trim().split(/\s+/u);
  const turned = [...words.slice(-1), ...words.slice(0, -1)];
  const fully = words.toReversed();
  return [...new Set([words, turned, fully].map((order) => squash(order.join(""))))].filter(
    (key) => key !== "",
  );
}

/** What is the same account or folder on a file system or platform that ignores case. */
export function fold(key: string): string {
  return key.normalize("NFC").toLowerCase();
}

/** Students of a roster by what they may be called. */
export interface Directory {
  readonly students: readonly Student[];
  byId(id: string): Student | undefined;
  byAlias(platform: string, id: string): Student | undefined;
  byEmail(email: string): Student | undefined;
  byName(name: string): readonly Student[];
}

export function directoryOf(students: readonly Student[]): Directory {
  const ids = new Map(students.map((student) => [fold(student.id), student]));
  const emails = new Map(
    students.flatMap((student) => (student.email ? [[fold(student.email), student]] : [])),
  );
  const aliases = new Map(
    students.flatMap((student) =>
      Object.entries(student.aliases ?? {}).map(
        ([platform, id]) => [`${platform}\n${fold(id)}`, student] as const,
      ),
    ),
  );
  const names = new Map<string, Set<Student>>();
  for (const student of students)
    for (const key of nameKeys(student.name)) names.set(key, (names.get(key) ?? new Set()).add(student));
  return {
    students,
    byId: (id) => ids.get(fold(id)),
    byAlias: (platform, id) => aliases.get(`${platform}\n${fold(id)}`),
    byEmail: (email) => emails.get(fold(email)),
    byName: (name) => [...(names.get(squash(name)) ?? [])],
  };
}
