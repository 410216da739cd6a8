import { words } from "#sdk/plot.ts";

/** The three ways to the gradient, in the statement's order. */
export const estimators = [
  { name: "pathwiseGradient", title: words("pathwise", "経路微分") },
  { name: "scoreGradient", title: words("score function", "スコア関数") },
  {
    name: "scoreGradientWithBaseline",
    title: words("score function with baseline", "ベースライン付きスコア関数"),
  },
] as const;

export type Estimator = (typeof estimators)[number]["name"];
