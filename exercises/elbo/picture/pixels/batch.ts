import type { Mark, Panel, Player } from "#sdk/picture.ts";
import { cell, extent, short, words } from "#sdk/plot.ts";
import { type PixelsState, rows } from "./state.ts";
import { across } from "./bitmap.ts";
import { placed, players, type Drawing, type Functions } from "../players.ts";

interface Terms {
  readonly reconstruction: readonly (number | undefined)[];
  readonly kl: readonly (number | undefined)[];
  readonly elbo: number | undefined;
}

/** Each image's two terms hanging from 0, and the ELBO of the batch beside them. */
export function batch(shown: Drawing<PixelsState>): Panel {
  const [own, right] = [termsOf(shown.student), termsOf(shown.reference)];
  const mean = meanBound(own);
  const lowest = Math.min(...rows.map((n) => boundOf(right, n)).filter(Number.isFinite), -5);
  const [ownLowest] = extent([...rows.map((n) => boundOf(own, n)), own.elbo, lowest]);
  return {
    id: "batch",
    title: words("The batch: reconstruction, KL, and your elbo", "バッチ: 再構成項、KL、自分の elbo"),
    note: words(
      "Full: reconstruction; pale, below it: KL. The diamond is the mean over your own three images.",
      "濃い部分が再構成項、その下の薄い部分が KL。菱形は自分の 3 枚の値の平均である。",
    ),
    columns: 6,
    aspect: across(2),
    x: {
      domain: [0, 4],
      ticks: ["1", "2", "3", "elbo"].map((text, index) => ({ at: index + 0.5, text })),
    },
    y: {
      domain: [1.08 * Math.max(ownLowest, 3.3 * lowest), Math.max(0, -0.06 * lowest)],
      label: words("nats", "ナット"),
    },
    marks: [
      { mark: "rule", y: 0 },
      ...players.flatMap((player) => hanging(player, termsOf(shown[player]))),
      { mark: "points", ink: "accent", shape: "diamond", size: 6, x: [3.5], y: [mean] },
    ],
    table: {
      columns: [
        words("image", "画像"),
        words("your reconstruction", "自分の再構成項"),
        words("right", "正しい値"),
        words("your KL", "自分の KL"),
        words("right", "正しい値"),
      ],
      rows: [
        ...rows.map((n) => [
          String(n + 1),
          cell(own.reconstruction[n]),
          cell(right.reconstruction[n]),
          cell(own.kl[n]),
          cell(right.kl[n]),
        ]),
        ["elbo", cell(own.elbo), cell(right.elbo), "", ""],
      ],
    },
  };
}

function termsOf(functions: Functions): Terms {
  return {
    reconstruction: rows.map((n) => functions.get("reconstruction", `row${n}`)),
    kl: rows.map((n) => functions.get("klTerm", `row${n}`)),
    elbo: functions.get("elbo", ""),
  };
}

function boundOf({ reconstruction, kl }: Terms, n: number): number {
  return (reconstruction[n] ?? NaN) - (kl[n] ?? NaN);
}

function meanBound(terms: Terms): number {
  return rows.reduce((sum, n) => sum + boundOf(terms, n), 0) / rows.length;
}

function hanging(player: Player, { reconstruction, kl, elbo }: Terms): Mark[] {
  if ([...reconstruction, ...kl, elbo].every((value) => value === undefined)) return [];
  const half = { student: 0.28, reference: 0.33, misconception: 0.38 }[player];
  const own = player === "student";
  const place = (at: readonly number[]) => ({
    mark: "rects" as const,
    ink: player,
    x0: at.map((one) => one + 0.5 - half),
    x1: at.map((one) => one + 0.5 + half),
  });
  const upper = { ...place(rows), y0: rows.map(() => 0), y1: reconstruction.map(placed) };
  const lower = {
    ...place(rows),
    y0: reconstruction.map(placed),
    y1: rows.map((n) => (reconstruction[n] ?? NaN) - (kl[n] ?? NaN)),
  };
  const whole = { ...place([3]), y0: [0], y1: [placed(elbo)] };
  if (!own) return [upper, lower, whole].map((mark) => ({ ...mark, hollow: true }));
  return [
    { ...upper, labels: reconstruction.map((value) => short(value)) },
    { ...lower, faint: true },
    { ...lower, hollow: true },
    { ...whole, labels: [short(elbo)] },
  ];
}
