import ts from "typescript";
import { bracketed, type Operator } from "../operator.ts";

const others: Readonly<Record<string, readonly string[]>> = {
  "+": ["-", "*"],
  "-": ["+"],
  "*": ["/", "+"],
  "/": ["*"],
  "**": ["*"],
  "%": ["*"],
  "+=": ["-=", "="],
  "-=": ["+=", "="],
  "*=": ["/=", "="],
  "/=": ["*=", "="],
};

/** a + b becomes a - b; a sum that is no sum any more. */
export const arithmetic: Operator = {
  id: "arithmetic",
  replace: (node) => {
    if (!ts.isBinaryExpression(node)) return [];
    const { left, operatorToken, right } = node;
    const swaps = others[operatorToken.getText()] ?? [];
    return swaps.map((other) => `(${left.getText()} ${other} ${right.getText()})`);
  },
};

/** a - b becomes b - a, a / b becomes b / a, a ** b becomes b ** a. */
export const exchangedOperands: Operator = {
  id: "exchanged-operands",
  replace: (node) =>
    ts.isBinaryExpression(node) && /^(-|\/|\*\*|%)$/.test(node.operatorToken.getText())
      ? [`(${bracketed(node.right)} ${node.operatorToken.getText()} ${bracketed(node.left)})`]
      : [],
};

/** a - b becomes a, or -b. */
export const droppedTerm: Operator = {
  id: "dropped-term",
  replace: (node) => {
    if (!ts.isBinaryExpression(node) || !/^[+-]$/.test(node.operatorToken.getText())) return [];
    const sign = node.operatorToken.getText() === "-" ? "-" : "";
    return [bracketed(node.left), `(${sign}${bracketed(node.right)})`];
  },
};

/** a / b becomes a, or 1 / b. */
export const droppedFactor: Operator = {
  id: "dropped-factor",
  replace: (node) => {
    if (!ts.isBinaryExpression(node)) return [];
    const token = node.operatorToken.getText();
    if (token === "*" || token === "**") return [bracketed(node.left), bracketed(node.right)];
    return token === "/" ? [bracketed(node.left), `(1 / ${bracketed(node.right)})`] : [];
  },
};

/** x ** 2 becomes |x| and x |x|; a denominator is kept from zero by a small number. */
export const nearMiss: Operator = {
  id: "near-miss",
  replace: (node) => {
    if (!ts.isBinaryExpression(node)) return [];
    const [left, right] = [bracketed(node.left), bracketed(node.right)];
    if (node.operatorToken.getText() === "/") return [`(${left} / (${right} + 1e-3))`];
    const square = node.operatorToken.getText() === "**" && node.right.getText() === "2";
    return square ? [`Math.abs(${left})`, `(${left} * Math.abs(${left}))`] : [];
  },
};
