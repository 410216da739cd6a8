import type { Message } from "#contract/messages.ts";
import type { Status } from "#contract/report.ts";
import type { Fault } from "#contract/sandbox.ts";
import { describeType } from "#compare/describe.ts";
import type { Finding } from "./diagnosis.ts";
import {
  faultOf,
  hasRightValue,
  isRight,
  unattempted,
  valueFault,
  type CaseOutcome,
  type Outcome,
} from "./outcome.ts";
import { checksOf, isPure } from "./points.ts";

/** What became of a function, by what its calls gave. */
export function statusOf(outcome: Outcome, follows: boolean): Status {
  if (outcome.exported === "missing") return "not-attempted";
  if (outcome.skipped) return "timeout";
  if (outcome.exported !== "function") return "error";
  const fault = valueFault(outcome);
  if (fault !== null && !follows) return statusOfFault(outcome, fault);
  const broken = checksOf(outcome).filter((check) => !check.holds);
  if (broken.length === 0) return "passed";
  if (!follows) return "failed";
  const own = hasRightValue(outcome) ? broken.some((check) => check.kind !== "stability") : !isPure(outcome); // an argument that is changed is changed here, whatever the value follows from
  return own ? "failed" : "follow-through";
}

function statusOfFault(outcome: Outcome, fault: Fault): Status {
  const name = unattempted(fault);
  if (name !== null) return name === outcome.spec.name ? "not-attempted" : "failed";
  return fault.kind === "timeout" ? "timeout" : "error";
}

interface Circumstances {
  readonly status: Status;
  readonly finding: Finding;
  readonly from: readonly string[];
  readonly reason: "follows" | "missing" | "waits";
  /** The value follows from an earlier line, and only purity is broken here. */
  readonly valueFollows: boolean;
}

/** The one sentence about a function: the most telling thing that is known of it. */
export function explainFunction(outcome: Outcome, found: Circumstances): Message {
  switch (found.status) {
    case "passed":
      return { key: "passed", values: {} };
    case "follow-through":
      return { key: "follow-through", values: { from: found.from.join(", ") } };
    case "not-attempted":
      return {
        key: outcome.exported === "missing" ? "not-attempted.missing" : "not-attempted",
        values: { name: outcome.spec.name },
      };
    case "timeout":
      return outcome.skipped ? { key: "timeout.skipped", values: {} } : { key: "timeout", values: {} };
    default:
      return explainWrong(outcome, found);
  }
}

function explainWrong(outcome: Outcome, { finding, from, reason, valueFollows }: Circumstances): Message {
  if (outcome.exported === "async function") return { key: "error.asynchronous", values: {} };
  if (outcome.exported !== "function")
    return { key: "error.not-a-function", values: { got: outcome.exported } };
  if (from.length > 0) {
    const key = reason === "missing" ? "failed.needs" : "failed.waits";
    return { key, values: { name: from.join(", ") } };
  }
  if (finding.misconception !== null)
    return { key: `exercise.misconception.${finding.misconception}`, values: {} };
  if (valueFollows) return explainPurity(outcome);
  const broken = outcome.cases.find((one) => one.drawn.case.kind === "value" && faultOf(one) !== null);
  const fault = broken === undefined ? null : faultOf(broken);
  if (fault !== null && broken !== undefined) return explainFault("error", fault, broken.drawn.visible);
  if (!hasRightValue(outcome)) return explainValue(outcome, finding);
  return explainOtherCheck(outcome);
}

function explainValue(outcome: Outcome, finding: Finding): Message {
  if (finding.relation !== null) return finding.relation;
  const wrong = outcome.cases.filter((one) => one.drawn.case.kind === "value" && one.difference !== null);
  const shown = wrong.find((one) => one.drawn.visible) ?? wrong[0];
  if (shown === undefined) return { key: "failed.hidden", values: { kind: "value" } };
  return explainDifference(shown, describeType(outcome.spec.returns));
}

function explainDifference(one: CaseOutcome, type: string): Message {
  const { difference, drawn } = one;
  const { id, kind } = drawn.case;
  if (difference?.kind === "shape" && !drawn.visible) return { key: "failed.type.hidden", values: { type } };
  if (difference === null || !drawn.visible) return { key: "failed.hidden", values: { kind } };
  const { path, expected, got } = difference;
  const at = path === "" ? "" : ` ${path}`;
  const key = difference.kind === "shape" ? "failed.shape" : `failed.${kind}`;
  return { key, values: { case: id, path: at, expected, got, type } };
}

/** The value is right: something else is not. */
function explainOtherCheck(outcome: Outcome): Message {
  const wrong = outcome.cases.find((one) => !isRight(one));
  if (wrong !== undefined) {
    const fault = faultOf(wrong);
    if (fault === null) return explainDifference(wrong, describeType(outcome.spec.returns));
    const { kind } = wrong.drawn.case;
    if (kind === "cost") return { key: "failed.cost", values: {} };
    return explainFault("extreme", fault, wrong.drawn.visible);
  }
  const broken = outcome.invariants.find((one) => !one.holds);
  if (broken !== undefined) return { key: `exercise.invariant.${broken.id}`, values: {} };
  return explainPurity(outcome);
}

function explainPurity(outcome: Outcome): Message {
  const changed = outcome.mutated[0];
  if (outcome.keepsState && changed === undefined) return { key: "failed.state", values: {} };
  return { key: "failed.purity", values: { argument: outcome.spec.parameters[changed ?? 0]?.name ?? "" } };
}

/**
 * A fault in words. `where` is what it befell: the whole submission, a plain case ("error"), or an extreme one.
 * Of hidden cases nothing that the student's code says is repeated, since it has seen the inputs; the line number may be.
 */
export function explainFault(
  where: "submission" | "error" | "extreme",
  fault: Fault,
  visible: boolean,
): Message {
  const key = `${where}.${fault.kind}`;
  return {
    key,
    values: {
      ...(visible && fault.text !== "" ? { text: fault.text } : {}),
      ...(fault.line === undefined ? {} : { line: fault.line }),
    },
  };
}
