import { probeSandboxes } from "#sandbox/probe.ts";
import { lookAround, type Findings } from "#compose/findings.ts";

export interface DoctorOptions {
  readonly json?: true;
  readonly fresh?: true;
  readonly jail?: true;
}

/** Tells what is there, and of what is not, why. */
export async function doctor({ json, fresh, jail }: DoctorOptions): Promise<void> {
  if (jail === true) {
    await proveJail();
    return;
  }
  const findings = await lookAround({ fresh: fresh === true });
  if (json === true) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  else process.stdout.write(`${prose(findings).join("\n")}\n`);
}

/** What must fail inside it did fail, and an honest program ran: or else why not. */
async function proveJail(): Promise<void> {
  const found = (await probeSandboxes()).find(({ mode }) => mode === "jail");
  const tried =
    "starting a process, opening a socket, reading a planted secret, writing to any folder, seeing processes";
  process.stdout.write(
    found?.ok === true
      ? `The jail holds on this machine. Inside it these failed: ${tried}; an honest program ran (${found.runtime ?? ""}).\n`
      : `No jail can be had on this machine: ${found?.why ?? "unknown"}\n`,
  );
  process.exitCode = found?.ok === true ? 0 : 1;
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
