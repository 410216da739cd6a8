import assert from "node:assert/strict";
import { regressions, type Figures } from "#verify/adequacy/figures.ts";
import type { Naming } from "#verify/adequacy/naming.ts";

const naming: Naming = {
  files: 2,
  named: 1,
  rootsFound: 2,
  misnamed: [],
  unnamed: ["slip.1.ts: f (slip) has no name"],
  rootsMissed: [],
  blamed: [],
  accepted: [],
  confusion: { slip: { none: 1, slip: 1 } },
};
const figures: Figures = {
  exercise: "one",
  mutants: { total: 9, killed: 7, equivalent: ["f:sign:1:1"], survivors: ["f:constant:1:1"] },
  right: { files: 11, rejected: [] },
  guesses: [{ submission: "remembers", points: 2, honest: false }],
  naming: { single: naming, two: naming, own: naming },
};

const withSingle = (change: Partial<Naming>): Figures => ({
  ...figures,
  naming: { ...figures.naming, single: { ...naming, ...change } },
});

const rows: readonly (readonly [what: string, now: Figures, says: readonly string[]])[] = [
  ["the same", figures, []],
  ["a survivor less", { ...figures, mutants: { ...figures.mutants, survivors: [] } }, []],
  [
    "another survivor",
    { ...figures, mutants: { ...figures.mutants, survivors: ["f:loop:2:1"] } },
    ["survives: f:loop:2:1"],
  ],
  [
    "a right answer that loses points",
    { ...figures, right: { files: 11, rejected: ["a.ts: f is failed"] } },
    ["right, but rejected: a.ts: f is failed"],
  ],
  [
    "a right answer that is gone",
    { ...figures, right: { files: 10, rejected: [] } },
    ["right answers: 10 files, no longer 11"],
  ],
  [
    "a guess that earns more",
    { ...figures, guesses: [{ submission: "remembers", points: 3, honest: false }] },
    ['"remembers" earns 3, not 2'],
  ],
  ["a name more", withSingle({ named: 2, unnamed: [] }), []],
  [
    "a wrong name",
    withSingle({ misnamed: ["slip.2.ts: f is called other"] }),
    ["single, misnamed: slip.2.ts: f is called other"],
  ],
  ["wrong, with full marks", withSingle({ accepted: ["slip.2.ts"] }), ["single, accepted: slip.2.ts"]],
];

describe("figures may only improve", () => {
  for (const [what, now, says] of rows)
    it(what, () => {
      assert.deepEqual(regressions(figures, now), says);
    });
});
