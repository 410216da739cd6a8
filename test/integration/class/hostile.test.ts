import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commitmentOf } from "#classroom/seeds.ts";
import { readAttacks } from "../../attacks/attack.ts";
import { generateClass } from "../../fixtures/classes/generateClass.ts";
import { hostileSources } from "../../fixtures/classes/hostile.ts";
import { allText, ClassPlace, seed, watchDescendants } from "./classPlace.ts";

const exercise = "gaussian-mle";
const functions = ["negLogLikelihood"];
const honest = 12;
/** Each attack is tried alone in test/attacks, and all together in `npm run soak -- hostile`; here every fourth one is. */
const every = process.env["GRADUS_ATTACKS"] === "all" ? 1 : 4;

describe("attacks in one class with honest students", function () {
  this.timeout(1_200_000); // a hundred and more submissions, most of which use up whatever they are given
  const alone = new ClassPlace();
  const mixed = new ClassPlace();
  const secret = "what-is-nobodys-business-81c";
  const canary = join(mixed.folder, "canary");

  before(async () => {
    for (const { submissions, seedFile } of [alone, mixed]) {
      await generateClass({ folder: submissions, students: honest, exercises: [exercise], hostileShare: 0 });
      writeFileSync(seedFile, seed);
    }
    mkdirSync(canary);
    writeFileSync(join(mixed.folder, "hidden.json"), secret);
    const planted = { SECRET: mixed.folder, CANARY: canary, PORT: "9" };
    const names = readAttacks(planted).map(({ name }) => name);
    hostileSources(planted)(functions).forEach((source, index) => {
      if (index % every !== 0) return;
      const folder = join(mixed.submissions, `attacker-${names[index] ?? ""}`);
      mkdirSync(folder);
      writeFileSync(join(folder, `${exercise}.ts`), source);
    });
  });
  after(() => {
    alone.remove();
    mixed.remove();
  });

  it("leaves every honest grade as it is, tells no secret and leaves nothing behind", async () => {
    const quiet = await alone.grade("--out", "results").ended;
    assert.equal(quiet.status, 0, quiet.output);
    const run = mixed.grade("--out", "results");
    const survivors = watchDescendants(run.pid ?? 0);
    const loud = await run.ended;
    // without a process there is no socket either, and a socket in the file system would be a file
    assert.deepEqual(await survivors(), [], "a process outlived its class");
    assert.equal(loud.status, 0, loud.output);

    const verdicts = await mixed.verdicts();
    const ofHonest = new Map([...verdicts].filter(([place]) => place.startsWith("student-")));
    assert.deepEqual(ofHonest, await alone.verdicts());
    assert.ok(verdicts.size > ofHonest.size + 100 / every);

    const told = loud.output + allText(join(mixed.folder, "results"));
    assert.ok(told.includes(commitmentOf(seed)), "the commitment is told");
    for (const hidden of [seed, secret]) assert.ok(!told.includes(hidden), `${hidden} is told`);

    assert.deepEqual(readdirSync(canary), [], "a canary was written");
    assert.ok(!existsSync("/tmp/persist-marker"), "a file outlived its sandbox");
    assert.deepEqual(readdirSync(mixed.temporary), [], "a temporary file outlived its class");
  });
});
