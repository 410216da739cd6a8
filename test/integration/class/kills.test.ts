import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { createRng } from "#sdk/random.ts";
import { openQueueHere } from "#cli/class/queueHere.ts";
import { openServer } from "#gradebook/server/openServer.ts";
import { generateClass } from "../../fixtures/classes/generateClass.ts";
import { ClassPlace, seed } from "./classPlace.ts";
import { roundsOf, runUnderKills, type Survived } from "./kills.ts";
import { startPostgres, type Postgres } from "./postgres.ts";

/** In a folder and on a server together; `npm run soak -- class` raises it to 200. */
const kills = Number(process.env["GRADUS_KILLS"] ?? 10);
const killsOnServer = Math.floor(kills / 3);
const killsInFolder = kills - killsOnServer;
const students = kills > 10 ? 60 : 12;
const exercises = ["elbo", "gaussian-mle"];
/** From one kill to the next. */
const longestMs = 1500;

describe("a class that is killed again and again", function () {
  this.timeout(kills * 20_000 + 120_000);
  const undisturbed = new ClassPlace();
  let expected: ReadonlyMap<string, string>;

  before(async () => {
    await prepare(undisturbed);
    const { status, output } = await undisturbed.grade("--out", "results").ended;
    assert.equal(status, 0, output);
    expected = await undisturbed.verdicts();
    assert.ok(expected.size > students);
  });
  after(() => {
    undisturbed.remove();
  });

  it(`has the same verdicts after ${String(killsInFolder)} kills of coordinator and jails, in a folder`, () =>
    roundsOf(killsInFolder, async (left, count) => {
      const disturbed = new ClassPlace();
      await prepare(disturbed);
      const end = await runUnderKills(() => disturbed.grade(), {
        kills: left,
        seed: `folder ${String(count)}`,
        longestMs,
        grades: () => disturbed.grades(),
      });
      assert.equal(end.status, 0, end.output);
      assert.deepEqual(await disturbed.verdicts(), expected);
      disturbed.remove();
      return end.left;
    }));

  it(`has them on PostgreSQL after ${String(killsOnServer)} of coordinator and jails, and more of a worker, beside a job that no worker can do`, () =>
    roundsOf(killsOnServer, async (left, count) => {
      const disturbed = new ClassPlace();
      await prepare(disturbed);
      const postgres = await startPostgres();
      const { end, verdicts } = await onServer(disturbed, postgres, { left, count });
      await postgres.stop();
      disturbed.remove();
      assert.equal(end.status, 0, end.output);
      assert.deepEqual(verdicts, expected);
      return end.left;
    }));
});

async function prepare({ submissions, seedFile }: ClassPlace): Promise<void> {
  await generateClass({ folder: submissions, students, exercises, hostileShare: 0 });
  writeFileSync(seedFile, seed);
}

async function onServer(
  disturbed: ClassPlace,
  { url }: Postgres,
  { left, count }: { readonly left: number; readonly count: number },
): Promise<{ readonly end: Survived; readonly verdicts: ReadonlyMap<string, string> }> {
  await poison(url);
  const { gradebook } = await openServer(url);
  let isOver = false;
  const worker = keepWorking(
    () => disturbed.start("worker", "--database", url, "--backend", "wasm"),
    () => isOver,
  );
  const end = await runUnderKills(() => disturbed.grade("--database", url), {
    kills: left,
    seed: `server ${String(count)}`,
    longestMs,
    grades: () => disturbed.grades(gradebook),
  });
  isOver = true;
  await worker;
  const verdicts = await disturbed.verdicts(gradebook);
  await gradebook.close();
  return { end, verdicts };
}

/** A job in the same queue that fails whenever it is begun. */
async function poison(url: string): Promise<void> {
  const { gradebook, database } = await openServer(url);
  const queue = await openQueueHere(database, {});
  await queue.replace({ classId: "poison" }, [{ id: randomUUID(), data: { classId: "poison" } }]);
  await queue.close();
  await gradebook.close();
}

/** A worker that is killed at random moments and started anew. */
async function keepWorking(
  start: () => ReturnType<ClassPlace["start"]>,
  isOver: () => boolean,
): Promise<void> {
  const rng = createRng("worker");
  while (!isOver()) {
    const worker = start();
    const killAtMs = performance.now() + rng.uniform(1000, 8000);
    while (performance.now() < killAtMs && !isOver()) await sleep(100);
    worker.kill("SIGKILL");
    await worker.ended;
  }
}
