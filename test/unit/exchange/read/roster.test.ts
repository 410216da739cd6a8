import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Student } from "#contract/class.ts";
import { GradusError } from "#contract/errors.ts";
import { readRoster } from "#exchange/read/roster.ts";
import { readOutline, temporaryFolder, text, writeFiles } from "./support.ts";

/** 学籍番号,氏名 / 2601,山田太郎 */
const shiftJis = Buffer.from(
  "8a77 90d0 94d4 8d86 2c 8e81 96bc 0d0a 32363031 2c 8e52 9363 91be 9859 0d0a".replaceAll(" ", ""),
  "hex",
);
const yamada = { id: "2601", name: "山田太郎" };
const ann = { id: "s1", name: "Ann B", email: "ann@example.edu" };
const table: readonly (readonly [string, string | Buffer, readonly Student[]])[] = [
  ["commas", "id,name,email\ns1,Ann B,ann@example.edu\n", []],
  ["a header that says student id", "Student ID,Full Name,E-mail\ns1,Ann B,ann@example.edu\n", [ann]],
  ["a byte-order mark and semicolons", "\ufeffStudentID;Name;Email\r\ns1;Ann B;ann@example.edu\r\n", [ann]],
  ["Excel's separator line and tabs", "sep=\t\nstudent_id\tname\temail\ns1\tAnn B\tann@example.edu\n", [ann]],
  ["quotes and a comma in a name", 'id number,name,email\ns1,"B, Ann",ann@example.edu\n', [ann]],
  ["first and last names", "First name,Surname,ID number,Email address\nAnn,B,s1,ann@example.edu\n", [ann]],
  ["empty rows", "student id,name,email\n\n,,\ns1,Ann B,ann@example.edu\n", [ann]],
  ["UTF-16", Buffer.from("\ufeff学籍番号\t氏名\n2601\t山田太郎\n", "utf16le"), [yamada]],
  ["Shift_JIS", shiftJis, [yamada]],
  [
    "languages",
    "id,name,language\na,A,ja-JP\nb,B,English\nc,C,fr\n",
    [
      { id: "a", name: "A", language: "ja" },
      { id: "b", name: "B", language: "en" },
      { id: "c", name: "C" },
    ],
  ],
  [
    "platforms' names",
    "id,name,canvas id,moodle id,github\na,A,7,8,aa\n",
    [{ id: "a", name: "A", aliases: { canvas: "7", moodle: "8", github: "aa" } }],
  ],
  ["only an account", "github_username\naa\n", [{ id: "aa", name: "aa", aliases: { github: "aa" } }]],
  [
    "Moodle's worksheet in Japanese",
    "識別子,フルネーム,メールアドレス\n参加者 12,山田太郎,y@example.jp\n",
    [{ id: "y@example.jp", name: "山田太郎", email: "y@example.jp", aliases: { moodle: "12" } }],
  ],
];

/** [what, bytes] */
const unusable: readonly (readonly [string, string | Buffer])[] = [
  ["no column that says who", "group,section\n1,2\n"],
  ["nothing at all", ""],
  ["Latin-1", Buffer.from("id,name\n1,Müller\n", "latin1")],
  ["a quote without end", 'id,name\n1,"Ann\n'],
];

describe("a roster", () => {
  const folder = temporaryFolder();
  const write = (content: string | Buffer): string => {
    const path = join(folder(), "roster.csv");
    writeFileSync(path, content);
    return path;
  };

  for (const [what, content, students] of table)
    it(`with ${what}`, async () => {
      const expected = students.length === 0 ? [ann] : students;
      assert.deepEqual(await readRoster(write(content)), { students: expected, refused: [] });
    });

  for (const [what, content] of unusable)
    it(`with ${what} is the instructor's to mend`, async () => {
      await assert.rejects(
        readRoster(write(content)),
        (error) => error instanceof GradusError && error.code === "file-not-readable",
      );
    });

  it("keeps the first row of a student who is there twice", async () => {
    const { students, refused } = await readRoster(write("id,name\ns1,Ann\ns1,Bo\n,\n"));
    assert.deepEqual(students, [{ id: "s1", name: "Ann" }]);
    assert.deepEqual(
      refused.map(({ origin, code, student }) => [origin, code, student]),
      [["roster.csv, line 3", "duplicate-student", "s1"]],
    );
  });

  it("knows a folder by id, name, address, account and beginning, and refuses the rest", async () => {
    const roster = write(
      "id,name,email,github\ns1,Ann B,ann@example.edu,\ns2,佐藤 花子,,\ns3,C,c@example.edu,\ns4,D,,dd\ns5,E,,\ns6,Twin,,\ns7,Twin,,\n",
    );
    const names = ["S1", "佐藤花子", "c@example.edu", "DD", "s5_Emil", "Twin", "nobody"];
    const path = writeFiles(folder(), Object.fromEntries(names.map((name) => [`${name}/elbo.ts`, text])));
    assert.deepEqual(await readOutline(path, { roster }), [
      "s1 elbo < S1/elbo.ts",
      "s2 elbo < 佐藤花子/elbo.ts",
      "s3 elbo < c@example.edu/elbo.ts",
      "s4 elbo < DD/elbo.ts",
      "s5 elbo < s5_Emil/elbo.ts",
      "unknown-student - < Twin",
      "unknown-student - < nobody",
    ]);
  });

  it("two folders of one student: the surer one counts", async () => {
    const path = writeFiles(folder(), { "Ann B/elbo.ts": text, "s1/elbo.ts": text });
    const roster = write("id,name\ns1,Ann B\n");
    assert.deepEqual(await readOutline(path, { roster }), [
      "s1 elbo < s1/elbo.ts",
      "duplicate-student s1 < Ann B",
    ]);
  });
});
