import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Backend, References, Rung } from "#contract/backend.ts";
import type { Language } from "#contract/messages.ts";
import type { SandboxMode } from "#contract/sandbox.ts";
import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import { loadExercise } from "#catalog/loadExercise.ts";
import { PUBLIC_SEED, type Exercise, type Oracle, type Ports, type Seed } from "#engine/ports.ts";
import { cacheFolder } from "#references/cacheFolder.ts";
import { expectedValues } from "#references/expectedValues.ts";
import { openExpectedStore } from "#references/expectedStore.ts";
import { openReferences } from "#references/openReferences.ts";
import { oracleOf } from "#references/oracle.ts";
import { chooseRung } from "#references/probe.ts";
import { openSandbox } from "#sandbox/open.ts";
import { SyntaxPlacer } from "#sandbox/syntaxPlacer.ts";
import { graderVersion } from "./version.ts";

export interface EngineOptions {
  readonly rung?: Rung;
  readonly sandbox?: SandboxMode;
  /** Where exercises live; the bundled ones by default. */
  readonly exercises?: string;
  /** In which the places of syntax errors are described; English by default. */
  readonly language?: Language;
  /** "memory" keeps expected values out of the disk. */
  readonly cache?: string;
}

/** Everything that grading needs but a sandbox, opened once and used for many checks. */
export interface Grader {
  readonly ports: Omit<Ports, "sandbox">;
  readonly exercise: (id: string) => Promise<Exercise>;
  readonly references: () => Promise<References>;
  readonly oracle: Oracle;
  readonly close: () => Promise<void>;
}

/** A grader with one sandbox, which its owner's checks use one after the other. */
export interface Engine extends Grader {
  readonly ports: Ports;
}

export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const [opened, composed] = await Promise.allSettled([
    openSandbox({ mode: options.sandbox ?? "process" }),
    openGrader(options),
  ]);
  // whichever did open has a process that would keep this one alive
  if (opened.status === "rejected") {
    if (composed.status === "fulfilled") await composed.value.close();
    throw opened.reason;
  }
  if (composed.status === "rejected") {
    await opened.value.close();
    throw composed.reason;
  }
  const [sandbox, grader] = [opened.value, composed.value];
  return {
    ...grader,
    ports: { ...grader.ports, sandbox },
    close: async () => {
      await Promise.all([sandbox.close(), grader.close()]);
    },
  };
}

/** For who opens and replaces sandboxes by himself. */
export async function openGrader(options: Omit<EngineOptions, "sandbox"> = {}): Promise<Grader> {
  const folder = options.exercises ?? bundledExercises();
  const exercises = new Map<string, Promise<Exercise>>();
  const [{ chosen }, fingerprint] = await Promise.all([
    chooseRung(options.rung === undefined ? {} : { requested: options.rung }),
    fingerprintOfReferences(),
  ]);
  const syntax = new SyntaxPlacer(options.language);
  const references = lazily(() => openReferencesOn(chosen, options));
  const expected = expectedValues({
    backend: chosen,
    references: references.get,
    store: openExpectedStore(options.cache ?? join(cacheFolder(), "expected")),
    fingerprint,
  });
  return {
    ports: {
      expected,
      placeSyntaxError: syntax.place,
      now: () => performance.now(),
      graderVersion,
    },
    exercise: (id) => {
      const known = exercises.get(id) ?? exerciseFolder(folder, id).then(loadExercise);
      exercises.set(id, known);
      return known;
    },
    references: references.get,
    oracle: oracleOf(references.get),
    close: async () => {
      await Promise.all([references.close(), syntax.close()]);
    },
  };
}

async function openReferencesOn(backend: Backend, options: EngineOptions): Promise<References> {
  return openReferences({ rung: backend.rung, backend, allowSoftware: options.rung !== undefined });
}

function lazily(open: () => Promise<References>) {
  let opened: Promise<References> | undefined;
  return {
    get: () => (opened ??= open()),
    close: async () => {
      await (await opened)?.close();
    },
  };
}

export function publicSeed(value: string = PUBLIC_SEED): Seed {
  return { kind: "public", value, commitment: createHash("sha256").update(`gradus:${value}`).digest("hex") };
}

/** A hash of the code that computes expected values, exercises aside: the sdk, the reference host and tfjs's version. */
export async function fingerprintOfReferences(): Promise<string> {
  const shipped = await readFile(new URL("./fingerprint", import.meta.url), "utf8").catch(() => null);
  if (shipped !== null) return shipped.trim();
  const hash = createHash("sha256").update("tfjs 4.22.0");
  for (const room of ["../sdk/", "../references/host/"]) {
    const url = new URL(room, import.meta.url);
    const names = (await readdir(url, { recursive: true })).filter((name) => name.endsWith(".ts")).toSorted();
    for (const name of names) hash.update(await readFile(new URL(name, url)));
  }
  return hash.digest("hex");
}
