import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { matrix, scalar } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";
import type { Run } from "./starter.ts";

/** Accepted where u lies below: of each state and site, [the present state, its flip]. */
type Accepting = readonly (readonly (readonly number[])[])[];

/**
 * A(x -> y) = min(1, P(y) c(x|y) / (P(x) c(y|x))) in the domain of logs, where no energy overflows:
 * exp min(0, -(E(y) - E(x)) + log c(x|y) - log c(y|x)).
 * Source: Hastings (1970), section 2.
 */
function accepting(tf: TensorFlow, rise: Tensor, logRatio: Tensor): Tensor {
  return tf.exp(tf.minimum(0, tf.sub(logRatio, rise)));
}

/** E(y) - E(x) of every flip, [states, N]: taken in float64, because energies of 1e4 leave float32 no room for it. */
function risesOf(energies: readonly number[], N: number): number[][] {
  return energies.map((energy, x) => sitesOf(N).map((i) => (energies[x ^ (1 << i)] ?? Number.NaN) - energy));
}

function sitesOf(N: number): number[] {
  return Array.from({ length: N }, (_, i) => i);
}

/** 1 where spin i of state x is +1, else 0: [states, N]. */
function spinsUp(tf: TensorFlow, N: number): Tensor {
  return tf.tensor2d(Array.from({ length: 2 ** N }, (_, x) => sitesOf(N).map((i) => (x >> i) & 1)));
}

/**
 * The single-spin proposal and its acceptance, for each state and flip.
 *   rise [instances, states, N]; sites [instances, N]; up [instances]
 *   propose c(flip_i x | x) = sites_i up where the spin was down, sites_i (1 - up) where it was up
 *   accept  A(x -> flip_i x); sites_i stands in both directions and cancels
 */
function flips(tf: TensorFlow, rise: Tensor, sites: Tensor, up: Tensor, N: number) {
  const isUp = tf.expandDims(spinsUp(tf, N), 0); // [1, states, N]
  const upwards = tf.reshape(up, [-1, 1, 1]);
  const downwards = tf.sub(1, upwards);
  const leaving = tf.add(tf.mul(isUp, downwards), tf.mul(tf.sub(1, isUp), upwards));
  const returning = tf.add(tf.mul(isUp, upwards), tf.mul(tf.sub(1, isUp), downwards));
  const logRatio = tf.sub(tf.log(returning), tf.log(leaving));
  return {
    propose: tf.mul(tf.expandDims(sites, 1), leaving),
    accept: accepting(tf, rise, logRatio),
  };
}

/** From [instances, states, N] of flips to [instances, states, states], zeros elsewhere. */
function placed(tf: TensorFlow, ofFlips: Tensor, N: number): Tensor {
  const targets = Array.from({ length: 2 ** N }, (_, x) => sitesOf(N).map((i) => x ^ (1 << i)));
  const where = tf.oneHot(tf.tensor2d(targets, undefined, "int32"), 2 ** N); // [states, N, states]
  return tf.sum(tf.mul(tf.expandDims(ofFlips, 3), tf.expandDims(tf.cast(where, "float32"), 0)), 2);
}

interface Walk {
  readonly energies: readonly number[];
  readonly sites: readonly number[];
  readonly up: number;
  readonly start: number;
  readonly uniforms: readonly (readonly number[])[];
}

/** Follows the uniforms through the table of acceptances. */
function walk({ energies, sites, up, start, uniforms }: Walk, table: Accepting): Run {
  const run: Run = { last: start, accepted: 0, visits: new Array<number>(energies.length).fill(0) };
  for (const [forSite = NaN, forSpin = NaN, forMove = NaN] of uniforms) {
    let site = 0;
    for (let below = sites[0] ?? 0; forSite >= below && site < sites.length - 1; below += sites[site] ?? 0)
      site += 1;
    const flips = ((run.last >> site) & 1) !== Number(forSpin < up);
    if (forMove < (table[run.last]?.[site]?.[flips ? 1 : 0] ?? NaN)) {
      run.accepted += 1;
      if (flips) run.last ^= 1 << site;
    }
    run.visits[run.last] = (run.visits[run.last] ?? NaN) + 1;
  }
  return run;
}

export default defineReference<typeof Starter>({
  /** min(1, e^-(E(y) - E(x)) c(x|y) / c(y|x)). Hastings (1970), section 2; with forward = backward Metropolis et al. (1953). */
  acceptance: reference<typeof Starter.acceptance>()({
    prepare: (energyFrom, energyTo, forward, backward) => ({
      tensors: { rise: energyTo - energyFrom, forward, backward },
    }),
    compute: (tf, { rise, forward, backward }) => ({
      accept: accepting(tf, rise, tf.sub(tf.log(backward), tf.log(forward))),
    }),
    finish: ({ accept }) => scalar(accept),
    steps: (tf, { rise, forward, backward }) => ({
      "energyTo - energyFrom": rise,
      "backward / forward": tf.div(backward, forward),
    }),
  }),

  /** T(x -> y) = c(y|x) A(x -> y) for y one flip away, T(x -> x) = 1 - the rest of the row: [states, states]. */
  transitionMatrix: reference<typeof Starter.transitionMatrix>()({
    prepare: (energies, sites, up) => ({
      tensors: { rise: risesOf(energies, sites.length), sites, up },
      statics: { N: sites.length },
    }),
    compute: (tf, { rise, sites, up }, { N }) => {
      const { propose, accept } = flips(tf, rise, sites, up, N);
      const moves = tf.mul(propose, accept); // [instances, states, N]
      const stays = tf.sub(1, tf.sum(moves, 2)); // [instances, states]
      return { T: tf.add(placed(tf, moves, N), tf.mul(tf.expandDims(stays, 2), tf.eye(2 ** N))) };
    },
    finish: ({ T }) => matrix(T),
    steps: (tf, { rise, sites, up }, { N }) => ({
      "E(y) - E(x)": placed(tf, rise, N),
      "c(y|x), x ≠ y": placed(tf, flips(tf, rise, sites, up, N).propose, N),
    }),
  }),

  /** The acceptances are worked out on the device, for every state and flip at once; the walk through them on the host. */
  chain: reference<typeof Starter.chain>()({
    prepare: (energies, sites, up, start, uniforms) => ({
      tensors: { rise: risesOf(energies, sites.length), sites, up },
      statics: { N: sites.length },
      kept: { energies, sites, up, start, uniforms },
    }),
    compute: (tf, { rise, sites, up }, { N }) => {
      const { accept } = flips(tf, rise, sites, up, N);
      return { table: tf.stack([accepting(tf, tf.zerosLike(rise), tf.zerosLike(rise)), accept], 3) };
    },
    finish: ({ table }, kept) => walk(kept, typeof table === "number" ? [] : table.map(matrix)),
  }),
});
