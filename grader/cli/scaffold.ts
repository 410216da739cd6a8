import { scaffoldPicture } from "./scaffoldPicture.ts";

/**
 * The files of a new exercise: a small one that works (the mean square of a vector), so that an author changes what runs
 * instead of starting from nothing. It keeps every law but the one that looks for FILL IN, which marks what to replace.
 */
export function scaffold(id: string): Readonly<Record<string, string>> {
  const slips = Object.entries(misconceptions).flatMap(([slip, { expression, says, look }]) => [
    [`misconceptions/${slip}.ts`, submission(`FILL IN: ${says.en}.`, `return ${expression};`)],
    [`misconceptions/${slip}.json`, misconceptionManifest(says, look)],
  ]);
  const alternatives = Object.entries(rightWays).map(([name, body]) => [
    `alternatives/right/${name}.ts`,
    submission(`FILL IN: a right solution, written differently (${name}).`, body),
  ]);
  return {
    "exercise.json": manifest(id),
    "starter.ts": starter,
    "solution.ts": submission("FILL IN: the solution in plain float64 loops.", rightWays["for-of"]),
    "reference.ts": reference,
    "cases.ts": cases,
    "picture.ts": scaffoldPicture,
    ...texts,
    ...(Object.fromEntries([...slips, ...alternatives]) as Record<string, string>),
  };
}

function submission(title: string, body: string): string {
  const lines = body
    .split("; ")
    .map((line, index, all) => `  ${line}${index < all.length - 1 && !/[{}]$/.test(line) ? ";" : ""}`);
  return `/** ${title} */\nexport function meanSquare(x: number[]): number {\n${lines.join("\n")}\n}\n`;
}

const sum = "x.reduce((sum, value) => sum + value * value, 0)";

const misconceptions = {
  "sum-for-mean": {
    expression: sum,
    says: {
      en: "your result is a sum over the entries, not their mean",
      ja: "平均ではなく、要素についての和になっている",
    },
    look: {
      en: "How does your result grow with the length of x?",
      ja: "x の長さが変わると、結果はどう変わるだろうか。",
    },
  },
  "bessel-correction": {
    expression: `${sum} / (x.length - 1)`,
    says: { en: "you divide by n - 1", ja: "n - 1 で割っている" },
    look: { en: "What is a mean divided by?", ja: "平均は何で割るものだろうか。" },
  },
  "root-mean-square": {
    expression: `Math.sqrt(${sum} / x.length)`,
    says: { en: "you returned the root of the mean square", ja: "平均二乗の平方根を返している" },
    look: { en: "Which unit does your result have?", ja: "結果の単位は何だろうか。" },
  },
  "squared-mean": {
    expression: "(x.reduce((sum, value) => sum + value, 0) / x.length) ** 2",
    says: {
      en: "you squared the mean where the squares are averaged",
      ja: "二乗の平均ではなく、平均の二乗になっている",
    },
    look: {
      en: "In which order are squares and mean taken?",
      ja: "二乗と平均は、どの順に計算するだろうか。",
    },
  },
  "absolute-for-square": {
    expression: "x.reduce((sum, value) => sum + Math.abs(value), 0) / x.length",
    says: { en: "you averaged the absolute values", ja: "絶対値の平均を計算している" },
    look: { en: "What happens to an entry of 3?", ja: "要素が 3 のとき、どんな値が足されるだろうか。" },
  },
  "half-mean-square": {
    expression: `${sum} / (2 * x.length)`,
    says: { en: "your result has a factor 1/2 too many", ja: "係数 1/2 が余分に掛かっている" },
    look: { en: "Try a vector of one entry by hand.", ja: "要素が一つのベクトルで手計算してみよう。" },
  },
};

const rightWays = {
  "for-of": "let sum = 0; for (const value of x) sum += value * value; return sum / x.length;",
  reduce: `return ${sum} / x.length;`,
  index: "let sum = 0; for (let i = 0; i < x.length; i++) sum += x[i] ** 2; return sum / x.length;",
  "for-each": "let sum = 0; x.forEach((value) => (sum += value * value)); return sum / x.length;",
  "mean-of-map": "return x.map((value) => value * value / x.length).reduce((sum, value) => sum + value, 0);",
  hypot: "return Math.hypot(...x) ** 2 / x.length;",
  "while-down": "let sum = 0; let i = x.length; while (i-- > 0) sum += x[i] * x[i]; return sum / x.length;",
  "running-mean":
    "let mean = 0; x.forEach((value, i) => (mean += (value * value - mean) / (i + 1))); return mean;",
  "typed-array":
    "return Float64Array.from(x, (value) => value * value).reduce((sum, value) => sum + value, 0) / x.length;",
  "variance-and-mean":
    "const mean = x.reduce((sum, value) => sum + value, 0) / x.length; return mean * mean + x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length;",
};

