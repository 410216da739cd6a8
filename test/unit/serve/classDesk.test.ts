import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InstructorComment } from "#contract/class.ts";
import { zip } from "#exchange/write/zip.ts";
import { openClassDesk } from "#serve/classDesk.ts";
import { gradeClass, type ClassRun } from "#serve/client/classProcess.ts";
import { parseClassEvent, type ClassEvent } from "#serve/client/classEvents.ts";
import type { EngineError } from "#serve/client/connect.ts";
import type { EngineProcess } from "#serve/client/engineProcess.ts";
import { sourceOf, startEngine } from "./support.ts";

const exercise = "gaussian-mle";
const seed = "a-secret-seed-of-the-tests-4711";

/** A class in an archive, as its instructor's editor grades it and looks at it. */
describe("a class and its editor", function () {
  this.timeout(120_000);
  const place = mkdtempSync(join(tmpdir(), "gradus-desk-"));
  const folder = join(place, "results");
  const submissions = join(place, "class.zip");
  const slip = sourceOf("misconceptions/bessel-correction");
  const run: ClassRun = {
    command: {
      node: process.execPath,
      program: join(import.meta.dirname, "..", "..", "..", "grader", "cli", "main.ts"),
      args: [],
      env: process.env,
    },
    submissions,
    out: folder,
    gradebook: join(place, "gradebook"),
    comments: join(place, "comments.json"),
    roster: null,
    course: null,
    seed: { kind: "typed", value: seed },
    personalise: null,
    sandbox: "jail",
    backend: "wasm",
  };
  const never = new AbortController().signal;
  let engine: EngineProcess;

  const write = (ada: string): void => {
    const entries = { ada, grace: sourceOf("solution"), idle: sourceOf("starter") };
    const files = Object.entries(entries).map(([student, text]) => ({
      name: `${student}/${exercise}.ts`,
      content: Buffer.from(text),
    }));
    writeFileSync(submissions, zip(files));
  };
  const commentsIn = (file: string): readonly InstructorComment[] => {
    const data = JSON.parse(readFileSync(file, "utf8")) as
      readonly InstructorComment[] | { readonly comments: readonly InstructorComment[] };
    return "comments" in data ? data.comments : data;
  };

  before(() => {
    engine = startEngine();
    write(slip);
  });
  after(async () => {
    await engine.stop();
    rmSync(place, { recursive: true, force: true });
  });

  it("a run that is cancelled at once says so, and leaves nothing that stops the next", async () => {
    const controller = new AbortController();
    controller.abort();
    const outcome = await gradeClass(run, { onEvent: () => undefined }, controller.signal);
    assert.deepEqual(outcome, { type: "stopped" });
  });

  it("a run tells how far it is and never the seed", async () => {
    const events: ClassEvent[] = [];
    let said = "";
    const listeners = {
      onEvent: (event: ClassEvent) => events.push(event),
      onText: (text: string) => (said += text),
    };
    assert.deepEqual(await gradeClass(run, listeners, never), { type: "done", out: folder, outdated: 0 });
    assert.deepEqual(events.at(0)?.type, "opened");
    assert.deepEqual(events.at(-2), { type: "progress", done: 3, total: 3 });
    assert.ok(!(said + JSON.stringify(events)).includes(seed));
  });

  it("a run without comments takes none of another class, where the editor was started", async () => {
    const [home, elsewhere] = [process.cwd(), mkdtempSync(join(tmpdir(), "gradus-other-class-"))];
    const comments = [{ student: "ada", exercise, text: "Said to another Ada." }];
    writeFileSync(join(elsewhere, "comments.json"), JSON.stringify(comments));
    process.chdir(elsewhere);
    try {
      await gradeClass(run, { onEvent: () => undefined }, never);
    } finally {
      process.chdir(home);
      rmSync(elsewhere, { recursive: true });
    }
    assert.doesNotMatch(readFileSync(join(folder, "feedback/ada.html"), "utf8"), /another Ada/);
  });

  it("another seed is refused with a code and a sentence", async () => {
    const other = { ...run, seed: { kind: "typed", value: "another-secret-seed-4712" } } as const;
    await assert.rejects(
      gradeClass(other, { onEvent: () => undefined }, never),
      (error: EngineError) => error.code === "usage" && /graded with another seed/.test(error.message),
    );
  });

  it("the report has counts with the students behind them", async () => {
    const view = await engine.request("classReport", { folder });
    assert.deepEqual(
      view.students.map(({ id }) => id),
      ["ada", "grace", "idle"],
    );
    const [only] = view.exercises;
    assert.equal(only?.graded, 3);
    assert.equal(only.fullMarks, 1);
    assert.deepEqual(only.bins.at(-1), [1]);
    const found = only.functions.find(({ name }) => name === "sigma2Hat")?.students;
    assert.deepEqual(found, { failed: [0], passed: [1], "not-attempted": [2] });
    assert.deepEqual(
      view.slips.map(({ id, students }) => [id, students]),
      [["bessel-correction", [0]]],
    );
    assert.match(view.slips[0]?.says ?? "", /n\/\(n-1\)/);
  });

  it("a submission comes out of its archive as it was graded, with what was found", async () => {
    const asked = { folder, submissions, student: "ada", exercise };
    const graded = await engine.request("gradedSubmission", asked);
    assert.equal(graded.source, slip);
    assert.equal(graded.isAsGraded, true);
    assert.match(graded.result?.sentences["sigma2Hat"]?.says.en ?? "", /n\/\(n-1\)/);
    write(`${slip}\n// later\n`);
    assert.equal((await engine.request("gradedSubmission", asked)).isAsGraded, false);
    write(slip);
  });

  it("a comment is kept, carried by every page of the student's, replaced, and taken back", async () => {
    const at = { folder, student: "ada", exercise, function: "sigma2Hat" };
    const say = (text: string | null, name: string | null = "sigma2Hat") =>
      engine.request("comment", { ...at, function: name, text });
    // two at once: none is lost
    await Promise.all([say("Why n - 1? <b>"), say("Well begun.", null)]);
    const kept = commentsIn(run.comments);
    assert.equal(kept.length, 2);
    assert.deepEqual(commentsIn(join(folder, "results.json")), kept);
    for (const file of ["feedback/ada.html", `moodle/${exercise}.csv`, "gradescope/ada.json"])
      assert.match(readFileSync(join(folder, file), "utf8"), /Why n - 1\?/, file);
    assert.match(readFileSync(join(folder, "feedback/ada.html"), "utf8"), /&lt;b&gt;[^]*|Well begun/);
    await say("Divide by n.");
    assert.equal(commentsIn(run.comments).find((one) => one.function === "sigma2Hat")?.text, "Divide by n.");
    // the next grading carries them too
    await gradeClass(run, { onEvent: () => undefined }, never);
    assert.match(readFileSync(join(folder, "feedback/ada.html"), "utf8"), /Divide by n\./);
    await Promise.all([say(null), say(null, null)]);
    assert.deepEqual(commentsIn(run.comments), []);
    assert.doesNotMatch(readFileSync(join(folder, "feedback/ada.html"), "utf8"), /Divide by n|Well begun/);
  });

  it("a comment goes with what others have said there since, or takes its place, as it is asked", async () => {
    const there = { student: "ada", exercise, function: "sigma2Hat" };
    writeFileSync(run.comments, JSON.stringify([{ ...there, text: "By hand." }]));
    const { comments } = await engine.request("comment", { ...there, folder, text: "More.", besides: true });
    assert.deepEqual(comments, [{ ...there, text: "By hand.\n\nMore." }]);
    assert.deepEqual(commentsIn(run.comments), comments);
    const { comments: instead } = await engine.request("comment", { ...there, folder, text: "Other." });
    assert.deepEqual(instead, [{ ...there, text: "Other." }]);
    await engine.request("comment", { ...there, folder, text: null });
  });

  it("a comment in a class of exercises that are not here is kept, and no page is written without their texts", async () => {
    const { comment } = openClassDesk(join(place, "no-exercises"));
    const page = join(folder, "feedback/ada.html");
    const [before, there] = [readFileSync(page, "utf8"), { student: "ada", exercise }];
    const { isRenewed } = await comment({ ...there, folder, function: null, text: "Well begun." });
    assert.equal(isRenewed, false);
    assert.deepEqual(commentsIn(run.comments), [{ ...there, text: "Well begun." }]);
    assert.equal(readFileSync(page, "utf8"), before);
  });

  it("submissions that lie elsewhere by now have a code of their own", async () => {
    const there = { folder, student: "ada", exercise };
    await assert.rejects(
      engine.request("gradedSubmission", { ...there, submissions: join(place, "moved.zip") }),
      (error: EngineError) => error.code === "submission-not-found" && /moved\.zip/.test(error.message),
    );
    await assert.rejects(
      engine.request("gradedSubmission", { ...there, folder: place, submissions }),
      (error: EngineError) => error.code === "file-not-found" && /no results\.json/.test(error.message),
    );
  });

  it("a folder without results, or with broken ones, is told in a sentence", async () => {
    await assert.rejects(
      engine.request("classReport", { folder: place }),
      (error: EngineError) => error.code === "file-not-found" && /no results\.json/.test(error.message),
    );
    writeFileSync(join(place, "results.json"), `{"schemaVersion":1}`);
    await assert.rejects(
      engine.request("classReport", { folder: place }),
      (error: EngineError) => error.code === "file-not-readable",
    );
    assert.ok(existsSync(join(folder, "results.json")));
  });
});

describe("an event of a class", () => {
  for (const line of ["", "progress", "[]", "null", `{"type":"progress","done":1}`, `{"type":"toString"}`])
    it(`is not read from ${JSON.stringify(line)}`, () => {
      assert.equal(parseClassEvent(line), null);
    });
});
