import { laws } from "#verify/verifyExercise.ts";
import { describeLaws } from "./laws.ts";

describeLaws(
  "wasm",
  laws.map((law) => law.id),
);
