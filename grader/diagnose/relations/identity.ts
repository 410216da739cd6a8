import { areEqual } from "#compare/relations.ts";
import { numbersIn } from "#compare/numbers.ts";
import type { Finder } from "./pair.ts";

/** The result is one of the arguments, as it came in. */
export const anInput: Finder = ({ spec, pairs }) => {
  const found = spec.parameters.find((_, index) =>
    pairs.every(({ args, got }) => areEqual(args[index], got)),
  );
  return found === undefined ? null : { key: "relation.input", values: { name: found.name } };
};

/** The result is the right answer of another function. */
export const anotherAnswer: Finder = ({ pairs, others }) => {
  const found = Object.entries(others).find(([, answers]) =>
    pairs.every(({ got }, index) => {
      const answer = answers[index];
      return answer !== undefined && areEqual(answer, got);
    }),
  );
  return found === undefined ? null : { key: "relation.other", values: { name: found[0] } };
};

/** Every case has a NaN or an infinity somewhere. */
export const notFinite: Finder = ({ pairs }) => {
  const bad = pairs.map(({ got }) => numbersIn(got).find((value) => !Number.isFinite(value)));
  if (bad.length === 0 || bad.some((value) => value === undefined)) return null;
  return { key: "relation.not-finite", values: { value: String(bad[0]) } };
};
