import { naturalOrder } from "./people.ts";

/** One row of a roster by what its columns mean. */
export interface RosterRow {
  readonly id?: string;
  readonly login?: string;
  readonly name?: string;
  readonly email?: string;
  readonly language?: "en" | "ja";
  readonly canvas?: string;
  readonly moodle?: string;
  readonly github?: string;
}

type Meaning =
  | "id"
  | "login"
  | "name"
  | "first"
  | "last"
  | "email"
  | "language"
  | "canvas"
  | "moodle"
  | "github"
  | "record";

/**
 * Headers without case, spaces and signs. Beside plain words these are those of
 *   Canvas's gradebook export: Student (or LastName, FirstName), ID, SIS User ID, SIS Login ID, Section
 *     (Canvas LMS, lib/gradebook_exporter.rb),
 *   Moodle's grading worksheet: Identifier ("Participant 1234567"), Full name, ID number, Email address, and the participants
 *     list: First name, Last name or Surname (Moodle, mod/assign/gradingtable.php and lang/en),
 *   GitHub Classroom's classroom_roster.csv: identifier, github_username, github_id, name.
 */
const meanings: Readonly<Record<Meaning, readonly string[]>> = {
  id: [
    "studentid",
    "idnumber",
    "sisuserid",
    "studentnumber",
    "matriculationnumber",
    "matrikelnummer",
    "学籍番号",
    "学生番号",
    "idナンバー",
  ],
  login: ["login", "loginid", "sisloginid", "username", "ユーザ名"],
  name: ["name", "fullname", "student", "studentname", "displayname", "氏名", "名前", "フルネーム"],
  first: ["firstname", "givenname", "名"],
  last: ["lastname", "surname", "familyname", "姓"],
  email: ["email", "emailaddress", "mail", "メールアドレス"],
  language: ["language", "lang", "言語"],
  canvas: ["canvas", "canvasid", "canvasuserid"],
  moodle: ["moodle", "moodleid", "participant", "participantnumber"],
  github: ["github", "githubusername", "githubaccount", "githublogin"],
  record: ["id", "identifier", "識別子", "識別番号"],
};

/** What a row of cells means under these headers; null where no column says who a student is. */
export function rowReader(headers: readonly string[]): ((cells: readonly string[]) => RosterRow) | null {
  const keys = headers.map((header) =>
    header
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]/gu, ""),
  );
  const column = (meaning: Meaning): number => keys.findIndex((key) => meanings[meaning].includes(key));
  const identifying: Meaning[] = [
    "id",
    "record",
    "login",
    "name",
    "last",
    "email",
    "canvas",
    "moodle",
    "github",
  ];
  if (identifying.every((meaning) => column(meaning) < 0)) return null;
  const isCanvas = ["sisloginid", "section"].every((key) => keys.includes(key));
  return (cells) => {
    const cell = (meaning: Meaning): string | undefined => text(cells[column(meaning)]);
    const named = cell("name") ?? joined(cell("first"), cell("last"));
    const language = languageOf(cell("language"));
    return {
      ...recordNumber(cell("record"), isCanvas),
      ...present("id", cell("id")),
      ...present("login", cell("login")),
      ...present("name", named === undefined ? undefined : naturalOrder(named)),
      ...present("email", cell("email")),
      ...present("canvas", cell("canvas")),
      ...present("moodle", cell("moodle")),
      ...present("github", cell("github")),
      ...(language && { language }),
    };
  };
}

/** `ID` is Canvas's number of the user in its export, `Identifier` holds Moodle's in a worksheet; elsewhere it is the class's own. */
function recordNumber(record: string | undefined, isCanvas: boolean): RosterRow {
  if (record === undefined) return {};
  if (isCanvas) return { canvas: record };
  const participant = /^\p{L}+\s*(\d+)$/u.exec(record)?.[1];
  return participant !== undefined && /\s|^[^\p{ASCII}]/u.test(record)
    ? { moodle: participant }
    : { id: record };
}

function present(key: keyof RosterRow, value: string | undefined): RosterRow {
  return value === undefined ? {} : { [key]: value };
}

function text(cell: string | undefined): string | undefined {
  const trimmed = cell?.normalize("NFC").trim();
  return trimmed === "" ? undefined : trimmed;
}

function joined(first: string | undefined, last: string | undefined): string | undefined {
  return [first, last].filter((part) => part !== undefined).join(" ") || undefined;
}

function languageOf(value: string | undefined): "en" | "ja" | undefined {
  if (value === undefined) return undefined;
  if (/^(?:ja|jp|japanese|日本語)(?:$|[-_])/i.test(value)) return "ja";
  return /^(?:en|english|英語)(?:$|[-_])/i.test(value) ? "en" : undefined;
}
