import { ask, type Functions } from "../players.ts";
import { axisOf, kinds, logitsOf, type Bets, type Kind } from "./state.ts";

/** What is asked to know the cost of single samples: each stands against one of the other kind with logit 0. */
export function costCalls(bets: Bets) {
  const single = (kind: Kind, id: string, logit: number) =>
    ask("discriminatorLoss", `${kind} ${id}`, kind === "real" ? [[logit], [0]] : [[0], [logit]]);
  return [
    ask("discriminatorLoss", "even", [[0], [0]]),
    ...kinds.flatMap((kind) => [
      ...axisOf(bets).map((logit, k) => single(kind, `axis ${k}`, logit)),
      ...logitsOf(bets, kind).map((logit, k) => single(kind, `sample ${k}`, logit)),
    ]),
  ];
}

/** The cost of one sample alone: half of what the two logits 0 cost together is taken off for its opposite. */
export function costOf(functions: Functions, kind: Kind, id: string): number {
  const both = functions.get("discriminatorLoss", `${kind} ${id}`) ?? NaN;
  return both - (functions.get("discriminatorLoss", "even") ?? NaN) / 2;
}
