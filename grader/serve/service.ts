import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import { readHints, textsOf } from "#catalog/texts.ts";
import { LEVEL_OF_COUNTEREXAMPLE } from "#compose/counterexamples.ts";
import { lookAround } from "#compose/findings.ts";
import { openGrader, publicSeed, type Grader } from "#compose/openEngine.ts";
import { placesOf } from "#compose/places.ts";
import type { Rung } from "#contract/backend.ts";
import { GradusError } from "#contract/errors.ts";
import type { Sandbox } from "#contract/sandbox.ts";
import type { Frame } from "#contract/scene.ts";
import { drawCases } from "#engine/draw.ts";
import { grade } from "#engine/grade.ts";
import type { Exercise } from "#engine/ports.ts";
import { openSandbox } from "#sandbox/open.ts";
import { openClassDesk } from "./classDesk.ts";
import type {
  CheckParams,
  CheckResult,
  DebugParams,
  Method,
  Notifications,
  Requests,
  Stage,
} from "./client/protocol.ts";
import { debugProgram } from "./debugProgram.ts";
import { examplesOf } from "./examples.ts";
import { exportSubmission } from "./exportSubmission.ts";
import { LatestByFile } from "./latestByFile.ts";
import { drawFrame } from "./pictures.ts";
import { listExercises } from "./listing.ts";
import { showCounterexample, showCounterexamples } from "./counterexamples.ts";
import { SandboxTurns } from "./sandboxTurns.ts";
import { sentencesOf } from "./sentences.ts";

export interface ServiceOptions {
  readonly rung: Rung;
  readonly exercises?: string;
}

/** How a request is going, and whether it is still wanted. */
export interface Asked {
  readonly signal: AbortSignal;
  readonly tell: (file: string, stage: Stage) => void;
}

export type Answers = {
  readonly [M in Method]: (params: Requests[M]["params"], asked: Asked) => Promise<Requests[M]["result"]>;
};

