import assert from "node:assert/strict";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Scene } from "#contract/scene.ts";
import { drawPicture, type AnyPicture, type PlayerPort } from "#engine/drawPicture.ts";
import { trustedPlayer } from "#engine/players.ts";

const scalar = { kind: "tensor", shape: [] } as const;
const functions: readonly FunctionSpec[] = ["half", "double"].map((name) => ({
  name,
  points: 50,
  parameters: [{ name: "x", type: scalar }],
  returns: scalar,
}));

const right = { half: (x: number) => x / 2, double: (x: number) => 2 * x };

/** Halves a number and doubles the half: the second call is made of the first one's result. */
const picture: AnyPicture = {
  start: { x: 3 },
  change: (state, event) => (event.kind === "set" && event.id === "x" ? { x: event.value } : state),
  controls: () => [],
  calls: (state, known) => {
    const half = known.get("half", "");
    const first = { function: "half", id: "", args: [(state as { x: number }).x] };
    return half === undefined ? [first] : [first, { function: "double", id: "", args: [half] }];
  },
  scene: ({ student, reference, misconception }) =>
    sceneSaying([student, reference, misconception].map((one) => print(one.get("double", "")))),
  next: ({ state }) => ((state as { x: number }).x > 1 ? { x: (state as { x: number }).x - 1 } : null),
};

function sceneSaying(texts: readonly string[]): Scene {
  return { panels: [], keys: [], says: texts.map((text) => ({ en: text, ja: text })) };
}

function print(value: unknown): string {
  return typeof value === "number" ? `${value}` : typeof value;
}

interface Drawn {
  readonly student?: PlayerPort | null;
  readonly misconception?: PlayerPort | null;
  readonly picture?: AnyPicture;
  readonly state?: unknown;
  readonly events?: Parameters<typeof drawPicture>[0]["events"];
}

async function draw({ student = player(right), misconception = null, ...given }: Drawn) {
  const frame = await drawPicture({
    picture,
    functions,
    players: { student, reference: player(right), misconception },
    state: null,
    events: [],
    ...given,
  });
  return { ...frame, said: frame.scene.says.map(({ en }) => en) };
}

function player(own: Readonly<Record<string, (x: number) => unknown>>): PlayerPort {
  return trustedPlayer(own as Parameters<typeof trustedPlayer>[0]);
}

describe("drawing a picture", () => {
  it("begins at the start, makes a call of another one's result, and goes on by one step", async () => {
    const { said, state, next, problems } = await draw({});
    assert.deepEqual([said, state, next, problems], [["3", "3", "undefined"], { x: 3 }, { x: 2 }, []]);
  });

  it("takes events in order", async () => {
    const events = [4, 8].map((value) => ({ kind: "set", id: "x", value }) as const);
    assert.deepEqual((await draw({ events })).state, { x: 8 });
  });

  it("ends a run with null", async () => {
    assert.equal((await draw({ state: { x: 1 } })).next, null);
  });

  it("asks each player with its own results, and a misconception for its own functions only", async () => {
    const student = player({ ...right, half: (x) => x });
    const misconception = player({ half: (x) => 10 * x });
    assert.deepEqual((await draw({ student, misconception })).said, ["6", "3", "undefined"]);
  });

  const problems: readonly (readonly [string, (x: number) => unknown, string, string])[] = [
    [
      "throws",
      () => {
        throw new Error("no");
      },
      "throws",
      "half",
    ],
    [
      "is not written",
      () => {
        throw new Error("Your turn: half");
      },
      "not-attempted",
      "half",
    ],
    [
      "calls what is not written",
      () => {
        throw new Error("Your turn: double");
      },
      "not-attempted",
      "double",
    ],
    ["gives NaN", () => NaN, "not-finite", "half"],
    ["gives text", () => "1", "wrong-type", "half"],
    ["gives nothing", () => undefined, "wrong-type", "half"],
  ];
  for (const [what, half, kind, whose] of problems)
    it(`says so when a function ${what}, and draws the rest`, async () => {
      const frame = await draw({ student: player({ ...right, half }) });
      assert.deepEqual(
        frame.problems.map((one) => [one.kind, one.function]),
        [[kind, whose], ...(kind === "not-finite" ? [["not-finite", "double"]] : [])],
      );
      assert.equal(frame.said[1], "3");
    });

  it("refuses a picture that never has enough", async () => {
    let count = 0;
    const greedy: AnyPicture = {
      ...picture,
      calls: () => [{ function: "half", id: String(count++), args: [1] }],
    };
    await assert.rejects(draw({ picture: greedy }), /after 64 rounds/);
  });

  it("refuses a call of what is not graded", async () => {
    const lost: AnyPicture = { ...picture, calls: () => [{ function: "third", id: "", args: [1] }] };
    await assert.rejects(draw({ picture: lost, student: player({ third: () => 1 }) }), /third/);
  });
});
