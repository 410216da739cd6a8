import { explainFault, explainFunction, statusOf } from "./explain.ts";
import type { Fault, Sandbox, Submission } from "#contract/sandbox.ts";
import type { CaseResult, Diagnostic, FunctionReport, Mismatch, Report, Status } from "#contract/report.ts";
import { findingOf, nameImpure } from "./diagnosis.ts";
import {
  faultOf,
  hasRightValue,
  isRight,
  unattempted,
  valueFault,
  type CaseOutcome,
  type Outcome,
} from "./outcome.ts";
import type { GradeRequest, Ports } from "./ports.ts";
import { pointsOf } from "./points.ts";
import type { Standing } from "./standing.ts";

export interface Context {
  readonly request: Omit<GradeRequest, "submission">;
  readonly ports: Omit<Ports, "sandbox"> & { readonly sandbox: Pick<Sandbox, "mode" | "runtime"> };
  readonly started: number;
}

interface Found {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly names: ReadonlyMap<string, string>;
}

/** Puts everything that was found into the report. */
export function assemble(context: Context, { outcomes, standings, names }: Found): Report {
  const functions = [...outcomes.values()].map((outcome) => {
    const standing = standings.get(outcome.spec.name) ?? { follows: [], waitsFor: [], attempt: false };
    const valueFollows = standing.follows.length > 0 && !hasRightValue(outcome);
    const known = standing.waitsFor.length > 0 ? undefined : names.get(outcome.spec.name);
    const name = valueFollows ? nameImpure(context.request.exercise, outcome) : known;
    return functionReport(outcome, standing, { outcomes, name, valueFollows });
  });
  return report(context, functions, []);
}

function functionReport(
  outcome: Outcome,
  standing: Standing,
  known: {
    readonly outcomes: ReadonlyMap<string, Outcome>;
    readonly name: string | undefined;
    readonly valueFollows: boolean;
  },
): FunctionReport {
  const status = statusOf(outcome, standing.follows.length > 0);
  const follows = status === "follow-through";
  const { name, valueFollows } = known;
  const finding = findingOf(outcome, known.outcomes, { name, follows, valueFollows });
  const missing = brokenBy(outcome);
  const from = follows ? standing.follows : missing.length > 0 ? missing : standing.waitsFor;
  const reason = follows ? "follows" : missing.length > 0 ? "missing" : "waits";
  return {
    name: outcome.spec.name,
    status,
    points: pointsFor(outcome, status, standing),
    maxPoints: outcome.spec.points,
    ...finding,
    followsFrom: valueFollows ? standing.follows : isWrong(status) || follows ? from : [],
    rootCause: isWrong(status) && from.length === 0,
    message: explainFunction(outcome, { status, finding, from, reason, valueFollows }),
    firstMismatch: follows || valueFollows ? null : firstMismatch(outcome),
    cases: outcome.cases.map(caseResult),
  };
}

/** The report of a submission that could not be loaded at all: a syntax error, an endless loop at the top level, a file too large. */
export async function rejected(context: Context, submission: Submission, fault: Fault): Promise<Report> {
  const { exercise } = context.request;
  const status: Status = fault.kind === "timeout" ? "timeout" : "error";
  const placed = fault.kind === "syntax" ? await context.ports.placeSyntaxError(submission) : [];
  const diagnostics = placed.length > 0 ? placed : positionOf(fault);
  const message = explainFault("submission", { ...fault, ...pick(diagnostics[0] ?? fault) }, true);
  return report(context, unloaded(exercise.manifest.functions, status, message), diagnostics);
}

export function unloaded(
  specs: GradeRequest["exercise"]["manifest"]["functions"],
  status: Status,
  message: FunctionReport["message"],
): readonly FunctionReport[] {
  return specs.map((spec, index) => ({
    name: spec.name,
    status,
    points: 0,
    maxPoints: spec.points,
    misconception: null,
    relation: null,
    followsFrom: [],
    rootCause: index === 0,
    message,
    firstMismatch: null,
    cases: [],
  }));
}

function pick(placed: { readonly line?: number; readonly column?: number; readonly message?: string }) {
  return {
    ...(placed.line === undefined ? {} : { line: placed.line }),
    ...(placed.column === undefined ? {} : { column: placed.column }),
    ...(placed.message === undefined ? {} : { text: placed.message }),
  };
}

function positionOf(fault: Fault): readonly Diagnostic[] {
  return fault.line === undefined
    ? []
    : [{ line: fault.line, column: fault.column ?? 1, message: fault.text }];
}

export function report(
  context: Context,
  functions: readonly FunctionReport[],
  diagnostics: readonly Diagnostic[],
): Report {
  const { request, ports, started } = context;
  const { manifest, version } = request.exercise;
  const sum = (of: (one: FunctionReport) => number): number =>
    functions.reduce((total, one) => total + of(one), 0);
  return {
    schemaVersion: 1,
    exercise: manifest.id,
    exerciseVersion: version,
    graderVersion: ports.graderVersion,
    seed: { kind: request.seed.kind, commitment: request.seed.commitment },
    backend: { rung: ports.expected.backend.rung, device: ports.expected.backend.device },
    sandbox: { mode: ports.sandbox.mode, runtime: ports.sandbox.runtime },
    // rounded once, here; a function's points are printed with one digit
    score: Math.round(sum((one) => one.points) * 10) / 10,
    maxScore: sum((one) => one.maxPoints),
    wallMs: ports.now() - started,
    diagnostics,
    functions,
  };
}

function isWrong(status: Status): boolean {
  return status === "failed" || status === "error" || status === "timeout";
}

function pointsFor(outcome: Outcome, status: Status, standing: Standing): number {
  if (status !== "passed" && status !== "failed" && status !== "follow-through") return 0;
  const follows = standing.follows.length > 0;
  const points = pointsOf(outcome, { follows, attempt: standing.attempt });
  return Math.round(points * 1e6) / 1e6;
}

/** Functions of the student's that were called but not written yet. */
function brokenBy(outcome: Outcome): readonly string[] {
  const name = unattempted(valueFault(outcome));
  return name === null || name === outcome.spec.name ? [] : [name];
}

function firstMismatch(outcome: Outcome): Mismatch | null {
  const wrong = outcome.cases.find((one) => one.drawn.visible && one.difference !== null);
  if (wrong?.difference == null) return null;
  if (!hasRightValue(outcome) && wrong.drawn.case.kind !== "value") return null;
  const { path, expected, got } = wrong.difference;
  return { case: wrong.drawn.case.id, path, expected, got };
}

function caseResult(one: CaseOutcome): CaseResult {
  const { id, kind } = one.drawn.case;
  return { id, kind, visible: one.drawn.visible, status: caseStatus(one) };
}

function caseStatus(one: CaseOutcome): CaseResult["status"] {
  const fault = faultOf(one);
  if (fault === null) return isRight(one) ? "passed" : "failed";
  if (fault.kind === "timeout") return "timeout";
  return fault.kind === "not-run" ? "not-run" : "error";
}
