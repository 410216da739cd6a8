import { describeValue } from "#compare/describe.ts";
import { areEqual } from "#compare/relations.ts";
import type { Value } from "#contract/values.ts";
import type { Law } from "../law.ts";

const MINIMUM = 12;

export const cases: Law = {
  id: "cases",
  title: `at least ${MINIMUM} value cases a function, each of one shape for every seed and with other numbers`,
  failures: ({ exercise, draw }) => {
    const [first, second] = [draw("1"), draw("2")];
    const failures = exercise.manifest.functions.flatMap(({ name }) => {
      const drawn = first[name] ?? [];
      const values = drawn.filter((one) => one.case.kind === "value").length;
      const few = values < MINIMUM ? [`${name} has ${values} value cases; it needs ${MINIMUM}`] : [];
      const shapes = drawn.flatMap((one, index) => {
        const other = second[name]?.[index];
        if (other === undefined || shapeOf(one.args) !== shapeOf(other.args))
          return [`${name}, case ${one.case.id}: its shape depends on the seed`];
        return one.case.kind === "value" && areEqual(one.args, other.args)
          ? [`${name}, case ${one.case.id}: its numbers do not depend on the seed`]
          : [];
      });
      return [...few, ...shapes];
    });
    return Promise.resolve(failures);
  },
};

function shapeOf(value: Value): string {
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(shapeOf).join()}]`;
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([key, entry]) => `${key}:${shapeOf(entry)}`)
      .join();
  return typeof value === "string" ? value : describeValue(value);
}
