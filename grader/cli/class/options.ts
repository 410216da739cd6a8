import type { Rung } from "#contract/backend.ts";
import type { SandboxMode } from "#contract/sandbox.ts";

/** What the commands that grade a class have in common. */
export interface ClassOptions {
  readonly out: string;
  readonly roster?: string;
  readonly course?: string;
  readonly comments?: string;
  readonly class?: string;
  readonly gradebook: string;
  readonly database?: string;
  readonly seedFile?: string;
  readonly personalise?: boolean;
  readonly jobs: number;
  readonly sandbox: SandboxMode;
  readonly backend?: Rung;
  readonly exercise?: readonly string[];
  readonly exercises?: string;
}
