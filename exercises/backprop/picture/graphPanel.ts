import type { HandleMark, Ink, Localized, Mark, Panel, Table } from "#sdk/picture.ts";
import { cell, words } from "#sdk/plot.ts";
import type { Derivative, Unit, Verdict } from "./graphCalls.ts";
import { depth, phaseOf, type GraphState } from "./graphState.ts";
import {
  inputTrack,
  partsOf,
  radius,
  size,
  targetTrack,
  unitAt,
  wireOf,
  type Spot,
  type Wire,
  type Track,
} from "./layout.ts";
import { decimals, type Place } from "./net.ts";

export interface Net {
  readonly state: GraphState;
  readonly derivatives: readonly Derivative[];
  readonly units: readonly Unit[];
  /** The batch's error, as the student's functions give it. */
  readonly error: number | undefined;
}

/** The net with its numbers: weights above and derivatives below each edge, sums and deltas beside each unit. */
export function netPanel(net: Net): Panel {
  return {
    id: "net",
    title: words(
      "The net: weights above, your gradients below, = or ≠ the finite difference",
      "ネットワーク: 上に重み、下に自分の勾配と、差分による値（= または ≠）",
    ),
    note: words(
      "Inputs and targets can be dragged. Press an edge, or the left of a unit for its bias, to look at it.",
      "入力と教師データはドラッグで動かせる。辺を押すとその重みが、ユニットの左を押すとそのバイアスが選ばれる。",
    ),
    columns: 7,
    rows: 2,
    roomy: true,
    aspect: size.width / size.height,
    x: { domain: [0, size.width], ticks: "none" },
    y: { domain: [0, size.height], ticks: "none" },
    press: "net",
    marks: [
      ...edges(net),
      ...circles(net),
      ...texts([
        ...edgeTexts(net),
        ...biasTexts(net),
        ...unitTexts(net),
        ...givenTexts(net),
        ...errorText(net),
      ]),
      ...tracks(net),
    ],
    table: unitTable(net.units),
  };
}

interface WeightAt extends Derivative {
  readonly wire: Wire;
  /** What is seen of it behind the numbers. */
  readonly parts: readonly (readonly [Spot, Spot])[];
}

function weightsOf({ state, derivatives }: Net): WeightAt[] {
  const weights = derivatives.flatMap((one) => {
    const { layer, to, from } = one.place;
    return from === null ? [] : [{ ...one, wire: wireOf(state.layers, { layer, to, from }) }];
  });
  const boxes = weights.map(({ place, wire }) =>
    isDone(place, state.step)
      ? { ...wire.label, halfWidth: 41, halfHeight: 2 * line }
      : { ...wire.label, halfWidth: 16, halfHeight: line },
  );
  return weights.map((one) => ({ ...one, parts: partsOf(one.wire, boxes) }));
}

/** Which layer's edges take part in the step, or all of them. */
function isActive({ layer }: Place, step: number): boolean {
  const { phase, layer: active } = phaseOf(step);
  if (phase === "start" || phase === "backward") return true;
  return layer === (phase === "hiddenDelta" ? active + 1 : active) && phase !== "outputDelta";
}

/** Has the step come that computes this derivative? */
function isDone({ layer }: Place, step: number): boolean {
  return step >= 3 * depth - layer;
}

function edges(net: Net): Mark[] {
  const weights = weightsOf(net);
  const { step, chosen } = net.state;
  const place = net.derivatives[chosen]?.place;
  const wrong = weights.filter((one) => isDone(one.place, step) && one.agrees === false);
  const looked = weights.filter((one) => one.place === place);
  return [
    edgesOf(
      weights.filter((one) => !isActive(one.place, step)),
      true,
    ),
    edgesOf(
      weights.filter((one) => isActive(one.place, step)),
      false,
    ),
    ...looked.flatMap(({ parts }) => linesOf(parts, { ink: "accent", width: 9, faint: true })),
    ...wrong.flatMap(({ parts }) => linesOf(parts, { ink: "wrong", width: 3.5 })),
  ];
}

