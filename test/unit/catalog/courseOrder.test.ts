import assert from "node:assert/strict";
import { brokenPrerequisites, inCourseOrder } from "#catalog/courseOrder.ts";

const title = { en: "", ja: "" };
const exercise = (id: string, track: number, ...prerequisites: string[]) => ({
  id,
  track: { number: track, title },
  prerequisites,
});

const courses: readonly (readonly [what: string, given: ReturnType<typeof exercise>[], order: string])[] = [
  ["by track, then by id", [exercise("c", 1), exercise("b", 2), exercise("a", 2)], "c a b"],
  ["what another builds on comes before it", [exercise("a", 1, "z"), exercise("z", 1)], "z a"],
  ["also from a later track", [exercise("a", 1, "z"), exercise("b", 1), exercise("z", 3)], "b z a"],
  ["through several steps", [exercise("a", 1, "b"), exercise("b", 1, "c"), exercise("c", 1)], "c b a"],
  ["a circle hides nobody", [exercise("a", 1, "b"), exercise("b", 1, "a"), exercise("c", 2)], "c a b"],
  ["what is not there is not waited for", [exercise("a", 1, "nowhere"), exercise("b", 1)], "a b"],
];

describe("the order of the course", () => {
  for (const [what, given, order] of courses)
    it(what, () => {
      for (const shuffled of [given, given.toReversed()])
        assert.equal(
          inCourseOrder(shuffled)
            .map((one) => one.id)
            .join(" "),
          order,
        );
    });

  it("prerequisites that nobody can take are told: unknown ones and circles", () => {
    const all = [
      exercise("a", 1, "b", "nowhere", "d"),
      exercise("b", 1, "c"),
      exercise("c", 1, "a"),
      exercise("d", 1),
    ];
    assert.deepEqual(brokenPrerequisites("a", all), ["b", "nowhere"]);
    assert.deepEqual(brokenPrerequisites("d", all), []);
  });
});
