import {
  defineCases,
  defineDomain,
  defineGiven,
  defineInvariants,
  defineRelations,
  stabilityCase,
  valueCase,
} from "#sdk/cases.ts";
import type { Rng } from "#sdk/random.ts";
import type * as Starter from "./starter.ts";

type Matrix = number[][];
type Looking = [Q: Matrix, K: Matrix, mask: Matrix];
type Reading = [Q: Matrix, K: Matrix, V: Matrix, mask: Matrix];
type Layer = [X: Matrix, WQ: Matrix, WK: Matrix, WV: Matrix, WO: Matrix, heads: number, mask: Matrix];

/** Smallest first. Some shapes come again with other data: a function that keeps state between calls shows there. */
const scoreSizes: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  "rows-2-columns-3": [2, 3],
  "rows-3-columns-2": [3, 2],
  "rows-3-columns-3": [3, 3],
  "rows-3-columns-3-again": [3, 3],
  "rows-2-columns-4": [2, 4],
  "rows-4-columns-3": [4, 3],
  "rows-3-columns-5": [3, 5],
  "rows-5-columns-4": [5, 4],
  "rows-4-columns-6": [4, 6],
  "rows-6-columns-6": [6, 6],
  "rows-6-columns-6-again": [6, 6],
  "rows-7-columns-9": [7, 9],
};
type LookSize = readonly [queries: number, keys: number, dim: number, width: number];
const lookSizes: Readonly<Record<string, LookSize>> = {
  "queries-2-keys-3-dim-2": [2, 3, 2, 2],
  "queries-3-keys-3-dim-2": [3, 3, 2, 3],
  "queries-2-keys-4-dim-3": [2, 4, 3, 2],
  "queries-2-keys-4-dim-3-again": [2, 4, 3, 2],
  "queries-4-keys-3-dim-3": [4, 3, 3, 4],
  "queries-3-keys-5-dim-4": [3, 5, 4, 4],
  "queries-5-keys-4-dim-2": [5, 4, 2, 3],
  "queries-4-keys-4-dim-5": [4, 4, 5, 5],
  "queries-4-keys-6-dim-3": [4, 6, 3, 2],
  "queries-5-keys-5-dim-6": [5, 5, 6, 4],
  "queries-5-keys-5-dim-6-again": [5, 5, 6, 4],
  "queries-6-keys-7-dim-8": [6, 7, 8, 5],
};
type LayerSize = readonly [tokens: number, dim: number, heads: number];
const layerSizes: Readonly<Record<string, LayerSize>> = {
  "tokens-3-dim-4-heads-2": [3, 4, 2],
  "tokens-3-dim-4-heads-2-again": [3, 4, 2],
  "tokens-4-dim-4-heads-2": [4, 4, 2],
  "tokens-3-dim-3-heads-3": [3, 3, 3],
  "tokens-5-dim-4-heads-1": [5, 4, 1],
  "tokens-3-dim-6-heads-2": [3, 6, 2],
  "tokens-4-dim-6-heads-3": [4, 6, 3],
  "tokens-5-dim-6-heads-2": [5, 6, 2],
  "tokens-6-dim-6-heads-3": [6, 6, 3],
  "tokens-4-dim-8-heads-2": [4, 8, 2],
  "tokens-5-dim-8-heads-4": [5, 8, 4],
  "tokens-5-dim-8-heads-4-again": [5, 8, 4],
};

/** The first two cases of a function are read by eye. */
const readable = 2;

