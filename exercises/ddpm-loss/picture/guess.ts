import { createRng } from "#sdk/random.ts";
import { average, barAt, dataOf, N, noiseOf, rounded, type Cloud } from "./data.ts";
import { bestGuess, jump } from "./denoiser.ts";
import type { State } from "./state.ts";

/** The points whose arrows are drawn, and over which losses are taken: of all two hundred one would see none. Some of each moon. */
export const few = Array.from({ length: 24 }, (_, index) => 8 * index + 3 + (index % 2));

export function fewOf(cloud: Cloud): Cloud {
  return few.map((n) => cloud[n] ?? []);
}

/** What a prediction is made from and of, at one step. */
export interface Guess {
  readonly bar: number;
  readonly x0: Cloud;
  readonly eps: Cloud;
  readonly zt: Cloud;
  /** From the true noise to the prediction that is 1 off. */
  readonly direction: Cloud;
}

/** A frame asks more than once: for each player's calls and for what is drawn. */
const known = new WeakMap<State, Guess>();

export function guessOf(state: State): Guess {
  const made = known.get(state) ?? guessAt(state, state.t);
  known.set(state, made);
  return made;
}

export function guessAt(
  { shape, schedule, guess }: Pick<State, "shape" | "schedule" | "guess">,
  t: number,
  pick = (cloud: Cloud): Cloud => cloud,
): Guess {
  const bar = barAt(schedule, t);
  const [x0, eps] = [pick(dataOf(shape)), pick(noiseOf(shape))];
  const zt = jump(x0, eps, bar);
  const best = (): Cloud => bestGuess(zt, bar, dataOf(shape));
  const direction = guess === "off" ? pick(astray) : difference(best(), eps);
  return { bar, x0, eps, zt, direction };
}

/** A vector for each point, drawn at random; over the few points their mean square is 1. */
const astray = wayward();

/** epsHat = eps + error x direction */
export function predicted(eps: Cloud, direction: Cloud, error: number): Cloud {
  return rounded(
    eps.map((row, n) => row.map((value, axis) => value + error * (direction[n]?.[axis] ?? NaN))),
    5,
  );
}

function wayward(): Cloud {
  const rng = createRng("off");
  const drawn = rng.matrix(N, 2, () => rng.normal());
  const size = Math.sqrt(average(fewOf(drawn).flatMap((row) => row.map((value) => value ** 2))));
  return drawn.map((row) => row.map((value) => value / size));
}

function difference(one: Cloud, other: Cloud): Cloud {
  return one.map((row, n) => row.map((value, axis) => value - (other[n]?.[axis] ?? NaN)));
}
