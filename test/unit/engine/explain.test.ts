import assert from "node:assert/strict";
import type { Fault, FaultKind } from "#contract/sandbox.ts";
import type { Status } from "#contract/report.ts";
import { render } from "#diagnose/render.ts";
import { explainFault, explainFunction, statusOf } from "#engine/explain.ts";
import type { CaseOutcome, Outcome } from "#engine/outcome.ts";
import { outcome } from "./outcomes.ts";

const wrong: Pick<CaseOutcome, "got" | "difference"> = {
  got: { value: 2 },
  difference: { kind: "value", path: "[0]", expected: "1", got: "2", tolerances: 1e4 },
};
const shapeless: Pick<CaseOutcome, "got" | "difference"> = {
  got: { value: "2" },
  difference: { kind: "shape", path: "", expected: "number", got: "string" },
};
const fault = (kind: FaultKind, rest: Partial<Fault> = {}): Pick<CaseOutcome, "got" | "difference"> => ({
  got: { fault: { kind, text: "", ...rest } },
  difference: null,
});
const hidden = { visible: false } as const;

interface Row {
  readonly what: string;
  readonly of: Outcome;
  readonly follows?: true;
  readonly valueFollows?: true;
  readonly misconception?: string;
  readonly from?: readonly string[];
  readonly reason?: "follows" | "missing" | "waits";
  readonly relation?: true;
  readonly status: Status;
  readonly says: string;
}

const rows: readonly Row[] = [
  { what: "all right", of: outcome({ cases: [{ id: "a" }] }), status: "passed", says: "right" },
  {
    what: "not exported",
    of: outcome({ exported: "missing" }),
    status: "not-attempted",
    says: "the file does not export a function named f",
  },
  {
    what: "the starter's body",
    of: outcome({ cases: [{ id: "a", ...fault("throw", { text: "Error: Your turn: f" }) }] }),
    status: "not-attempted",
    says: "not written yet",
  },
  {
    what: "the starter's body of another function",
    of: outcome({ cases: [{ id: "a", ...fault("throw", { text: "Error: Your turn: g" }) }] }),
    from: ["g"],
    reason: "missing",
    status: "failed",
    says: "it calls g, which is not written yet",
  },
  {
    what: "a number under its name",
    of: outcome({ exported: "number" }),
    status: "error",
    says: "the export is number, not a function",
  },
  {
    what: "an async function",
    of: outcome({ exported: "async function" }),
    status: "error",
    says: "it is asynchronous; write it as a plain function that returns its result at once",
  },
  {
    what: "throws",
    of: outcome({ cases: [{ id: "a", ...fault("throw", { text: "TypeError: no", line: 7 }) }] }),
    status: "error",
    says: "it throws: TypeError: no (line 7)",
  },
  {
    what: "throws on a hidden case: where, not what it says",
    of: outcome({
      cases: [{ id: "a" }, { id: "b", ...hidden, ...fault("throw", { text: "x is 0.123", line: 7 }) }],
    }),
    status: "error",
    says: "it throws (line 7)",
  },
  {
    what: "out of time",
    of: outcome({
      cases: [
        { id: "a", ...fault("timeout") },
        { id: "b", ...fault("not-run") },
      ],
    }),
    status: "timeout",
    says: "it used up its time; is there a loop that does not end, or far more work than the formula needs?",
  },
  {
    what: "not called after two others were out of time",
    of: outcome({ skipped: true }),
    status: "timeout",
    says: "not called, because two earlier functions used up their time",
  },
  {
    what: "a wrong number",
    of: outcome({ cases: [{ id: "a" }, { id: "b", ...wrong }] }),
    status: "failed",
    says: "case b: [0] expected 1, got 2",
  },
  {
    what: "a wrong number on a visible case is told before one on a hidden case",
    of: outcome({
      cases: [
        { id: "a", ...hidden, ...wrong },
        { id: "b", ...wrong },
      ],
    }),
    status: "failed",
    says: "case b: [0] expected 1, got 2",
  },
  {
    what: "a wrong number on hidden cases only",
    of: outcome({ cases: [{ id: "a" }, { id: "b", ...hidden, ...wrong }] }),
    status: "failed",
    says: "wrong on a hidden value case",
  },
  {
    what: "a wrong shape",
    of: outcome({ cases: [{ id: "a", ...shapeless }] }),
    status: "failed",
    says: "case a: expected number, got string; the result is number",
  },
  {
    what: "a wrong shape on a hidden case",
    of: outcome({ cases: [{ id: "a", ...hidden, ...shapeless }] }),
    status: "failed",
    says: "the result has the wrong shape; it is number",
  },
  {
    what: "a relation is more telling than a number",
    of: outcome({ cases: [{ id: "a", ...wrong }] }),
    relation: true,
    status: "failed",
    says: "your result is the right one with the opposite sign",
  },
  {
    what: "a misconception is more telling than a relation",
    of: outcome({ cases: [{ id: "a", ...wrong }] }),
    relation: true,
    misconception: "slip",
    status: "failed",
    says: "you slipped",
  },
  {
    what: "follows from an earlier line",
    of: outcome({ cases: [{ id: "a", ...wrong }] }),
    follows: true,
    from: ["g"],
    reason: "follows",
    status: "follow-through",
    says: "this line follows correctly from your g; fix that first",
  },
  {
    what: "waits for an earlier line",
    of: outcome({ cases: [{ id: "a", ...wrong }] }),
    from: ["g", "h"],
    reason: "waits",
    status: "failed",
    says: "it builds on your g, h, which is not right; fix that one first, then look here again",
  },
  {
    what: "wrong at an extreme",
    of: outcome({ cases: [{ id: "a" }, { id: "far", kind: "stability", ...wrong }] }),
    status: "failed",
    says: "right on ordinary inputs, but on the extreme case far: [0] expected 1, got 2",
  },
  {
    what: "wrong at a hidden extreme",
    of: outcome({ cases: [{ id: "a" }, { id: "far", kind: "stability", ...hidden, ...wrong }] }),
    status: "failed",
    says: "wrong on a hidden stability case",
  },
  {
    what: "throws at an extreme",
    of: outcome({
      cases: [{ id: "a" }, { id: "far", kind: "stability", ...fault("throw", { text: "no", line: 2 }) }],
    }),
    status: "failed",
    says: "right on ordinary inputs, but it throws on an extreme one: no (line 2)",
  },
  {
    what: "out of time at an extreme",
    of: outcome({ cases: [{ id: "a" }, { id: "far", kind: "stability", ...fault("timeout") }] }),
    status: "failed",
    says: "right on ordinary inputs, but it uses up its time on an extreme one",
  },
  {
    what: "out of time on a large input",
    of: outcome({ cases: [{ id: "a" }, { id: "long", kind: "cost", ...fault("timeout") }] }),
    status: "failed",
    says: "right, but it needs far more work than the formula; it does not finish on a larger input",
  },
  {
    what: "an invariant",
    of: outcome({ cases: [{ id: "a" }], invariants: [{ id: "order", kind: "invariant", holds: false }] }),
    status: "failed",
    says: "the order must not matter",
  },
  {
    what: "a value that follows, and an argument changed",
    of: outcome({ cases: [{ id: "a", ...wrong }], mutated: [1] }),
    follows: true,
    valueFollows: true,
    status: "failed",
    says: "it changes its argument y; leave the inputs as they are",
  },
  {
    what: "an argument changed",
    of: outcome({ cases: [{ id: "a" }], mutated: [1] }),
    status: "failed",
    says: "it changes its argument y; leave the inputs as they are",
  },
  {
    what: "state kept",
    of: outcome({ cases: [{ id: "a" }], keepsState: true }),
    status: "failed",
    says: "the same arguments give another result the second time; nothing may be kept between calls",
  },
];

