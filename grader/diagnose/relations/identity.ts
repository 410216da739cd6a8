import { areEqual } from "#compare/relations.ts";
import { numbersIn } from "#compare/numbers.ts";
import type { Finder, Pair } from "./pair.ts";

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

/**
 * Every case has a NaN or an infinity that the right answer has not; or every case from one on, extreme ones too, the smaller
 * ones before it being free of them. It is named only where one and the same is in all of them.
 */
export const notFinite: Finder = ({ pairs, extremes }) => {
  const found = pairs.map(strangersIn);
  const first = found.findIndex(isSome);
  if (first < 0 || !found.slice(first).every(isSome)) return null;
  const [shared] = found.slice(first).reduce((all, own) => all.filter((name) => own.includes(name)));
  const what = shared === undefined ? "not-finite-mixed" : "not-finite";
  const values = shared === undefined ? {} : { value: shared };
  if (first === 0) return { key: `relation.${what}`, values };
  if (first === found.length - 1) return null; // one case at the end is no tendency
  if (!extremes.map(strangersIn).every(isSome)) return null;
  return { key: `relation.${what}-from`, values: { ...values, case: pairs[first]?.caseId ?? "" } };
};

function strangersIn({ right, got }: Pair): readonly string[] {
  const due = new Set(numbersIn(right));
  const strange = numbersIn(got).filter((value) => !Number.isFinite(value) && !due.has(value));
  return [...new Set(strange.map(String))];
}

function isSome(found: readonly string[]): boolean {
  return found.length > 0;
}
