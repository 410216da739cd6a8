/**
 * A seeded stream of random numbers: the same text seed gives the same numbers on every machine.
 * The generator is xoshiro128** 1.1 (Blackman & Vigna, 2018), its state filled by hashing the seed.
 */
export interface Rng {
  /** Uniform in [low, high). */
  uniform(low?: number, high?: number): number;
  /** Standard normal times `deviation` plus `mean` (Box-Muller). */
  normal(mean?: number, deviation?: number): number;
  /** Whole number in [low, high], both included. */
  integer(low: number, high: number): number;
  /** -1 or +1, equally likely. */
  sign(): number;
  pick<T>(items: readonly T[]): T;
  /** A fresh array of `length` entries made by `entry`. */
  vector(length: number, entry: (index: number) => number): number[];
  /** A fresh `rows` x `columns` matrix made by `entry`. */
  matrix(rows: number, columns: number, entry: (row: number, column: number) => number): number[][];
  /** A permutation of 0..length-1 (Fisher-Yates). */
  permutation(length: number): number[];
}

export function createRng(seed: string): Rng {
  const next = xoshiro(hashWords(seed));
  const uniform = (low = 0, high = 1): number => low + (high - low) * next();
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const vector = (length: number, entry: (index: number) => number): number[] =>
    Array.from({ length }, (_, index) => entry(index));
  return {
    uniform,
    integer,
    vector,
    normal: (mean = 0, deviation = 1) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    sign: () => (next() < 0.5 ? -1 : 1),
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError("pick: there is nothing to pick from");
      return item;
    },
    matrix: (rows, columns, entry) =>
      Array.from({ length: rows }, (_, row) => vector(columns, (column) => entry(row, column))),
    permutation: (length) =>
      shuffle(
        vector(length, (index) => index),
        integer,
      ),
  };
}

function shuffle(items: number[], integer: (low: number, high: number) => number): number[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = integer(0, last);
    const swapped = items[last] ?? 0;
    items[last] = items[other] ?? 0;
    items[other] = swapped;
  }
  return items;
}

type State = [number, number, number, number];

/** Four words from a text: FNV-1a over its UTF-16 units from four offsets, each finished by a murmur3 mix. */
function hashWords(text: string): State {
  const word = (offset: number): number => {
    let hash = (0x811c9dc5 ^ Math.imul(offset + 1, 0x9e3779b1)) >>> 0;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  };
  return [word(0), word(1), word(2), word(3) | 1];
}

function xoshiro(state: State): () => number {
  let [a, b, c, d] = state;
  const rotate = (x: number, k: number): number => (x << k) | (x >>> (32 - k));
  const word = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result;
  };
  // 53 bits, as Math.random gives
  return () => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
}