const texts = {
  "misconception.slip": { en: "you slipped", ja: "間違えた" },
  "invariant.order": { en: "the order must not matter", ja: "順序" },
};

function check(row: Row): void {
  it(row.what, () => {
    const { from = [], reason = "follows" } = row;
    const status = statusOf(row.of, row.follows === true);
    assert.equal(status, row.status);
    const finding = {
      misconception: row.misconception ?? null,
      relation: row.relation === true ? { key: "relation.sign", values: {} } : null,
    };
    const message = explainFunction(row.of, {
      status,
      finding,
      from,
      reason,
      valueFollows: row.valueFollows === true,
    });
    assert.equal(render(message, "en", texts), row.says);
    assert.doesNotMatch(render(message, "ja", texts), /[{}[\]]\w*[{}]|^[a-z-]+(\.[a-z-]+)+$/);
  });
}

/** Every way that a fault can reach a sentence. A load is never skipped by an earlier one; a call is never told apart by its syntax. */
const faults: Readonly<Record<"submission" | "error" | "extreme", readonly FaultKind[]>> = {
  submission: ["syntax", "forbidden", "throw", "asynchronous", "unsupported", "too-large", "stack", "timeout", "memory", "crash", "not-run"], // prettier-ignore
  error: ["throw", "asynchronous", "unsupported", "too-large", "stack", "memory", "crash", "not-run"],
  extreme: ["throw", "asynchronous", "unsupported", "too-large", "stack", "timeout", "memory", "crash", "not-run"], // prettier-ignore
};

describe("what is said of a function", () => {
  rows.forEach(check);

  for (const [where, kinds] of Object.entries(faults) as [keyof typeof faults, readonly FaultKind[]][])
    for (const kind of kinds)
      it(`${where}.${kind} has a sentence in both languages, with and without text and line`, () => {
        for (const visible of [true, false])
          for (const extra of [{}, { line: 3 }])
            for (const language of ["en", "ja"] as const) {
              const message = explainFault(where, { kind, text: "what it says", ...extra }, visible);
              const words = render(message, language);
              assert.notEqual(words, message.key);
              assert.doesNotMatch(words, /[{}[\]]/);
              if (!visible) assert.doesNotMatch(words, /what it says/);
            }
      });
});
