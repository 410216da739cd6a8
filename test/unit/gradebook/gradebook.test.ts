import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { Grade } from "#contract/class.ts";
import type { GradusError } from "#contract/errors.ts";
import type { Report } from "#contract/report.ts";
import type { Database } from "#gradebook/database.ts";
import { openFolder } from "#gradebook/folder/openFolder.ts";
import { startOf } from "#gradebook/folder/startOf.ts";
import { openPglite } from "#gradebook/folder/pglite.ts";
import { Gradebook } from "#gradebook/gradebook.ts";
import { openServer } from "#gradebook/server/openServer.ts";
import { startPostgres, type Postgres } from "../../integration/class/postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "gradus-gradebook-"));
const state = { id: "algebra", seedCommitment: "c0ffee", personalised: false };

function gradeOf(student: string, score: number, text = ""): Grade {
  const key = { exercise: "elbo", exerciseVersion: "1+a", submissionHash: "abc", graderVersion: "0.1.0" };
  const report = { score, text } as unknown as Report; // any JSON is kept as it is
  return { student, ...key, seedCommitment: "c0ffee", report, gradedAt: "2026-05-01T10:00:00.000Z" };
}

const asInVersion1 = `
  drop table gradus.attempts;
  create table gradus.attempts (
    class text references gradus.classes, student text, work text not null, deaths integer not null,
    primary key (class, student)
  );
  insert into gradus.attempts values ('algebra', 'ada', 'all of it', 3);
  update gradus.version set version = 1`;

