import type { Panel } from "#sdk/picture.ts";
import { cell, clamp, extent, short, words } from "#sdk/plot.ts";
import { agree, columnsOf, players, type Drawing, type Functions } from "../players.ts";
import { kinds, type Bets } from "./state.ts";

/** discriminatorLoss of all samples together. */
export function total(shown: Drawing<Bets>): Panel {
  const of = (functions: Functions): number | undefined => functions.get("discriminatorLoss", "");
  const [own, right] = [of(shown.student), of(shown.reference)];
  const top = 1.25 * Math.max(0.5, right ?? 0, Math.min(own ?? 0, 4 * (right ?? 1)));
  const shownValue = own ?? right ?? 0;
  return {
    id: "total",
    title: words("discriminatorLoss", "discriminatorLoss"),
    columns: 4,
    aspect: 1.05,
    x: { domain: [0, 1], ticks: "none" },
    y: {
      domain: [Math.min(0, Math.max(own ?? 0, -top)) * 1.2, top],
      label: words("nats", "ナット"),
      ticks: 4,
    },
    marks: [
      { mark: "rule", ink: "muted", y: 0 },
      ...players.flatMap((player) => {
        const value = of(shown[player]);
        return value === undefined ? [] : columnsOf(player, [clamp(value, -9 * top, 9 * top)]);
      }),
      {
        mark: "texts",
        ink: agree(own, right) ? "data" : "wrong",
        x: [0.5],
        y: [clamp(Number.isFinite(shownValue) ? shownValue : (right ?? 0), 0, 0.9 * top)],
        texts: [short(shownValue, 4)],
        shift: [0, -12],
      },
    ],
    table: {
      columns: [words("your loss", "自分の損失"), words("right loss", "正しい損失")],
      rows: [[cell(own), cell(right)]],
    },
  };
}

/** discriminatorGradient, number by number. */
export function slopes(shown: Drawing<Bets>): Panel {
  const bets = shown.state;
  const of = (functions: Functions): (number | undefined)[] => slopesOf(functions, bets);
  const [low, high] = extent([...of(shown.student).map((value) => clamp(value ?? 0, -1.6, 1.6)), -0.35, 0.4]);
  const names = namesOf(bets);
  return {
    id: "slopes",
    title: words("discriminatorGradient by each logit", "各 logit による discriminatorGradient"),
    columns: 8,
    aspect: 2.1,
    x: { domain: [0, names.length], ticks: names.map((text, k) => ({ at: k + 0.5, text })) },
    y: { domain: [1.1 * low, 1.1 * high], label: words("derivative", "微分"), ticks: 5 },
    marks: [
      { mark: "rule", ink: "muted", y: 0 },
      ...players.flatMap((player) => columnsOf(player, of(shown[player]))),
    ],
    table: {
      columns: [words("logit", "logit"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: names.map((name, k) => [name, cell(of(shown.student)[k]), cell(of(shown.reference)[k])]),
    },
  };
}

function namesOf(bets: Bets): string[] {
  const [r, f] = kinds.map((kind) => bets[kind].map((_, k) => "₁₂₃₄".charAt(k)));
  return [...(r ?? []).map((k) => `r${k}`), ...(f ?? []).map((k) => `f${k}`)];
}

export function slopesOf(functions: Functions, bets: Bets): (number | undefined)[] {
  const gradient = functions.get("discriminatorGradient", "");
  return kinds.flatMap((kind) => bets[kind].map((_, k) => gradient?.[kind][k]));
}
