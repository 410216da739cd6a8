import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundledExercises } from "#catalog/folders.ts";
import { loadPicture } from "#catalog/loadPicture.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import { restart, type Frame, type Mark, type Panel, type SceneEvent } from "#contract/scene.ts";
import { drawPicture, type AnyPicture } from "#engine/drawPicture.ts";
import { trustedPlayer } from "#engine/players.ts";

const folder = join(bundledExercises(), "ddpm-loss");

type Functions = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

interface Asked {
  readonly state?: unknown;
  readonly events?: readonly SceneEvent[];
  /** A slip that was named, for the third player. */
  readonly slip?: Functions;
}

describe("the picture of ddpm-loss", () => {
  let picture: AnyPicture;
  let functions: readonly FunctionSpec[];
  let solution: Functions;

  before(async () => {
    picture = await loadPicture(folder);
    const manifest = JSON.parse(readFileSync(join(folder, "exercise.json"), "utf8")) as {
      readonly functions: readonly FunctionSpec[];
    };
    functions = manifest.functions;
    solution = await load("solution.ts");
  });

  const draw = (own: Functions, { state = null, events = [], slip }: Asked = {}): Promise<Frame> =>
    drawPicture({
      picture,
      functions,
      players: {
        student: trustedPlayer(own),
        reference: trustedPlayer(solution),
        misconception: slip === undefined ? null : trustedPlayer(slip),
      },
      state,
      events,
    });
  const slip = (name: string): Promise<Functions> => load(`misconceptions/${name}.ts`);

  /** Plays the way back to its end. */
  async function walkBack(own: Functions): Promise<Frame> {
    let frame = await draw(own, { events: [view("reverse")] });
    while (frame.next != null) frame = await draw(own, { state: frame.next });
    return frame;
  }

  describe("into the noise", () => {
    it("shows the right points on top of the student's own, and the same spread at every step", async () => {
      const frame = await draw(solution);
      const cloud = panelOf(frame, "cloud");
      assert.deepEqual(places(pointsIn(cloud, "student")), places(pointsIn(cloud, "reference")));
      assert.equal(strays(cloud), 0);
      for (const t of [1, 20, 50]) {
        const { rows } = tableOf(panelOf(await draw(solution, { events: [set("t", t)] }), "cloud"));
        near(rows[1]?.[1], 1);
        near(rows[1]?.[2], 1);
      }
    });

    it("a noise that is too small shrinks the cloud, and leads from where points belong to where they are", async () => {
      const frame = await draw(await slip("variance-one-minus-sqrt"), { events: [set("t", 20)] });
      const cloud = panelOf(frame, "cloud");
      const [right, own] = tableOf(cloud).rows;
      near(right?.[1], 1);
      assert.ok(number(own?.[1]) < 0.9, JSON.stringify(own));
      assert.ok(strays(cloud) > 100, `${strays(cloud)} of 200 points stray`);
      const shares = tableOf(panelOf(frame, "shares")).rows[19] ?? [];
      near(shares[1], number(shares[3]));
      assert.ok(number(shares[2]) < 0.8 * number(shares[4]));
    });

    it("variance where the deviation belongs squares the noise's weight", async () => {
      const { rows } = tableOf(panelOf(await draw(await slip("variance-for-deviation")), "shares"));
      for (const row of rows) near(row[2], number(row[4]) ** 2, 1e-3);
    });

    it("one step for all rows is seen where a batch has many", async () => {
      const { rows } = tableOf(panelOf(await draw(await slip("same-t-for-batch")), "shares"));
      assert.equal(new Set(rows.map((row) => row[1])).size, 1);
      assert.equal(new Set(rows.map((row) => row[3])).size, 50);
    });

    it("t follows the slider, the handle and a press, and stays a step", async () => {
      const events: readonly SceneEvent[] = [
        set("t", 31),
        { kind: "drag", id: "t", x: 30.6, y: 0 },
        { kind: "press", id: "t", x: 31.4, y: 0.5 },
      ];
      const titles = await Promise.all(
        events.map(async (event) => panelOf(await draw(solution, { events: [event] }), "cloud").title.en),
      );
      assert.deepEqual(new Set(titles), new Set(["The cloud z_t at t = 31"]));
      const far = await draw(solution, { events: [{ kind: "drag", id: "t", x: 900, y: 0 }] });
      assert.equal(panelOf(far, "cloud").title.en, "The cloud z_t at t = 50");
    });

    it("plays up to the last step, and starts over at the first", async () => {
      const last = await draw(solution, { events: [set("t", 49)] });
      assert.ok(last.next != null);
      const end = await draw(solution, { state: last.next });
      assert.equal(end.next, null);
      const again = await draw(solution, { state: end.state, events: [{ kind: "push", id: restart }] });
      assert.equal(again.scene.progress?.value, 1);
    });

    it("the slip that was named is drawn as such", async () => {
      const wrong = await slip("beta-for-alpha");
      const frame = await draw(wrong, { slip: { alphaBar: wrong["alphaBar"] ?? nothing } });
      const lines = panelOf(frame, "alpha-bar").marks.filter(
        (mark) => mark.mark === "line" && mark.ink === "misconception",
      );
      assert.equal(lines.length, 1);
      assert.equal(
        panelOf(frame, "shares").marks.some(({ ink }) => ink === "misconception"),
        false,
      );
    });
  });

  describe("a guess of the noise", () => {
    const at = (own: Functions, ...events: SceneEvent[]): Promise<Frame> =>
      draw(own, { events: [view("predict"), ...events] });

    it("a prediction without error leads back to the data", async () => {
      const right = tableOf(panelOf(await at(solution, set("error", 0)), "x0")).rows[1] ?? [];
      near(right[1], 0, 1e-4);
      const off = tableOf(panelOf(await at(solution, set("error", 1)), "x0")).rows[1] ?? [];
      assert.ok(number(off[1]) > 0.3, JSON.stringify(off));
    });

    it("the loss is the square of the error, and a sum for the mean a multiple of it", async () => {
      for (const [own, factor] of [
        [solution, 1],
        [await slip("sum-for-mean"), 2],
        [await slip("sum-for-mean.all"), 48],
      ] as const)
        for (const row of tableOf(panelOf(await at(own), "loss")).rows) {
          near(row[2], number(row[0]) ** 2, 1e-3);
          near(row[1], factor * number(row[2]), 1e-3 * factor);
        }
    });

    it("half the gradient ends halfway between prediction and noise", async () => {
      const panel = panelOf(await at(await slip("missing-factor-two")), "gradient");
      const [right, own] = panel.marks.filter((mark) => mark.mark === "arrows");
      const exact = panel.marks.find((mark) => mark.mark === "points" && mark.shape === "ring");
      assert.ok(right?.mark === "arrows" && own?.mark === "arrows" && exact?.mark === "points");
      right.dx.forEach((dx, index) => {
        near(number(right.x[index]) + number(dx), number(exact.x[index]), 3e-3);
        near(own.dx[index], number(dx) / 2, 3e-3);
      });
    });

    it("predictX0 that returns its noise is far from x0 at every step", async () => {
      const farthest = async (own: Functions): Promise<number[]> =>
        tableOf(panelOf(await at(own), "return")).rows.map((row) => number(row[1]));
      assert.ok(Math.max(...(await farthest(solution))) < 1e-3);
      assert.ok(Math.min(...(await farthest(await slip("predicts-x0")))) > 0.3);
    });

    it("stands still", async () => {
      assert.equal((await at(solution)).next, undefined);
    });
  });

  describe("the way back", () => {
    it("ends on the data, with every point where the right steps lead", async () => {
      const frame = await walkBack(solution);
      const cloud = panelOf(frame, "way-back");
      const [own, right] = tableOf(cloud).rows;
      assert.ok(number(own?.[1]) < 0.05, JSON.stringify(own));
      assert.equal(own?.[1], right?.[1]);
      assert.equal(strays(cloud), 0);
      assert.equal(frame.scene.progress?.value, 50);
      const begun = await draw(solution, { events: [view("reverse")] });
      assert.ok(number(tableOf(panelOf(begun, "way-back")).rows[0]?.[1]) > 0.2);
    });

    it("every slip in a step ends in a cloud that is not the data", async () => {
      for (const [name, least] of [
        ["noise-at-last-step", 0.07],
        ["variance-for-deviation.reverse-step", 0.1],
        ["predicts-x0.reverse-step", 0.3],
        ["predicts-zt.reverse-step", 0.3],
        ["posterior-drops-zt", 0.3],
        ["swapped-coefficients.posterior", 0.07],
      ] as const) {
        const gap = tableOf(panelOf(await walkBack(await slip(name)), "way-back")).rows[0]?.[1];
        assert.ok(number(gap) > least, `${name}: ${JSON.stringify(gap)}`);
      }
    });

    it("shows one step closely: less noise lands nearer to the mean", async () => {
      const events = [view("reverse"), { kind: "press", id: "pick", x: 0.4, y: 0.2 }] as const;
      const wrong = await slip("variance-for-deviation.reverse-step");
      const panel = panelOf(await draw(wrong, { events }), "one-step");
      const [own, right] = tableOf(panel).rows.map((row) => [row[1], row[3]].map(pair));
      assert.deepEqual(own?.[0], right?.[0]);
      const noise = [own, right].map((row) => Math.hypot(...between(row?.[0], row?.[1])));
      assert.ok((noise[0] ?? 1) < 0.5 * (noise[1] ?? 0), String(noise));
    });

    it("goes on with the reference alone where the student's step gives nothing", async () => {
      for (const reverseStep of [() => undefined, nothing, () => [[NaN, 0]], () => [[1, 2]]]) {
        const frame = await walkBack({ ...solution, reverseStep });
        assert.equal(frame.scene.progress?.value, 50);
        assert.deepEqual(pointsIn(panelOf(frame, "way-back"), "student"), undefined);
        assert.match(frame.scene.says.map(({ en }) => en).join(" "), /no usable points/);
      }
    });

    it("other noise, other data and another schedule begin a new walk", async () => {
      const begun = await draw(solution, { events: [view("reverse")] });
      const going = await draw(solution, { state: begun.next });
      for (const event of [
        { kind: "push", id: "other-noise" },
        { kind: "push", id: restart },
        set("shape", "moons"),
        set("schedule", "cosine"),
      ] as const) {
        const frame = await draw(solution, { state: going.state, events: [event] });
        assert.equal(frame.scene.progress?.value, 0, JSON.stringify(event));
      }
      const kept = await draw(solution, { state: going.state, events: [view("noise"), view("reverse")] });
      assert.equal(kept.scene.progress?.value, 1);
    });
  });

  describe("step by step", () => {
    const at = async (own: Functions, id: string): Promise<Panel> =>
      panelOf(await draw(own, { events: [view("steps")] }), id);

    it("a missing factor two doubles the weighted loss at every step", async () => {
      const { rows } = tableOf(await at(await slip("missing-factor-two.weighted-loss"), "weighted"));
      assert.equal(rows.length, 50);
      for (const row of rows) near(number(row[1]) / number(row[2]), 2, 1e-3);
    });

    it("a forgotten weight makes the loss level", async () => {
      const { rows } = tableOf(await at(await slip("weight-forgotten"), "weighted"));
      const spread = (column: 1 | 2): number => {
        const values = rows.map((row) => number(row[column]));
        return Math.max(...values) / Math.min(...values);
      };
      assert.ok(spread(1) < 3, String(spread(1)));
      assert.ok(spread(2) > 5, String(spread(2)));
    });

    it("a posterior without z_t has no weight on it", async () => {
      const { rows } = tableOf(await at(await slip("posterior-drops-zt"), "posterior"));
      assert.deepEqual(new Set(rows.map((row) => row[2])), new Set([0]));
      assert.ok(number(rows[20]?.[4]) > 0.8);
    });

    it("noise at the last step is seen there and nowhere else", async () => {
      const { rows } = tableOf(await at(await slip("noise-at-last-step"), "noise"));
      near(rows[0]?.[1], 0.1, 1e-3);
      for (const row of rows.slice(1)) near(row[1], number(row[3]), 1e-3);
    });
  });

  it("of a starter only what is right and given is drawn, and no number is made up", async () => {
    const starter = await load("starter.ts");
    for (const name of ["noise", "predict", "reverse", "steps"]) {
      const frame = await draw(starter, { events: [view(name)] });
      const own = frame.scene.panels
        .flatMap((panel) => panel.marks)
        .filter((mark) => mark.ink === "student" && sizeOf(mark) > 0);
      // the cloud of pure noise is where the walk begins, whoever walks
      assert.deepEqual(
        own.filter((mark) => mark.mark !== "points"),
        [],
        name,
      );
      assert.ok(frame.problems.every(({ kind }) => kind === "not-attempted"));
      assert.ok(frame.problems.length > 0);
    }
  });

  it("a number that is not finite leaves a gap where it is, and says so in the table", async () => {
    const noisySample = (...args: readonly unknown[]): unknown =>
      (solution["noisySample"]?.(...args) as number[][]).map((row, n) => (n === 5 ? [NaN, Infinity] : row));
    const frame = await draw({ ...solution, noisySample });
    assert.equal(pointsIn(panelOf(frame, "cloud"), "student")?.x[5], null);
    assert.equal(tableOf(panelOf(frame, "shares")).rows[5]?.[1], "NaN");
    assert.deepEqual(
      frame.problems.map(({ kind }) => kind),
      ["not-finite"],
    );
  });
});

