import type { Report } from "#contract/report.ts";
import type { CallReply, Sandbox } from "#contract/sandbox.ts";
import { defaults } from "#contract/exercise.ts";
import type { Drawn, Exercise, ExpectedValues } from "#engine/ports.ts";
import type { Example } from "./client/protocol.ts";
import { printValue } from "./printValue.ts";

/** As many failed cases of one function as anybody reads. */
const MOST = 5;

interface Question {
  readonly exercise: Exercise;
  readonly drawn: Drawn;
  readonly expected: ExpectedValues;
}

/**
 * Inputs, expected and own result of failed cases that may be shown. Asked of the sandbox once more, after the report, since
 * only the Test Explorer wants them and a report does not carry whole tensors.
 */
export async function examplesOf(
  report: Report,
  question: Question,
  sandbox: Sandbox,
): Promise<readonly Example[]> {
  const examples: Example[] = [];
  for (const { name, cases } of report.functions) {
    const failed = cases.filter((one) => one.visible && one.status === "failed").map((one) => one.id);
    if (failed.length > 0)
      examples.push(...(await examplesOfFunction(name, failed.slice(0, MOST), question, sandbox)));
  }
  return examples;
}

async function examplesOfFunction(
  name: string,
  ids: readonly string[],
  { exercise, drawn, expected }: Question,
  sandbox: Sandbox,
): Promise<readonly Example[]> {
  const chosen = (drawn[name] ?? []).flatMap((one, index) =>
    ids.includes(one.case.id) && one.visible ? [{ ...one, expected: expected[name]?.[index] }] : [],
  );
  const spec = exercise.manifest.functions.find((one) => one.name === name);
  const replies = await sandbox.call(
    name,
    chosen.map((one) => one.args),
    { cpuMs: spec?.cpuMs ?? defaults.cpuMs },
  );
  return chosen.map((one, index) => ({
    function: name,
    case: one.case.id,
    kind: one.case.kind,
    inputs: one.args
      .map((value, at) => `${spec?.parameters[at]?.name ?? at} = ${printValue(value)}`)
      .join("\n"),
    expected: printValue(one.expected),
    got: printReply(replies[index]),
  }));
}

function printReply(reply: CallReply | undefined): string {
  return reply?.ok === true ? printValue(reply.value) : (reply?.fault.text ?? "");
}
