import type { FunctionReport, Report } from "#contract/report.ts";

/**
 * The report as anybody may read it. The engine already keeps numbers of hidden cases out; every writer takes its reports
 * from here all the same, so that an older gradebook or a mistake in the engine cannot put them on a page.
 */
export function withoutHidden(report: Report): Report {
  return { ...report, functions: report.functions.map(functionWithoutHidden) };
}

function functionWithoutHidden(one: FunctionReport): FunctionReport {
  const hidden = (id: unknown): boolean => !one.cases.some((other) => other.id === id && other.visible);
  const { key, values } = one.message;
  return {
    ...one,
    firstMismatch: one.firstMismatch === null || hidden(one.firstMismatch.case) ? null : one.firstMismatch,
    message:
      "case" in values && hidden(values["case"])
        ? { key: "failed.hidden", values: { kind: key === "failed.stability" ? "stability" : "value" } }
        : one.message,
  };
}
