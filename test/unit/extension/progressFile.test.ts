import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Report } from "#contract/report.ts";
import {
  noProgress,
  readProgress,
  withHint,
  withReport,
  writeProgress,
} from "#extension/progress/progressFile.ts";

const at = { file: "week-1/gaussian-mle.ts", time: "2026-01-01T00:00:00.000Z" };

describe("the progress file", () => {
  let path: string;
  beforeEach(() => {
    path = join(mkdtempSync(join(tmpdir(), "gradus-progress-")), ".gradus", "progress.json");
  });
  afterEach(() => {
    rmSync(dirname(dirname(path)), { recursive: true });
  });

  it("comes back as it was written, and is readable", async () => {
    const progress = withHint(withReport(noProgress, report(60), at), "gaussian-mle", "muHat", 2);
    await writeProgress(path, progress);
    assert.deepEqual(await readProgress(path), progress);
    assert.match(readFileSync(path, "utf8"), /^\{\n {2}"schemaVersion": 1,\n {2}"exercises": \{\n/);
    assert.deepEqual(readdirSync(dirname(path)), ["progress.json"], "nothing is left beside it");
  });

  it("keeps the best score and the hints when a later check is worse", () => {
    const hinted = withHint(withReport(noProgress, report(100), at), "gaussian-mle", "dMu", 1);
    const later = withReport(hinted, report(20), at).exercises["gaussian-mle"];
    assert.deepEqual([later?.score, later?.best, later?.hints], [20, 100, { dMu: 1 }]);
  });

  it("never counts a hint back", () => {
    const twice = withHint(withHint(noProgress, "elbo", "kl", 3), "elbo", "kl", 1);
    assert.equal(twice.exercises["elbo"]?.hints["kl"], 3);
  });

  it("is no progress where there is no file", async () => {
    assert.deepEqual(await readProgress(path), noProgress);
  });

  for (const broken of ["{", "null", '{"schemaVersion": 2, "exercises": {}}', '{"schemaVersion": 1}'])
    it(`sets aside what it cannot read: ${broken}`, async () => {
      mkdirSync(dirname(path));
      writeFileSync(path, broken);
      assert.deepEqual(await readProgress(path), noProgress);
      assert.ok(existsSync(`${path}.unreadable`));
    });
});

function report(score: number): Report {
  const one = { name: "muHat", status: score === 100 ? "passed" : "failed", points: score, maxPoints: 100 };
  // of a report only these fields are kept
  return { exercise: "gaussian-mle", score, maxScore: 100, functions: [one] } as unknown as Report;
}
