import { rungs, type Backend, type Probe, type Rung } from "#contract/backend.ts";
import { GradusError } from "#contract/errors.ts";
import { startHost } from "./hostProcess.ts";
import { openProbeMemory, type ProbeMemory } from "./probeMemory.ts";
import { missingPackage } from "./rungPackages.ts";

export interface ProbeOptions {
  readonly only?: readonly Rung[];
  readonly allowSoftware?: boolean;
  readonly timeoutMs?: number;
}

export interface ChooseOptions {
  /** Only this rung, also on a software driver; otherwise the best that works on hardware or needs none. */
  readonly requested?: Rung;
  /** Forgets what earlier probes found. */
  readonly fresh?: boolean;
}

const defaultTimeoutMs = 60_000; // a first start compiles shaders

/** Tries rungs, each in a throwaway process: a driver's fault cannot be caught in one's own. */
export async function probeRungs(options: ProbeOptions = {}): Promise<Probe[]> {
  const probes: Probe[] = [];
  for (const rung of options.only ?? rungs) probes.push(await probeRung(rung, options));
  return probes;
}

/** The first rung that proves itself. What was found is remembered for a day, so that a check pays for no probe. */
export async function chooseRung(options: ChooseOptions = {}): Promise<{ chosen: Backend; probes: Probe[] }> {
  const { requested, fresh = false } = options;
  const allowSoftware = requested !== undefined;
  const memory = await openProbeMemory({ allowSoftware, fresh });
  const probes: Probe[] = [];
  for (const rung of requested === undefined ? rungs : [requested]) {
    const probe = await recallOrProbe(memory, rung, allowSoftware);
    probes.push(probe);
    if (probe.ok) return { chosen: probe.backend, probes };
  }
  const reasons = probes.map((probe) => `${probe.rung}: ${probe.ok ? "works" : probe.why}`);
  throw new GradusError("backend-unavailable", `No usable backend. ${reasons.join("; ")}.`);
}

async function recallOrProbe(memory: ProbeMemory, rung: Rung, allowSoftware: boolean): Promise<Probe> {
  const known = memory.recall(rung);
  // who asks for one rung by name may just have repaired it
  if (known !== undefined && (known.ok || !allowSoftware)) return known;
  const probe = await probeRung(rung, { allowSoftware });
  await memory.remember(probe);
  return probe;
}

async function probeRung(rung: Rung, options: ProbeOptions): Promise<Probe> {
  const start = performance.now();
  const elapsed = (): number => performance.now() - start;
  const missing = missingPackage(rung);
  if (missing !== undefined) return { rung, ok: false, why: missing, wallMs: elapsed() };
  const host = await startHost();
  try {
    const { allowSoftware = false, timeoutMs = defaultTimeoutMs } = options;
    const backend = await host.request("open", { rung, allowSoftware }, timeoutMs);
    return { rung, ok: true, backend, wallMs: elapsed() };
  } catch (error) {
    return {
      rung,
      ok: false,
      why: error instanceof Error ? error.message : String(error),
      wallMs: elapsed(),
    };
  } finally {
    host.kill();
  }
}
