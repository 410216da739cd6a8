import { splitFirst, topFolders, type Claim, type Layout, type Setting } from "./layout.ts";

/**
 * Moodle's "Download all submissions". With "Download submissions in folders" (the default) one folder per student,
 *   Full Name_1234567_assignsubmission_file/solution.ts      (a "_" at the end in older versions)
 * and without it one file per student's file,
 *   Full Name_1234567_assignsubmission_file_solution.ts
 * The number is the student's in this one assignment - the worksheet's "Participant 1234567" - and another in the next. In
 * anonymous assignments the name is "Participant" in the site's language, in group assignments it is the group's and the
 * number the group's, or missing ("Default group"). `onlinetext` holds what was typed into the page. Only the latest attempt
 * is there, and no mark says that it was late.
 * Source: Moodle, mod/assign/classes/downloader.php, get_student_prefix and load_submissionplugin_filelist.
 */
const pattern = /^(.+?)(?:_(\d+))?_assignsubmission_([a-z]+)(?:_(.*))?$/u;

export function recogniseMoodle({ source }: Setting): Layout | null {
  const tops = [...topFolders(source.folders), ...source.found.map(({ path }) => splitFirst(path)[0])];
  if (!tops.some((top) => pattern.test(top))) return null;
  const handles = topFolders(source.folders).flatMap((folder) => claim(`${folder}/`)?.who ?? []);
  return { platform: "moodle", claim, handles };
}

function claim(path: string): Claim | null {
  const [first, rest] = splitFirst(path);
  const [, name, number, , fileName = ""] = pattern.exec(first) ?? [];
  if (name === undefined) return null;
  const inner = [fileName, rest].filter((part) => part !== "").join("/");
  const who = {
    platform: "moodle" as const,
    key: number ?? name,
    ...(number !== undefined && { id: number }),
    name,
    place: first,
  };
  return { who, inner, version: [] };
}
