import type { Scene } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { curve } from "./critic/curve.ts";
import { estimate } from "./critic/estimate.ts";
import { taught } from "./critic/learner.ts";
import { lessonCalls, lessonOf } from "./critic/lesson.ts";
import { slopeBars } from "./critic/slopeBars.ts";
import { criticChange, criticStart, LAST, type CriticState } from "./critic/state.ts";
import { judged, keys, type Drawing, type Functions, type View } from "./players.ts";

export type { CriticState } from "./critic/state.ts";

export const critic: View<CriticState> = {
  start: criticStart,
  change: criticChange,
  controls: ({ lambda, generator }) => [
    {
      control: "slider",
      id: "lambda",
      label: words("lambda", "lambda"),
      min: 0,
      max: 20,
      step: 0.5,
      value: lambda,
      text: words(lambda.toFixed(1), lambda.toFixed(1)),
    },
    {
      control: "toggle",
      id: "generator",
      label: words("the generator learns too", "生成器も学習する"),
      value: generator,
    },
  ],
  calls: lessonCalls,
  scene: (shown) => ({
    panels: [curve(shown), slopeBars(shown), estimate(shown)],
    keys: [
      keys.real,
      keys.fake,
      keys.student,
      keys.reference,
      { ink: "wrong", mark: "line", text: words("steeper than 1.3", "傾きが 1.3 を超える部分") },
    ],
    says: sentences(shown),
    progress: {
      stepMs: 25,
      value: shown.state.step,
      of: LAST,
      text: words(`step ${shown.state.step} of ${LAST}`, `${LAST} ステップ中 ${shown.state.step}`),
    },
  }),
};

export function criticNext({ state, student, reference }: Drawing<CriticState>): CriticState | null {
  if (state.step >= LAST) return null;
  return {
    ...state,
    step: state.step + 1,
    student: taught(state.student, lessonOf(student, state)),
    reference: taught(state.reference, lessonOf(reference, state)),
  };
}

const asked = ["criticLoss", "gradientPenalty", "generatorLoss", "wasserstein1"] as const;

function sentences({ state, student, reference }: Drawing<CriticState>): Scene["says"] {
  const of = (functions: Functions): (number | undefined)[] => asked.map((name) => functions.get(name, ""));
  const said = (values: readonly (number | undefined)[]): string =>
    asked.map((name, index) => `${name} ${short(values[index])}`).join(", ");
  const [own, right] = [of(student), of(reference)];
  return [
    judged({
      right: words(
        `Step ${state.step}. By the right functions: ${said(right)}.`,
        `${state.step} ステップ目。正しい関数による値: ${said(right)}。`,
      ),
      own,
      theirs: right,
      said: said(own),
    }),
  ];
}
