import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundledExercises } from "#catalog/folders.ts";
import { loadPicture } from "#catalog/loadPicture.ts";
import { readManifest } from "#catalog/manifest.ts";
import type { Frame, HandleMark, Mark, Panel, SceneEvent } from "#contract/scene.ts";
import { drawPicture } from "#engine/drawPicture.ts";
import { trustedPlayer } from "#engine/players.ts";

type Functions = Parameters<typeof trustedPlayer>[0];

const folder = join(bundledExercises(), "elbo");
const load = async (name: string): Promise<Functions> =>
  (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as Functions;
const slip = (name: string): Promise<Functions> => load(`misconceptions/${name}`);

const tab = (value: string): SceneEvent => ({ kind: "set", id: "view", value });
const drag = (id: string, y: number, x = 0): SceneEvent => ({ kind: "drag", id, x, y });
const push = (id: string): SceneEvent => ({ kind: "push", id });
const press = (column: number, row: number): SceneEvent => ({ kind: "press", id: "x", x: column, y: row });
const sure: SceneEvent = { kind: "set", id: "sharpness", value: 5.5 };

describe("the picture of elbo", () => {
  let draw: (functions: Functions, events: readonly SceneEvent[], state?: unknown) => Promise<Frame>;
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

  describe("bound and gap", () => {
    it("stands the gap on the ELBO, up to log p(x)", async () => {
      const frame = await draw(solution, []);
      const [right, own] = rowsOf(frame, "stack");
      assert.deepEqual(own?.slice(1), right?.slice(1));
      const [elbo, gap, sum, logEvidence] = (own ?? []).slice(1).map(Number);
      close(logEvidence, Math.log(0.225));
      close(sum, logEvidence);
      const bars = marksOf(panelOf(frame, "stack"), "rects").filter((one) => one.ink === "student");
      close(bars[0]?.y1[0], elbo);
      close(bars[1]?.y0[0], elbo);
      close(bars[1]?.y1[0], Number(elbo) + Number(gap));
    });

    it("a dragged bar takes its share from the others in proportion, and they come back", async () => {
      const before = qOf(await draw(solution, []));
      const high = await draw(solution, [drag("q1", 0.9)]);
      const q = qOf(high);
      close(q[1], 0.9);
      close(sumOf(q), 1);
      close(Number(q[0]) / Number(q[2]), Number(before[0]) / Number(before[2]));
      const back = qOf(await draw(solution, [drag("q1", 1), drag("q1", before[1] ?? NaN)], high.state));
      for (const [z, value] of back.entries()) close(value, before[z]);
    });

    it("near its ends a bar is exactly 0 or 1, and from 1 the others begin equal", async () => {
      assert.equal(qOf(await draw(solution, [drag("q3", 0.004)]))[3], 0);
      assert.deepEqual(qOf(await draw(solution, [drag("q3", 0.999)])), [0, 0, 0, 1, 0]);
      const then = qOf(await draw(solution, [drag("q3", 1), drag("q0", 0.2)]));
      assert.deepEqual(then, [0.2, 0, 0, 0.8, 0]);
    });

    it("the gap closes at the posterior, for every image", async () => {
      for (const value of ["a", "b", "c"]) {
        const frame = await draw(solution, [{ kind: "set", id: "seen", value }, push("posterior")]);
        const gap = Number(rowsOf(frame, "stack")[1]?.[2]);
        assert.ok(Math.abs(gap) < 1e-12, `${value}: ${gap}`);
        const handles = marksOf(panelOf(frame, "distribution"), "handle").map(({ y }) => y);
        rowsOf(frame, "distribution").forEach((row, z) => {
          close(handles[z], row[2]);
        });
      }
    });

    it("a gap against the joint lifts log p(x) to 0", async () => {
      const frame = await draw(await slip("evidence-unnormalised"), []);
      const [right, own] = rowsOf(frame, "stack");
      close(own?.[4], 0);
      close(Number(own?.[2]), -Number(own?.[1]));
      assert.ok(Number(own?.[4]) - Number(right?.[4]) > 1);
      assert.ok(
        textsOf(frame, "stack").some(({ ink, texts }) => ink === "wrong" && texts[0] === "log p(x) = 0"),
      );
    });

    it("a gap the other way round moves log p(x) with q, which the right one does not", async () => {
      const frame = await draw(await slip("kl-reversed.gap"), []);
      const lines = rowsOf(frame, "line").slice(1, -1);
      const spread = (column: number): number => {
        const values = lines.map((row) => Number(row[column]));
        return Math.max(...values) - Math.min(...values);
      };
      assert.ok(spread(2) > 0.5);
      assert.ok(spread(4) < 1e-12);
    });

    it("says so when ELBO and gap do not add up to log p(x)", async () => {
      const { says } = (await draw(await slip("kl-reversed.gap-alone"), [])).scene;
      assert.match(says[1]?.en ?? "", /which is not your log p\(x\)/u);
      assert.match(says[1]?.ja ?? "", /一致しない/u);
      assert.equal((await draw(solution, [])).scene.says.length, 1);
    });

    it("where q = 0 gives NaN, the bars are gone and the curve ends short", async () => {
      const frame = await draw(await slip("zero-log-zero"), [push("zero")]);
      assert.deepEqual(
        frame.problems.map(({ kind, function: name }) => [kind, name]),
        [["not-finite", "lowerBound"]],
      );
      assert.deepEqual(rowsOf(frame, "stack")[1]?.slice(1, 4), ["NaN", "NaN", "NaN"]);
      assert.ok(
        textsOf(frame, "stack").some(({ ink, texts }) => ink === "wrong" && texts[0] === "gap = NaN"),
      );
      const curve = rowsOf(frame, "line").map((row) => row[1]);
      assert.deepEqual([curve[0], curve.at(-1)], ["NaN", "NaN"]);
      assert.ok(Number.isFinite(curve[1]));
    });
  });

  describe("KL to the prior", () => {
    it("q moves by slider, by the top of its density and on the map, and nowhere out of range", async () => {
      const place = async (events: readonly SceneEvent[]) => {
        const frame = await draw(solution, [tab("gaussian"), ...events]);
        return marksOf(panelOf(frame, "map"), "handle").map(({ x, y }) => [x, y]);
      };
      const [, second] = await place([]);
      assert.deepEqual(await place([{ kind: "set", id: "mu0", value: -2 }]), [[-2, -1.3], second]);
      const standard = drag("peak0", 1 / Math.sqrt(2 * Math.PI), 0.5);
      assert.deepEqual(await place([standard]), [[0.5, 0], second]);
      assert.deepEqual(await place([drag("place0", 9, -9)]), [[-3, 2], second]);
    });

    it("is 0 at the prior", async () => {
      const frame = await draw(solution, [tab("gaussian"), push("prior")]);
      for (const row of rowsOf(frame, "divergences")) close(row[1], 0);
      for (const row of rowsOf(frame, "derivatives")) close(row[1], 0);
    });

    it("shows a missing half as twice the bar, and a reversed one as another bar", async () => {
      const half = await draw(await slip("missing-half-kl"), [tab("gaussian")]);
      for (const [, own, right] of rowsOf(half, "divergences")) close(Number(own), 2 * Number(right));
      const reversed = await draw(await slip("kl-reversed"), [tab("gaussian")]);
      const [first] = rowsOf(reversed, "divergences");
      assert.ok(Number(first?.[1]) > 3 * Number(first?.[2]));
    });

    it("shows a mean over latents where both dimensions come together", async () => {
      const frame = await draw(await slip("mean-over-dimensions.latents"), [tab("gaussian")]);
      const [first, second, both] = rowsOf(frame, "divergences");
      close(first?.[1], first?.[2]);
      close(second?.[1], second?.[2]);
      close(both?.[1], Number(both?.[2]) / 2);
    });

    it("turns the arrows of a gradient with the opposite sign, and tilts those by the variance", async () => {
      const arrows = async (functions: Functions) => {
        const drawn = marksOf(panelOf(await draw(functions, [tab("gaussian")]), "map"), "arrows");
        return drawn.find(({ ink }) => ink === "student");
      };
      const right = await arrows(solution);
      const turned = await arrows(await slip("gradient-of-plus-elbo"));
      for (const [index, dx] of (right?.dx ?? []).entries()) close(turned?.dx[index], -Number(dx));
      const tilted = await arrows(await slip("variance-gradient-missing-chain"));
      assert.ok(Number(tilted?.dy[0]) > 1.3 * Number(right?.dy[0]));
    });
  });

  describe("images and the ELBO", () => {
    it("a pressed pixel is flipped, and surprises the decoder there alone", async () => {
      const [before, after] = await Promise.all([
        draw(solution, [tab("pixels")]),
        draw(solution, [tab("pixels"), press(0.5, 0.5)]),
      ]);
      const [was, is] = [before, after].map((frame) => rowsOf(frame, "reconstructions"));
      assert.deepEqual([was?.[0]?.[1], is?.[0]?.[1]], [0, 1]);
      assert.ok(Number(is?.[0]?.[3]) < Number(was?.[0]?.[3]) - 1);
      assert.deepEqual(is?.slice(1), was?.slice(1));
      const again = await draw(solution, [press(0.5, 0.5)], after.state);
      assert.deepEqual(rowsOf(again, "reconstructions"), was);
      const restored = await draw(solution, [push("restore")], after.state);
      assert.deepEqual(rowsOf(restored, "reconstructions"), was);
    });

    it("the pixels of the student add up to the reconstruction, and the rows to the elbo", async () => {
      const frame = await draw(solution, [tab("pixels"), { kind: "set", id: "row", value: "2" }]);
      const [, , third, elbo] = rowsOf(frame, "batch");
      const pixels = rowsOf(frame, "reconstructions").map((row) => Number(row[3]));
      close(third?.[1], sumOf(pixels));
      const bounds = rowsOf(frame, "batch")
        .slice(0, 3)
        .map(([, reconstruction, , kl]) => Number(reconstruction) - Number(kl));
      close(elbo?.[1], sumOf(bounds) / 3);
      assert.equal(crossesOf(frame, "reconstructions"), 0);
      assert.equal(crossesOf(frame, "gradients"), 0);
    });

    it("crosses the pixels that are wrong: those that are 0, or every one", async () => {
      const dropped = await draw(await slip("dropped-one-minus-x"), [tab("pixels")]);
      const zeros = rowsOf(dropped, "reconstructions").filter((row) => row[1] === 0);
      assert.equal(crossesOf(dropped, "reconstructions"), zeros.length);
      const twice = await draw(await slip("sigmoid-twice"), [tab("pixels")]);
      assert.equal(crossesOf(twice, "reconstructions"), 64);
    });

    it("a logarithm of 0 leaves holes where the decoder is sure, and its curve ends", async () => {
      const frame = await draw(await slip("log-of-zero"), [tab("pixels"), sure]);
      const holes = rowsOf(frame, "reconstructions").filter((row) => row[3] === "NaN");
      assert.ok(holes.length > 0 && holes.length < 64);
      assert.equal(rowsOf(frame, "curves").at(-1)?.[1], "NaN");
      const clipped = await draw(await slip("log-of-zero.clipped"), [tab("pixels")]);
      const last = rowsOf(clipped, "curves").at(-1);
      assert.ok(Number(last?.[3]) > 2.9 * Number(last?.[4]) && Number(last?.[3]) > -20);
    });

    it("a plus before the KL and a sum over the batch stand out in the elbo's bar", async () => {
      const elboOf = async (name: string) =>
        (rowsOf(await draw(await slip(name), [tab("pixels")]), "batch")[3] ?? []).slice(1, 3).map(Number);
      const [plus, right] = await elboOf("plus-kl");
      assert.ok(Number(plus) > Number(right) + 4);
      const [sum, mean] = await elboOf("sum-over-batch");
      close(sum, 3 * Number(mean));
    });

    it("a gradient of the KL summed over the batch has bars three times as high", async () => {
      const frame = await draw(await slip("sum-over-batch.gradient-kl"), [tab("pixels")]);
      for (const [, own, right] of rowsOf(frame, "derivatives")) close(own, 3 * Number(right));
    });

    it("logits reach where an exponential overflows, and the curve reaches with them", async () => {
      const slipped = await slip("log-of-zero.infinite-exponential");
      const [some, all] = await Promise.all([
        draw(slipped, [tab("pixels"), sure]),
        draw(slipped, [tab("pixels"), { kind: "set", id: "sharpness", value: 10 }]),
      ]);
      assert.equal(crossesOf(some, "reconstructions"), 0);
      assert.ok(crossesOf(all, "reconstructions") > 0);
      assert.ok(Number(rowsOf(all, "curves").at(-1)?.[0]) > 1000);
    });

    it("a gradient summed over the batch is crossed out in every pixel that matters", async () => {
      const frame = await draw(await slip("sum-over-batch.gradient"), [tab("pixels")]);
      const [own, right] = [1, 2].map((column) =>
        rowsOf(frame, "gradients").map((row) => Number(row[column])),
      );
      own?.forEach((value, k) => {
        close(value, 3 * Number(right?.[k]));
      });
      assert.ok(crossesOf(frame, "gradients") > 50);
      assert.match(frame.scene.says[1]?.en ?? "", /not the right one in \d+ of this image's 68 numbers/u);
    });
  });

  it("draws data and right answers where the student's functions are missing", async () => {
    const starter = await load("starter");
    for (const view of ["bound", "gaussian", "pixels"]) {
      const { problems, scene } = await draw(starter, [tab(view)]);
      assert.ok(problems.length > 0 && problems.every(({ kind }) => kind === "not-attempted"), view);
      const inks = scene.panels.flatMap(({ marks }) => marks.map(({ ink }) => ink));
      assert.ok(inks.includes("reference") && !inks.includes("student"), view);
    }
  });

  it("keeps each page's state while another one is shown", async () => {
    const there = await draw(solution, [drag("q1", 0.7), tab("gaussian"), push("prior")]);
    const back = await draw(solution, [tab("bound")], there.state);
    close(qOf(back)[1], 0.7);
  });
});

function panelOf({ scene }: Frame, id: string): Panel {
  const panel = scene.panels.find((one) => one.id === id);
  assert.ok(panel, `there is no panel ${id}`);
  return panel;
}

function rowsOf(frame: Frame, id: string) {
  return panelOf(frame, id).table?.rows ?? [];
}

function marksOf<Kind extends Mark["mark"]>({ marks }: Panel, kind: Kind): Extract<Mark, { mark: Kind }>[] {
  return marks.filter((one): one is Extract<Mark, { mark: Kind }> => one.mark === kind);
}

function textsOf(frame: Frame, id: string) {
  return marksOf(panelOf(frame, id), "texts");
}

function crossesOf(frame: Frame, id: string): number {
  const crosses = marksOf(panelOf(frame, id), "points").filter(({ shape }) => shape === "cross");
  return sumOf(crosses.map(({ x }) => x.length));
}

function qOf(frame: Frame): number[] {
  const handles: readonly HandleMark[] = marksOf(panelOf(frame, "distribution"), "handle");
  return handles.map(({ y }) => y);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function close(got: unknown, expected: unknown): void {
  assert.ok(
    Math.abs(Number(got) - Number(expected)) < 1e-9,
    `${String(got)} where ${String(expected)} was expected`,
  );
}
