import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { attemptOf } from "#classroom/attempts.ts";
import { gradeClass } from "#classroom/gradeClass.ts";
import { planClass } from "#classroom/plan.ts";
import { openRoom } from "#classroom/room.ts";
import { commitmentOf } from "#classroom/seeds.ts";
import { openPglite } from "#gradebook/folder/pglite.ts";
import { Gradebook } from "#gradebook/gradebook.ts";
import { bundled } from "../integration/cli/gradus.ts";

const exercise = "gaussian-mle";
const secret = "a-secret-seed-of-the-regressions";
const quiet = { jobs: 2, signal: new AbortController().signal, onProgress: () => undefined };

/** A grade waited to be written while the next suspect began: a death over that one was counted against both. */
describe("regression: a suspect beside a deadly one", function () {
  this.timeout(120_000);

  it("has its grade written and nothing open before the next suspect begins", async () => {
    const database = await openPglite("memory://");
    const left: unknown[] = [];
    const book = await Gradebook.over({
      ...database,
      query: async <Row>(sql: string, parameters?: readonly unknown[]) => {
        if (sql.includes("insert into gradus.attempts"))
          left.push([
            (await book.begun("suspects")).map(({ student }) => student),
            (await book.official("suspects")).map(({ student }) => student),
          ]);
        return await database.query<Row>(sql, parameters);
      },
    });
    const room = await openRoom({ sandbox: "process", rung: "wasm" });
    const source = readFileSync(join(bundled, exercise, "solution.ts"), "utf8");
    const students = ["ada", "ben"].map((id) => ({ id, name: id }));
    const received = students.map(({ id }) => {
      return { student: id, exercise, submission: { fileName: `${exercise}.ts`, source }, origin: id };
    });
    const works = planClass({ students, received, refused: [] }, [await room.grader.exercise(exercise)], {
      ...{ secret, personalised: false, graderVersion: "0.1.0" },
    });
    await book.saveSeed(commitmentOf(secret), secret);
    await book.saveClass({ id: "suspects", seedCommitment: commitmentOf(secret), personalised: false });
    for (const { key } of works.flatMap(({ tasks }) => tasks))
      await book.begin("suspects", attemptOf(key), { alone: false });
    left.length = 0;

    await gradeClass(book, () => Promise.resolve(room), { ...quiet, classId: "suspects", works });
    await book.close();
    assert.deepEqual(left, [
      [["ada", "ben"], []],
      [["ben"], ["ada"]],
    ]);
  });
});
