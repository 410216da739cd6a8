import { restart, type Player, type Scene, type SceneEvent } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { densities } from "./best/densities.ts";
import { fakeDensity, masses, places, realDensity, shapesChange } from "./best/shapes.ts";
import { LAST, logitsAt, runStart, samplesAt, taught, type Run } from "./learning/learner.ts";
import { answer, losses, residuals, type LearningState } from "./learning/panels.ts";
import { ask, judged, keys, type Drawing, type Functions } from "./players.ts";

/** A discriminator that learns from samples of the densities of the first page. */
export const learning = {
  change: ({ shapes, run }: LearningState, event: SceneEvent): LearningState => {
    if (event.kind === "push" && event.id === restart) return { shapes, run: runStart };
    const moved = shapesChange(shapes, event);
    return moved === shapes ? { shapes, run } : { shapes: moved, run: runStart };
  },
  controls: () => [],
  calls: ({ shapes, run }: LearningState, player: Player) => {
    if (player === "misconception") return [];
    const samples = samplesAt(run.step, shapes);
    const { logits } = run[player];
    const [real, fake] = [logitsAt(logits, samples.real), logitsAt(logits, samples.fake)];
    const [p, q] = [(x: number) => realDensity(shapes, x), (x: number) => fakeDensity(shapes, x)];
    return [
      ask("discriminatorLoss", "", [real, fake]),
      ask("discriminatorGradient", "", [real, fake]),
      ask("optimalDiscriminator", "", [places.map(p), places.map(q)]),
      ask("valueAtOptimum", "", [masses(p), masses(q)]),
    ];
  },
  scene: (shown: Drawing<LearningState>): Scene => ({
    panels: [
      densities(shown.state.shapes, {
        title: words("Where the samples come from", "サンプルの分布"),
        note: words(
          "Press Play. Dragging a top begins anew.",
          "「再生」を押そう。頂点をドラッグすると初めからやり直す。",
        ),
      }),
      residuals(shown),
      answer(shown),
      losses(shown),
    ],
    keys: [keys.real, keys.fake, keys.student, keys.reference],
    says: sentences(shown),
    progress: {
      value: shown.state.run.step,
      of: LAST,
      text: words(`step ${shown.state.run.step} of ${LAST}`, `${LAST} ステップ中 ${shown.state.run.step}`),
    },
  }),
};

export function learningNext({ state, student, reference }: Drawing<LearningState>): Run | null {
  const { shapes, run } = state;
  if (run.step >= LAST) return null;
  const { real, fake } = samplesAt(run.step, shapes);
  const lesson = (functions: Functions) => {
    const gradient = functions.get("discriminatorGradient", "");
    return {
      step: run.step,
      places: [...real, ...fake],
      slopes: gradient === undefined ? [] : [...gradient.real, ...gradient.fake],
      loss: functions.get("discriminatorLoss", ""),
    };
  };
  return {
    step: run.step + 1,
    student: taught(run.student, lesson(student)),
    reference: taught(run.reference, lesson(reference)),
  };
}

function sentences({ state, student, reference }: Drawing<LearningState>): Scene["says"] {
  const of = (functions: Functions): (number | undefined)[] => [
    functions.get("discriminatorLoss", ""),
    functions.get("valueAtOptimum", ""),
  ];
  const said = ([loss, value]: readonly (number | undefined)[]): string =>
    `discriminatorLoss ${short(loss)}, valueAtOptimum ${short(value)}`;
  const [own, right] = [of(student), of(reference)];
  return [
    judged({
      right: words(
        `Step ${state.run.step}. By the right functions: ${said(right)}.`,
        `${state.run.step} ステップ目。正しい関数による値: ${said(right)}。`,
      ),
      own,
      theirs: right,
      said: said(own),
    }),
  ];
}
