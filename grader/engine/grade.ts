import { defaults } from "#contract/exercise.ts";
import type { Message } from "#contract/messages.ts";
import type { Report } from "#contract/report.ts";
import { assemble, rejected, report, unloaded, type Context } from "./assemble.ts";
import { withinBudget } from "./budget.ts";
import { CallsAtOnce } from "./callsAtOnce.ts";
import { nameSlips } from "./diagnosis.ts";
import { drawCases } from "./draw.ts";
import { measureAll } from "./measureAll.ts";
import type { GradeRequest, Ports } from "./ports.ts";
import { standingsOf } from "./standing.ts";
import { studentFunctions } from "./student.ts";

/**
 * One check, end to end: load, call, compare, relate, diagnose, report.
 * The verdict is a pure function of exercise version, submission and seed; clocks and devices only decorate it.
 */
export async function grade(
  request: GradeRequest,
  { sandbox, ...others }: Ports,
  drawn = drawCases(request.exercise, request.seed),
): Promise<Report> {
  const ports = { ...others, sandbox: withinBudget(sandbox, others.now) };
  const started = ports.now();
  const { exercise, submission, seed } = request;
  const [loaded, expected] = await Promise.all([
    ports.sandbox.load(submission, { cpuMs: defaults.cpuMs }),
    ports.expected.get(exercise, seed, drawn),
  ]);
  const context = { request, ports, started };
  if (!loaded.ok) return rejected(context, submission, loaded.fault);

  const calls = new CallsAtOnce(ports.sandbox);
  const student = studentFunctions(calls, exercise.manifest.functions);
  const outcomes = await measureAll(request, ports.sandbox, {
    exports: loaded.exports,
    drawn,
    expected,
    student,
  });
  const names = await nameSlips(exercise, drawn, outcomes);
  const standings = await standingsOf(request, ports, { outcomes, calls, student, names });
  return assemble(context, { outcomes, standings, names });
}

/** The report of a file that is no submission at all; nothing of it is run. */
export function ungradable(
  request: Omit<GradeRequest, "submission">,
  why: Message,
  ports: Context["ports"],
): Report {
  const functions = unloaded(request.exercise.manifest.functions, "ungradable", why);
  return report({ request, ports, started: ports.now() }, functions, []);
}
