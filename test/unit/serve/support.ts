import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EngineProcess, type EngineProcessOptions } from "#serve/client/engineProcess.ts";
import type { CheckParams, CheckResult } from "#serve/client/protocol.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** A real engine process, from the sources as they are. */
export function startEngine(options: Partial<EngineProcessOptions> = {}): EngineProcess {
  return new EngineProcess({
    command: () => ({
      node: process.execPath,
      program: join(root, "grader", "serve", "main.ts"),
      args: ["--backend", "wasm"],
      env: process.env,
    }),
    ...options,
  });
}

export function sourceOf(name: string): string {
  return readFileSync(join(root, "exercises", "gaussian-mle", `${name}.ts`), "utf8");
}

export function checkParams(source: string, more: Partial<CheckParams> = {}): CheckParams {
  return { exercise: "gaussian-mle", source, file: "/one/gaussian-mle.ts", ...more };
}

export function statusesOf({ report }: CheckResult): Readonly<Record<string, string>> {
  return Object.fromEntries(report.functions.map((one) => [one.name, one.status]));
}

/** Never comes back from its first function. */
export const endless = `export function negLogLikelihood(x: number[], mu: number, s2: number): number { for (;;); }\n`;
