import { performance } from "node:perf_hooks";
import { exerciseFolder } from "#catalog/folders.ts";
import { loadPicture } from "#catalog/loadPicture.ts";
import type { Grader } from "#compose/openEngine.ts";
import { GradusError } from "#contract/errors.ts";
import type { Sandbox } from "#contract/sandbox.ts";
import type { Frame, Problem } from "#contract/scene.ts";
import { numbersIn } from "#compare/numbers.ts";
import { drawPicture, type Played, type PlayerPort } from "#engine/drawPicture.ts";
import { referencePlayer, trustedPlayer } from "#engine/players.ts";
import type { Exercise, Variant } from "#engine/ports.ts";
import type { PictureParams } from "./client/protocol.ts";

/** A call of a picture's may take this long, and all calls of one frame this long: a picture is worth no more waiting. */
const CALL_CPU_MS = 250;
const FRAME_MS = 2_000;
/** Calls that go to the sandbox together; the time that is left is looked at in between. */
const CALLS_AT_ONCE = 32;

interface Studio {
  readonly exercises: string;
  readonly grader: () => Promise<Grader>;
  readonly sandbox: Sandbox | null;
}

/** One frame of an exercise's picture, the student's functions played in the sandbox. */
export async function drawFrame(params: PictureParams, studio: Studio): Promise<Frame> {
  const grader = await studio.grader();
  const exercise = await grader.exercise(params.exercise);
  const picture = await loadPicture(await exerciseFolder(studio.exercises, params.exercise));
  const loading = studio.sandbox && params.source !== null ? await load(params, studio.sandbox) : untrusted;
  const student = loading === null && studio.sandbox ? studentOf(studio.sandbox, exercise) : null;
  const request = {
    picture,
    functions: exercise.manifest.functions,
    players: {
      student,
      reference: referencePlayer(await grader.references(), exercise.referencePath),
      misconception: await misconceptionOf(exercise, params.named, student),
    },
  };
  const frame = await draw(request, params);
  return loading === null ? frame : { ...frame, problems: [loading] };
}

/** A state that a page kept may be of an earlier version of the picture and not fit this one: then it begins anew. */
async function draw(
  request: Omit<Parameters<typeof drawPicture>[0], "state" | "events">,
  { state, events, restored = false }: PictureParams,
): Promise<Frame> {
  try {
    return await drawPicture({ ...request, state, events });
  } catch (error) {
    if (!restored || error instanceof GradusError) throw error;
    console.error(error);
    return drawPicture({ ...request, state: null, events: [] });
  }
}

const untrusted = { kind: "untrusted", function: "", text: "" } as const;

interface Loaded {
  readonly source: string;
  /** Why it does not load, if it does not: it is not tried again with every frame of a drag. */
  readonly failed: Problem | null;
  /** Functions that took too long: they are not waited for again before the text is another one. */
  readonly slow: Set<string>;
}

/** What each sandbox holds: the frames of a drag all ask the same text. */
const loaded = new WeakMap<Sandbox, Loaded>();

async function load({ source, file }: PictureParams, sandbox: Sandbox): Promise<Problem | null> {
  const known = loaded.get(sandbox);
  if (source === null || known?.source === source) return known?.failed ?? null;
  const reply = await sandbox.load({ fileName: file, source }, { cpuMs: CALL_CPU_MS });
  const text = reply.ok || unquoted.has(reply.fault.kind) ? "" : reply.fault.text;
  const failed = reply.ok ? null : ({ kind: "source", function: "", text } as const);
  loaded.set(sandbox, { source, failed, slow: new Set() });
  return failed;
}

/** Faults of which nothing is quoted: their texts are the sandbox's own, in one language. */
const unquoted: ReadonlySet<string> = new Set(["timeout", "memory", "crash", "too-large"]);

function studentOf(sandbox: Sandbox, exercise: Exercise): PlayerPort {
  const names = new Set(exercise.manifest.functions.map((one) => one.name));
  const slow = loaded.get(sandbox)?.slow ?? new Set();
  const end = performance.now() + FRAME_MS;
  return {
    has: (name) => names.has(name),
    play: async (name, lists) => {
      const played: Played[] = [];
      while (played.length < lists.length && !slow.has(name) && performance.now() < end) {
        const some = lists.slice(played.length, played.length + CALLS_AT_ONCE);
        const replies = await sandbox.call(name, some, { cpuMs: CALL_CPU_MS });
        if (replies.some((reply) => !reply.ok && reply.fault.kind === "timeout")) slow.add(name);
        played.push(...replies);
      }
      if (played.length < lists.length) slow.add(name);
      while (played.length < lists.length) played.push({ ok: false, fault: { kind: "timeout", text: "" } });
      return played;
    },
  };
}

/** The functions in which a slip was named, in the form that the student gave it. */
async function misconceptionOf(
  exercise: Exercise,
  named: PictureParams["named"],
  student: PlayerPort | null,
): Promise<PlayerPort | null> {
  if (student === null || Object.keys(named).length === 0) return null;
  const variants = await exercise.variants();
  const formsOf = (name: string): readonly Variant[] =>
    variants.filter((one) => one.misconception === named[name] && one.functions[name] !== undefined);
  return {
    has: (name) => formsOf(name).length > 0,
    play: async (name, lists) => {
      const plays = formsOf(name).map((form) => trustedPlayer(form.functions).play(name, lists));
      const forms = await Promise.all(plays);
      if (forms.length === 1) return forms[0] ?? [];
      // a report names the slip, not its form: the student's own results tell which one it is
      const asked = await student.play(name, lists);
      const distances = forms.map((played) => distanceBetween(played, asked));
      return forms[distances.indexOf(Math.min(...distances))] ?? [];
    },
  };
}

function distanceBetween(some: readonly Played[], others: readonly Played[]): number {
  const [ours, theirs] = [some, others].map((all) =>
    all.flatMap((one) => (one.ok ? numbersIn(one.value) : [])),
  );
  if (ours === undefined || ours.length !== theirs?.length) return Infinity;
  const distance = Math.max(0, ...ours.map((value, index) => Math.abs(value - (theirs[index] ?? 0))));
  return Number.isNaN(distance) ? Number.MAX_VALUE : distance;
}
