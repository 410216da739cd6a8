import type { Control, HandleMark, Mark, Panel, Scene, SceneEvent } from "#sdk/picture.ts";
import { cell, centres, clamp, extent, short, steps, words } from "#sdk/plot.ts";
import { ask, judged, keys, placed, players, type Drawing, type Functions, type View } from "./players.ts";

/** The encoder's Gaussian for one image with two latent dimensions. */
export interface GaussianState {
  readonly mu: number[];
  readonly logVar: number[];
}

const muRange = [-3, 3] as const;
const logVarRange = [-2, 2] as const;
const dimensions = [0, 1] as const;
/** A cell further on each side than is seen: lines of equal value end badly at a border. */
const surface = { columns: 22, rows: 16, mu: [-3.3, 3.3], logVar: [-2.3, 2.3] } as const;
const field = { mu: centres(...muRange, 10), logVar: centres(...logVarRange, 7) };
const grid = steps(-4.5, 4.5, 121);

export const gaussian: View<GaussianState> = {
  start: { mu: [1.4, -0.6], logVar: [-1.3, 1.2] },
  change,
  controls: (state) => [
    ...dimensions.flatMap((dimension) => sliders(state, dimension)),
    { control: "button", id: "prior", label: words("q = prior", "q を事前分布にする") },
  ],
  calls: ({ mu, logVar }) => [
    ask("klTerm", "", [mu, logVar]),
    ...dimensions.map((j) => ask("klTerm", `${j}`, [[mu[j] ?? NaN], [logVar[j] ?? NaN]])),
    ...onSurface((id, [m, v]) => ask("klTerm", id, [[m], [v]])),
    ask("negElboGradient", "", [[[1]], [[0]], [mu], [logVar]]),
    ...onField((id, [m, v]) => ask("negElboGradient", id, [[[1]], [[0]], [[m]], [[v]]])),
  ],
  scene: (shown) => ({
    panels: [
      ...dimensions.map((dimension) => density(shown, dimension)),
      map(shown),
      divergences(shown),
      derivatives(shown),
    ],
    keys: [
      { ink: "accent", mark: "line", text: words("q(z | x), yours to move", "自由に動かせる q(z | x)") },
      { ink: "muted", mark: "area", text: words("prior N(0, 1)", "事前分布 N(0, 1)") },
      keys.student,
      keys.reference,
      keys.misconception,
    ],
    says: sentences(shown),
  }),
};

function change(state: GaussianState, event: SceneEvent): GaussianState {
  if (event.kind === "push" && event.id === "prior") return { mu: [0, 0], logVar: [0, 0] };
  if (event.kind !== "set" && event.kind !== "drag") return state;
  const dimension = Number(event.id.slice(-1));
  const what = event.id.slice(0, -1);
  if (event.kind === "set") {
    if (what === "mu") return moved(state, dimension, { mu: Number(event.value) });
    return what === "logVar" ? moved(state, dimension, { logVar: Number(event.value) }) : state;
  }
  if (what === "peak") return moved(state, dimension, { mu: event.x, logVar: logVarOfPeak(event.y) });
  return what === "place" ? moved(state, dimension, { mu: event.x, logVar: event.y }) : state;
}

function moved(
  { mu, logVar }: GaussianState,
  dimension: number,
  to: { readonly mu?: number; readonly logVar?: number },
): GaussianState {
  const set = (values: number[], value: number | undefined, range: readonly [number, number]): number[] =>
    value === undefined
      ? values
      : values.map((old, j) => (j === dimension ? rounded(clamp(value, ...range)) : old));
  return { mu: set(mu, to.mu, muRange), logVar: set(logVar, to.logVar, logVarRange) };
}

/** To two digits, and 0 without a sign. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** The height of a Gaussian's top tells its variance. */
function peakOf(logVar: number): number {
  return 1 / Math.sqrt(2 * Math.PI * Math.exp(logVar));
}

function logVarOfPeak(height: number): number {
  return -Math.log(2 * Math.PI * height ** 2);
}

