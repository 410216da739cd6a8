import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parsedComments, readComments, strayComments, withComment, withoutComment, writeComments } from "#classroom/comments.ts"; // prettier-ignore
import { GradusError } from "#contract/errors.ts";
import type { Exercise } from "#engine/ports.ts";

const onFunction = { student: "ada", exercise: "elbo", function: "klTerm", text: "Look at the half." };
const onExercise = { student: "ada", exercise: "elbo", text: "Well done." };

describe("comments.json", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "gradus-comments-"));
  });
  after(() => rm(folder, { recursive: true }));

  it("is read as it was written, and leaves no other file", async () => {
    const path = join(folder, "comments.json");
    assert.deepEqual(await readComments(path), []);
    await writeComments(path, [onFunction, onExercise]);
    assert.deepEqual(await readComments(path), [onFunction, onExercise]);
    assert.deepEqual(await readdir(folder), ["comments.json"]);
  });

  it("that cannot be read is an error, not an empty list", async () => {
    await assert.rejects(readComments(folder), isNotReadable);
    const path = join(folder, "broken.json");
    await writeFile(path, "[");
    await assert.rejects(readComments(path), isNotReadable);
  });

  for (const text of [
    "{",
    "{}",
    '[{"student":"a"}]',
    '[{"student":"a","exercise":"b","text":""}]',
    '[{"student":"a","exercise":"b","text":"c","function":1}]',
    '[{"student":"a","exercise":"b","text":"c","functon":"f"}]',
  ])
    it(`that is ${text} is refused with its place`, () => {
      assert.throws(() => parsedComments(text), isNotReadable);
    });

  it("has one comment for each place", () => {
    const anew = { ...onFunction, text: "Better." };
    assert.deepEqual(withComment([onFunction, onExercise], anew), [anew, onExercise]);
    assert.deepEqual(withComment([onFunction], onExercise), [onFunction, onExercise]);
    assert.deepEqual(withoutComment([onFunction, onExercise], onExercise), [onFunction]);
  });

  it("tells which comments nobody would read", () => {
    const exercise = { manifest: { id: "elbo", functions: [{ name: "klTerm" }] } } as unknown as Exercise;
    const stray = [
      { ...onFunction, student: "bob" },
      { ...onFunction, function: "kl" },
      { ...onExercise, exercise: "flow" },
    ];
    const students = [{ id: "ada", name: "Ada" }];
    assert.deepEqual(strayComments([onFunction, ...stray, onExercise], { students }, [exercise]), stray);
  });
});

function isNotReadable(error: unknown): boolean {
  return error instanceof GradusError && error.code === "file-not-readable";
}