export const cases = defineCases<typeof Starter>({
  softmaxRows: [
    ...valueCases(scoreSizes, (rng, size, style): [Matrix] => [entries(rng, size, style)]),
    stabilityCase("scores-around-1e4", (rng) => [around(rng, [3, 4], 1e4)]),
    stabilityCase("scores-around-minus-1e4", (rng) => [around(rng, [3, 4], -1e4)]),
    stabilityCase("scores-1e4-apart", (rng) => [rng.matrix(4, 4, () => rng.sign() * rng.uniform(2000, 1e4))]),
    stabilityCase("one-column", (rng) => [entries(rng, [3, 1])]),
  ],
  attentionWeights: [
    ...valueCases(lookSizes, looking),
    stabilityCase("scores-around-1e4", (rng) => extreme(rng, 1)),
    stabilityCase("scores-around-minus-1e4", (rng) => extreme(rng, -1)),
    stabilityCase("row-without-keys", (rng) => blinded(looking(rng, [3, 4, 3, 2]), 1)),
    stabilityCase("no-keys-at-all", (rng) => blinded(looking(rng, [2, 3, 2, 2]), 0, 1)),
    stabilityCase("nothing-masked", (rng) => seeingAll(looking(rng, [3, 4, 3, 2]))),
    stabilityCase("causal", (rng) => [...pair(rng, [4, 4, 3, 2]), causalMask(4)]),
  ],
  attention: [
    ...valueCases(lookSizes, reading),
    stabilityCase("scores-around-1e4", (rng) => extremeReading(rng, 1)),
    stabilityCase("scores-around-minus-1e4", (rng) => extremeReading(rng, -1)),
    stabilityCase("row-without-keys", (rng) => blinded(reading(rng, [3, 4, 3, 2]), 1)),
    stabilityCase("nothing-masked", (rng) => seeingAll(reading(rng, [3, 4, 3, 2]))),
  ],
  multiHead: [
    ...valueCases(layerSizes, layer),
    stabilityCase("scores-around-1e4", extremeLayer),
    stabilityCase("row-without-keys", (rng) => blinded(layer(rng, [4, 6, 2]), 2)),
    stabilityCase("nothing-masked", (rng) => seeingAll(layer(rng, [4, 6, 3]))),
    stabilityCase("causal", (rng) => seeing(layer(rng, [5, 4, 2]), causalMask(5))),
  ],
});

export const relations = defineRelations<typeof Starter>([]);

export const given = defineGiven<typeof Starter>({
  attentionWeights: {
    uses: ["softmaxRows"],
    // a score this low has no share left; rows that see nothing are filled in by the statement's rule
    expected: async (student, Q, K, mask) => {
      const scores = Q.map((query, i) =>
        K.map((key, j) => (mask[i]?.[j] === 1 ? dot(query, key) / Math.sqrt(query.length) : -1e4)),
      );
      const shares = await student.softmaxRows(scores);
      return shares.map((row, i) => row.map((share, j) => (mask[i]?.[j] === 1 ? share : 0)));
    },
  },
  attention: {
    uses: ["attentionWeights"],
    expected: async (student, Q, K, V, mask) => multiply(await student.attentionWeights(Q, K, mask), V),
  },
  multiHead: {
    uses: ["attention"],
    expected: async (student, X, WQ, WK, WV, WO, heads, mask) => {
      const [queries, keys, values] = [multiply(X, WQ), multiply(X, WK), multiply(X, WV)];
      const width = WQ.length / heads;
      const read = await Promise.all(
        Array.from({ length: heads }, (_, head) => {
          const own = (rows: Matrix): Matrix =>
            rows.map((row) => row.slice(head * width, (head + 1) * width));
          return student.attention(own(queries), own(keys), own(values), mask);
        }),
      );
      return multiply(
        X.map((_, i) => read.flatMap((rows) => rows[i] ?? [])),
        WO,
      );
    },
  },
});

export const domain = defineDomain<typeof Starter>({
  multiHead: (X, WQ, WK, WV, WO, heads, mask) =>
    Number.isInteger(heads) && heads >= 1 && WQ.length % heads === 0
      ? [X, WQ, WK, WV, WO, heads, mask]
      : null,
});

