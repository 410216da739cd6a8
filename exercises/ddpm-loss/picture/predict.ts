import { calling, type Call, type Mark, type Panel, type Scene } from "#sdk/picture.ts";
import { clamp, extent, short, steps, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { alphaOf, always, average, N, rounded, T, type Cloud } from "./data.ts";
import { jump } from "./denoiser.ts";
import {
  axis,
  compared,
  curves,
  distance,
  keys,
  meanDistance,
  misconceptionKey,
  names,
  plane,
  players,
  pointsOf,
  tabled,
  thin,
  upTo,
  xy,
  type Drawing,
  type Functions,
} from "./drawing.ts";
import { few, fewOf, guessOf, predicted, type Guess } from "./guess.ts";
import { everyStep } from "./noise.ts";
import { barAt } from "./data.ts";
import { errorRange, type State } from "./state.ts";

const ask = calling<typeof Starter>();

/** Where the loss is asked for between no error and a large one. */
const errors = steps(...errorRange, 21);

/** Points that are noised and brought back at every step. */
const travellers = [11, 67, 120, 181];

export function predictCalls(state: State): Call<typeof Starter>[] {
  const guess = guessOf(state);
  const alpha = alphaOf(state.schedule);
  const [eps, direction] = [fewOf(guess.eps), fewOf(guess.direction)];
  const exact = rounded(eps, 5);
  const epsHat = predicted(guess.eps, guess.direction, state.error);
  return [
    ask("predictX0", "cloud", [rounded(guess.zt, 5), always(state.t, N), epsHat, alpha]),
    ask("predictX0", "return", [...returnTrip(state, guess), alpha]),
    ask("simpleLoss", "", [exact, fewOf(epsHat)]),
    ...errors.map((error, index) =>
      ask("simpleLoss", `error${index}`, [exact, predicted(eps, direction, error)]),
    ),
    ask("lossGradient", "", [exact, fewOf(epsHat)]),
  ];
}

/** z_t of the travellers at every step, and the true noise: the first three arguments of predictX0. */
function returnTrip({ schedule }: State, { x0, eps }: Guess): [Cloud, number[], Cloud] {
  const rows = everyStep.flatMap((t) => travellers.map((n) => ({ t, n })));
  const zt = rows.map(({ t, n }) => jump([x0[n] ?? []], [eps[n] ?? []], barAt(schedule, t))[0] ?? []);
  return [
    rounded(zt, 6),
    rows.map(({ t }) => t),
    rounded(
      rows.map(({ n }) => eps[n] ?? []),
      6,
    ),
  ];
}

export function predictScene(shown: Drawing): Scene {
  const guess = guessOf(shown.state);
  return {
    panels: [
      arrowsPanel(shown, guess),
      x0Panel(shown, guess),
      lossPanel(shown, guess),
      gradientPanel(shown, guess),
      returnPanel(shown, guess),
    ],
    keys: [
      ...keys,
      misconceptionKey,
      { ink: "data", mark: "arrow", text: words("the true noise eps", "実際のノイズ eps") },
      { ink: "accent", mark: "arrow", text: words("the prediction epsHat", "予測 epsHat") },
      { ink: "muted", mark: "point", text: words("the data", "元のデータ") },
    ],
    says: sentences(shown),
  };
}

/** Given, not computed by anybody: what the other panels are about. */
function arrowsPanel({ state: { t, error } }: Drawing, { bar, zt, x0, eps, direction }: Guess): Panel {
  const [keep, noise] = [Math.sqrt(bar), Math.sqrt(1 - bar)];
  const [from, exact] = [fewOf(zt), fewOf(eps)];
  const epsHat = predicted(exact, fewOf(direction), error);
  const leading = (ink: "data" | "accent", arrow: Cloud): Mark => ({
    mark: "arrows",
    ink,
    ...xy(from),
    dx: axis(arrow, 0, -noise),
    dy: axis(arrow, 1, -noise),
  });
  return {
    id: "arrows",
    title: words(`From z_t back along the noise, t = ${t}`, `z_t からノイズを引き戻す（t = ${t}）`),
    note: words(
      "Taking off the true noise leads exactly to the shrunken data; taking off epsHat leads elsewhere. All of this is given.",
      "実際のノイズを引けば、縮んだデータにちょうど着く。予測 epsHat を引くと別の所に着く。ここに描かれたものはすべて与えられている。",
    ),
    columns: 6,
    ...plane(2.4, 1.4),
    marks: [
      { mark: "points", ink: "muted", faint: true, size: 2, x: axis(x0, 0, keep), y: axis(x0, 1, keep) },
      leading("data", exact),
      leading("accent", epsHat),
      { mark: "points", ink: "data", size: 3, ...xy(from) },
    ],
    table: {
      columns: [words("point", "点"), words("eps", "eps"), words("epsHat", "epsHat")],
      rows: few.map((n, index) => [n + 1, pair(exact[index]), pair(epsHat[index])]),
    },
  };
}

function pair(row: readonly number[] | undefined): string {
  return `(${short(row?.[0])}, ${short(row?.[1])})`;
}

function predictedBy(functions: Functions): Cloud | undefined {
  return pointsOf(functions.get("predictX0", "cloud"), N);
}

function x0Panel(shown: Drawing, { x0 }: Guess): Panel {
  const [own, right] = [predictedBy(shown.student), predictedBy(shown.reference)];
  return {
    id: "x0",
    title: words("What predictX0 makes of it", "predictX0 の答え"),
    note: words(
      "The data as epsHat would have it: with no error, each point is back where it came from.",
      "epsHat を信じたときの元のデータ。ずれが 0 なら、どの点も元の位置に戻る。",
    ),
    columns: 6,
    ...plane(2.4, 1.4),
    marks: [{ mark: "points", ink: "muted", faint: true, size: 2, ...xy(x0) }, ...compared(own, right)],
    table: {
      columns: [
        words("whose", "誰の"),
        words("mean distance from x0", "x0 からの平均距離"),
        words("mean distance from the right points", "正しい点からの平均距離"),
      ],
      rows: players.flatMap((player) => {
        const cloud = predictedBy(shown[player]);
        if (cloud === undefined) return [];
        return [[names[player], tabled(meanDistance(cloud, x0)), tabled(meanDistance(cloud, right))]];
      }),
    },
  };
}

function losses(functions: Functions): number[] | undefined {
  const values = errors.map((_, index) => functions.get("simpleLoss", `error${index}`));
  return values.some((value) => value !== undefined) ? values.map((value) => value ?? NaN) : undefined;
}

function lossPanel(shown: Drawing, guess: Guess): Panel {
  const { error } = shown.state;
  const at = shown.student.get("simpleLoss", "") ?? shown.reference.get("simpleLoss", "");
  const right = Math.max(...(losses(shown.reference) ?? [0.1]));
  const top = upTo(losses(shown.student) ?? [], Math.max(right, 1e-3), 3.2 * Math.max(right, 1e-3));
  return {
    id: "loss",
    title: words("simpleLoss and its slope", "simpleLoss とその傾き"),
    note: words(
      "Over the 24 points with arrows. The short line, by your lossGradient, must touch the curve. Drag the handle.",
      "矢印のある 24 点についての損失。短い線は自分の lossGradient による傾きで、曲線に接するはずである。つまみはドラッグで動かせる。",
    ),
    columns: 4,
    aspect: 1.3,
    x: { domain: errorRange, label: words("how far off", "ずれの大きさ"), ticks: 4 },
    y: { domain: [-0.04 * top[1], top[1]], ticks: 4 },
    marks: [
      { mark: "rule", y: 0 },
      ...curves(shown, errors, losses),
      ...(["reference", "student"] as const).flatMap((player) => tangent(shown, guess, player)),
      {
        mark: "handle",
        id: "error",
        x: error,
        y: clamp(Number.isFinite(at) ? (at ?? 0) : 0, 0, top[1]),
        moves: "x",
        step: 0.05,
        ink: "accent",
        label: words("how far off the prediction is", "予測のずれの大きさ"),
        value: words(`${error.toFixed(2)}, loss ${short(at)}`, `${error.toFixed(2)}、損失 ${short(at)}`),
      },
    ],
    table: {
      columns: [words("how far off", "ずれ"), names.student, names.reference],
      rows: errors.map((value, index) => [
        value,
        tabled(losses(shown.student)?.[index]),
        tabled(losses(shown.reference)?.[index]),
      ]),
    },
  };
}

/** The slope along the way from eps to epsHat that a gradient says, at the player's own loss. */
function tangent(shown: Drawing, { direction }: Guess, ink: "student" | "reference"): Mark[] {
  const gradient = gradientOf(shown[ink]);
  const at = shown[ink].get("simpleLoss", "") ?? shown.reference.get("simpleLoss", "");
  if (gradient === undefined || at === undefined) return [];
  const along = fewOf(direction);
  const slope = gradient
    .flatMap((row, n) => row.map((value, index) => value * (along[n]?.[index] ?? NaN)))
    .reduce((sum, value) => sum + value, 0);
  const { error } = shown.state;
  const reach = 0.4;
  return [
    {
      mark: "line",
      ink,
      width: ink === "student" ? 4 : 2,
      x: [error - reach, error + reach],
      y: [thin(at - reach * slope), thin(at + reach * slope)],
    },
  ];
}

function gradientOf(functions: Functions): Cloud | undefined {
  return pointsOf(functions.get("lossGradient", ""), few.length);
}

function gradientPanel(shown: Drawing, { eps, direction }: Guess): Panel {
  const exact = fewOf(eps);
  const epsHat = predicted(exact, fewOf(direction), shown.state.error);
  return {
    id: "gradient",
    title: words("Against the gradient, from epsHat", "epsHat から勾配と逆向きに"),
    note: words(
      "Arrows are minus your lossGradient, so much enlarged that the right ones end at eps.",
      "矢印は自分の lossGradient の逆向き。正しい矢印が eps で終わる倍率で拡大してある。",
    ),
    columns: 4,
    ...plane(2.9, 1.3),
    marks: [
      { mark: "points", ink: "data", shape: "ring", size: 4, ...xy(exact) },
      descent("reference", gradientOf(shown.reference), epsHat),
      descent("student", gradientOf(shown.student), epsHat),
      { mark: "points", ink: "accent", shape: "diamond", size: 3.4, ...xy(epsHat) },
    ],
    table: {
      columns: [words("point", "点"), names.student, names.reference],
      rows: few.map((n, index) => [
        n + 1,
        pair(gradientOf(shown.student)?.[index]),
        pair(gradientOf(shown.reference)?.[index]),
      ]),
    },
  };
}

function descent(ink: "student" | "reference", gradient: Cloud | undefined, epsHat: Cloud): Mark {
  const from = gradient === undefined ? [] : epsHat;
  return {
    mark: "arrows",
    ink,
    stroke: ink === "student" ? "solid" : "dashed",
    ...xy(from),
    dx: axis(gradient ?? [], 0, -few.length),
    dy: axis(gradient ?? [], 1, -few.length),
  };
}

/** Noised with the true noise and brought back with it: at no step may anything be left. */
function returnPanel(shown: Drawing, { x0 }: Guess): Panel {
  const far = (functions: Functions): number[] | undefined => {
    const rows = pointsOf(functions.get("predictX0", "return"), T * travellers.length);
    if (rows === undefined) return undefined;
    return everyStep.map((_, step) =>
      average(travellers.map((n, index) => distance(rows[step * travellers.length + index], x0[n]))),
    );
  };
  const [own, right] = [far(shown.student), far(shown.reference)];
  const top = upTo(own ?? [], 0.5, 3);
  return {
    id: "return",
    title: words("Told the true noise: how far from x0", "実際のノイズを渡したときの x0 からの距離"),
    note: words(
      "A batch with every step in it goes to predictX0 with the very eps that was added.",
      "すべてのステップを含むバッチに、加えたとおりの eps を添えて predictX0 に渡す。",
    ),
    columns: 4,
    aspect: 1.3,
    x: { domain: [0, T], label: words("t", "t"), ticks: 5 },
    y: { domain: [-0.05 * top[1], top[1]], ticks: 4 },
    marks: [{ mark: "rule", x: shown.state.t, stroke: "dashed" }, ...curves(shown, everyStep, far)],
    table: {
      columns: [words("t", "t"), names.student, names.reference],
      rows: everyStep.map((t, index) => [t, tabled(own?.[index]), tabled(right?.[index])]),
    },
  };
}

function sentences(shown: Drawing): Scene["says"] {
  const [own, right] = [shown.student, shown.reference].map((functions) => functions.get("simpleLoss", ""));
  const off = meanDistance(predictedBy(shown.student), predictedBy(shown.reference));
  const sizes = [shown.student, shown.reference].map(
    (functions) => extent((gradientOf(functions) ?? []).flat().map(Math.abs), [NaN, NaN])[1],
  );
  return [
    words(
      `Your simpleLoss is ${short(own)}, the right one ${short(right)}.`,
      `自分の simpleLoss は ${short(own)}、正しい値は ${short(right)} である。`,
    ),
    words(
      `The largest entry of the gradient: yours ${short(sizes[0])}, the right one ${short(sizes[1])}.`,
      `勾配の成分のうち最大のものは、自分が ${short(sizes[0])}、正しい値は ${short(sizes[1])} である。`,
    ),
    ...(off === undefined || off < 1e-3
      ? []
      : [
          words(
            `Your predicted points lie ${short(off, 2)} from the right predictions, on average.`,
            `自分の予測した点は、正しい予測から平均 ${short(off, 2)} だけ離れている。`,
          ),
        ]),
  ];
}
