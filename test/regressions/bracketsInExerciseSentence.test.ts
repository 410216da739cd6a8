import assert from "node:assert/strict";
import { render } from "#diagnose/render.ts";

/** Square brackets mark optional parts of the grader's own sentences; in an exercise's sentence `W[j][i]` became `Wji`. */
describe("regression: an exercise's sentence with a formula", () => {
  it("keeps its brackets and braces", () => {
    const says = { en: "you took W[j][i] for W[i][j] at z_{t}", ja: "W[j][i]" };
    const message = { key: "exercise.misconception.transposed", values: {} };
    assert.equal(render(message, "en", { "misconception.transposed": says }), says.en);
  });
});
