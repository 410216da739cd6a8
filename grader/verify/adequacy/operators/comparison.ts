import ts from "typescript";
import { bracketed, type Operator } from "../operator.ts";

const others: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">", ">="],
  "<=": ["<", ">", ">="],
  ">": [">=", "<", "<="],
  ">=": [">", "<", "<="],
  "===": ["!=="],
  "!==": ["==="],
};

/** a < b becomes a <= b, a > b, a >= b. */
export const comparison: Operator = {
  id: "comparison",
  replace: (node) => {
    if (!ts.isBinaryExpression(node)) return [];
    const swaps = others[node.operatorToken.getText()] ?? [];
    return swaps.map((other) => `(${node.left.getText()} ${other} ${node.right.getText()})`);
  },
};

/** A condition is negated, always true, always false. */
export const condition: Operator = {
  id: "condition",
  replace: (node) => (isCondition(node) ? [`!${bracketed(node)}`, "true", "false"] : []),
};

/** a && b becomes a || b, a, b; of a ?? b one side is left. */
export const connective: Operator = {
  id: "connective",
  replace: (node) => {
    if (!ts.isBinaryExpression(node)) return [];
    const [left, right] = [bracketed(node.left), bracketed(node.right)];
    switch (node.operatorToken.getText()) {
      case "&&":
        return [`(${left} || ${right})`, left, right];
      case "||":
        return [`(${left} && ${right})`, left, right];
      case "??":
        return [left, right];
      default:
        return [];
    }
  },
};

function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  );
}
