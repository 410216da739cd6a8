import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { GradusError } from "#contract/errors.ts";
import { readClass } from "#exchange/read/readClass.ts";
import { exercises, outline, readOutline, temporaryFolder, text, writeFiles, zipOf } from "./support.ts";

const student = { id: "s1", name: "Taro", language: "ja", aliases: { canvas: "7" } };
const entry = { student: "s1", exercise: "elbo", file: "work/one.ts" };
const index = {
  format: "gradus-class",
  version: 1,
  students: [student, { id: "s2", name: "Jiro" }],
  submissions: [entry],
};
const files = (content: object): Record<string, string> => ({
  "class.json": JSON.stringify(content),
  "work/one.ts": text,
  "work/two.ts": text,
});

describe("Gradus's own export", () => {
  const folder = temporaryFolder();

  it("says whose each file is and when it came", async () => {
    const submissions = [
      { ...entry, receivedAt: "2026-11-20T10:00:00Z", late: true },
      { ...entry, file: "work/two.ts", receivedAt: "2026-11-19T10:00:00Z" },
    ];
    const path = join(folder(), "export.zip");
    writeFileSync(path, zipOf(files({ ...index, submissions })));
    const found = await readClass({ path, exercises });
    assert.deepEqual(outline(found), ["s1 elbo < work/one.ts late", "superseded s1 < work/two.ts"]);
    assert.deepEqual(found.students, index.students);
    assert.equal(found.received[0]?.receivedAt, "2026-11-20T10:00:00Z");
  });

  it("is the class's list, against which a roster goes first", async () => {
    const root = writeFiles(folder(), { ...files(index), "roster.csv": "id,name\ns3,Saburo\n" });
    assert.deepEqual(await readOutline(root, { roster: join(root, "roster.csv") }), [
      "unknown-student - < s1",
      "unknown-student - < s2",
      "unknown-student - < work/two.ts",
    ]);
  });

  const broken: readonly (readonly [string, object])[] = [
    ["a version to come", { ...index, version: 2 }],
    ["a student without a name", { ...index, students: [{ id: "s1" }] }],
    ["two students with one id", { ...index, students: [student, student] }],
    ["a submission of nobody", { ...index, submissions: [{ ...entry, student: "s9" }] }],
    ["a time that is none", { ...index, submissions: [{ ...entry, receivedAt: "yesterday" }] }],
  ];
  for (const [what, content] of broken)
    it(`with ${what} is the instructor's to mend`, async () => {
      await assert.rejects(readClass({ path: writeFiles(folder(), files(content)), exercises }), (error) => {
        assert.ok(error instanceof GradusError);
        assert.equal(error.code, "file-not-readable");
        return true;
      });
    });

  it("a class.json of something else is none", async () => {
    const path = writeFiles(folder(), { "class.json": "{}", "taro/elbo.ts": text });
    assert.deepEqual(await readOutline(path), ["taro elbo < taro/elbo.ts"]);
  });
});
