import { numbersIn } from "#compare/numbers.ts";
import type { Message } from "#contract/messages.ts";
import { arrangement, firstRowOnly } from "./arrangement.ts";
import { closeBy, mapped, offset } from "./elementwise.ts";
import { factor } from "./factor.ts";
import { anInput, anotherAnswer, notFinite } from "./identity.ts";
import { logBase } from "./logBase.ts";
import type { Evidence, Finder } from "./pair.ts";
import { reduced, spread, unreduced } from "./reduction.ts";

/** The most telling first: being an input says more than being a constant multiple of the right answer. */
const finders: readonly Finder[] = [
  anInput,
  factor,
  offset,
  mapped,
  arrangement,
  spread,
  firstRowOnly,
  anotherAnswer,
  logBase,
  closeBy,
];

/** What can be said of a result that has another shape than the right one. */
const findersAcrossShapes: readonly Finder[] = [reduced, unreduced];

/** Fewer numbers than this could be related by chance. */
const ENOUGH = 6;

/**
 * What a wrong result is in terms of the right one, for slips that nobody listed: said only if one relation explains every
 * number of every value case. Null when there is none, or too little to tell by.
 */
export function findRelation(evidence: Evidence): Message | null {
  const sameShape = evidence.pairs.every(({ otherShape }) => !otherShape);
  // numbers that were read from outside of what is there are NaN: the shape is what is wrong then
  const broken = sameShape ? notFinite(evidence) : null;
  if (broken !== null) return broken;
  const numbers = evidence.pairs.flatMap(({ got }) => numbersIn(got));
  if (numbers.length < ENOUGH || numbers.some((value) => !Number.isFinite(value))) return null;
  for (const find of sameShape ? finders : findersAcrossShapes) {
    const message = find(evidence);
    if (message !== null) return message;
  }
  return null;
}
