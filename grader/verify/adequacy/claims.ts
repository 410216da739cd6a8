import { GradusError } from "#contract/errors.ts";

/** A slip that a wrong answer makes, and the functions in which it makes it. */
export interface Claim {
  readonly functions: readonly string[];
  readonly slip: string;
}

/** What is wrong, from the first line of a wrong answer: `// wrong: <function>[, <function>]: <slip>[; <function>: <slip>]` */
export function claimsOf(name: string, source: string): readonly Claim[] {
  const [first = ""] = source.split("\n");
  const claims = first
    .replace(/^\/\/ wrong: /, "")
    .split(";")
    .map((text): Claim => {
      const [functions = "", slip = ""] = text.split(":").map((part) => part.trim());
      return { functions: functions.split(",").map((one) => one.trim()), slip };
    });
  if (!first.startsWith("// wrong: ") || claims.some(({ slip }) => slip === ""))
    throw new GradusError(
      "exercise-invalid",
      `alternatives/wrong/${name} does not say what is wrong in its first line.`,
    );
  return claims;
}
