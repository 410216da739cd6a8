import { watch } from "node:fs";
import { dirname, basename } from "node:path";
import type { Rung } from "#contract/backend.ts";
import { GradusError } from "#contract/errors.ts";
import type { Language } from "#contract/messages.ts";
import type { Report } from "#contract/report.ts";
import type { SandboxMode } from "#contract/sandbox.ts";
import { textsOf } from "#catalog/texts.ts";
import { render } from "#diagnose/render.ts";
import { grade, ungradable } from "#engine/grade.ts";
import type { Exercise } from "#engine/ports.ts";
import { openEngine, publicSeed, type Engine } from "#compose/openEngine.ts";
import { placesOf } from "#compose/places.ts";
import { printCounterexample } from "../printCounterexample.ts";
import { printReport } from "../printReport.ts";
import { readSubmission } from "../readSubmission.ts";

export interface CheckOptions {
  readonly exercise: string;
  readonly seed?: string;
  readonly backend?: Rung;
  readonly sandbox: SandboxMode;
  readonly lang: Language;
  readonly json?: true;
  readonly watch?: true;
  readonly exercises?: string;
}

export async function check(file: string, options: CheckOptions): Promise<void> {
  await readSubmission(file); // a wrong path is told before anything is started
  const engine = await openEngine({
    sandbox: options.sandbox,
    language: options.lang,
    ...(options.backend === undefined ? {} : { rung: options.backend }),
    ...(options.exercises === undefined ? {} : { exercises: options.exercises }),
  });
  try {
    const exercise = await engine.exercise(options.exercise);
    const setting = { engine, exercise, options };
    if (options.watch === true) await keepChecking(file, setting);
    else setExitCode(await checkOnce(file, setting));
  } finally {
    await engine.close();
  }
}

interface Setting {
  readonly engine: Engine;
  readonly exercise: Exercise;
  readonly options: CheckOptions;
}

async function checkOnce(file: string, { engine, exercise, options }: Setting): Promise<Report> {
  const submission = await readSubmission(file);
  const seed = publicSeed(options.seed);
  const report =
    "unreadable" in submission
      ? ungradable({ exercise, seed }, submission.unreadable, engine.ports)
      : await grade({ exercise, seed, submission }, engine.ports);
  if (options.json === true) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else {
    const source = "unreadable" in submission ? "" : submission.source;
    printReport(report, {
      title: exercise.manifest.title[options.lang],
      texts: textsOf(exercise),
      language: options.lang,
      stream: process.stdout,
      found: { lines: source.split("\n"), places: await placesOf(report, exercise, source) },
    });
    if (!("unreadable" in submission))
      await printCounterexample({ exercise, submission, seed, report }, engine, options.lang);
  }
  return report;
}

function setExitCode(report: Report): void {
  process.exitCode = report.score === report.maxScore ? 0 : 1;
}

/** Editors write a file in several steps, or replace it: wait until it is quiet. */
const QUIET_MS = 40;

/**
 * Checks, and again on every change until interrupted. The folder is watched, since a replaced file loses its watcher, and
 * from before the first check on: a file that is saved meanwhile has changed.
 */
async function keepChecking(file: string, setting: Setting): Promise<void> {
  const { lang, json } = setting.options;
  const tell = (key: string): void => {
    if (json !== true) process.stderr.write(`${render({ key, values: { file } }, lang)}\n`);
  };
  const again = async (): Promise<void> => {
    try {
      await checkOnce(file, setting);
    } catch (error) {
      if (!(error instanceof GradusError) || error.code !== "file-not-found") throw error;
      tell("ui.gone");
    }
  };
  const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<undefined>();
  ended.catch(() => undefined); // awaited below, unless the first check fails before
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const watcher = watch(dirname(file), (_, name) => {
    if (name !== null && name !== basename(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(again);
      running.catch(fail);
    }, QUIET_MS);
  });
  const interrupted = (): void => {
    end(undefined);
  };
  process.once("SIGINT", interrupted);
  try {
    running = checkOnce(file, setting).then(setExitCode);
    await running;
    tell("ui.watching");
    await ended;
  } finally {
    process.off("SIGINT", interrupted);
    watcher.close();
    clearTimeout(timer);
  }
}