function edgesOf(weights: readonly WeightAt[], faint: boolean): Mark {
  const parts = weights.flatMap(({ parts: seen, value }) => seen.map(([from, to]) => ({ from, to, value })));
  return {
    mark: "edges",
    faint,
    x0: parts.map(({ from }) => from.x),
    y0: parts.map(({ from }) => from.y),
    x1: parts.map(({ to }) => to.x),
    y1: parts.map(({ to }) => to.y),
    values: parts.map(({ value }) => value),
    most: 3,
  };
}

function linesOf(
  parts: WeightAt["parts"],
  manner: { readonly ink: Ink; readonly width: number; readonly faint?: boolean },
): Mark[] {
  return parts.map(([from, to]) => ({ mark: "line", ...manner, x: [from.x, to.x], y: [from.y, to.y] }));
}

/** The units: rings, red where a number of theirs is wrong, with a second ring where the step computes something. */
function circles({ state, units }: Net): Mark[] {
  const { layers, step, chosen } = state;
  const { phase, layer: active } = phaseOf(step);
  const places = units.map(({ layer, unit }) => unitAt(layers, layer, unit));
  const inputs = (state.X[state.row] ?? []).map((_, unit) => unitAt(layers, -1, unit));
  const lit = units.flatMap(({ layer }, index) =>
    phase !== "backward" && layer === active ? [places[index]] : [],
  );
  return [
    { mark: "points", ink: "data", shape: "ring", size: radius, ...spots(inputs) },
    {
      mark: "points",
      shape: "ring",
      size: radius,
      inks: units.map((unit) => inkOfUnit(unit, step)),
      ...spots(places),
    },
    { mark: "points", ink: "accent", shape: "ring", size: radius + 3, ...spots(lit) },
    ...biasMark(chosen, units, places),
  ];
}

/** The chosen parameter, where it is a bias. */
function biasMark(chosen: number, units: readonly Unit[], places: readonly Spot[]): Mark[] {
  const place = places[units.findIndex(({ bias }) => bias === chosen)];
  if (place === undefined) return [];
  const rim = place.x - radius;
  return [
    { mark: "line", ink: "accent", width: 2, x: [rim - 48, rim - beside], y: [place.y + 21, place.y + 21] },
  ];
}

function inkOfUnit({ layer, z, forwardAgrees, deltaAgrees }: Unit, step: number): Ink {
  if (step <= layer || z === undefined) return "muted";
  if (forwardAgrees === false || (isDeltaDone(layer, step) && deltaAgrees === false)) return "wrong";
  return "student";
}

function isDeltaDone(layer: number, step: number): boolean {
  return step >= 2 * depth - layer;
}

function spots(places: readonly (Spot | undefined)[]) {
  return { x: places.map((one) => one?.x ?? NaN), y: places.map((one) => one?.y ?? NaN) };
}

interface Written extends Spot {
  readonly text: string;
  readonly ink: Ink;
  readonly anchor?: "start" | "middle" | "end";
}

/** Lines above and below something are this far from it. */
const line = 7.5;
/** What stands beside a unit is this far from its rim: between the edges that leave it. */
const beside = 9;

function edgeTexts(net: Net): Written[] {
  const { step } = net.state;
  return weightsOf(net).flatMap((one): Written[] => {
    const { x, y } = one.wire.label;
    const weight: Written = { x, y: y + line, text: one.value.toFixed(2), ink: "data" };
    if (!isDone(one.place, step)) return [{ ...weight, y }];
    const ratio = ratioOf(one);
    return [
      ratio === null ? weight : { ...weight, x: x - 2, anchor: "end" },
      ...(ratio === null
        ? []
        : [{ x: x + 3, y: y + line, text: ratio, ink: "wrong", anchor: "start" } as const]),
      { x, y: y - line, ...compared(one.own, one.difference, one.right, one.agrees) },
    ];
  });
}