function sliders({ mu, logVar }: GaussianState, dimension: number): Control[] {
  const [mean, spread] = [mu[dimension] ?? 0, logVar[dimension] ?? 0];
  const [mName, vName] = [muName(dimension), logVarName(dimension)];
  // as long as each other: what stands beside does not move along
  const [m, v, sigma] = [mean, spread, Math.exp(spread / 2)].map((value) => value.toFixed(2));
  return [
    {
      control: "slider",
      id: `mu${dimension}`,
      label: words(mName, mName),
      min: muRange[0],
      max: muRange[1],
      step: 0.05,
      value: mean,
      text: words(`${m}`, `${m}`),
    },
    {
      control: "slider",
      id: `logVar${dimension}`,
      label: words(vName, vName),
      min: logVarRange[0],
      max: logVarRange[1],
      step: 0.05,
      value: spread,
      text: words(`${v} (sigma ${sigma})`, `${v}（sigma ${sigma}）`),
    },
  ];
}

function muName(dimension: number): string {
  return `mu${"₁₂".charAt(dimension)}`;
}

function logVarName(dimension: number): string {
  return `logVar${"₁₂".charAt(dimension)}`;
}

/** One dimension of q over the prior; its top is a handle for mean and spread at once. */
function density({ state }: Drawing<GaussianState>, dimension: number): Panel {
  const [mu, logVar] = [state.mu[dimension] ?? 0, state.logVar[dimension] ?? 0];
  const of = (mean: number, spread: number): number[] =>
    grid.map((z) => peakOf(spread) * Math.exp(-((z - mean) ** 2) / (2 * Math.exp(spread))));
  const number = dimension + 1;
  return {
    id: `density${dimension}`,
    title: words(`Dimension ${number}: q and the prior`, `第 ${number} 次元: q と事前分布`),
    note: words(
      `${muName(dimension)} = ${short(mu)}, ${logVarName(dimension)} = ${short(logVar)}. Drag the top: sideways the mean, up and down the spread.`,
      `${muName(dimension)} = ${short(mu)}、${logVarName(dimension)} = ${short(logVar)}。頂点を左右に動かすと平均が、上下に動かすと広がりが変わる。`,
    ),
    columns: 6,
    aspect: 2.3,
    x: { domain: [-4.5, 4.5], label: words(`z${"₁₂".charAt(dimension)}`, `z${"₁₂".charAt(dimension)}`) },
    y: { domain: [0, 1.2], ticks: "none" },
    marks: [
      { mark: "area", ink: "muted", x: grid, y0: grid.map(() => 0), y1: of(0, 0) },
      { mark: "line", ink: "muted", width: 1.5, x: grid, y: of(0, 0) },
      { mark: "area", ink: "accent", x: grid, y0: grid.map(() => 0), y1: of(mu, logVar) },
      { mark: "line", ink: "accent", width: 2.4, x: grid, y: of(mu, logVar) },
      {
        mark: "handle",
        id: `peak${dimension}`,
        x: mu,
        y: peakOf(logVar),
        moves: "xy",
        step: 0.05,
        range: { x: muRange, y: [peakOf(logVarRange[1]), peakOf(logVarRange[0])] },
        ink: "accent",
        label: words(`the top of q in dimension ${number}`, `第 ${number} 次元の q の頂点`),
        value: placeName(mu, logVar),
      },
    ],
  };
}

function placeName(mu: number, logVar: number) {
  return words(
    `mu = ${short(mu)}, logVar = ${short(logVar)}`,
    `mu = ${short(mu)}、logVar = ${short(logVar)}`,
  );
}

type Place = readonly [mu: number, logVar: number];

function onSurface<T>(make: (id: string, at: Place) => T): T[] {
  const [columns, rows] = [centres(...surface.mu, surface.columns), centres(...surface.logVar, surface.rows)];
  return rows.flatMap((logVar, row) => columns.map((mu, column) => make(`${row}/${column}`, [mu, logVar])));
}

function onField<T>(make: (id: string, at: Place) => T): T[] {
  return field.logVar.flatMap((logVar, row) =>
    field.mu.map((mu, column) => make(`${row}/${column}`, [mu, logVar])),
  );
}

