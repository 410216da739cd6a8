import { mapNumbers } from "#compare/numbers.ts";
import type { References } from "#contract/backend.ts";
import type { Value } from "#contract/values.ts";
import type { Played, PlayerPort } from "./drawPicture.ts";

type Functions = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** An author's functions, called where they stand, on copies: a solution or a slip needs no sandbox. */
export function trustedPlayer(functions: Functions): PlayerPort {
  return {
    has: (name) => functions[name] !== undefined,
    play: (name, lists) => Promise.resolve(lists.map((list) => play(functions[name], list))),
  };
}

function play(called: Functions[string] | undefined, list: readonly Value[]): Played {
  try {
    return {
      ok: true,
      value: called?.(...(mapNumbers(list, (value) => value) as readonly Value[])) as Value,
    };
  } catch (error) {
    return { ok: false, fault: { kind: "throw", text: String(error) } };
  }
}

/** One launch per shape: references take instances of one shape at a time. */
export function referencePlayer(references: References, referencePath: string): PlayerPort {
  return {
    has: () => true,
    play: async (name, lists) => {
      const shapes = new Map<string, number[]>();
      lists.forEach((list, index) => {
        const shape = shapeOf(list);
        shapes.set(shape, [...(shapes.get(shape) ?? []), index]);
      });
      const groups = [...shapes.values()];
      const batches = groups.map((indexes) => ({
        function: name,
        instances: indexes.map((index) => lists[index] ?? []),
      }));
      const answers = await references.compute(referencePath, batches);
      const played: Played[] = lists.map(() => ({ ok: false, fault: { kind: "not-run", text: "" } }));
      groups.forEach((indexes, group) => {
        indexes.forEach((index, at) => {
          played[index] = { ok: true, value: answers[group]?.[at] };
        });
      });
      return played;
    },
  };
}

/** Sizes and choices, without the numbers. */
function shapeOf(value: Value): string {
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(shapeOf).join()}]`;
  if (typeof value !== "object" || value === null) return typeof value === "number" ? "" : String(value);
  return Object.entries(value)
    .map(([field, part]) => `${field}:${shapeOf(part)}`)
    .join();
}
