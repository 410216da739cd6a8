import type { ReferenceBatch, References } from "#contract/backend.ts";
import type { Arguments, Value } from "#contract/values.ts";
import type { Oracle } from "#engine/ports.ts";

/** The reference as something to ask about single inputs. Those of one shape are one launch on the device. */
export function oracleOf(references: () => Promise<References>): Oracle {
  return {
    answers: async ({ referencePath }, name, argumentLists) => {
      const groups = [...Map.groupBy(argumentLists.keys(), (at) => shapeOf(argumentLists[at])).values()];
      const batches = groups.map((group): ReferenceBatch => ({
        function: name,
        instances: group.map((at) => argumentLists[at] ?? []),
      }));
      const replies = await (await references()).compute(referencePath, batches);
      const answers: Value[] = [];
      groups.forEach((group, index) => {
        group.forEach((at, place) => (answers[at] = replies[index]?.[place]));
      });
      return answers;
    },
    steps: async ({ referencePath }, name, args) => {
      const batch: ReferenceBatch = { function: name, instances: [args], steps: true };
      const [reply] = await (await references()).compute(referencePath, [batch]);
      return (reply?.[0] ?? {}) as Readonly<Record<string, Value>>;
    },
  };
}

/** Everything but the numbers. */
function shapeOf(args: Arguments | undefined): string {
  return JSON.stringify(args, (_, value: unknown) => (typeof value === "number" ? 0 : value));
}