/** Rounding may leave this much where two results are equal. */
const slack = 1e-9;

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "rows-sum-to-one",
    kind: "invariant",
    function: "softmaxRows",
    holds: async (student, rng) => {
      const shares = await student.softmaxRows(entries(rng, [4, 5]));
      return shares.every((row) => Math.abs(sum(row) - 1) <= slack && row.every((share) => share >= 0));
    },
  },
  {
    id: "shifted-scores",
    kind: "invariant",
    function: "softmaxRows",
    holds: async (student, rng) => {
      const scores = entries(rng, [3, 4]);
      const shifts = [2, -3, 5];
      const shifted = scores.map((row, i) => row.map((score) => score + (shifts[i] ?? 0)));
      return near(await student.softmaxRows(scores), await student.softmaxRows(shifted));
    },
  },
  {
    id: "hidden-keys",
    kind: "invariant",
    function: "attentionWeights",
    holds: async (student, rng) => {
      const [Q, K, mask] = looking(rng, [3, 4, 3, 2]);
      const hidden = mask.map((row) => row.map((seen, j) => (j === 1 ? 0 : j === 0 ? 1 : seen)));
      const changed = K.map((key, j) => (j === 1 ? key.map((value) => value + 1.5) : key));
      return near(
        await student.attentionWeights(Q, K, hidden),
        await student.attentionWeights(Q, changed, hidden),
      );
    },
  },
  {
    id: "order-of-keys",
    kind: "invariant",
    function: "attention",
    holds: async (student, rng) => {
      const [Q, K, V, mask] = reading(rng, [3, 5, 4, 3]);
      const order = rng.permutation(5);
      const columns = mask.map((row) => order.map((j) => row[j] ?? 0));
      return near(
        await student.attention(Q, K, V, mask),
        await student.attention(Q, reordered(K, order), reordered(V, order), columns),
      );
    },
  },
  {
    id: "between-the-values",
    kind: "invariant",
    function: "attention",
    holds: async (student, rng) => {
      const [Q, K, V, mask] = reading(rng, [4, 5, 3, 3]);
      const read = await student.attention(Q, K, V, mask);
      return read.every((row) =>
        row.every((value, c) => {
          const column = V.map((one) => one[c] ?? 0);
          return value >= Math.min(...column) - slack && value <= Math.max(...column) + slack;
        }),
      );
    },
  },
  {
    id: "unseen-future",
    kind: "invariant",
    function: "multiHead",
    holds: async (student, rng) => {
      const [X, WQ, WK, WV, WO, heads] = layer(rng, [4, 4, 2]);
      const changed = X.map((row, i) => (i === 3 ? row.map((value) => value + 1) : row));
      const before = await student.multiHead(X, WQ, WK, WV, WO, heads, causalMask(4));
      const after = await student.multiHead(changed, WQ, WK, WV, WO, heads, causalMask(4));
      return near(before.slice(0, 3), after.slice(0, 3));
    },
  },
  {
    id: "order-of-tokens",
    kind: "invariant",
    function: "multiHead",
    holds: async (student, rng) => {
      const [X, WQ, WK, WV, WO, heads, mask] = seeingAll(layer(rng, [5, 4, 2]));
      const order = rng.permutation(5);
      return near(
        reordered(await student.multiHead(X, WQ, WK, WV, WO, heads, mask), order),
        await student.multiHead(reordered(X, order), WQ, WK, WV, WO, heads, mask),
      );
    },
  },
]);

/** Short numbers are quarters, read by eye and exact in float32. */
type Style = "short" | "long";

function valueCases<Size, Args extends readonly unknown[]>(
  sizes: Readonly<Record<string, Size>>,
  make: (rng: Rng, size: Size, style: Style) => Args,
) {
  return Object.entries(sizes).map(([id, size], index) =>
    valueCase(id, (rng) => make(rng, size, index < readable ? "short" : "long"), { visible: index === 0 }),
  );
}

/** Numbers of either sign from 0.3 to `most`: never 0, where a hidden score and a score of 0 coincide. */
function entries(
  rng: Rng,
  [rows, columns]: readonly [number, number],
  style: Style = "long",
  most = 2,
): Matrix {
  return rng.matrix(rows, columns, () => {
    const value = rng.sign() * rng.uniform(0.3, most);
    return style === "short" ? Math.round(4 * value) / 4 : value;
  });
}

function pair(rng: Rng, [queries, keys, dim]: LookSize, style: Style = "long"): [Q: Matrix, K: Matrix] {
  return [entries(rng, [queries, dim], style), entries(rng, [keys, dim], style)];
}

function looking(rng: Rng, size: LookSize, style: Style = "long"): Looking {
  return [...pair(rng, size, style), someMask(rng, size[0], size[1])];
}

