import type { Key, Panel, Scene } from "#sdk/picture.ts";
import { cell, extent, short, words } from "#sdk/plot.ts";
import { at } from "./exact.ts";
import { whose } from "./players.ts";
import { errorOf, hitsOf, isOver, lastUpdate, patternsOf, rightErrors, updatedBy } from "./run.ts";
import type { Drawing, Run } from "./state.ts";

/** A machine whose states nobody can count, learning by the student's cd1Update. */
export function training(shown: Drawing): Scene {
  const { run } = shown.state;
  const after = shown.student.get("sampleVisible", "look");
  const error = errorOf(run, after);
  return {
    panels: [
      weights(run),
      dreams(run),
      reconstructions(run, after),
      means(shown),
      errors(run, error),
      hits(run),
    ],
    keys,
    says: sentences(shown, error),
    progress: {
      value: run.updates,
      of: lastUpdate(run),
      text: words(
        `update ${run.updates} of ${lastUpdate(run)}`,
        `更新 ${run.updates} / ${lastUpdate(run)} 回`,
      ),
    },
  };
}

const keys: readonly Key[] = [{ ...whose.student, mark: "line" }, whose.reference];

const bare = { domain: [0, 1], ticks: "none" } as const;

/** One tile for each hidden unit: how it is coupled to each pixel. */
function weights(run: Run): Panel {
  const { side, hidden, across } = patternsOf(run);
  const tiles = Array.from({ length: hidden }, (_, l) => run.rbm.W.map((row) => at(row, l)));
  const [low, high] = extent(tiles.flat());
  const most = Math.max(0.4, high, -low);
  return {
    id: "weights",
    title: words("What each hidden unit looks for: its weights", "隠れユニットが探すもの: その重み"),
    note: words(
      `One tile per hidden unit, one square per pixel; the strongest colour is ±${short(most, 2)}.`,
      `タイル 1 枚が隠れユニット 1 個、マス 1 つが画素 1 個。最も濃い色が ±${short(most, 2)} である。`,
    ),
    columns: 6,
    aspect: 1.5,
    x: bare,
    y: bare,
    marks: [
      {
        mark: "tiles",
        ink: "student",
        across,
        rows: side,
        columns: side,
        tiles,
        colours: "diverging",
        domain: [-most, most],
      },
    ],
    table: {
      columns: [words("hidden unit", "隠れユニット"), words("smallest", "最小"), words("largest", "最大")],
      rows: tiles.map((tile, l) => [l + 1, ...extent(tile)]),
    },
  };
}

/** Chains that never saw the data: the machine left alone. */
function dreams(run: Run): Panel {
  const { side, slack } = patternsOf(run);
  const share = hitsOf(run);
  return {
    id: "dreams",
    title: words("What it dreams when left alone", "放っておくと見る夢"),
    note: words(
      `One of your block steps a frame, from chance on. ${Math.round(share * run.dreams.length)} of ${run.dreams.length} are patterns${slack > 0 ? `, to within ${slack} pixels` : ""}.`,
      `乱数から始め、コマごとに自分のブロック更新を一回行う。${run.dreams.length} 枚のうち ${Math.round(share * run.dreams.length)} 枚がパターンである${slack > 0 ? `（${slack} 画素までの違いは許す）` : ""}。`,
    ),
    columns: 6,
    aspect: 1.5,
    x: bare,
    y: bare,
    marks: [{ ...pictures(run.dreams, side), across: 6 }],
  };
}

function pictures(tiles: readonly (readonly number[])[], side: number) {
  return {
    mark: "tiles",
    ink: "student",
    across: 10,
    rows: side,
    columns: side,
    tiles,
    colours: "sequential",
    domain: [-1, 1.25],
  } as const;
}

/** Ten patterns, and what one block step makes of each. */
function reconstructions(run: Run, after: readonly number[][] | undefined): Panel {
  const { side, looked } = patternsOf(run);
  return {
    id: "reconstructions",
    title: words("Patterns, and the same after one block step", "パターンと、ブロック更新を一回した後"),
    note: words(
      "Above: data. Below: your sampleHidden, then your sampleVisible.",
      "上がデータ。下は自分の sampleHidden、続いて sampleVisible の結果。",
    ),
    columns: 6,
    aspect: 4.4,
    x: bare,
    y: bare,
    marks: [pictures([...looked, ...(after ?? [])], side)],
  };
}

