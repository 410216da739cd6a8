import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundledExercises, exerciseFolder } from "#catalog/folders.ts";
import { loadPicture } from "#catalog/loadPicture.ts";
import { readManifest } from "#catalog/manifest.ts";
import type { Frame, Mark, Panel, SceneEvent } from "#contract/scene.ts";
import { drawPicture } from "#engine/drawPicture.ts";
import { trustedPlayer } from "#engine/players.ts";

type Functions = Parameters<typeof trustedPlayer>[0];

const folder = await exerciseFolder(bundledExercises(), "rbm-cd1");
const picture = await loadPicture(folder);
const { functions } = await readManifest(folder);
const solution = await functionsOf("solution");

async function functionsOf(name: string): Promise<Functions> {
  return (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as Functions;
}

interface Asked {
  readonly state?: unknown;
  readonly events?: readonly SceneEvent[];
  readonly misconception?: Functions;
}

function draw(student: Functions | null, { state = null, events = [], misconception }: Asked = {}) {
  const players = {
    student: student && trustedPlayer(student),
    reference: trustedPlayer(solution),
    misconception: misconception === undefined ? null : trustedPlayer(misconception),
  };
  return drawPicture({ picture, functions, players, state, events });
}

const slip = (name: string): Promise<Functions> => functionsOf(`misconceptions/${name}`);
const see = (view: string): SceneEvent => ({ kind: "set", id: "view", value: view });

/** A run of so many frames, or as far as it goes. As JSON, as a page gives its state back. */
async function play(student: Functions, frames: number, events: readonly SceneEvent[] = []): Promise<Frame> {
  let frame: Frame = await draw(student, { events });
  for (let count = 0; count < frames && frame.next != null; count++)
    frame = await draw(student, { state: JSON.parse(JSON.stringify(frame.next)) });
  return frame;
}

function panelOf({ scene }: Frame, id: string): Panel {
  const found = scene.panels.find((panel) => panel.id === id);
  assert.ok(found, `a panel ${id}`);
  return found;
}

/** One column of a panel's table. */
function column(frame: Frame, id: string, index: number): number[] {
  return (panelOf(frame, id).table?.rows ?? []).map((row) => Number(row[index]));
}

/** How many marks are framed or filled as wrong. */
function wrongIn(frame: Frame, id: string): number {
  const mark = panelOf(frame, id).marks.find((one) => one.ink === "wrong");
  if (mark?.mark === "rects") return mark.x0.length;
  return mark?.mark === "heatmap" ? mark.values.filter((value) => value !== null).length : 0;
}

function arrowsOf(frame: Frame, ink: Mark["ink"]): readonly (number | null)[] {
  const mark = panelOf(frame, "states").marks.find((one) => one.mark === "arrows" && one.ink === ink);
  return mark?.mark === "arrows" ? mark.dy : [];
}

function assertClose(some: readonly number[], others: readonly number[], within = 1e-6): void {
  assert.equal(some.length, others.length);
  some.forEach((value, i) => {
    assert.ok(Math.abs(value - (others[i] ?? NaN)) <= within, `${value} for ${others[i]} at ${i}`);
  });
}

const parts = ["positive", "negative", "gradient"];

describe("rbm-cd1's picture: sixteen states", () => {
  it("the solution's model lies on the counted one, and no place is wrong", async () => {
    const frame = await draw(solution);
    assert.deepEqual(frame.problems, []);
    assertClose(column(frame, "states", 2), column(frame, "states", 3));
    assert.ok(Math.abs(column(frame, "states", 2).reduce((sum, value) => sum + value, 0) - 1) < 1e-9);
    assert.deepEqual(parts.map((part) => wrongIn(frame, part)), [0, 0, 0]); // prettier-ignore
    // the data phase is no estimate
    assertClose(column(frame, "positive", 1), column(frame, "positive", 3));
  });

  it("the exact gradient is the slope of the exact log-likelihood", async () => {
    const frame = await draw(solution);
    const gradient = column(frame, "gradient", 3);
    const nudged = async (by: number): Promise<number> => {
      const value = Number(column(frame, "parameters", 1)[0]) + by;
      const moved = await draw(solution, { events: [{ kind: "set", id: "parameter", value }] });
      return column(moved, "learning", 1)[0] ?? NaN;
    };
    const slope = ((await nudged(-1e-4)) - (await nudged(1e-4))) / 2e-4;
    assert.ok(Math.abs(slope - (gradient[0] ?? NaN)) < 1e-5, `${slope} for ${gradient[0]}`);
  });

  it("CD-1 of many chains points uphill on the exact likelihood", async () => {
    const events: SceneEvent[] = [{ kind: "set", id: "chains", value: "25" }];
    const frame = await draw(solution, { events });
    const [own, exact] = [column(frame, "gradient", 1), column(frame, "gradient", 3)];
    const product = own.reduce((sum, value, i) => sum + value * (exact[i] ?? NaN), 0);
    assert.ok(product > 0);
  });

  it("a sum over the batch is the batch's size times too large", async () => {
    const [frame, right] = [await draw(await slip("batch-size-forgotten")), await draw(solution)];
    const rows = 60; // twelve rows of data, five chains from each
    const expected = column(right, "gradient", 1).map((value) => rows * value);
    assertClose(column(frame, "gradient", 1), expected);
    assert.ok(wrongIn(frame, "gradient") > 20);
    assert.equal(wrongIn(frame, "positive"), 0);
  });

  for (const name of ["phases-swapped", "descends"])
    it(`${name}: the arrows lead away from where the right ones lead`, async () => {
      const frame = await draw(await slip(name));
      const [own, right] = [arrowsOf(frame, "accent"), arrowsOf(frame, "reference")];
      const product = own.reduce<number>((sum, dy, i) => sum + Number(dy) * Number(right[i]), 0);
      assert.ok(product < 0);
    });

  it("a transposed gradient is wrong everywhere but on the diagonal and in the biases", async () => {
    assert.equal(wrongIn(await draw(await slip("weights-transposed.gradient")), "gradient"), 12);
  });

  it("the energy's sign: the model of the student's is another one, its gradient is not", async () => {
    const frame = await draw(await slip("energy-sign"));
    const [own, counted] = [column(frame, "states", 2), column(frame, "states", 3)];
    assert.ok(Math.max(...own.map((value, i) => Math.abs(value - (counted[i] ?? NaN)))) > 0.2);
    assert.equal(wrongIn(frame, "gradient"), 0);
  });

  it("draws the slip that was named, dotted", async () => {
    const wrong = await slip("phases-swapped");
    const frame = await draw(wrong, { misconception: wrong });
    const [own, named] = (["student", "misconception"] as const).map((ink) =>
      panelOf(frame, "comparison").marks.find((mark) => mark.ink === ink),
    );
    assert.ok(own?.mark === "points" && named?.mark === "points");
    assert.deepEqual(own.y, named.y);
  });

  it("a drag gives a state its share of the data, as far as rows can", async () => {
    const events: SceneEvent[] = [{ kind: "drag", id: "share5", x: 0, y: 0.4 }];
    const shares = column(await draw(solution, { events }), "states", 1);
    assert.ok(Math.abs((shares[5] ?? 0) - 0.4) < 0.04);
    assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
  });

  it("arrow keys add and take one row at a time", async () => {
    let frame: Frame = await draw(solution);
    const handle = (): { y: number; step: number; value: string } => {
      const mark = panelOf(frame, "states").marks.find((one) => one.mark === "handle" && one.id === "share5");
      assert.ok(mark?.mark === "handle");
      return { ...mark, value: mark.value.en };
    };
    const press = async (direction: 1 | -1): Promise<void> => {
      const { y, step } = handle();
      const event = { kind: "drag", id: "share5", x: 0, y: Math.max(0, y + direction * step) } as const;
      frame = await draw(solution, { state: frame.state, events: [event] });
    };
    const counts: string[] = [];
    for (const direction of [1, 1, 1, -1, -1, -1, -1, -1] as const) {
      await press(direction);
      counts.push(handle().value.split(" ")[0] ?? "");
    }
    assert.deepEqual(counts, ["3", "4", "5", "4", "3", "2", "1", "0"]);
  });

  it("the last state that has data keeps it", async () => {
    const others = [0, 3, 5, 10, 12].map((i) => ({ kind: "drag", id: `share${i}`, x: 0, y: 0 }) as const);
    const frame = await draw(solution, { events: [...others, { kind: "drag", id: "share15", x: 0, y: 0 }] });
    assert.equal(column(frame, "states", 1)[15], 1);
  });

  it("a pressed parameter is what the slider moves; the corner is none", async () => {
    const events: SceneEvent[] = [
      { kind: "press", id: "parameter", x: 2.5, y: 4.5 },
      { kind: "press", id: "parameter", x: 4.5, y: 4.5 },
      { kind: "set", id: "parameter", value: 1.25 },
    ];
    const before = column(await draw(solution), "parameters", 1);
    const after = column(await draw(solution, { events }), "parameters", 1);
    assert.deepEqual(
      after.flatMap((value, i) => (value === before[i] ? [] : [[i, value]])),
      [[22, 1.25]],
    );
  });

  it("learning brings the model to the data, along the right run, and ends", async () => {
    const frame = await play(solution, 1000);
    const [own, right] = [column(frame, "learning", 1), column(frame, "learning", 2)];
    assertClose(own, right, 1e-4);
    assert.equal(frame.next, null);
    assert.ok((own.at(-1) ?? NaN) < (own[0] ?? NaN) / 5, `from ${own[0]} to ${own.at(-1)} nats`);
    const again = await draw(solution, { state: frame.state, events: [{ kind: "push", id: "restart" }] });
    assert.deepEqual(again.state, (await draw(solution)).state);
  });

  it("descending goes away from the data", async () => {
    const frame = await play(await slip("descends"), 10);
    const [own, right] = [column(frame, "learning", 1), column(frame, "learning", 2)];
    assert.ok((own.at(-1) ?? NaN) > 2 * (own[0] ?? NaN));
    assert.ok((right.at(-1) ?? NaN) < (right[0] ?? NaN));
  });
});

describe("rbm-cd1's picture: one unit", () => {
  it("the solution draws nothing wrong, in moderate fields and in enormous ones", async () => {
    for (const reach of ["near", "far"]) {
      const events: SceneEvent[] = [see("unit"), { kind: "set", id: "reach", value: reach }];
      const frame = await draw(solution, { events });
      assert.deepEqual(frame.problems, []);
      assert.deepEqual(["sampleHidden", "sampleVisible"].map((id) => wrongIn(frame, id)), [0, 0]); // prettier-ignore
      assertClose(column(frame, "mean", 1), column(frame, "mean", 2));
      assertClose(column(frame, "sampleHidden", 1), column(frame, "sampleHidden", 2), 1 / 24);
      assert.equal(frame.next, undefined);
    }
  });

  it("a reversed threshold answers +1 just where it should not", async () => {
    const frame = await draw(await slip("threshold-reversed"), { events: [see("unit")] });
    assert.equal(wrongIn(frame, "sampleHidden"), 64 * 24);
    const flipped = column(frame, "sampleHidden", 2).map((share) => 1 - share);
    assertClose(column(frame, "sampleHidden", 1), flipped, 1 / 24);
  });

  it("units of 0 and 1: the mean is a sigmoid of half the steepness, never negative", async () => {
    const frame = await draw(await slip("zero-one-sigmoid"), { events: [see("unit")] });
    const expected = column(frame, "mean", 0).map((field) => 1 / (1 + Math.exp(-field)));
    assertClose(column(frame, "mean", 1), expected);
  });

  it("an overflow is a gap where the fields are enormous, and nowhere else", async () => {
    const overflow = await slip("cosh-overflow.free-energy");
    const near = await draw(overflow, { events: [see("unit")] });
    assert.ok(column(near, "energy", 1).every(Number.isFinite));
    const far = await draw(overflow, { events: [see("unit"), { kind: "set", id: "reach", value: "far" }] });
    const lost = column(far, "energy", 0).filter((_, i) => !Number.isFinite(column(far, "energy", 1)[i]));
    assert.ok(lost.length > 0 && lost.every((field) => Math.abs(field) > 700));
    assert.deepEqual(far.problems.map(({ kind, function: name }) => [kind, name]), [["not-finite", "freeEnergy"]]); // prettier-ignore
  });
});

describe("rbm-cd1's picture: learning patterns", () => {
  it("the solution learns bars and stripes along the right run, and dreams of them", async () => {
    const frame = await play(solution, 60, [see("run")]);
    const [own, right] = [column(frame, "errors", 1), column(frame, "errors", 2)];
    assertClose(own, right, 0.02);
    assert.ok((own[0] ?? NaN) > 0.3 && (own.at(-1) ?? NaN) < 0.03, `from ${own[0]} to ${own.at(-1)}`);
    assert.ok((column(frame, "hits", 1).at(-1) ?? NaN) > 0.7);
    assert.deepEqual([frame.scene.progress?.value, frame.scene.progress?.of], [300, 600]);
  });

  it("digits begin to show after some updates", async () => {
    const events: SceneEvent[] = [see("run"), { kind: "set", id: "patterns", value: "digits" }];
    const own = column(await play(solution, 30, events), "errors", 1);
    assert.ok((own.at(-1) ?? NaN) < 0.7 * (own[0] ?? NaN), `from ${own[0]} to ${own.at(-1)}`);
  });

  it("descending learns nothing", async () => {
    const frame = await play(await slip("descends"), 30, [see("run")]);
    const own = column(frame, "errors", 1);
    assert.ok((own.at(-1) ?? NaN) > 0.3);
    assert.equal(column(frame, "hits", 1).at(-1), 0);
  });

  it("says when an update gives no machine of this size, and stops", async () => {
    const frame = await draw(await slip("weights-transposed.gradient"), { events: [see("run")] });
    assert.equal(frame.next, null);
    assert.ok(frame.scene.says.some(({ en }) => en.startsWith("It cannot go on")));
  });

  it("begins anew on other patterns and at another rate, and keeps its place behind another page", async () => {
    const far = await play(solution, 3, [see("run")]);
    const aside = await draw(solution, { state: far.state, events: [see("states"), see("run")] });
    assert.equal(aside.scene.progress?.value, 15);
    const slower: SceneEvent = { kind: "set", id: "runRate", value: 0.02 };
    const anew = await draw(solution, { state: far.state, events: [slower] });
    assert.equal(anew.scene.progress?.value, 0);
  });
});

describe("rbm-cd1's picture: what is missing", () => {
  const views = ["states", "unit", "run"];

  it("draws the data and what is right where nothing is written, and claims nothing for the student", async () => {
    const starter = await functionsOf("starter");
    const frame = await draw(starter);
    assert.ok(frame.problems.every(({ kind }) => kind === "not-attempted"));
    const inks = new Set(frame.scene.panels.flatMap(({ marks }) => marks).map(({ ink }) => ink));
    assert.ok(inks.has("data") && inks.has("reference") && !inks.has("student") && !inks.has("wrong"));
    assert.equal(frame.next, null);
    for (const view of views) await draw(starter, { events: [see(view)] });
  });

  it("draws what is there when one function gives NaN", async () => {
    const nowhere = { ...solution, freeEnergy: () => Array.from({ length: 16 }, () => NaN) };
    const frame = await draw(nowhere);
    assert.deepEqual(frame.problems.map((one) => one.function), ["freeEnergy"]); // prettier-ignore
    assert.equal(wrongIn(frame, "gradient"), 0);
    assert.ok(frame.next);
  });

  it("draws results of another size than the machine's", async () => {
    const odd = {
      hiddenMean: () => [[1]],
      sampleHidden: () => [[1, 1]],
      sampleVisible: () => [[]],
      freeEnergy: () => [],
      cd1Gradient: () => ({ W: [[1]], b: [], c: [1, 2, 3, 4, 5, 6] }),
      cd1Update: () => ({ W: [], b: [], c: [] }),
    };
    for (const view of views) assert.ok((await draw(odd, { events: [see(view)] })).next == null);
  });

  it("without a student it shows the rest", async () => {
    for (const view of views) assert.ok((await draw(null, { events: [see(view)] })).scene.says.length > 0);
  });
});