describe("a gradebook", function () {
  this.timeout(60_000);
  let postgres: Postgres;
  before(async () => {
    postgres = await startPostgres();
  });
  after(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const places: Readonly<Record<string, () => Promise<Gradebook>>> = {
    "in a folder": () => openFolder(join(folder, "book")),
    "in a PostgreSQL server": async () => (await openServer(postgres.url)).gradebook,
  };
  for (const [place, open] of Object.entries(places)) {
    describe(place, () => {
      let book: Gradebook;
      before(async () => {
        book = await open();
        await book.saveSeed("c0ffee", "the seed itself");
        await book.saveClass(state);
      });
      after(() => book.close());

      it("keeps a grade as it was first written", async () => {
        await book.keep([gradeOf("ada", 10)]);
        await book.keep([gradeOf("ada", 99), gradeOf("ben", 5)]);
        const grades = await book.grades([gradeOf("ada", 0), gradeOf("ben", 0), gradeOf("nobody", 0)]);
        assert.deepEqual(new Set(grades), new Set([gradeOf("ada", 10), gradeOf("ben", 5)]));
      });

      it("remembers what never ended being graded, and how often with nothing else beside it", async () => {
        const exercise = "elbo";
        const begin = (student: string, alone: boolean, work = "first"): Promise<void> =>
          book.begin("algebra", { student, exercise, work }, { alone });
        await begin("ada", false);
        await begin("ben", true);
        await begin("cleo", true);
        await begin("ben", true);
        await begin("ada", false);
        await book.begin("algebra", { student: "ben", exercise: "rbm-cd1", work: "other" }, { alone: false });
        await book.end("algebra", [{ student: "cleo", exercise }]);
        const begun = [
          { student: "ada", exercise, work: "first", deaths: 0 },
          { student: "ben", exercise, work: "first", deaths: 2 },
          { student: "ben", exercise: "rbm-cd1", work: "other", deaths: 0 },
        ];
        assert.deepEqual(await book.begun("algebra"), begun);
        await begin("ben", true, "second");
        assert.deepEqual((await book.begun("algebra"))[1], {
          ...{ student: "ben", exercise, work: "second", deaths: 1 },
        });
        const ended = ["ada", "ben", "nobody"].map((student) => ({ student, exercise }));
        await book.end("algebra", ended);
        assert.deepEqual(await book.begun("algebra"), begun.slice(2));
      });

      it("keeps any text that a report may hold", async () => {
        const odd = gradeOf("odd", 1, `\u0000 \ud800 {"},\\'$1 日本語`);
        await book.keep([odd]);
        assert.deepEqual(await book.grades([odd]), [odd]);
      });

      it("lets a grade count only where none does, unless told to replace it", async () => {
        const later = { ...gradeOf("cleo", 7), submissionHash: "later" };
        await book.keep([gradeOf("cleo", 3), later]);
        await book.publish("algebra", [gradeOf("cleo", 3)]);
        await book.publish("algebra", [later]);
        assert.deepEqual(await hashes(book), ["abc"]);
        await book.publish("algebra", [later], { replace: true });
        assert.deepEqual(await hashes(book), ["later"]);
      });

      it("lets no grade count that it has not kept", async () => {
        await assert.rejects(book.publish("algebra", [gradeOf("ghost", 1)]));
      });

      it("gives a seed back by its commitment, and the class's state", async () => {
        assert.equal(await book.seed("c0ffee"), "the seed itself");
        assert.equal(await book.seed("unknown"), undefined);
        assert.deepEqual(await book.classState("algebra"), state);
        assert.equal(await book.classState("geometry"), undefined);
      });
    });
  }

  const databases: Readonly<Record<string, () => Promise<Database>>> = {
    "in a folder": () => openPglite("memory://"),
    "in a PostgreSQL server": async () => (await openServer(postgres.url)).database,
  };
  for (const [place, open] of Object.entries(databases))
    it(`takes over one of version 1 ${place}, whose attempts were over all of a student's files`, async () => {
      const database = await open();
      const made = await Gradebook.over(database);
      await made.saveSeed("c0ffee", "the seed itself");
      await made.saveClass(state);
      await made.keep([gradeOf("ada", 10)]);
      await database.script(asInVersion1);
      const book = await Gradebook.over(database);
      assert.deepEqual(await book.grades([gradeOf("ada", 10)]), [gradeOf("ada", 10)]);
      assert.deepEqual(await book.begun("algebra"), []);
      const attempt = { student: "ada", exercise: "elbo", work: "first" };
      await book.begin("algebra", attempt, { alone: true });
      assert.deepEqual(await (await Gradebook.over(database)).begun("algebra"), [{ ...attempt, deaths: 1 }]);
      await book.end("algebra", [attempt]);
      await book.close();
    });

  it("refuses one of a version that it does not know", async () => {
    const database = await openPglite("memory://");
    await Gradebook.over(database);
    await database.script("update gradus.version set version = 3");
    await assert.rejects(Gradebook.over(database), { code: "gradebook-failed", message: /version 3/ });
    await database.close();
  });

  it("says in a sentence that a server cannot be reached, without the password", async () => {
    const attempt = openServer("postgres://teacher:hunter2@127.0.0.1:9/grades");
    await assert.rejects(attempt, (error: GradusError) => {
      assert.equal(error.code, "gradebook-failed");
      assert.ok(!error.message.includes("hunter2"));
      return true;
    });
  });

  describe("in a folder, of which one process is in charge", () => {
    const path = join(folder, "locked");
    const holder = (pid: number, started: string, host = hostname()): string =>
      `coordinator.${String(pid)}.${started}.${host}`;
    const rejected = { code: "gradebook-busy" };

    beforeEach(() => {
      mkdirSync(path, { recursive: true });
    });

    it("is refused to a second process, which is told of the first", async () => {
      const other = spawn("sleep", ["60"]);
      await once(other, "spawn");
      const name = holder(other.pid ?? 0, startOf(other.pid ?? 0) ?? "");
      writeFileSync(join(path, name), "");
      await assert.rejects(openFolder(path), rejected);
      assert.deepEqual(readdirSync(path), [name], "the refused one leaves no trace");
      other.kill("SIGKILL");
      await once(other, "close");
      await (await openFolder(path)).close();
      assert.deepEqual(readdirSync(path), ["data"]);
    });

    it("is taken over from a process whose id belongs to another one by now", async () => {
      writeFileSync(join(path, holder(process.ppid, "1")), "");
      await (await openFolder(path)).close();
      assert.deepEqual(readdirSync(path), ["data"]);
    });

    it("is left alone while another machine's process may have it", async () => {
      const name = holder(1, "1", "elsewhere.example");
      writeFileSync(join(path, name), "");
      await assert.rejects(openFolder(path), rejected);
      rmSync(join(path, name));
    });

    it("is refused twice to the same process", async () => {
      const first = await openFolder(path);
      await assert.rejects(openFolder(path), rejected);
      await first.close();
    });

    it("forgets what a process that was killed while making it left behind", async () => {
      const fresh = join(folder, "half-made");
      mkdirSync(join(fresh, "data.new.4711", "base"), { recursive: true });
      await (await openFolder(fresh)).close();
      assert.deepEqual(readdirSync(fresh), ["data"]);
    });
  });
});

async function hashes(book: Gradebook): Promise<readonly string[]> {
  return (await book.official("algebra"))
    .filter(({ student }) => student === "cleo")
    .map((key) => key.submissionHash);
}