function manifest(id: string): string {
  const fill = { en: "FILL IN", ja: "FILL IN" };
  const vector = { kind: "tensor", shape: ["n"] };
  return json({
    $schema: "../../grader/contract/exercise.schema.json",
    schemaVersion: 1,
    id,
    version: "0.1.0",
    title: fill,
    summary: fill,
    track: { number: 1, title: fill },
    prerequisites: [],
    minutes: 30,
    functions: [
      {
        name: "meanSquare",
        points: 100,
        parameters: [{ name: "x", type: vector }],
        returns: { kind: "tensor", shape: [] },
      },
    ],
    invariants: {
      "never-negative": {
        en: "FILL IN: the mean square is never negative",
        ja: "FILL IN: 平均二乗は負にならない",
      },
    },
    sources: [{ title: "FILL IN: the textbook or paper, with its equation" }],
  });
}

function misconceptionManifest(says: object, look: object): string {
  return json({
    $schema: "../../../grader/contract/misconception.schema.json",
    functions: ["meanSquare"],
    recognisedBy: { kind: "outputs" },
    says,
    look,
  });
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const starter = `/**
 * FILL IN: formula, shapes and ranges, in English.
 * FILL IN: 式、形、値の範囲を日本語で。
 */
export function meanSquare(x: number[]): number {
  throw new Error("Your turn: meanSquare");
}
`;

const reference = `import { defineReference, reference } from "#sdk/reference.ts";
import { scalar } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

export default defineReference<typeof Starter>({
  /** FILL IN: the formula and its source. Every tensor has a leading instances axis: x is [instances, n]. */
  meanSquare: reference<typeof Starter.meanSquare>()({
    prepare: (x) => ({ tensors: { x } }),
    compute: (tf, { x }) => ({ mean: tf.mean(tf.square(x), 1) }),
    finish: ({ mean }) => scalar(mean),
  }),
});
`;

const cases = `import {
  defineCases,
  defineGiven,
  defineInvariants,
  defineRelations,
  stabilityCase,
  valueCase,
} from "#sdk/cases.ts";
import type * as Starter from "./starter.ts";

// FILL IN: cases on which every slip differs clearly from the right answer and from every other slip
const sizes = [2, 3, 3, 4, 5, 6, 8, 10, 12, 16, 24, 32];

export const cases = defineCases<typeof Starter>({
  meanSquare: [
    ...sizes.map((n, index) =>
      valueCase(\`n-\${n}-\${index}\`, (rng): [number[]] => [rng.vector(n, () => rng.uniform(0.5, 3) * rng.sign())]),
    ),
    stabilityCase("single-entry", (rng): [number[]] => [[rng.uniform(1, 3)]]),
  ],
});

export const relations = defineRelations<typeof Starter>([]);

export const given = defineGiven<typeof Starter>({});

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "never-negative",
    kind: "invariant",
    function: "meanSquare",
    holds: async (student, rng) => (await student.meanSquare(rng.vector(6, () => rng.normal()))) >= 0,
  },
]);
`;

const texts = {
  "statement.en.md":
    "# FILL IN\n\nWhy it matters, the formulas in TeX ($...$), each function, what is out of scope, sources.\n",
  "statement.ja.md": "# FILL IN\n\nなぜ大切か、TeX の式（$...$）、各関数、扱わないこと、出典。\n",
  "hints.en.md":
    "## meanSquare\n\n### 1\n\nFILL IN: a nudge.\n\n### 2\n\nFILL IN: where to look.\n\n### 3\n\nFILL IN: one step worked out, never the code.\n",
  "hints.ja.md":
    "## meanSquare\n\n### 1\n\nFILL IN: きっかけ。\n\n### 2\n\nFILL IN: 見るべきところ。\n\n### 3\n\nFILL IN: 一歩だけ解いてみせる。コードは書かない。\n",
};
