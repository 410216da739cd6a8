import type { SandboxMode } from "#contract/sandbox.ts";
import { GradusError } from "#contract/errors.ts";
import type { Sandbox } from "#contract/sandbox.ts";
import { openGrader, type EngineOptions, type Grader } from "#compose/openEngine.ts";
import type { Ports } from "#engine/ports.ts";
import { openSandbox } from "#sandbox/open.ts";
import { ClassExpected } from "./classExpected.ts";
import { SandboxShelf } from "./sandboxShelf.ts";

/** All that grading a class takes, opened once. */
export interface Room {
  readonly grader: Grader;
  readonly ports: Omit<Ports, "sandbox">;
  readonly expected: ClassExpected;
  readonly sandbox: Pick<Sandbox, "mode" | "runtime">;
  /** One for each student. */
  readonly openSandbox: () => Promise<Sandbox>;
  readonly close: () => Promise<void>;
}

export interface RoomOptions extends Omit<EngineOptions, "sandbox" | "cache"> {
  readonly sandbox: SandboxMode;
}

/** Fails at once where the sandbox cannot be had: student code waits for no weaker one. */
export async function openRoom({ sandbox: mode, ...options }: RoomOptions): Promise<Room> {
  const first = await openSandbox({ mode });
  await first.close();
  const grader = await openGrader({ ...options, cache: "memory" });
  const expected = new ClassExpected(grader.ports.expected.backend, grader.references);
  const shelf = new SandboxShelf(() => openSandbox({ mode }));
  return {
    grader,
    expected,
    sandbox: { mode, runtime: first.runtime },
    ports: { ...grader.ports, expected },
    openSandbox: () => shelf.take(),
    close: async () => {
      await Promise.all([shelf.close(), grader.close()]);
    },
  };
}

export function wasCancelled(error: unknown): boolean {
  return error instanceof GradusError && error.code === "cancelled";
}
