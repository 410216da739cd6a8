import { laws } from "#verify/verifyExercise.ts";
import { adequacy } from "./adequacy.ts";
import { describeLaws } from "./laws.ts";

describeLaws(
  "wasm",
  laws.map((law) => law.id),
  [adequacy],
);
