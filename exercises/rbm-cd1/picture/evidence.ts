import type { Player } from "#sdk/picture.ts";
import { averages, isModel, marginal, meansOf, moved, normalised } from "./exact.ts";
import type { Drawing, Functions } from "./state.ts";
import { bordered, dataOf, size, states } from "./toy.ts";

/** What one player's functions say of the toy machine; null where they say nothing. */
export interface Testimony {
  /** exp(-freeEnergy), normalised over the states. */
  readonly model: readonly number[] | null;
  /** The exact probabilities of the machine that their update makes. */
  readonly after: readonly number[] | null;
  /** By W, b and c, bordered. */
  readonly positive: readonly number[] | null;
  readonly negative: readonly number[] | null;
  readonly gradient: readonly number[] | null;
}

export interface Evidence {
  readonly data: readonly number[];
  /** What counting all states gives. */
  readonly exact: {
    readonly model: readonly number[];
    readonly positive: readonly number[];
    readonly negative: readonly number[];
    readonly gradient: readonly number[];
  };
  readonly by: Readonly<Record<Player, Testimony>>;
}

export function evidenceOf(shown: Drawing): Evidence {
  const { rbm } = shown.state.toy;
  const data = dataOf(shown.state.toy);
  const model = marginal(rbm, states);
  const Z = meansOf(rbm, states);
  const [positive, negative] = [averages(states, Z, data), averages(states, Z, model)];
  const exact = {
    model,
    positive: bordered(positive),
    negative: bordered(negative),
    gradient: bordered(moved(positive, -1, negative)),
  };
  const by = {
    student: testimonyOf(shown.student, data),
    reference: testimonyOf(shown.reference, data),
    misconception: testimonyOf(shown.misconception, data),
  };
  return { data, exact, by };
}

function testimonyOf(functions: Functions, data: readonly number[]): Testimony {
  const energies = functions.get("freeEnergy", "states");
  const means = functions.get("hiddenMean", "states");
  const gradient = functions.get("cd1Gradient", "toy");
  const updated = functions.get("cd1Update", "toy");
  const positive = means === undefined ? null : bordered(averages(states, means, data));
  const change = gradient === undefined ? null : bordered(gradient);
  return {
    model: energies === undefined ? null : probabilities(energies),
    after: isModel(updated, size) ? marginal(updated, states) : null,
    positive,
    negative: positive && change && positive.map((value, i) => value - (change[i] ?? NaN)),
    gradient: change,
  };
}

/** Without the largest exponent taken out first, a low energy would be infinitely probable. */
function probabilities(energies: readonly number[]): number[] {
  const least = Math.min(...energies);
  return normalised(states.map((_, i) => Math.exp(least - (energies[i] ?? NaN))));
}
