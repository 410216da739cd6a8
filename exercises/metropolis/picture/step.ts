import type { Call, Key, Player, Scene } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { landscape } from "./landscape.ts";
import { whose } from "./players.ts";
import { acceptanceNow, proposalNow, rule, ruleCalls } from "./rule.ts";
import { isState, nameOf } from "./spins.ts";
import { most, type Drawing, type Functions, type State } from "./state.ts";
import { rejections, trace, visits } from "./trace.ts";
import { flipCalls, prefixCalls, stepTrail } from "./walks.ts";

export function stepCalls(state: State, known: Functions, player: Player): readonly Call<typeof Starter>[] {
  return [...(player === "reference" ? flipCalls(state) : prefixCalls(state)), ...ruleCalls(state, known)];
}

/** One step after the other: what is proposed, what is accepted, where the chain has been. */
export function step(shown: Drawing): Scene {
  const { steps } = shown.state;
  return {
    panels: [landscape(shown), rule(shown), visits(shown), trace(shown)],
    keys,
    says: sentences(shown),
    progress: {
      value: steps,
      of: most.steps,
      text: words(`step ${steps} of ${most.steps}`, `${most.steps} ステップ中 ${steps}`),
      stepMs: 450,
    },
  };
}

const keys: readonly Key[] = [
  whose.student,
  whose.reference,
  whose.misconception,
  whose.accepted,
  whose.rejected,
  { ink: "accent", mark: "dotted", text: words("the last uniform number", "最後の一様乱数") },
];

function sentences(shown: Drawing): Scene["says"] {
  return [...aboutLast(shown), ...aboutPath(shown)];
}

function aboutLast(shown: Drawing): Scene["says"] {
  const { state, student } = shown;
  const now = proposalNow(state, student);
  if (now === null) return [words("The chain has not made a step yet.", "連鎖はまだ一歩も進んでいない。")];
  const [own, right] = (["student", "reference"] as const).map((player) =>
    short(acceptanceNow(shown, player, now)),
  );
  const { steps } = state;
  const [from, to, u] = [nameOf(now.from), nameOf(now.to), short(now.u)];
  return [
    words(
      `Step ${steps}: from ${from}, ${to} is proposed. Your acceptance is ${own}, the right one ${right}, u is ${u}.`,
      `ステップ ${steps}: ${from} から ${to} が提案される。自分の受理確率は ${own}、正しい値は ${right}、u は ${u} である。`,
    ),
  ];
}

function aboutPath(shown: Drawing): Scene["says"] {
  const { state } = shown;
  const [own, right] = [stepTrail(shown, "student"), stepTrail(shown, "reference")];
  if (own.length === 0) return [];
  const count = rejections(own).length;
  const apart = right.findIndex((run, s) => own[s]?.last !== run?.last);
  const here = own.at(-1)?.last;
  const where = isState(here, state) ? nameOf(here) : "–";
  return [
    words(
      `After ${state.steps} steps your chain is at ${where}. Rejections so far: ${count}.`,
      `${state.steps} ステップ後、自分の連鎖は ${where} にいる。棄却された提案は ${count} 個である。`,
    ),
    ...(right.length === 0
      ? []
      : [
          apart < 0
            ? words("It has gone the right way so far.", "ここまでは正しい連鎖と同じ道を通っている。")
            : words(`It left the right way at step ${apart}.`, `ステップ ${apart} で正しい連鎖と別れた。`),
        ]),
  ];
}