/** What the hidden units make of the same ten, laid out as their weights are. */
function means({ state: { run }, student }: Drawing): Panel {
  const { hidden, across } = patternsOf(run);
  const tiles = student.get("hiddenMean", "look") ?? [];
  return {
    id: "means",
    title: words("The hidden means of these ten patterns", "この 10 個のパターンでの隠れユニットの平均"),
    note: words(
      "One tile per pattern; its squares lie where the tiles of the weights do.",
      "タイル 1 枚がパターン 1 個。マスの並びは重みのタイルの並びと同じである。",
    ),
    columns: 6,
    aspect: 4.4,
    x: bare,
    y: bare,
    marks: [
      {
        mark: "tiles",
        ink: "student",
        across: 5,
        rows: hidden / across,
        columns: across,
        tiles,
        colours: "diverging",
        domain: [-1, 1],
      },
    ],
  };
}

function errors(run: Run, error: number): Panel {
  const own = [...run.errors.map((value) => value ?? NaN), error];
  const right = rightErrors(run);
  const x = updatesOf(run);
  return {
    id: "errors",
    title: words(
      "Pixels of these ten that a block step changes",
      "この 10 個のうち、ブロック更新で変わる画素",
    ),
    note: words(
      "Dashed: the right update, same start, same uniforms.",
      "破線は、同じ初期値と一様乱数での正しい更新。",
    ),
    columns: 6,
    aspect: 2.3,
    x: { domain: [0, lastUpdate(run)], label: words("updates", "更新回数"), ticks: 6 },
    y: {
      domain: [0, Math.max(0.6, ...own.filter(Number.isFinite))],
      label: words("share", "割合"),
      ticks: 4,
    },
    marks: [
      { mark: "line", ink: "student", x, y: own, width: 2.4 },
      { mark: "line", ink: "reference", x, y: right },
      { mark: "points", ink: "student", x: [run.updates], y: [error], size: 4 },
    ],
    table: {
      columns: [words("update", "更新回数"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: x.map((update, frame) => [update, cell(own[frame]), cell(right[frame])]),
    },
  };
}

function hits(run: Run): Panel {
  const own = [...run.hits, hitsOf(run)];
  const x = updatesOf(run);
  return {
    id: "hits",
    title: words("Dreams that are patterns", "夢のうち、パターンになっているもの"),
    note: words(
      "A machine that has learnt dreams of what it saw.",
      "学び終えたモデルは、見たものを夢に見る。",
    ),
    columns: 6,
    aspect: 2.3,
    x: { domain: [0, lastUpdate(run)], label: words("updates", "更新回数"), ticks: 6 },
    y: { domain: [0, 1], label: words("share", "割合"), ticks: 4 },
    marks: [
      { mark: "line", ink: "student", x, y: own, width: 2.4 },
      { mark: "points", ink: "student", x: [run.updates], y: [at(own, own.length - 1)], size: 4 },
    ],
    table: {
      columns: [words("update", "更新回数"), words("share", "割合")],
      rows: x.map((update, frame) => [update, cell(own[frame])]),
    },
  };
}

/** When each frame was. */
function updatesOf(run: Run): number[] {
  const { updatesInFrame } = patternsOf(run);
  return Array.from({ length: run.updates / updatesInFrame + 1 }, (_, frame) => frame * updatesInFrame);
}

function sentences({ state: { run }, student }: Drawing, error: number): Scene["says"] {
  const right = at(rightErrors(run), run.updates / patternsOf(run).updatesInFrame);
  const stuck = student.get("cd1Update", "run 0") !== undefined && updatedBy(run, student) === null;
  const hit = Math.round(hitsOf(run) * 100);
  return [
    words(
      `After ${run.updates} updates a block step changes ${percent(error)} of the pixels of these ten patterns; with the right update ${percent(right)}.`,
      `${run.updates} 回の更新の後、ブロック更新はこの 10 個のパターンの画素の ${percent(error)} を変える。正しい更新では ${percent(right)} である。`,
    ),
    words(`${hit} % of the dreams are patterns.`, `夢の ${hit} % がパターンになっている。`),
    ...(stuck && !isOver(run)
      ? [
          words(
            "It cannot go on: your cd1Update gives no finite machine of this size.",
            "これ以上進めない。自分の cd1Update の返すモデルは、大きさが違うか、有限の数でない。",
          ),
        ]
      : []),
  ];
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${short(100 * share, 2)} %` : "–";
}
