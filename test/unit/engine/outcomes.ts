import { toleranceOf } from "#compare/tolerance.ts";
import type { CaseOutcome, Outcome } from "#engine/outcome.ts";

type GivenCase = Partial<CaseOutcome> & {
  readonly id: string;
  readonly kind?: "value" | "stability" | "cost";
  readonly visible?: boolean;
};

type Given = Partial<Omit<Outcome, "cases" | "spec">> & {
  readonly cases?: readonly GivenCase[];
  readonly followThroughShare?: number;
};

/** What was measured of a function `f(x, y)` of 100 points whose right answer is always 1. */
export function outcome({ cases = [], followThroughShare, ...rest }: Given): Outcome {
  const number = { kind: "tensor", shape: [] } as const;
  return {
    spec: {
      name: "f",
      points: 100,
      parameters: [
        { name: "x", type: number },
        { name: "y", type: number },
      ],
      returns: number,
      ...(followThroughShare === undefined ? {} : { followThroughShare }),
    },
    exported: "function",
    tolerance: toleranceOf(undefined),
    scales: { "": 1 },
    mutated: [],
    keepsState: false,
    invariants: [],
    skipped: false,
    ...rest,
    cases: cases.map(({ id, kind = "value", visible = true, ...one }) => ({
      drawn: { case: { id, kind, make: () => [] }, visible, args: [1, 2] },
      expected: 1,
      got: { value: 1 },
      difference: null,
      ...one,
    })),
  };
}
