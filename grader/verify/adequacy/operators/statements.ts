import ts from "typescript";
import { type Operator } from "../operator.ts";

/** A step, a guard or a whole loop is left out. */
export const droppedStatement: Operator = {
  id: "dropped-statement",
  replace: (node) =>
    ts.isExpressionStatement(node) ||
    ts.isIfStatement(node) ||
    ts.isForStatement(node) ||
    ts.isForOfStatement(node) ||
    ts.isContinueStatement(node) ||
    ts.isThrowStatement(node)
      ? [";"]
      : [],
};

/** Of c ? a : b one side is left. */
export const droppedBranch: Operator = {
  id: "dropped-branch",
  replace: (node) =>
    ts.isConditionalExpression(node) ? [`(${node.whenTrue.getText()})`, `(${node.whenFalse.getText()})`] : [],
};

/** What is returned: nothing, zero, an empty array. */
export const otherResult: Operator = {
  id: "other-result",
  replace: (node) =>
    ts.isReturnStatement(node) && node.expression ? ["return;", "return 0;", "return [];"] : [],
};

/** What is returned as a number, nearly right: its size, cut off at 0 or 1, rounded, a little too large, a little off. */
export const distortedResult: Operator = {
  id: "distorted-result",
  replace: (node) => {
    const { parent } = node;
    if (!ts.isReturnStatement(parent) || !ts.isFunctionDeclaration(parent.parent.parent)) return [];
    if (parent.parent.parent.type?.getText() !== "number") return [];
    const value = `(${node.getText()})`;
    return [
      `Math.abs(${value})`,
      `Math.max(0, ${value})`,
      `Math.min(1, ${value})`,
      `(Math.round(1000 * ${value}) / 1000)`,
      `(1.001 * ${value})`,
      `(${value} + 0.001)`,
    ];
  },
};