/** klTerm of one dimension over its mean and log-variance, and where minus the gradient leads. */
function map(shown: Drawing<GaussianState>): Panel {
  const { state, student, reference } = shown;
  const own = onSurface((id) => student.get("klTerm", id));
  const drawn = own.some((value) => value !== undefined);
  const values = drawn ? own : onSurface((id) => reference.get("klTerm", id));
  return {
    id: "map",
    title: words(
      "klTerm of one dimension over (mu, logVar), and where the gradient leads",
      "(mu, logVar) 上の 1 次元の klTerm と、勾配が導く方向",
    ),
    note: words(
      "Arrows go along minus your negElboGradient, the right ones dashed. Lines join points of equal klTerm.",
      "矢印は自分の negElboGradient の符号を変えた向き、破線が正しい向き。曲線は klTerm の等高線である。",
    ),
    columns: 7,
    aspect: 1.35,
    x: { domain: muRange, label: words("mu", "mu") },
    y: { domain: logVarRange, label: words("logVar", "logVar") },
    marks: [
      {
        mark: "heatmap",
        ink: drawn ? "student" : "reference",
        x0: surface.mu[0],
        x1: surface.mu[1],
        y0: surface.logVar[0],
        y1: surface.logVar[1],
        rows: surface.rows,
        columns: surface.columns,
        // where a wrong one is enormous it is only drawn as large
        values: values.map((value) => (value === undefined ? null : clamp(value, -8, 8))),
        colours: "sequential",
        domain: [0, 16],
        smooth: true,
        faint: !drawn,
        contours: [0.1, 0.5, 1, 2, 3, 4, 6],
      },
      ...players.toReversed().flatMap((player) => arrows(player, shown[player])),
      ...dimensions.map((dimension): HandleMark => ({
        mark: "handle",
        id: `place${dimension}`,
        x: state.mu[dimension] ?? 0,
        y: state.logVar[dimension] ?? 0,
        moves: "xy",
        step: 0.05,
        ink: "accent",
        shape: dimension === 0 ? "diamond" : "point",
        label: words(`q in dimension ${dimension + 1}`, `第 ${dimension + 1} 次元の q`),
        value: placeName(state.mu[dimension] ?? 0, state.logVar[dimension] ?? 0),
      })),
      {
        mark: "texts",
        ink: "accent",
        x: state.mu,
        y: state.logVar,
        texts: ["1", "2"],
        shift: [14, -10],
      },
    ],
  };
}

/** Minus the gradient; long ones are drawn shorter, so that small ones are seen too. */
function arrows(player: (typeof players)[number], functions: Functions): Mark[] {
  const results = onField((id, place) => ({ place, gradient: functions.get("negElboGradient", id) }));
  if (results.every(({ gradient }) => gradient === undefined)) return [];
  const drawn = results.map(({ place: [mu, logVar], gradient }) => {
    const [byMu, byLogVar] = [gradient?.mu[0]?.[0] ?? NaN, gradient?.logVar[0]?.[0] ?? NaN];
    const size = Math.hypot(byMu, byLogVar);
    const scale = (0.55 * Math.sqrt(Math.min(size, 8) / 4)) / size;
    return { x: mu, y: logVar, dx: -byMu * scale, dy: -byLogVar * scale };
  });
  return [
    {
      mark: "arrows",
      ink: player,
      stroke: player === "student" ? "solid" : "dashed",
      x: drawn.map((one) => one.x),
      y: drawn.map((one) => one.y),
      dx: drawn.map((one) => one.dx),
      dy: drawn.map((one) => one.dy),
    },
  ];
}

