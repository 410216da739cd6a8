import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attemptOf } from "#classroom/attempts.ts";
import { commitmentOf } from "#classroom/seeds.ts";
import type { Report } from "#contract/report.ts";
import { openFolder } from "#gradebook/folder/openFolder.ts";
import { parseClassEvent, type ClassEvent } from "#serve/client/classEvents.ts";
import type { Attempt } from "#gradebook/gradebook.ts";
import { generateClass } from "../../fixtures/classes/generateClass.ts";
import { bundled } from "../cli/gradus.ts";
import { allText, ClassPlace, descendants, seed } from "./classPlace.ts";

const exercise = "gaussian-mle";

describe("gradus grade and regrade", function () {
  this.timeout(180_000);
  const place = new ClassPlace();
  const file = (student: string): string => join(place.submissions, student, `${exercise}.ts`);

  const reportsIn = (out: string): ReadonlyMap<string, Report> => {
    const results = JSON.parse(readFileSync(join(place.folder, out, "results.json"), "utf8")) as {
      readonly entries: readonly {
        readonly student: string;
        readonly grade: { readonly report: Report } | null;
      }[];
    };
    return new Map(
      results.entries.flatMap(({ student, grade }) =>
        grade === null ? [] : [[student, grade.report] as const],
      ),
    );
  };

  before(async () => {
    await generateClass({ folder: place.submissions, students: 6, exercises: [exercise], hostileShare: 0 });
    writeFileSync(file("student-0001"), "export const mean = 1;\n");
    writeFileSync(place.seedFile, `${seed}\n`);
  });
  after(() => {
    place.remove();
  });

  it("stop cleanly at Ctrl-C, and the next run goes on", async () => {
    const run = place.grade();
    const isGrading = new Promise<void>((resolve) => {
      run.stderr?.on("data", (chunk: Buffer) => {
        if (chunk.toString().includes("of 6 graded")) resolve();
      });
    });
    await isGrading;
    run.kill("SIGINT");
    const { status, output } = await run.ended;
    assert.equal(status, 130, output);
    assert.match(output, /The same command goes on/);
    assert.deepEqual(descendants(run.pid ?? 0), []);
    const again = await place.grade().ended;
    assert.equal(again.status, 0, again.output);
    assert.ok((await place.verdicts()).size >= 5);
  });

  it("grade nothing twice, and leave what counts as it is when a submission changes", async () => {
    const before = await place.verdicts();
    cpSync(join(bundled, exercise, "solution.ts"), file("student-0001"));
    const { output } = await place.grade().ended;
    assert.match(output, /1 grades are of an earlier submission/);
    assert.deepEqual(await place.verdicts(), before);
  });

  it("say which grades would change before any does", async () => {
    const before = await place.verdicts();
    const args = ["regrade", place.submissions, "--backend", "wasm"];
    const looked = await place.start(...args).ended;
    assert.match(looked.output, new RegExp(`student-0001 {2}${exercise}: 0 -> 100 of 100`));
    assert.match(looked.output, /Nothing is written/);
    assert.deepEqual(await place.verdicts(), before);
    const done = await place.start(...args, "--yes").ended;
    assert.equal(done.status, 0, done.output);
    const after = await place.verdicts();
    const changed = [...after].filter(([key, verdict]) => before.get(key) !== verdict).map(([key]) => key);
    assert.deepEqual(changed, [`student-0001 ${exercise}`]);
  });

  it("give up what the grader has died over again and again, and grade the others", async () => {
    const own = "a-seed-under-which-nothing-is-graded-yet";
    const ownFile = join(place.folder, "own-seed");
    writeFileSync(ownFile, own);
    const seedCommitment = commitmentOf(own);
    const keys = new Map(
      (await place.grades()).map((grade) => [grade.student, { ...grade, seedCommitment }] as const),
    );
    const attemptAt = (student: string, changed = {}): Attempt => {
      const key = keys.get(student);
      assert.ok(key);
      return attemptOf({ ...key, ...changed });
    };
    const book = await openFolder(join(place.folder, "gradebook"));
    await book.saveSeed(seedCommitment, own);
    await book.saveClass({ id: "deadly", seedCommitment, personalised: false });
    for (let death = 0; death < 6; death++) {
      await book.begin("deadly", attemptAt("student-0001"), { alone: true });
      // an earlier submission, and an earlier grader: what is graded now has ended nobody
      await book.begin("deadly", attemptAt("student-0002", { submissionHash: "earlier" }), { alone: true });
      await book.begin("deadly", attemptAt("student-0004", { graderVersion: "0.0.9" }), { alone: true });
    }
    await book.begin("deadly", attemptAt("student-0003"), { alone: true });
    await book.close();
    const { status, output } = await place.start(
      ...["grade", place.submissions, "--seed-file", ownFile, "--backend", "wasm"],
      ...["--class", "deadly", "--out", "deadly"],
    ).ended;
    assert.equal(status, 0, output);
    assert.match(output, /student-0001, gaussian-mle, is graded as ungradable/);
    const reports = reportsIn("deadly");
    assert.equal(reports.get("student-0001")?.functions[0]?.message.key, "ungradable.ends-grader");
    assert.equal(reports.get("student-0001")?.score, 0);
    const others = [...reports].filter(([student]) => student !== "student-0001");
    assert.equal(others.length, 5);
    assert.ok(others.every(([, { functions }]) => functions.every((one) => one.status !== "ungradable")));
  });

  it("say at every run what is given up, and do not take it for outdated", async () => {
    const args = ["grade", place.submissions, "--backend", "wasm", "--class", "deadly", "--out", "deadly"];
    const { output } = await place.start(...args).ended;
    assert.match(output, /student-0001, gaussian-mle, is graded as ungradable/);
    assert.doesNotMatch(output, /earlier submission/);
    const events = eventsIn((await place.start(...args, "--json").ended).output);
    assert.deepEqual(events.slice(-2), [
      { type: "given-up", student: "student-0001", exercise },
      { type: "done", out: "deadly", outdated: 0 },
    ]);
  });

  it("try again at a regrade what was given up, and nothing else", async () => {
    const args = ["regrade", place.submissions, "--backend", "wasm", "--class", "deadly", "--out", "deadly"];
    const { status, output } = await place.start(...args, "--yes").ended;
    assert.equal(status, 0, output);
    assert.match(output, /1 grades made anew/);
    assert.match(output, new RegExp(`student-0001 {2}${exercise}: 0 -> 100 of 100`));
    assert.equal(reportsIn("deadly").get("student-0001")?.score, 100);
    const again = await place.start(...args).ended;
    assert.match(again.output, /Nothing has changed/);
  });

  it("refuse another seed, which regrade is for", async () => {
    const other = join(place.folder, "other");
    writeFileSync(other, "another-seed-of-the-same-class");
    const { status, output } = await place.start("grade", place.submissions, "--seed-file", other).ended;
    assert.equal(status, 2);
    assert.match(output, /gradus regrade/);
    assert.ok(!output.includes("another-seed"));
  });

  it("carry an instructor's comments into the feedback page and results.json", async () => {
    const text = "Look at the <mean> again.";
    const about = ["--exercise", exercise, "--function", "muHat"];
    const said = await place.start("comment", "student-0002", text, ...about).ended;
    assert.equal(said.status, 0, said.output);
    await place.start("comment", "nobody", "Hello", "--exercise", exercise).ended;
    const graded = await place.grade("--out", "commented").ended;
    assert.equal(graded.status, 0, graded.output);
    assert.match(graded.output, /a comment reaches nobody: nobody, gaussian-mle/);
    const events = eventsIn((await place.grade("--out", "commented", "--json").ended).output);
    assert.deepEqual(
      events.filter(({ type }) => type === "stray-comment"),
      [{ type: "stray-comment", place: "nobody, gaussian-mle" }],
    );
    const page = readFileSync(join(place.folder, "commented", "feedback", "student-0002.html"), "utf8");
    assert.ok(page.includes("Look at the &lt;mean&gt; again."));
    const results = JSON.parse(readFileSync(join(place.folder, "commented", "results.json"), "utf8")) as {
      readonly comments: readonly object[];
    };
    const kept = { student: "student-0002", exercise, function: "muHat", text };
    assert.deepEqual(results.comments[0], kept);
    const taken = await place.start("comment", "student-0002", "--remove", ...about).ended;
    assert.equal(taken.status, 0, taken.output);
    const left = readFileSync(join(place.folder, "comments.json"), "utf8");
    assert.ok(!left.includes("student-0002") && left.includes("nobody"));
  });

  it("refuse a comments file that is not there, and a comment on what no exercise has", async () => {
    const mistyped = await place.grade("--comments", "coments.json").ended;
    assert.equal(mistyped.status, 2);
    assert.match(mistyped.output, /no comments file coments\.json/);
    const unknown = await place.start("comment", "ada", "Hm", "--exercise", exercise, "--function", "f")
      .ended;
    assert.equal(unknown.status, 2);
    assert.match(unknown.output, /gaussian-mle has no function f\. It has: negLogLikelihood/);
  });

  it("give each student a seed of its own when told to, and tell none of them", async () => {
    const { status, output } = await place.grade("--class", "personal", "--personalise", "--out", "own")
      .ended;
    assert.equal(status, 0, output);
    const told = output + allText(join(place.folder, "own"));
    assert.ok(!told.includes(seed));
    const byStudent = reportsIn("own");
    const reports = [...byStudent.values()];
    assert.ok(reports.every((report) => report.seed.kind === "personal"));
    assert.equal(new Set(reports.map((report) => report.seed.commitment)).size, reports.length);
    const solved = byStudent.get("student-0001");
    assert.equal(solved?.score, solved?.maxScore);
    // it stays so unless it is asked for otherwise, which changes every grade
    assert.equal((await place.grade("--class", "personal", "--out", "own").ended).status, 0);
    const shared = await place.grade("--class", "personal", "--no-personalise", "--out", "own").ended;
    assert.equal(shared.status, 2);
    assert.match(shared.output, /graded with another seed/);
  });
});

function eventsIn(output: string): readonly ClassEvent[] {
  return output.split("\n").flatMap((line) => parseClassEvent(line) ?? []);
}
