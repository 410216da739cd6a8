import { versions, arch, platform } from "node:process";
import { chooseRung, probeRungs } from "#references/probe.ts";
import { cacheFolder } from "#references/cacheFolder.ts";
import { probeSandboxes } from "#sandbox/probe.ts";
import { bundledExercises, exerciseIds } from "#catalog/folders.ts";
import { graderVersion } from "#compose/version.ts";

export interface DoctorOptions {
  readonly json?: true;
  readonly fresh?: true;
}

/** Tells what is there, and of what is not, why. */
export async function doctor({ json, fresh }: DoctorOptions): Promise<void> {
  const { chosen } = await chooseRung({ fresh: fresh === true });
  const findings = {
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
  if (json === true) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  else process.stdout.write(`${prose(findings).join("\n")}\n`);
}

interface Findings {
  readonly gradus: string;
  readonly node: string;
  readonly platform: string;
  readonly backend: Awaited<ReturnType<typeof chooseRung>>["chosen"];
  readonly rungs: Awaited<ReturnType<typeof probeRungs>>;
  readonly sandboxes: Awaited<ReturnType<typeof probeSandboxes>>;
  readonly exercises: readonly string[];
  readonly cache: string;
}

function prose(found: Findings): readonly string[] {
  return [
    `gradus ${found.gradus} on node ${found.node}, ${found.platform}`,
    "",
    "Backends for the references, best first:",
    ...found.rungs.map((probe) => {
      const mark =
        probe.ok && probe.rung === found.backend.rung ? "chosen " : probe.ok ? "works  " : "refused";
      const what = probe.ok
        ? `${probe.backend.device} (self-check ${Math.round(probe.wallMs)} ms)`
        : probe.why;
      return `  ${mark}  ${probe.rung.padEnd(9)} ${what}`;
    }),
    "",
    "Sandboxes for student code:",
    ...found.sandboxes.map(
      (one) =>
        `  ${one.ok ? "works  " : "refused"}  ${one.mode.padEnd(9)} ${one.ok ? (one.runtime ?? "") : (one.why ?? "")}`,
    ),
    "",
    `Exercises: ${found.exercises.join(", ")}`,
    `Cache: ${found.cache}`,
  ];
}