function reading(rng: Rng, size: LookSize, style: Style = "long"): Reading {
  const [Q, K, mask] = looking(rng, size, style);
  return [Q, K, entries(rng, [size[1], size[3]], style, 3), mask];
}

function layer(rng: Rng, [tokens, dim, heads]: LayerSize, style: Style = "long"): Layer {
  const weight = (): Matrix => entries(rng, [dim, dim], style, style === "short" ? 1 : 1.2);
  return [
    entries(rng, [tokens, dim], style, 1.5),
    weight(),
    weight(),
    weight(),
    weight(),
    heads,
    someMask(rng, tokens, tokens),
  ];
}

/**
 * In every row some keys are hidden and at least two seen, and nobody is hidden from all: each way to read a mask wrongly
 * shows in every row.
 */
function someMask(rng: Rng, rows: number, columns: number): Matrix {
  const hidings = new Array<number>(columns).fill(0);
  return Array.from({ length: rows }, () => {
    const free = rng.permutation(columns).filter((column) => (hidings[column] ?? 0) < rows - 1);
    const hidden = free.slice(0, rng.integer(1, Math.max(1, columns - 2)));
    for (const column of hidden) hidings[column] = (hidings[column] ?? 0) + 1;
    return Array.from({ length: columns }, (_, column) => (hidden.includes(column) ? 0 : 1));
  });
}

function causalMask(tokens: number): Matrix {
  return Array.from({ length: tokens }, (_, i) =>
    Array.from({ length: tokens }, (__, j) => (j <= i ? 1 : 0)),
  );
}

type Masked = readonly [...unknown[], mask: Matrix];

function seeing<Args extends Masked>(args: Args, mask: Matrix): Args {
  return args.with(-1, mask) as readonly unknown[] as Args;
}

function maskOf(args: Masked): Matrix {
  return args.at(-1) as Matrix;
}

/** Hides every key from these rows. */
function blinded<Args extends Masked>(args: Args, ...rows: readonly number[]): Args {
  return seeing(
    args,
    maskOf(args).map((row, i) => (rows.includes(i) ? row.map(() => 0) : row)),
  );
}

function seeingAll<Args extends Masked>(args: Args): Args {
  return seeing(
    args,
    maskOf(args).map((row) => row.map(() => 1)),
  );
}

function around(rng: Rng, [rows, columns]: readonly [number, number], centre: number): Matrix {
  return rng.matrix(rows, columns, () => centre + rng.uniform(-2, 2));
}

/**
 * Scores near +-1e4 that differ by little: all keys share a large first coordinate. Eighths and dim = 4 keep every score
 * exact in float32, where the difference of two scores would else be lost.
 */
function extreme(rng: Rng, sign: number): Looking {
  const rows = (count: number, first: number): Matrix =>
    entries(rng, [count, 3], "short").map((row) => [first, ...row]);
  return [rows(3, 64 * sign), rows(4, 320), someMask(rng, 3, 4)];
}

function extremeReading(rng: Rng, sign: number): Reading {
  const [Q, K, mask] = extreme(rng, sign);
  return [Q, K, entries(rng, [4, 3], "long", 3), mask];
}

/** The same through the projections: they mix a large first coordinate with small ones, exactly. */
function extremeLayer(rng: Rng): Layer {
  const [X, WQ, WK, WV, WO, heads, mask] = layer(rng, [4, 8, 2], "short");
  return [X.map((row) => row.with(0, 128)), WQ, WK, WV, WO, heads, mask];
}

function near(a: Matrix, b: Matrix): boolean {
  return a.every((row, i) => row.every((value, j) => Math.abs(value - (b[i]?.[j] ?? Number.NaN)) <= slack));
}

function reordered(rows: Matrix, order: readonly number[]): Matrix {
  return order.map((index) => rows[index] ?? []);
}

function multiply(A: Matrix, B: Matrix): Matrix {
  return A.map((row) =>
    (B[0] ?? []).map((_, c) =>
      dot(
        row,
        B.map((other) => other[c] ?? 0),
      ),
    ),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((value, c) => value * (b[c] ?? Number.NaN)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