/** How many times the difference a wrong derivative is. */
function ratioOf({ own, difference, agrees }: Derivative): string | null {
  if (agrees !== false || own === undefined || difference === undefined) return null;
  const ratio = own / difference;
  return Number.isFinite(ratio) && Math.abs(ratio) < 100 ? `×${Number(ratio.toPrecision(3))}` : null;
}

/** "0.120 = 0.120", "0.360 ≠ 0.120"; the right number alone where the student has none yet, a dash where one is left out. */
function compared(
  own: number | undefined,
  difference: number | undefined,
  right: number | undefined,
  agrees: Verdict,
): Pick<Written, "text" | "ink"> {
  if (own === undefined && agrees === null)
    return { text: right === undefined ? "" : decimals(right), ink: "reference" };
  if (difference === undefined) return { text: decimals(own), ink: "student" };
  return agrees === false
    ? { text: `${decimals(own)} ≠ ${decimals(difference)}`, ink: "wrong" }
    : { text: `${decimals(own)} = ${decimals(difference)}`, ink: "student" };
}

/** To the left of each unit: its bias, and below it the derivative. */
function biasTexts({ state, derivatives }: Net): Written[] {
  return derivatives.flatMap((one): Written[] => {
    const { layer, to, from } = one.place;
    if (from !== null) return [];
    const { x, y } = unitAt(state.layers, layer, to);
    const at = { x: x - radius - beside, anchor: "end" } as const;
    const bias: Written = { ...at, y: y + 12, text: `b ${one.value.toFixed(2)}`, ink: "data" };
    if (!isDone(one.place, state.step)) return [bias];
    return [bias, ...stacked(at, y, compared(one.own, one.difference, one.right, one.agrees))];
  });
}

/** To the right of each unit: its sum, and below it its delta. Inside: what it sends on. */
function unitTexts({ state, units }: Net): Written[] {
  const { layers, step } = state;
  return units.flatMap((one): Written[] => {
    const { layer, unit, right } = one;
    if (step <= layer) return [];
    const { x, y } = unitAt(layers, layer, unit);
    if (one.z === undefined && right.z === undefined) return [];
    const ink: Ink = one.z === undefined ? "reference" : one.forwardAgrees === false ? "wrong" : "student";
    const at = { x: x + radius + beside, anchor: "start" } as const;
    const delta = compared(one.delta, one.difference, right.delta, one.deltaAgrees);
    return [
      { x, y, text: decimals(one.z ?? right.z), ink },
      { ...at, y: y + 12, text: `u ${decimals(one.u ?? right.u)}`, ink },
      ...(isDeltaDone(layer, step)
        ? stacked(at, y, { ...delta, text: delta.text && `δ ${delta.text}` })
        : []),
    ];
  });
}

/** Beside a unit there is less room: the comparison goes into a line of its own. */
function stacked(
  at: Pick<Written, "x" | "anchor">,
  y: number,
  { text, ink }: Pick<Written, "text" | "ink">,
): Written[] {
  const split = text.search(/[=≠]/);
  if (split < 0) return [{ ...at, y, text, ink }];
  return [
    { ...at, y, text: text.slice(0, split - 1), ink },
    { ...at, y: y - 12, text: text.slice(split), ink },
  ];
}

function givenTexts({ state }: Net): Written[] {
  const { layers, X, D, row } = state;
  const inputs = (X[row] ?? []).map((value, unit): Written => {
    const { x, y } = unitAt(layers, -1, unit);
    return { x, y, text: decimals(value), ink: "data" };
  });
  const names = (X[row] ?? []).map((_, unit): Written => {
    const track = inputTrack(layers, unit);
    return { x: track.x0 - 12, y: track.y, text: `x${unit}`, ink: "data", anchor: "end" };
  });
  const targets = (D[row] ?? []).map((value, unit): Written => {
    const track = targetTrack(layers, unit);
    return { x: track.x0 - 12, y: track.y, text: `d${unit} ${decimals(value)}`, ink: "data", anchor: "end" };
  });
  return [...inputs, ...names, ...targets];
}

