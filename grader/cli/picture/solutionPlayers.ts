import type { Played, PlayerPort } from "#engine/drawPicture.ts";
import type { Value } from "#contract/values.ts";

type Functions = Readonly<Record<string, (...args: readonly Value[]) => Value>>;

/** The author's own functions, called where they stand: a page that shows the solution needs no sandbox. */
export function solutionPlayers(solution: unknown) {
  const functions = solution as Functions;
  const port: PlayerPort = {
    has: (name) => name in functions,
    play: (name, lists) => Promise.resolve(lists.map((list) => play(functions[name], list))),
  };
  return { student: port, reference: port, misconception: null };
}

function play(called: Functions[string] | undefined, list: readonly Value[]): Played {
  try {
    return { ok: true, value: called?.(...structuredClone(list)) };
  } catch (error) {
    return { ok: false, fault: { kind: "throw", text: String(error) } };
  }
}