async function load(name: string): Promise<Functions> {
  return (await import(pathToFileURL(join(folder, name)).href)) as Functions;
}

function view(name: string): SceneEvent {
  return set("view", name);
}

function set(id: string, value: number | string): SceneEvent {
  return { kind: "set", id, value };
}

function nothing(): never {
  throw new Error("nothing");
}

function panelOf({ scene }: Frame, id: string): Panel {
  const panel = scene.panels.find((one) => one.id === id);
  assert.ok(panel !== undefined, `there is no panel ${id}`);
  return panel;
}

function tableOf({ table, id }: Panel): NonNullable<Panel["table"]> {
  assert.ok(table !== undefined, `${id} has no table`);
  return table;
}

/** The cloud of a player's: the largest set of points in its ink. */
function pointsIn({ marks }: Panel, ink: "student" | "reference") {
  return marks.find((mark) => mark.mark === "points" && mark.ink === ink && mark.x.length === 200) as
    Extract<Mark, { mark: "points" }> | undefined;
}

function places(mark: Extract<Mark, { mark: "points" }> | undefined): unknown {
  return [mark?.x, mark?.y];
}

function strays({ marks }: Panel): number {
  return marks.reduce((sum, mark) => sum + (mark.mark === "edges" ? mark.x0.length : 0), 0);
}

function sizeOf(mark: Mark): number {
  return "x" in mark && Array.isArray(mark.x) ? mark.x.length : 0;
}

function number(value: unknown): number {
  assert.ok(typeof value === "number", `${JSON.stringify(value)} is no number`);
  return value;
}

function near(value: unknown, wanted: number, by = 2e-3): void {
  assert.ok(Math.abs(number(value) - wanted) <= by, `${String(value)} is not ${wanted}`);
}

/** "(1.2, 3)" */
function pair(text: unknown): number[] {
  assert.ok(typeof text === "string");
  return text.slice(1, -1).split(", ").map(Number);
}

function between(from: number[] = [], to: number[] = []): number[] {
  return from.map((value, index) => (to[index] ?? NaN) - value);
}
