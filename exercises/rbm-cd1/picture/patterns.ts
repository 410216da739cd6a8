/** What the larger machine may learn: pictures of pixels -1 and +1. */
export interface Patterns {
  /** Pixels on a side. */
  readonly side: number;
  readonly X: readonly number[][];
  readonly hidden: number;
  /** How the weights of one hidden unit and the means of all of them are laid out: so many beside each other. */
  readonly across: number;
  /** Rows of one update. */
  readonly rows: number;
  readonly updatesInFrame: number;
  readonly frames: number;
  /** Ten of them, to be shown with what the machine makes of them. */
  readonly looked: readonly number[][];
  /** So many pixels away from a pattern a dream still counts as one. */
  readonly slack: number;
}

/** Every pattern of whole rows, and every pattern of whole columns: 30 of the 65,536 pictures there are. */
function barsAndStripes(side: number): number[][] {
  const lines = Array.from({ length: 2 ** side }, (_, bits) => bits);
  const pixel = (bits: number, line: number): number => ((bits >> line) & 1) * 2 - 1;
  const picture = (value: (row: number, column: number) => number): number[] =>
    Array.from({ length: side * side }, (_, k) => value(Math.floor(k / side), k % side));
  const across = lines.map((bits) => picture((row) => pixel(bits, row)));
  // the empty and the full picture are among those already
  const down = lines.slice(1, -1).map((bits) => picture((_, column) => pixel(bits, column)));
  return across.flatMap((one, i) => [one, ...down.slice(i, i + 1)]);
}

const digits = [
  "........ ..####.. .##..##. .##..##. .##..##. .##..##. ..####.. ........",
  "........ ...##... ..###... ...##... ...##... ...##... ..####.. ........",
  "........ ..####.. .##..##. ....##.. ...##... ..##.... .######. ........",
  "........ .#####.. .....##. ..####.. .....##. .....##. .#####.. ........",
  "........ ....##.. ...###.. ..#.##.. .######. ....##.. ....##.. ........",
  "........ .######. .##..... .#####.. .....##. .##..##. ..####.. ........",
  "........ ..####.. .##..... .#####.. .##..##. .##..##. ..####.. ........",
  "........ .######. .....##. ....##.. ...##... ..##.... ..##.... ........",
  "........ ..####.. .##..##. ..####.. .##..##. .##..##. ..####.. ........",
  "........ ..####.. .##..##. .##..##. ..#####. .....##. ..####.. ........",
];

/** The ten digits, each also a pixel higher and a pixel lower. */
function shiftedDigits(): number[][] {
  const rows = digits.map((digit) => digit.split(" "));
  const pixels = (lines: readonly string[]): number[] =>
    lines.flatMap((line) => Array.from(line, (dot) => (dot === "#" ? 1 : -1)));
  const turned = (lines: readonly string[], by: number): string[] =>
    lines.map((_, row) => lines.at((row + by) % lines.length) ?? "");
  return [0, 1, -1].flatMap((by) => rows.map((lines) => pixels(turned(lines, by))));
}

const stripes = barsAndStripes(4);
const numerals = shiftedDigits();

export const patterns: Readonly<Record<string, Patterns>> = {
  stripes: {
    side: 4,
    X: stripes,
    hidden: 24,
    across: 6,
    rows: 10,
    updatesInFrame: 5,
    frames: 120,
    looked: stripes.filter((_, n) => n % 3 === 1),
    slack: 0,
  },
  digits: {
    side: 8,
    X: numerals,
    hidden: 20,
    across: 5,
    rows: 10,
    updatesInFrame: 2,
    frames: 200,
    looked: numerals.slice(0, 10),
    slack: 2,
  },
};
