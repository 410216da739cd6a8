import { conforms } from "#compare/conforms.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Fault } from "#contract/sandbox.ts";
import type { Frame, Problem, Scene, SceneEvent } from "#contract/scene.ts";
import type { Arguments, Value } from "#contract/values.ts";
import type { Call, Outputs, Picture, Player, Shown } from "#sdk/picture.ts";
import { unattempted } from "./outcome.ts";

/** A picture once the compiler's knowledge of signatures is forgotten. */
type AnyModule = Readonly<Record<string, (...args: Value[]) => Value>>;
export type AnyPicture = Picture<AnyModule, unknown>;

export type Played =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Fault };

/** One player's functions. Functions that it does not have are not asked. */
export interface PlayerPort {
  readonly has: (name: string) => boolean;
  readonly play: (name: string, argumentLists: readonly Arguments[]) => Promise<readonly Played[]>;
}

export interface PictureRequest {
  readonly picture: AnyPicture;
  readonly functions: readonly FunctionSpec[];
  readonly players: Readonly<Record<Player, PlayerPort | null>>;
  /** Null begins at the picture's start. */
  readonly state: unknown;
  readonly events: readonly SceneEvent[];
}

/** A call may be made of another one's result; a picture that never has enough is the author's mistake. */
const ROUNDS = 64;

/** One frame: what happened to the state, the calls that the new state needs, and the scene made of their results. */
export async function drawPicture(request: PictureRequest): Promise<Frame> {
  const { picture, players } = request;
  const state = request.events.reduce(
    (before, event) => picture.change(before, event),
    request.state ?? picture.start,
  );
  const [student, reference, misconception] = await Promise.all(
    (["student", "reference", "misconception"] as const).map((player) =>
      playAll(request, state, player, players[player]),
    ),
  );
  const shown: Shown<AnyModule, unknown> = {
    state,
    student: student?.outputs ?? nothing,
    reference: reference?.outputs ?? nothing,
    misconception: misconception?.outputs ?? nothing,
  };
  const scene: Scene = picture.scene(shown);
  return {
    state,
    ...(picture.next === undefined ? {} : { next: picture.next(shown) }),
    controls: picture.controls(state),
    scene,
    problems: student?.problems ?? [],
  };
}

interface Performance {
  readonly outputs: Outputs<AnyModule>;
  readonly problems: readonly Problem[];
}

async function playAll(
  { picture, functions }: PictureRequest,
  state: unknown,
  player: Player,
  port: PlayerPort | null,
): Promise<Performance> {
  if (port === null) return { outputs: nothing, problems: [] };
  const known = new Map<string, Value | undefined>();
  const problems = new Map<string, Problem>();
  const outputs: Outputs<AnyModule> = { get: (name, id) => known.get(keyOf(name, id)) };
  for (let round = 0; ; round++) {
    const wanted = picture
      .calls(state, outputs, player)
      .filter(
        (call) =>
          !known.has(keyOf(call.function, call.id)) &&
          (call.by ?? [player]).includes(player) &&
          port.has(call.function),
      );
    if (wanted.length === 0) return { outputs, problems: [...problems.values()] };
    if (round === ROUNDS) throw new RangeError(`The picture still wants calls after ${ROUNDS} rounds.`);
    await Promise.all(
      [...byFunction(wanted)].map(async ([name, calls]) => {
        const type = functions.find((one) => one.name === name)?.returns;
        if (type === undefined)
          throw new RangeError(`The picture calls ${name}, which is no graded function.`);
        const played = await port.play(
          name,
          calls.map((call) => call.args),
        );
        calls.forEach((call, index) => {
          const problem = problemOf(name, type, played[index]);
          if (problem !== null && !problems.has(problem.function)) problems.set(problem.function, problem);
          const one = played[index];
          const usable = one?.ok === true && isUsable(type, one.value);
          known.set(keyOf(name, call.id), usable ? one.value : undefined);
        });
      }),
    );
  }
}

function byFunction(calls: readonly Call<AnyModule>[]): Map<string, Call<AnyModule>[]> {
  const grouped = new Map<string, Call<AnyModule>[]>();
  for (const call of calls) grouped.set(call.function, [...(grouped.get(call.function) ?? []), call]);
  return grouped;
}

function problemOf(name: string, type: FunctionSpec["returns"], played: Played | undefined): Problem | null {
  if (played === undefined) return { kind: "timeout", function: name, text: "" };
  if (played.ok) {
    if (!isSmall(played.value)) return { kind: "too-large", function: name, text: "" };
    if (!conforms(type, played.value, "any")) return { kind: "wrong-type", function: name, text: "" };
    return conforms(type, played.value, "finite") ? null : { kind: "not-finite", function: name, text: "" };
  }
  const { fault } = played;
  const whose = unattempted(fault);
  if (whose !== null) return { kind: "not-attempted", function: whose, text: "" };
  const kind = kinds[fault.kind] ?? "throws";
  // other texts are the sandbox's own, in one language; the page has words for them
  return { kind, function: name, text: fault.kind === "throw" ? fault.text : "" };
}

/** No right result of a picture's call has more numbers than this; a page would freeze over a million of them. */
const MOST_NUMBERS = 20_000;

function isSmall(value: Value): boolean {
  let left = MOST_NUMBERS;
  const count = (part: Value): boolean => {
    if (--left < 0) return false;
    return typeof part !== "object" || part === null || Object.values(part).every(count);
  };
  return count(value);
}

function isUsable(type: FunctionSpec["returns"], value: Value): boolean {
  return isSmall(value) && conforms(type, value, "any");
}

const kinds: Readonly<Partial<Record<Fault["kind"], Problem["kind"]>>> = {
  timeout: "timeout",
  "not-run": "timeout",
  asynchronous: "wrong-type",
  unsupported: "wrong-type",
  "too-large": "too-large",
  memory: "memory",
};

const nothing: Outputs<AnyModule> = { get: () => undefined };

function keyOf(name: string, id: string): string {
  return `${name}\0${id}`;
}
