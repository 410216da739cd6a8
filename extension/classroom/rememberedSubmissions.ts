import { l10n, window } from "vscode";
import type { Services } from "../services.ts";
import { pickSubmissions } from "./gradingForm.ts";

type Remembering = Pick<Services, "context">;

/** Results do not say where what they are about lies on this machine: they may have been graded on another. */
export async function rememberSubmissions(
  { context }: Remembering,
  results: string,
  submissions: string,
): Promise<void> {
  await context.globalState.update(keyOf(results), submissions);
}

/** Where the submissions of a class lie; asked the first time. */
export async function submissionsOf(services: Remembering, results: string): Promise<string | undefined> {
  return services.context.globalState.get<string>(keyOf(results)) ?? (await choose(services, results));
}

/** Tells what is wrong with where they were looked for, and asks for another place if told to. */
export async function offerOtherSubmissions(
  services: Remembering,
  results: string,
  trouble: string,
): Promise<string | undefined> {
  const other = l10n.t("Choose Submissions…");
  return (await window.showWarningMessage(trouble, other)) === other ? choose(services, results) : undefined;
}

async function choose(services: Remembering, results: string): Promise<string | undefined> {
  const chosen = await pickSubmissions();
  if (chosen !== undefined) await rememberSubmissions(services, results, chosen);
  return chosen;
}

function keyOf(results: string): string {
  return `class.submissions ${results}`;
}
