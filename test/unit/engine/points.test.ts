import assert from "node:assert/strict";
import type { CaseOutcome, InvariantOutcome, Outcome } from "#engine/outcome.ts";
import { checksOf, pointsOf } from "#engine/points.ts";
import { outcome } from "./outcomes.ts";

type Verdict = "right" | "wrong" | "threw";
type Kind = "value" | "stability" | "cost";

/** Cases in short: "value right", "stability threw"; the function has 100 points. */
interface Row {
  readonly what: string;
  readonly cases: readonly `${Kind} ${Verdict}`[];
  readonly invariants?: readonly boolean[];
  readonly distributions?: readonly boolean[];
  readonly mutated?: true;
  readonly keepsState?: true;
  readonly follows?: true;
  readonly attempt?: true;
  readonly share?: number;
  readonly points: number;
}

const rows: readonly Row[] = [
  { what: "everything right, purity the only other check", cases: ["value right"], points: 100 },
  { what: "right but not pure: an argument changed", cases: ["value right"], mutated: true, points: 70 },
  { what: "right but not pure: state kept", cases: ["value right"], keepsState: true, points: 70 },
  { what: "one of two value cases wrong", cases: ["value right", "value wrong"], points: 0 },
  { what: "a real attempt has nothing from purity", cases: ["value wrong"], attempt: true, points: 0 },
  { what: "all kinds of check hold", cases: ["value right", "stability right", "cost right"], invariants: [true], distributions: [true], points: 100 }, // prettier-ignore
  { what: "an extreme wrong costs a fifth of 30", cases: ["value right", "stability wrong", "cost right"], invariants: [true], distributions: [true], points: 94 }, // prettier-ignore
  { what: "two extremes wrong cost no more than one", cases: ["value right", "stability wrong", "stability threw"], points: 85 }, // prettier-ignore
  { what: "one of two extremes wrong costs as much", cases: ["value right", "stability wrong", "stability right"], points: 85 }, // prettier-ignore
  { what: "the cost", cases: ["value right", "cost threw"], points: 85 },
  { what: "an invariant", cases: ["value right"], invariants: [true, false], points: 85 },
  { what: "a distribution", cases: ["value right"], distributions: [false], points: 85 },
  { what: "every other check fails", cases: ["value right", "stability wrong"], invariants: [false], mutated: true, points: 70 }, // prettier-ignore
  { what: "a wrong value keeps the checks that hold, if it is a real attempt", cases: ["value wrong", "stability right"], invariants: [true], attempt: true, points: 20 }, // prettier-ignore
  {
    what: "and none of them if it is not",
    cases: ["value wrong", "stability right"],
    invariants: [true],
    points: 0,
  },
  { what: "follow-through: 80 %", cases: ["value wrong"], follows: true, attempt: true, points: 80 },
  {
    what: "follow-through with a share of its own",
    cases: ["value wrong"],
    follows: true,
    share: 0.5,
    points: 50,
  },
  { what: "follow-through, whatever else fails with it", cases: ["value wrong", "stability wrong"], invariants: [false], follows: true, points: 80 }, // prettier-ignore
  { what: "follow-through, but it changed an argument", cases: ["value wrong", "stability right"], mutated: true, follows: true, points: 65 }, // prettier-ignore
  { what: "extremes that break with an earlier line", cases: ["value right", "stability wrong"], follows: true, points: 97 }, // prettier-ignore
];

function measured(row: Row): Outcome {
  const holds =
    (kind: InvariantOutcome["kind"]) =>
    (value: boolean, index: number): InvariantOutcome => ({
      id: `${kind}-${index}`,
      kind,
      holds: value,
    });
  return outcome({
    cases: row.cases.map(
      (one, index): Partial<CaseOutcome> & { readonly kind: Kind; readonly id: string } => {
        const [kind, verdict] = one.split(" ") as [Kind, Verdict];
        return { id: `${kind}-${index}`, kind, ...given[verdict] };
      },
    ),
    invariants: [
      ...(row.invariants ?? []).map(holds("invariant")),
      ...(row.distributions ?? []).map(holds("distribution")),
    ],
    mutated: row.mutated === true ? [0] : [],
    keepsState: row.keepsState === true,
    ...(row.share === undefined ? {} : { followThroughShare: row.share }),
  });
}

const given: Readonly<Record<Verdict, Pick<CaseOutcome, "got" | "difference">>> = {
  right: { got: { value: 1 }, difference: null },
  wrong: {
    got: { value: 2 },
    difference: { kind: "value", path: "", expected: "1", got: "2", tolerances: 1e4 },
  },
  threw: { got: { fault: { kind: "throw", text: "no" } }, difference: null },
};

function check(row: Row): void {
  it(`${row.what}: ${row.points}`, () => {
    const points = pointsOf(measured(row), { follows: row.follows === true, attempt: row.attempt === true });
    assert.ok(Math.abs(points - row.points) < 1e-9, String(points));
  });
}

describe("points of a function", () => {
  rows.forEach(check);

  it("hang on one check of each kind there is, value first and purity always", () => {
    const kinds = (row: Row) => checksOf(measured(row)).map((one) => one.kind);
    assert.deepEqual(kinds({ what: "", points: 0, cases: ["cost right", "value right"] }), ["value", "cost", "purity"]); // prettier-ignore
    assert.deepEqual(
      kinds({ what: "", points: 0, cases: ["value right", "stability right"], invariants: [true, true], distributions: [true] }), // prettier-ignore
      ["value", "stability", "invariant", "distribution", "purity"],
    );
  });

  it("never exceed the function's own and never fall below 0", () => {
    for (const row of rows)
      for (const standing of [true, false].flatMap((follows) =>
        [true, false].map((attempt) => ({ follows, attempt })),
      )) {
        const points = pointsOf(measured(row), standing);
        assert.ok(points >= 0 && points <= 100 + 1e-9, `${row.what}: ${points}`);
      }
  });
});
