import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { rungs, type Probe, type Rung } from "#contract/backend.ts";
import { cacheFolder } from "./cacheFolder.ts";
import { hostBundle } from "./hostBundle.ts";
import { manifestOf } from "./rungPackages.ts";
import { writeAtomically } from "./writeAtomically.ts";

/** What probes found on this machine, kept in the cache folder for a day. */
export interface ProbeMemory {
  recall(rung: Rung): Probe | undefined;
  remember(probe: Probe): Promise<void>;
}

interface Remembered {
  readonly facts: string;
  readonly allowSoftware: boolean;
  readonly writtenMs: number;
  readonly probe: Probe;
}

const lifetimeMs = 24 * 60 * 60 * 1000;

export async function openProbeMemory(options: {
  readonly allowSoftware: boolean;
  readonly fresh: boolean;
}): Promise<ProbeMemory> {
  const { allowSoftware, fresh } = options;
  const file = join(cacheFolder(), "probes.json");
  const facts = await machineFacts();
  let entries = fresh ? [] : (await read(file)).filter((entry) => isCurrent(entry, facts));
  const matches = (entry: Remembered, rung: Rung): boolean =>
    entry.probe.rung === rung && entry.allowSoftware === allowSoftware;
  return {
    recall: (rung) => entries.find((entry) => matches(entry, rung))?.probe,
    remember: async (probe) => {
      const others = entries.filter((entry) => !matches(entry, probe.rung));
      entries = [...others, { facts, allowSoftware, writtenMs: Date.now(), probe }];
      await write(file, entries);
    },
  };
}

function isCurrent({ facts, writtenMs }: Remembered, factsNow: string): boolean {
  const age = Date.now() - writtenMs;
  return facts === factsNow && age >= 0 && age < lifetimeMs;
}

async function read(file: string): Promise<Remembered[]> {
  try {
    const entries: unknown = JSON.parse(await readFile(file, "utf8"));
    return Array.isArray(entries) ? (entries as Remembered[]) : [];
  } catch {
    return []; // absent or damaged: probe again
  }
}

async function write(file: string, entries: readonly Remembered[]): Promise<void> {
  try {
    await mkdir(cacheFolder(), { recursive: true });
    await writeAtomically(file, JSON.stringify(entries));
  } catch {
    // a cache that cannot be written costs a probe each time, nothing else
  }
}

/** Whatever may change which rungs work: versions, packages, graphics devices and the Vulkan loader's settings. */
async function machineFacts(): Promise<string> {
  const program = await hostBundle();
  const facts = [
    process.version,
    process.platform,
    process.arch,
    program,
    String((await stat(program)).mtimeMs),
    await list("/dev/dri"),
    (await list("/dev")).filter((name) => name.startsWith("nvidia")),
    await list("/usr/share/vulkan/icd.d"),
    await list("/etc/vulkan/icd.d"),
    Object.entries(process.env).filter(([name]) => name.startsWith("VK_") || name === "CUDA_VISIBLE_DEVICES"),
    await Promise.all(rungs.map(manifestText)),
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

async function manifestText(rung: Rung): Promise<string> {
  const manifest = manifestOf(rung);
  return manifest === undefined ? "" : manifest + (await readFile(manifest, "utf8"));
}

async function list(folder: string): Promise<string[]> {
  return (await readdir(folder).catch((): string[] => [])).sort();
}
