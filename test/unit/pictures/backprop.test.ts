import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundledExercises } from "#catalog/folders.ts";
import { loadPicture } from "#catalog/loadPicture.ts";
import { readManifest } from "#catalog/manifest.ts";
import type { Frame, Mark, Panel, SceneEvent } from "#contract/scene.ts";
import { drawPicture } from "#engine/drawPicture.ts";
import { trustedPlayer } from "#engine/players.ts";

type Functions = Parameters<typeof trustedPlayer>[0];

const folder = join(bundledExercises(), "backprop");
const load = async (name: string): Promise<Functions> =>
  (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as Functions;
const slip = (name: string): Promise<Functions> => load(`misconceptions/${name}`);

const set = (id: string, value: number | string): SceneEvent => ({ kind: "set", id, value });
const drag = (id: string, x: number, y = 0): SceneEvent => ({ kind: "drag", id, x, y });
const press = (id: string, x: number, y: number): SceneEvent => ({ kind: "press", id, x, y });
const push = (id: string): SceneEvent => ({ kind: "push", id });
const learning = set("view", "learning");
const restart = push("restart");
const lastStep = 10;

describe("the picture of backprop", () => {
  let draw: (student: Functions, events: readonly SceneEvent[], state?: unknown) => Promise<Frame>;
  let solution: Functions;
  before(async () => {
    const [picture, { functions }] = [await loadPicture(folder), await readManifest(folder)];
    solution = await load("solution");
    draw = (student, events, state = null) =>
      drawPicture({
        picture,
        functions,
        players: {
          student: trustedPlayer(student),
          reference: trustedPlayer(solution),
          misconception: null,
        },
        state,
        events,
      });
  });

  describe("forward and back", () => {
    it("right functions agree with the differences of their own error, everywhere", async () => {
      for (const activations of [0, 1, 2])
        for (const row of [0, 1, 2]) {
          const frame = await draw(solution, [set("activations", activations), set("row", row)]);
          const ratios = ratiosOf(frame);
          assert.equal(ratios.length, 23);
          for (const ratio of ratios) near(ratio, 1, 0.02);
          for (const [, , z, rightZ, delta, difference] of rowsOf(frame, "net")) {
            assert.equal(z, rightZ);
            near(delta, difference, 1e-4);
          }
          assert.equal(wrongIn(frame, "net"), 0);
        }
    });

    /** [slip, how many of the 23 derivatives agree, the factor of all others] */
    const slips: readonly (readonly [string, number, number | null])[] = [
      ["sign", 0, -1],
      ["sign.backward", 0, -1],
      ["sum-over-batch", 0, 3],
      ["sum-over-batch.biases", 16, 3],
      ["sum-over-batch.loss", 0, 1 / 3],
      ["missing-half-in-loss", 0, 0.5],
      ["bias-not-in-gradient", 16, 0],
      ["missing-activation-derivative.hidden-delta", 10, null],
      ["derivative-at-z.hidden-delta", 14, null],
      ["formula-of-z-at-u.tanh", 14, null],
      ["updates-on-the-way-back.rate-1", 7, null],
    ];
    for (const [name, agreeing, factor] of slips)
      it(`${name} is told from the differences`, async () => {
        const frame = await draw(await slip(name), []);
        const wrong = ratiosOf(frame).filter((ratio) => Math.abs(Number(ratio) - 1) > 0.004);
        const counted = frame.scene.says.some(({ en }) =>
          en.startsWith(`${agreeing} of 23 derivatives agree`),
        );
        assert.ok(counted, JSON.stringify(frame.scene.says));
        assert.ok(wrongIn(frame, "net") > 23 - agreeing);
        if (factor !== null) for (const ratio of wrong) near(ratio, factor, 2e-3);
      });

    it("a relu that is off at the output by the error's sign is seen where the output is a relu", async () => {
      const functions = await slip("relu-derivative-of-delta.output-delta");
      assert.equal(wrongIn(await draw(functions, []), "net"), 0);
      assert.ok(wrongIn(await draw(functions, [set("activations", 2), set("row", 1)]), "net") > 0);
    });

    it("a wrong delta is found in the layer that computes it, not above", async () => {
      const rows = rowsOf(await draw(await slip("missing-activation-derivative.hidden-delta"), []), "net");
      const off = rows.map((row) => Math.abs(Number(row[4]) - Number(row[5])) > 1e-3);
      assert.deepEqual(off.slice(-2), [false, false]);
      assert.ok(off.slice(0, 3).every(Boolean));
    });

    it("a slip in backward alone shows at the last step, after steps that are right", async () => {
      const functions = await slip("updates-on-the-way-back");
      assert.equal(wrongIn(await draw(functions, [set("step", lastStep - 1)]), "net"), 0);
      assert.ok(wrongIn(await draw(functions, [set("step", lastStep)]), "net") > 0);
    });

    it("a factor that error and gradient share shows beside the right error", async () => {
      const frame = await draw(await slip("missing-half-in-loss.consistent"), []);
      for (const ratio of ratiosOf(frame)) near(ratio, 1, 2e-3);
      for (const [, own, right] of rowsOf(frame, "tangent")) near(own, 2 * Number(right), 1e-9);
    });

    it("the functions before backward are checked before backward is written", async () => {
      const starter = await load("starter");
      const begun = { ...solution, backward: starter["backward"] } as Functions;
      const frame = await draw(begun, []);
      assert.deepEqual(
        frame.problems.map(({ kind, function: name }) => [kind, name]),
        [["not-attempted", "backward"]],
      );
      for (const ratio of ratiosOf(frame)) near(ratio, 1, 0.02);
      const wrong = { ...begun, outputDelta: (await slip("sign"))["outputDelta"] } as Functions;
      for (const ratio of ratiosOf(await draw(wrong, []))) near(ratio, -1, 0.02);
    });

    it("a gradient of another shape is wrong where it leaves entries out", async () => {
      const frame = await draw(await slip("bias-not-in-gradient.empty"), []);
      assert.equal(ratiosOf(frame).filter((ratio) => ratio === "–").length, 7);
      assert.ok(textsOf(frame).some((text) => text.startsWith("≠ ")));
    });

    it("each step shows one thing more, forward and back", async () => {
      const written = async (step: number) => textsOf(await draw(solution, [set("step", step)]));
      const count = (texts: readonly string[], start: string) =>
        texts.filter((text) => text.startsWith(start)).length;
      const counts = [];
      for (let step = 0; step <= lastStep; step++) {
        const texts = await written(step);
        const derivatives = texts.filter((text) => /^-?[\d.]+ = /u.test(text)).length;
        counts.push([count(texts, "u "), count(texts, "δ "), derivatives]);
      }
      assert.deepEqual(counts, [
        [0, 0, 0],
        [3, 0, 0],
        [5, 0, 0],
        [7, 0, 0],
        [7, 2, 0],
        [7, 4, 0],
        [7, 7, 0],
        [7, 7, 4],
        [7, 7, 10],
        [7, 7, 16],
        [7, 7, 16],
      ]);
    });

    it("plays from the beginning to the end, and stops there", async () => {
      let frame = await draw(solution, [restart]);
      const steps = [progressOf(frame)];
      while (frame.next !== null) {
        frame = await draw(solution, [], frame.next);
        steps.push(progressOf(frame));
      }
      assert.deepEqual(steps, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      const back = await draw(solution, [push("back"), push("back")], frame.state);
      assert.equal(progressOf(back), 8);
      const opened = await draw(solution, []);
      assert.equal(progressOf(await draw(solution, [], opened.next)), 0);
    });

    it("a dragged input moves in the shown row only, and stays on its rail", async () => {
      const before = await draw(solution, [set("row", 1)]);
      const handle = handlesOf(before).find(({ id }) => id === "x0");
      const moved = await draw(solution, [drag("x0", (handle?.x ?? 0) + 28)], before.state);
      assert.equal(inputsOf(moved)[1], "0.900");
      const far = await draw(solution, [drag("x0", 1e6)], moved.state);
      assert.equal(inputsOf(far)[1], "0.900");
      assert.equal(inputsOf(far)[0], "2.000");
      assert.equal(inputsOf(await draw(solution, [set("row", 0)], far.state))[0], "1.200");
    });

    it("a target moved onto its output leaves no delta there", async () => {
      const before = await draw(solution, []);
      const points = marksOf(panelOf(before, "net"), "points").filter(({ ink }) => ink === "student");
      const output = points.find(({ size }) => size === 5)?.x[0] ?? NaN;
      const frame = await draw(solution, [drag("d0", output)]);
      near(rowsOf(frame, "net").at(-2)?.[4], 0, 2e-3);
    });

    it("a press on an edge's numbers or beside a unit chooses the parameter; elsewhere it changes nothing", async () => {
      const chosen = async (x: number, y: number) => {
        const { scene } = await draw(solution, [press("net", x, y)]);
        return scene.panels.find(({ id }) => id === "tangent")?.x.label?.en;
      };
      assert.equal(await chosen(138, 510), "layers[2].W[0][0]");
      assert.equal(await chosen(100, 530), "layers[2].b[0]");
      assert.equal(await chosen(342, 400), "layers[2].W[1][1]");
      const first = await chosen(5, 300);
      assert.equal(first, "layers[1].W[0][1]");
    });

    it("the chosen weight is moved by slider and by its place on the curve, within its range", async () => {
      const weight = async (event: SceneEvent) =>
        rowsOf(await draw(solution, [set("chosen", 3), event]), "agreement")[3]?.[1];
      assert.equal(await weight(set("weight", 1.25)), 1.25);
      assert.equal(await weight(drag("weight", -0.5)), -0.5);
      assert.equal(await weight(drag("weight", 99)), 3);
    });

    it("numbers do not lie on one another in a page of 520 pixels", async () => {
      const frame = await draw(await slip("sign"), []);
      const boxes = textBoxes(panelOf(frame, "net"));
      assert.ok(boxes.length > 60);
      for (const [index, one] of boxes.entries())
        for (const other of boxes.slice(index + 1))
          assert.ok(!overlap(one, other), `${one.text} and ${other.text}`);
      for (const { left, right } of boxes) assert.ok(left >= 0 && right <= 466);
    });
  });

  describe("learning", () => {
    /** To its end, or for so many frames. */
    const run = async (functions: Functions, events: readonly SceneEvent[], frames = 200) => {
      let frame = await draw(functions, [learning, ...events]);
      for (let count = 0; frame.next != null && count < frames; count++)
        frame = await draw(functions, [], frame.next);
      return frame;
    };
    const lastError = (frame: Frame): number => Number(rowsOf(frame, "error").at(-1)?.[1]);

    it("right gradients tell the classes apart, in each data set", async () => {
      for (const data of ["moons", "circles", "xor"]) {
        const frame = await run(solution, [set("data", data)], 50);
        assert.ok(lastError(frame) < 0.01, `${data}: ${lastError(frame)}`);
        assert.match(frame.scene.says[1]?.en ?? "", /^48 of 48 points/u);
      }
    });

    it("ends when its steps are done", async () => {
      const { scene, next } = await run(solution, []);
      assert.deepEqual([scene.progress?.value, scene.progress?.of, next], [800, 800, null]);
    });

    it("gradients of the other sign lead up, and summed ones lead astray", async () => {
      const first = Number(rowsOf(await draw(solution, [learning]), "error")[0]?.[1]);
      assert.ok(lastError(await run(await slip("sign"), [], 30)) > 2 * first);
      assert.ok(lastError(await run(await slip("sum-over-batch"), [], 30)) > 0.05);
      assert.ok(
        lastError(await run(await slip("missing-activation-derivative.hidden-delta"), [], 30)) > 0.03,
      );
    });

    it("does not go on without gradients, with other shapes or out of every bound", async () => {
      const starter = await load("starter");
      const begun = { ...solution, backward: starter["backward"] } as Functions;
      assert.equal((await draw(begun, [learning])).next, null);
      const shapeless = await draw(await slip("previous-layer-off-by-one"), [learning]);
      assert.equal(shapeless.next, null);
      assert.match(shapeless.scene.says.at(-1)?.en ?? "", /shapes/u);
      const infinite = numbers(solution, Infinity);
      assert.equal((await draw(infinite, [learning])).next, null);
    });

    it("points are put, moved and taken away, a dozen at most, and learned", async () => {
      const put = await draw(solution, [learning, set("class", "0"), press("add", 1, -1.5)]);
      assert.deepEqual(rowsOf(put, "boundary").at(-1)?.slice(0, 3), [1, -1.5, 0]);
      const moved = await draw(solution, [drag("added0", -1, 1.25)], put.state);
      assert.deepEqual(rowsOf(moved, "boundary").at(-1)?.slice(0, 3), [-1, 1.25, 0]);
      const gone = await draw(solution, [{ kind: "remove", id: "added0" }], moved.state);
      assert.equal(rowsOf(gone, "boundary").length, 48);
      const many = Array.from({ length: 20 }, () => press("add", 0, 0));
      assert.equal(rowsOf(await draw(solution, many, gone.state), "boundary").length, 60);
    });

    it("starts over with the weights of the beginning", async () => {
      const first = await draw(solution, [learning]);
      const later = await draw(solution, [], (await draw(solution, [], first.next)).next);
      assert.notDeepEqual(
        marksOf(panelOf(later, "weights"), "edges"),
        marksOf(panelOf(first, "weights"), "edges"),
      );
      assert.deepEqual(await draw(solution, [restart], later.state), first);
    });
  });

  it("draws what is right where the student's functions are missing, and nonsense as such", async () => {
    const starter = await load("starter");
    const frame = await draw(starter, []);
    assert.ok(frame.problems.every(({ kind }) => kind === "not-attempted"));
    const inks = marksOf(panelOf(frame, "net"), "texts").flatMap(({ inks: own = [] }) => own);
    assert.ok(inks.includes("reference") && !inks.includes("student"));
    for (const number of [NaN, Infinity, 0])
      for (const events of [[], [set("step", 6)], [learning]]) {
        const { scene } = await draw(numbers(solution, number), events);
        assert.ok(scene.panels.length >= 3);
      }
    assert.ok(textsOf(await draw(numbers(solution, NaN), [])).includes("u NaN"));
  });
});

/** The functions with every number that they return replaced. */
function numbers(functions: Functions, number: number): Functions {
  const replaced = (value: unknown): unknown => {
    if (typeof value === "number") return number;
    if (Array.isArray(value)) return value.map(replaced);
    return Object.fromEntries(
      Object.entries(value as Readonly<Record<string, unknown>>).map(([key, part]) => [key, replaced(part)]),
    );
  };
  return Object.fromEntries(
    Object.entries(functions).map(([name, called]) => [
      name,
      (...args: readonly unknown[]) => replaced(called(...args)),
    ]),
  );
}

function panelOf({ scene }: Frame, id: string): Panel {
  const panel = scene.panels.find((one) => one.id === id);
  assert.ok(panel, `there is no panel ${id}`);
  return panel;
}

function rowsOf(frame: Frame, id: string) {
  return panelOf(frame, id).table?.rows ?? [];
}

function ratiosOf(frame: Frame) {
  return rowsOf(frame, "agreement").map((row) => row[5]);
}

function marksOf<Kind extends Mark["mark"]>({ marks }: Panel, kind: Kind): Extract<Mark, { mark: Kind }>[] {
  return marks.filter((one): one is Extract<Mark, { mark: Kind }> => one.mark === kind);
}

function handlesOf(frame: Frame) {
  return marksOf(panelOf(frame, "net"), "handle");
}

function textsOf(frame: Frame): string[] {
  return textBoxes(panelOf(frame, "net")).map(({ text }) => text);
}

/** What stands in the inputs. */
function inputsOf(frame: Frame): string[] {
  return textBoxes(panelOf(frame, "net"))
    .filter(({ bottom, text }) => bottom > 50 && bottom < 90 && /^-?[\d.]+$/u.test(text))
    .map(({ text }) => text);
}

/** Everything in red: edges, units and numbers. */
function wrongIn(frame: Frame, id: string): number {
  const inks = panelOf(frame, id).marks.flatMap((mark) => [
    mark.ink,
    ...("inks" in mark ? (mark.inks ?? []) : []),
  ]);
  return inks.filter((ink) => ink === "wrong").length;
}

function progressOf({ scene }: Frame): number | undefined {
  return scene.progress?.value;
}

interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** In a page of 520 pixels, where the panel is 466 wide: a digit of the small size takes 5.8 pixels, a line 11. */
function textBoxes(panel: Panel): TextBox[] {
  const scale = 466 / panel.x.domain[1];
  return marksOf(panel, "texts").flatMap(({ x, y, texts, anchor }) =>
    texts.map((written, index): TextBox => {
      const text = typeof written === "string" ? written : written.en;
      const width = Array.from(text).reduce((sum, one) => sum + (/[\s.-]/u.test(one) ? 3.3 : 5.8), 0);
      const at = scale * (x[index] ?? NaN);
      const left = at - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
      const middle = y[index] ?? NaN;
      return { text, left, right: left + width, bottom: middle - 5.5, top: middle + 5.5 };
    }),
  );
}

function overlap(one: TextBox, other: TextBox): boolean {
  return one.left < other.right && other.left < one.right && one.bottom < other.top && other.bottom < one.top;
}

function near(got: unknown, expected: unknown, tolerance: number): void {
  assert.ok(
    Math.abs(Number(got) - Number(expected)) <= tolerance,
    `${String(got)} where ${String(expected)} was expected`,
  );
}
