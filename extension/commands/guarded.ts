import { codeOf } from "#serve/client/connect.ts";
import { tellFault } from "../checking/checker.ts";
import type { Services } from "../services.ts";

type Run = (...given: unknown[]) => Promise<unknown>;

/** A command of which a fault of ours is told in a sentence, never as a stack. */
export function guarded({ log }: Pick<Services, "log">, run: Run): Run {
  return async (...given) => {
    try {
      return await run(...given);
    } catch (error) {
      // a newer check of the same file took its place
      if (codeOf(error) === "cancelled") return undefined;
      log.error(error instanceof Error ? error : String(error));
      tellFault(error);
      return undefined;
    }
  };
}
