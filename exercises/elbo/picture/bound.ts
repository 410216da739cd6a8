import type { Scene } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { joints, type BoundState, change, holding, qAt, jointOf, nameOf } from "./bound/state.ts";
import { distribution } from "./bound/distribution.ts";
import { type Bound, stack, terms, termNames } from "./bound/stack.ts";
import { sweep, line } from "./bound/line.ts";
import { agree, ask, judged, keys, type Drawing, type View } from "./players.ts";

export const bound: View<BoundState> = {
  start: { seen: "a", ...holding([0.46, 0.03, 0.3, 0.06, 0.15], 2) },
  change,
  controls: ({ seen, held, share }) => [
    {
      control: "choice",
      id: "seen",
      label: words("image seen", "観測した画像"),
      options: Object.keys(joints).map((value) => ({ value, label: words(`x = ${value}`, `x = ${value}`) })),
      value: seen,
    },
    { control: "button", id: "posterior", label: words("q = posterior", "q を事後分布にする") },
    { control: "button", id: "uniform", label: words("q = uniform", "q を一様分布にする") },
    {
      control: "button",
      id: "zero",
      label: words(`q(${nameOf(held)}) = 0`, `q(${nameOf(held)}) を 0 にする`),
      disabled: share === 0,
    },
  ],
  calls: (state) => [
    ask("lowerBound", "", [jointOf(state), qAt(state, state.share)]),
    ...sweep.map((share, index) => ask("lowerBound", `${index}`, [jointOf(state), qAt(state, share)])),
  ],
  scene: (shown) => ({
    panels: [distribution(shown), stack(shown), line(shown)],
    keys: [
      { ink: "accent", mark: "area", text: words("q(z), yours to move", "自由に動かせる q(z)") },
      { ink: "data", mark: "line", text: words("posterior p(z | x)", "事後分布 p(z | x)") },
      { ink: "muted", mark: "area", text: words("joint p(x, z)", "同時確率 p(x, z)") },
      keys.student,
      keys.reference,
      keys.misconception,
    ],
    says: sentences(shown),
  }),
};

function sentences({ state, student, reference }: Drawing<BoundState>): Scene["says"] {
  const [own, right] = [student.get("lowerBound", ""), reference.get("lowerBound", "")];
  const now = `q(${nameOf(state.held)}) = ${short(state.share)}`;
  const said = (one: Bound | undefined): string =>
    terms.map((term) => `${termNames[term]} = ${short(one?.[term])}`).join(", ");
  const sum = own === undefined ? undefined : own.elbo + own.gap;
  return [
    judged({
      right: words(`${now}. Right: ${said(right)}.`, `${now}。正しい値: ${said(right)}。`),
      own: terms.map((term) => own?.[term]),
      theirs: terms.map((term) => right?.[term]),
      said: said(own),
    }),
    ...(!Number.isFinite(sum) || agree(sum, own?.logEvidence)
      ? []
      : [
          words(
            `Your ELBO + gap is ${short(sum)}, which is not your log p(x).`,
            `自分の ELBO + gap は ${short(sum)} で、自分の log p(x) と一致しない。`,
          ),
        ]),
  ];
}
