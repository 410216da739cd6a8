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

/** Every case has a NaN or an infinity somewhere; or every case from one on, the smaller ones before it being free of them. */
export const notFinite: Finder = ({ pairs }) => {
  const bad = pairs.map(({ got }) => numbersIn(got).find((value) => !Number.isFinite(value)));
  const first = bad.findIndex((value) => value !== undefined);
  if (first < 0 || bad.slice(first).some((value) => value === undefined)) return null;
  const value = String(bad[first]);
  if (first === bad.length - 1 && first > 0) return null; // one case at the end is no tendency
  if (first === 0) return { key: "relation.not-finite", values: { value } };
  return { key: "relation.not-finite-from", values: { value, case: pairs[first]?.caseId ?? "" } };
};
