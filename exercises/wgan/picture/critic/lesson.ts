import type { Player } from "#sdk/picture.ts";
import { ask, nudged, type Functions } from "../players.ts";
import { pairsAt, pieceAt, pieces, scoresOf } from "./learner.ts";
import { LAST, type CriticState } from "./state.ts";

/**
 * The loss is linear in a slope and the penalty a parabola on either side of 0: their differences are exact, however large.
 * A nudge of 1 also levels the ridge between the valleys at -1 and 1: on which side a slope settles, the loss decides.
 */
const LOSS_NUDGE = 0.5;
const PENALTY_NUDGE = 1;

/** What has to be asked to know the loss, the penalty and their slopes: the penalty once the interpolates are known. */
export function lessonCalls(state: CriticState, known: Functions, player: Player) {
  if (player === "misconception") return [];
  const learner = state[player];
  const { slopes, fakes } = learner;
  const real = [...state.real];
  const pairs = pairsAt(state.step, real, learner);
  const [high, low] = [scoresOf(slopes, real), scoresOf(slopes, fakes)];
  return [
    ask("interpolates", "", [pairs.real, pairs.fake, pairs.u]),
    ask("criticLoss", "", [high, low]),
    ...pieces.map((_, c) => {
      const steeper = nudged(slopes, c, LOSS_NUDGE);
      return ask("criticLoss", `${c}`, [scoresOf(steeper, real), scoresOf(steeper, fakes)]);
    }),
    ask("generatorLoss", "", [low]),
    ...fakes.map((_, j) => ask("generatorLoss", `${j}`, [nudged(low, j, 1)])),
    ask("wasserstein1", "", [real, [...fakes]]),
    ...penaltyCalls(state, slopes, placesOf(known)),
  ];
}

function penaltyCalls({ lambda }: CriticState, slopes: readonly number[], places: readonly number[]) {
  if (places.length === 0) return [];
  const touched = [...new Set(places.map(pieceAt))];
  const gradients = (of: readonly number[]): number[][] => places.map((place) => [of[pieceAt(place)] ?? 0]);
  return [
    ask("gradientPenalty", "", [gradients(slopes), lambda]),
    ...touched.flatMap((c) =>
      [-PENALTY_NUDGE, PENALTY_NUDGE].map((by) =>
        ask("gradientPenalty", `${c}${by < 0 ? "-" : "+"}`, [gradients(nudged(slopes, c, by)), lambda]),
      ),
    ),
  ];
}

/** Where the penalty looks: the player's own interpolates, as far as they are numbers. */
export function placesOf(functions: Functions): number[] {
  const points = functions.get("interpolates", "") ?? [];
  return points.flatMap(([place]) => (place !== undefined && Number.isFinite(place) ? [place] : []));
}

/** What the answers say about the next step. */
export function lessonOf(functions: Functions, { generator, step, student }: CriticState) {
  const loss = functions.get("criticLoss", "") ?? NaN;
  const pull = pullsOf(functions, student.fakes.length);
  return {
    loss: pieces.map((_, c) => ((functions.get("criticLoss", `${c}`) ?? NaN) - loss) / LOSS_NUDGE),
    penalty: pieces.map((_, c) => {
      const [less, more] = ["-", "+"].map((end) => functions.get("gradientPenalty", `${c}${end}`) ?? NaN);
      return ((more ?? NaN) - (less ?? NaN)) / (2 * PENALTY_NUDGE);
    }),
    generator: generator ? pull.map((one) => (1 - step / LAST) * one) : [],
    estimate: -loss,
    distance: functions.get("wasserstein1", "") ?? NaN,
  };
}

/** The generator's loss by the score of each fake sample. */
export function pullsOf(functions: Functions, count: number): number[] {
  const loss = functions.get("generatorLoss", "") ?? NaN;
  return Array.from({ length: count }, (_, j) => (functions.get("generatorLoss", `${j}`) ?? NaN) - loss);
}
