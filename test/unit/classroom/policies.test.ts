import assert from "node:assert/strict";
import { checkedCourse } from "#classroom/course.ts";
import { latePenalty } from "#classroom/latePolicy.ts";
import { planClass, remaining } from "#classroom/plan.ts";
import { checkedSeed, commitmentOf, newSeed, seedFor } from "#classroom/seeds.ts";
import { describe as describeProgress } from "#cli/class/progress.ts";
import type { Course } from "#contract/class.ts";
import type { Exercise } from "#engine/ports.ts";

const due = { "*": "2026-05-01T12:00:00Z", elbo: "2026-05-03T12:00:00Z" };
const policy: Course = { late: { due, perDay: 0.2, atMost: 0.5 } };

const late: readonly (readonly [string, object, number])[] = [
  ["in time", { receivedAt: "2026-05-01T12:00:00Z" }, 0],
  ["a second late: a day begun", { receivedAt: "2026-05-01T12:00:01Z" }, 0.2],
  ["a day and a second late", { receivedAt: "2026-05-02T12:00:01Z" }, 0.4],
  ["very late: never more than the most", { receivedAt: "2026-06-01T00:00:00Z" }, 0.5],
  ["in another time zone", { receivedAt: "2026-05-01T14:00:00+02:00" }, 0],
  ["an exercise with its own due time", { exercise: "elbo", receivedAt: "2026-05-03T11:00:00Z" }, 0],
  ["marked late without a time", { late: true }, 0.2],
  ["without a time and without a mark", {}, 0],
];

describe("the late policy", () => {
  for (const [title, received, share] of late)
    it(title, () => {
      assert.ok(Math.abs(latePenalty(policy, { exercise: "rbm", ...received }) - share) < 1e-12);
    });
  it("takes nothing where there is none", () => {
    assert.equal(latePenalty({}, { exercise: "rbm", late: true }), 0);
  });
});

const mistakes: readonly (readonly [string, unknown, RegExp])[] = [
  ["a list", [], /an object/],
  ["an unknown name", { wieghts: {} }, /wieghts is not known/],
  ["a negative weight", { weights: { elbo: -1 } }, /weights\.elbo/],
  ["a due time that is none", { late: { due: { "*": "tomorrow" } } }, /late\.due\.\*/],
  ["a share above one", { late: { perDay: 20 } }, /late\.perDay/],
];

describe("course.json", () => {
  it("is taken as it is where it is right", () => {
    const course = { title: "Models", weights: { elbo: 2 }, ...policy };
    assert.deepEqual(checkedCourse(course), course);
  });
  for (const [title, value, message] of mistakes)
    it(`is refused with the place: ${title}`, () => {
      assert.throws(() => checkedCourse(value), { code: "usage", message });
    });
});

describe("seeds", () => {
  it("are refused where they could be guessed", () => {
    assert.throws(() => checkedSeed("1234\n"), { code: "usage" });
    assert.equal(checkedSeed(" a seed of some length \r\nanother line"), "a seed of some length");
    assert.notEqual(newSeed(), newSeed());
  });
  it("are one for the class, or one for each student that tells nothing of the others'", () => {
    const [ada, ben] = ["ada", "ben"].map((id) => seedFor("the secret of the class", id, true));
    assert.deepEqual(seedFor("the secret of the class", "ada", false).kind, "secret");
    assert.notEqual(ada?.value, ben?.value);
    assert.ok(!JSON.stringify([ada, ben]).includes("the secret of the class"));
    assert.equal(ada?.commitment, commitmentOf(ada?.value ?? ""));
  });
});

describe("the plan of a class", () => {
  const exercise = { manifest: { id: "elbo" }, version: "1+a" } as unknown as Exercise;
  const received = ["elbo", "unknown"].map((id) => ({
    student: "ada",
    exercise: id,
    submission: { fileName: "elbo.ts", source: "export {}" },
    origin: "ada/elbo.ts",
  }));
  const students = ["ada", "ben"].map((id) => ({ id, name: id }));
  const draw = { secret: "the secret of the class", personalised: true, graderVersion: "0.1.0" };
  const works = planClass({ students, received, refused: [] }, [exercise], draw);

  it("has a task for each file of an exercise that is graded", () => {
    assert.deepEqual(
      works.map(({ student, tasks }) => [student, tasks.map(({ key }) => key.exercise)]),
      [["ada", ["elbo"]]],
    );
  });
  it("leaves out whom nothing is left to do for", () => {
    assert.deepEqual(
      remaining(works, () => true),
      [],
    );
  });
});

describe("progress", () => {
  it("tells rate and time left, counting what was done in this run only", () => {
    assert.equal(
      describeProgress({ done: 60, total: 100 }, 20, 10),
      "60 of 100 graded, 2.0 a second, 20 s left",
    );
    assert.equal(describeProgress({ done: 100, total: 100 }, 0, 1), "100 of 100 graded");
  });
});
