import ts from "typescript";
import { mathCall, methodCall, withReplaced, type Operator } from "../operator.ts";

/** f(a, b, c) becomes f(b, a, c) and f(a, c, b). */
export const exchangedArguments: Operator = {
  id: "exchanged-arguments",
  replace: (node) => {
    if (!ts.isCallExpression(node) || /^(max|min)$/.test(mathCall(node) ?? "")) return [];
    return neighbours(node.arguments).map(([left, right]) =>
      withReplaced(node, [
        [left, right.getText()],
        [right, left.getText()],
      ]),
    );
  },
};

/** A call of the student's own function becomes one of its arguments; its last argument is left out. */
export const droppedCall: Operator = {
  id: "dropped-call",
  replace: (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return [];
    const given = node.arguments.map((one) => `(${one.getText()})`);
    return [...given, `${node.expression.text}(${given.slice(0, -1).join(", ")})`];
  },
};

const siblings: Readonly<Record<string, string>> = {
  push: "unshift",
  unshift: "push",
  some: "every",
  every: "some",
  reduce: "reduceRight",
  reduceRight: "reduce",
  filter: "map",
};

/** push becomes unshift, and so on. */
export const otherMethod: Operator = {
  id: "other-method",
  replace: (node) => {
    const call = methodCall(node);
    const other = call === null ? undefined : siblings[call.name];
    if (call === null || other === undefined || !ts.isPropertyAccessExpression(call.call.expression))
      return [];
    return [withReplaced(node, [[call.call.expression.name, other]])];
  },
};

/** Rows are taken backwards, or the first for all of them; the result is turned round. */
export const rows: Operator = {
  id: "rows",
  replace: (node) => {
    const call = methodCall(node);
    if (call === null || !/^(map|reduce|forEach|flatMap|entries)$/.test(call.name)) return [];
    const receiver = `[...${call.receiver.getText()}]`;
    const turned = call.name === "map" ? [`[...${node.getText()}].reverse()`] : [];
    const given = [`${receiver}.reverse()`, `${receiver}.map((_, __, all) => all[0])`];
    return [...given.map((text) => withReplaced(node, [[call.receiver, text]])), ...turned];
  },
};

export function neighbours<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((item, index) => {
    const next = items[index + 1];
    return next === undefined ? [] : [[item, next] as const];
  });
}
