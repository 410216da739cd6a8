import type { Services } from "../services.ts";
import { pickSubmissions } from "./gradingForm.ts";

type Remembering = Pick<Services, "context">;

/** Results do not say where what they are about lies on this machine: they may have been graded on another. */
export async function rememberSubmissions(
  { context }: Remembering,
  results: string,
  submissions: string | undefined,
): Promise<void> {
  await context.globalState.update(keyOf(results), submissions);
}

/** Where the submissions of a class lie; asked the first time. */
export async function submissionsOf(services: Remembering, results: string): Promise<string | undefined> {
  const known = services.context.globalState.get<string>(keyOf(results));
  if (known !== undefined) return known;
  const chosen = await pickSubmissions();
  if (chosen !== undefined) await rememberSubmissions(services, results, chosen);
  return chosen;
}

function keyOf(results: string): string {
  return `class.submissions ${results}`;
}