export interface Service {
  readonly answers: Answers;
  readonly warmUp: (params: Notifications["warm"]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The engine behind the protocol: one grader and a warm sandbox for checks, for pictures and for examples, each opened when something first needs them. */
export function openService({ rung, exercises = bundledExercises() }: ServiceOptions): Service {
  const sandboxes = new SandboxTurns(() => openSandbox({ mode: "process" }));
  // a picture of slow code must not keep a check waiting
  const pictureSandboxes = new SandboxTurns(() => openSandbox({ mode: "process" }));
  // nor must an example that is looked for in slow code
  const exampleSandboxes = new SandboxTurns(() => openSandbox({ mode: "process" }));
  const latest = new LatestByFile();
  const frames = new LatestByFile();
  const grader = lazily(() => openGrader({ rung, exercises }));

  const answers: Answers = {
    list: () => listExercises(exercises),
    cases: async ({ exercise: id }) => {
      const { manifest, cases } = await (await grader.get()).exercise(id);
      return Object.fromEntries(
        manifest.functions.map(({ name }) => [
          name,
          (cases[name] ?? []).map((one) => ({ id: one.id, kind: one.kind })),
        ]),
      );
    },
    check: (params, asked) =>
      latest.run(params.file, asked.signal, async (signal) => {
        asked.tell(params.file, "preparing");
        const opened = await grader.get();
        asked.tell(params.file, "waiting");
        const result = await sandboxes.run(async (sandbox) => {
          asked.tell(params.file, "checking");
          return check(params, opened, sandbox);
        }, signal);
        if (params.examples !== true) return result;
        const look = (sandbox: Sandbox): ReturnType<typeof showCounterexamples> =>
          showCounterexamples(params, result.report, opened, sandbox);
        const counterexamples = await exampleSandboxes.run(look, signal).catch((error: unknown) => {
          if (signal.aborted) throw error;
          return {}; // what was checked is told also where no example can be had
        });
        return { ...result, counterexamples };
      }),
    counterexample: (params, asked) =>
      latest.beside(params.file, asked.signal, async (signal) => {
        const opened = await grader.get();
        return exampleSandboxes.run(
          async (sandbox) => ({ text: await showCounterexample(params, opened, sandbox) }),
          signal,
        );
      }),
    hint: async (params, asked) => {
      const { exercise, function: name, level, language, source, file = "" } = params;
      const levels = (await readHints(await exerciseFolder(exercises, exercise), language))[name] ?? [];
      const hint = levels[level - 1] ?? "";
      if (source === undefined || level !== LEVEL_OF_COUNTEREXAMPLE)
        return { markdown: hint, level, levels: levels.length };
      const sought = answers.counterexample({ exercise, source, file, function: name }, asked);
      // the hint itself needs no sandbox, and is there where none can be had
      const text = await sought.then((shown) => shown.text).catch(() => null);
      const example = text === null ? "" : `\`\`\`text\n${text[language]}\n\`\`\`\n\n`;
      return { markdown: `${example}${hint}`, level, levels: levels.length };
    },
    statement: async ({ exercise, language }) => ({
      markdown: await readText(exercises, exercise, `statement.${language}.md`),
    }),
    picture: (params, asked) =>
      frames.run(params.file, asked.signal, (signal) => {
        const draw = (sandbox: Sandbox | null): Promise<Frame> =>
          drawFrame(params, { exercises, grader: grader.get, sandbox });
        return params.source === null ? draw(null) : pictureSandboxes.run(draw, signal);
      }),
    starter: async ({ exercise }) => ({ source: await readText(exercises, exercise, "starter.ts") }),
    debugProgram: async (params) => ({ program: await programOf(params, await grader.get()) }),
    exportSubmission: async (params) => {
      const opened = await grader.get();
      const archive = await exportSubmission(params, async (id) => (await opened.exercise(id)).version);
      return { archive: archive.toString("base64") };
    },
    doctor: () => lookAround({ fresh: true }),
    ...openClassDesk(exercises),
  };
  return {
    answers,
    warmUp: async ({ exercise: id, picture = false }) => {
      (picture ? pictureSandboxes : sandboxes).warm();
      const opened = await grader.get();
      if (picture) return startReferences(opened, await opened.exercise(id));
      const exercise = await opened.exercise(id);
      const seed = publicSeed();
      await opened.ports.expected.get(exercise, seed, drawCases(exercise, seed));
    },
    close: async () => {
      await Promise.all([
        ...[sandboxes, pictureSandboxes, exampleSandboxes].map((turns) => turns.close()),
        grader.close(),
      ]);
    },
  };
}

/** Nothing is computed, but the process that will is there and has read the exercise's references. */
async function startReferences({ references }: Grader, { referencePath }: Exercise): Promise<void> {
  await (await references()).compute(referencePath, []);
}

async function check(
  { exercise: id, source, file, seed: chosen, examples = false }: CheckParams,
  grader: Grader,
  sandbox: Sandbox,
): Promise<CheckResult> {
  const { ports } = grader;
  const exercise = await grader.exercise(id);
  const seed = publicSeed(chosen);
  const drawn = drawCases(exercise, seed);
  const submission = { fileName: file, source };
  const report = await grade({ exercise, seed, submission }, { ...ports, sandbox }, drawn);
  const expected = examples ? await ports.expected.get(exercise, seed, drawn) : {};
  return {
    report,
    sentences: sentencesOf(report, textsOf(exercise)),
    places: await placesOf(report, exercise, source),
    examples: examples ? await examplesOf(report, { exercise, drawn, expected }, sandbox) : [],
  };
}

async function programOf(params: DebugParams, grader: Grader): Promise<string> {
  const exercise = await grader.exercise(params.exercise);
  const cases = drawCases(exercise, publicSeed())[params.function];
  const chosen = cases?.find((one) => one.case.id === params.case && one.visible);
  if (chosen === undefined)
    throw new GradusError("usage", `${params.function} has no case ${params.case} to debug.`);
  return debugProgram({ ...params, args: chosen.args });
}

async function readText(exercises: string, id: string, name: string): Promise<string> {
  const path = join(await exerciseFolder(exercises, id), name);
  return readFile(path, "utf8").catch((cause: unknown) => {
    throw new GradusError("exercise-invalid", `${path} cannot be read.`, { cause });
  });
}

/** Opened once; an opening that failed is tried again, since its reason may have gone. */
function lazily(open: () => Promise<Grader>) {
  let opened: Promise<Grader> | undefined;
  return {
    get: (): Promise<Grader> =>
      (opened ??= open().catch((error: unknown) => {
        opened = undefined;
        throw error;
      })),
    close: async (): Promise<void> => {
      await (await opened?.catch(() => undefined))?.close();
    },
  };
}