/** Above everything, once the outputs are there. */
function errorText({ state, error }: Net): Written[] {
  if (state.step < depth || error === undefined) return [];
  return [{ x: size.width / 2, y: size.height - 14, text: `E ${decimals(error)}`, ink: "student" }];
}

/** One mark for each way of standing. */
function texts(written: readonly Written[]): Mark[] {
  return (["start", "middle", "end"] as const).map((anchor) => {
    const own = written.filter((one) => one.text !== "" && (one.anchor ?? "middle") === anchor);
    return {
      mark: "texts",
      anchor,
      size: "small",
      inks: own.map(({ ink }) => ink),
      texts: own.map(({ text }) => text),
      ...spots(own),
    };
  });
}

interface Given {
  readonly value: number;
  readonly name: string;
  readonly track: Track;
  readonly shape: "point" | "diamond";
  readonly label: Localized;
}

/** Below the inputs and above the outputs: where the row's numbers can be moved, and how far an output is from its target. */
function tracks(net: Net): Mark[] {
  const { layers, X, D, row } = net.state;
  const inputs = (X[row] ?? []).map((value, unit): Given => ({
    value,
    name: `x${unit}`,
    track: inputTrack(layers, unit),
    shape: "point",
    label: words(`input x${unit}, row ${row}`, `入力 x${unit}（第 ${row} 行）`),
  }));
  const targets = (D[row] ?? []).map((value, unit): Given => ({
    value,
    name: `d${unit}`,
    track: targetTrack(layers, unit),
    shape: "diamond",
    label: words(`target d${unit}, row ${row}`, `教師データ d${unit}（第 ${row} 行）`),
  }));
  const given = [...inputs, ...targets];
  return [...given.map(railOf), ...errorMarks(net, targets), ...given.map(handleOf)];
}

function railOf({ track: { x0, x1, y } }: Given): Mark {
  return { mark: "line", ink: "muted", width: 1, x: [x0, x1], y: [y, y] };
}

/** From each output to its target. */
function errorMarks({ state, units }: Net, targets: readonly Given[]): Mark[] {
  const outputs = units.filter(({ layer }) => layer === depth - 1 && state.step >= depth);
  return outputs.flatMap(({ unit, z, right }): Mark[] => {
    const [target, value] = [targets[unit], z ?? right.z];
    if (target === undefined || value === undefined) return [];
    const ink: Ink = z === undefined ? "reference" : "student";
    const { y, at } = target.track;
    return [
      { mark: "line", ink, width: 4, x: [at(value), at(target.value)], y: [y, y] },
      { mark: "points", ink, size: 5, x: [at(value)], y: [y] },
    ];
  });
}

function handleOf({ value, name, track, shape, label }: Given): HandleMark {
  return {
    mark: "handle",
    id: name,
    x: track.at(value),
    y: track.y,
    moves: "x",
    step: 2,
    range: { x: [track.x0, track.x1] },
    ink: "data",
    shape,
    label,
    value: words(`${name} = ${decimals(value)}`, `${name} = ${decimals(value)}`),
  };
}

function unitTable(units: readonly Unit[]): Table {
  return {
    columns: [
      words("unit", "ユニット"),
      words("u", "u"),
      words("z", "z"),
      words("right z", "正しい z"),
      words("delta", "delta"),
      words("by differences", "差分による値"),
      words("right delta", "正しい delta"),
    ],
    rows: units.map(({ layer, unit, u, z, delta, difference, right }) => [
      words(`layer ${layer}, unit ${unit}`, `第 ${layer} 層、ユニット ${unit}`),
      ...[u, z, right.z, delta, difference, right.delta].map(cell),
    ]),
  };
}
