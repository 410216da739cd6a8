import { versions, arch, platform } from "node:process";
import type { Backend, Probe } from "#contract/backend.ts";
import { bundledExercises, exerciseIds } from "#catalog/folders.ts";
import { cacheFolder } from "#references/cacheFolder.ts";
import { chooseRung, probeRungs } from "#references/probe.ts";
import { probeSandboxes, type SandboxProbe } from "#sandbox/probe.ts";
import { graderVersion } from "./version.ts";

/** What is there, and of what is not, why. */
export interface Findings {
  readonly gradus: string;
  readonly node: string;
  readonly v8: string;
  readonly platform: string;
  readonly backend: Backend;
  readonly rungs: readonly Probe[];
  readonly sandboxes: readonly SandboxProbe[];
  readonly exercises: readonly string[];
  readonly cache: string;
}

/** `fresh` probes again instead of trusting what was found today. */
export async function lookAround({ fresh }: { readonly fresh: boolean }): Promise<Findings> {
  const { chosen } = await chooseRung({ fresh });
  return {
    gradus: graderVersion,
    node: versions.node,
    v8: versions.v8,
    platform: `${platform}-${arch}`,
    backend: chosen,
    rungs: await probeRungs(),
    sandboxes: await probeSandboxes(),
    exercises: await exerciseIds(bundledExercises()),
    cache: cacheFolder(),
  };
}
