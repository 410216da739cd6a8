import { lookAround, type Findings } from "#compose/findings.ts";

export interface DoctorOptions {
  readonly json?: true;
  readonly fresh?: true;
}

/** Tells what is there, and of what is not, why. */
export async function doctor({ json, fresh }: DoctorOptions): Promise<void> {
  const findings = await lookAround({ fresh: fresh === true });
  if (json === true) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  else process.stdout.write(`${prose(findings).join("\n")}\n`);
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