/** klTerm of each dimension by itself, and of both together. */
function divergences(shown: Drawing<GaussianState>): Panel {
  const values = (functions: Functions): (number | undefined)[] =>
    ["0", "1", ""].map((id) => functions.get("klTerm", id));
  const [own, right] = [values(shown.student), values(shown.reference)];
  const names = [words("dimension 1", "第 1 次元"), words("dimension 2", "第 2 次元"), words("both", "両方")];
  const [first, second] = own;
  return {
    id: "divergences",
    title: words("KL by dimension", "次元ごとの KL"),
    note: words(
      "Your klTerm of each dimension alone, and of both. Grey, at the right: your first two bars on top of each other.",
      "1 次元ずつと両方の次元についての自分の klTerm。右端の灰色は、自分の 1 本目と 2 本目を積み重ねたものである。",
    ),
    columns: 5,
    aspect: 0.96,
    x: { domain: [0, 3], ticks: ["1", "2", "1 + 2"].map((text, index) => ({ at: index + 0.5, text })) },
    y: { domain: rangeOf(own, right, 2), label: words("nats", "ナット") },
    marks: [
      { mark: "rule", y: 0 },
      ...players.flatMap((player) => columnsOf(player, values(shown[player]))),
      ...(first === undefined || second === undefined
        ? []
        : [
            {
              mark: "rects" as const,
              ink: "muted" as const,
              hollow: true,
              x0: [2.9, 2.9],
              x1: [2.97, 2.97],
              y0: [0, first],
              y1: [first, first + second],
            },
          ]),
    ],
    table: {
      columns: [words("klTerm of", "klTerm の対象"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: names.map((name, index) => [name, cell(own[index]), cell(right[index])]),
    },
  };
}

/** Bars side by side, filled for the student and outlined around them for others. */
function columnsOf(player: (typeof players)[number], values: readonly (number | undefined)[]): Mark[] {
  if (values.every((value) => value === undefined)) return [];
  const half = { student: 0.28, reference: 0.33, misconception: 0.38 }[player];
  return [
    {
      mark: "rects",
      ink: player,
      hollow: player !== "student",
      x0: values.map((_, index) => index + 0.5 - half),
      x1: values.map((_, index) => index + 0.5 + half),
      y0: values.map(() => 0),
      y1: values.map(placed),
      ...(player === "student" ? { labels: values.map((value) => short(value)) } : {}),
    },
  ];
}

/** Room for what is right, and for what is up to three times as large; not for what is beyond all measure. */
function rangeOf(
  own: readonly (number | undefined)[],
  right: readonly (number | undefined)[],
  least: number,
): readonly [number, number] {
  const [low, high] = extent([...right, 0, least]);
  const [ownLow, ownHigh] = extent([...own, 0]);
  const most = 3.2 * Math.max(high, -low);
  return [1.1 * Math.min(low, Math.max(ownLow, -most)), 1.1 * Math.max(high, Math.min(ownHigh, most))];
}

/** The gradient at the two places, number by number. */
function derivatives(shown: Drawing<GaussianState>): Panel {
  const [own, right] = [derivativesOf(shown.student), derivativesOf(shown.reference)];
  const names = derivativeNames;
  const [low, high] = rangeOf(own, right, 1);
  return {
    id: "derivatives",
    title: words("negElboGradient by mu and logVar", "mu と logVar による negElboGradient"),
    columns: 12,
    aspect: 5,
    x: { domain: [0, 4], ticks: names.map((text, index) => ({ at: index + 0.5, text })) },
    y: { domain: [Math.min(low, -1), high], label: words("derivative", "微分"), ticks: 4 },
    marks: [
      { mark: "rule", y: 0 },
      ...players.flatMap((player) => columnsOf(player, derivativesOf(shown[player]))),
    ],
    table: {
      columns: [words("by", "変数"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: names.map((name, index) => [name, cell(own[index]), cell(right[index])]),
    },
  };
}

const derivativeNames = dimensions.flatMap((j) => [muName(j), logVarName(j)]);

function derivativesOf(functions: Functions): (number | undefined)[] {
  const gradient = functions.get("negElboGradient", "");
  return dimensions.flatMap((j) => [gradient?.mu[0]?.[j], gradient?.logVar[0]?.[j]]);
}

function sentences({ student, reference }: Drawing<GaussianState>): Scene["says"] {
  const termsOf = (functions: Functions) => ["0", "1", ""].map((id) => functions.get("klTerm", id));
  const [own, right] = [termsOf(student), termsOf(reference)];
  const [slope, rightSlope] = [derivativesOf(student), derivativesOf(reference)];
  const terms = ([first, second, both]: typeof own): string =>
    `${short(first)}, ${short(second)} (1 + 2: ${short(both)})`;
  const printed = (values: typeof own): string => values.map((value) => short(value)).join(", ");
  const names = derivativeNames.join(", ");
  return [
    judged({
      right: words(
        `klTerm by dimension, right: ${terms(right)} nats.`,
        `次元ごとの klTerm の正しい値: ${terms(right)} ナット。`,
      ),
      own,
      theirs: right,
      said: terms(own),
    }),
    judged({
      right: words(
        `negElboGradient by ${names}, right: ${printed(rightSlope)}.`,
        `${names} による negElboGradient の正しい値: ${printed(rightSlope)}。`,
      ),
      own: slope,
      theirs: rightSlope,
      said: printed(slope),
    }),
  ];
}
