import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Grade } from "#contract/class.ts";
import { openPglite } from "#gradebook/folder/pglite.ts";
import { Gradebook } from "#gradebook/gradebook.ts";
import { openServer } from "#gradebook/server/openServer.ts";
import { startPostgres, type Postgres } from "../integration/class/postgres.ts";
import { root } from "../integration/cli/gradus.ts";

const gradesThatAreRight = ["ada gaussian-mle 100", "ben elbo 100", "ben gaussian-mle 100"];

/** An attempt was over all that a student handed in: one file that ends the grader had the others given up with it. */
describe("regression: a student's other files beside a deadly one", function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), "gradus-deadly-"));
  let postgres: Postgres;
  before(async () => {
    postgres = await startPostgres();
  });
  after(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are graded in a folder's gradebook, and only the deadly one is given up", async () => {
    const place = join(folder, "data");
    let deaths = 0;
    while (!(await survives(place))) deaths++;
    assert.equal(deaths, 7, "once beside others, six times alone");
    await givesUpOnlyTheDeadly(await Gradebook.over(await openPglite(place)));
  });

  it("are graded on a server, and only the deadly one is given up", async () => {
    assert.ok(!(await survives(postgres.url)));
    const { gradebook, database } = await openServer(postgres.url);
    assert.deepEqual(await placesBegun(gradebook), ["ada elbo 0"]);
    await database.query("update gradus.attempts set deaths = 5"); // each would take the queue ten seconds to notice
    assert.ok(!(await survives(postgres.url)));
    assert.deepEqual(await placesBegun(gradebook), ["ada elbo 6"]);
    assert.ok(await survives(postgres.url));
    await givesUpOnlyTheDeadly(gradebook);
  });
});

async function placesBegun(book: Gradebook): Promise<readonly string[]> {
  const begun = await book.begun("class");
  return begun
    .filter(({ student }) => student === "ada")
    .map(({ student, exercise, deaths }) => `${student} ${exercise} ${String(deaths)}`);
}

async function givesUpOnlyTheDeadly(book: Gradebook): Promise<void> {
  const grades = await book.grades(await book.official("class"));
  const [deadly, ...others] = grades.map(said).toSorted();
  await book.close();
  assert.equal(deadly, "ada elbo 0 ungradable.ends-grader");
  assert.deepEqual(others, gradesThatAreRight);
}

function said({ student, exercise, report }: Grade): string {
  const key = report.functions[0]?.message.key ?? "";
  return [student, exercise, report.score, ...(key.startsWith("ungradable") ? [key] : [])].join(" ");
}

async function survives(place: string): Promise<boolean> {
  const program = join(root, "test", "fixtures", "classes", "dieOver.ts");
  const child = spawn(process.execPath, [program, place, "ada", "elbo"], { stdio: "ignore" });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  assert.ok(code === 0 || signal === "SIGKILL", `it ended with ${String(code)}`);
  return code === 0;
}
