import ts from "typescript";
import { mathCall, type Operator } from "../operator.ts";

/** Every number becomes its neighbours: 0, 1, 2, 1/2, its negative, the next one, and one that is 0.1 % off. */
export const constants: Operator = {
  id: "constant",
  replace: (node) => {
    if (!ts.isNumericLiteral(node)) return [];
    const value = Number(node.text);
    const near = [0, 1, 2, 0.5, -value, value + 1, value === 0 ? 0.001 : value * 1.001];
    return [...new Set(near)].filter((other) => other !== value).map((other) => `(${other})`);
  },
};

/** Math.PI becomes another number of its kind. */
export const namedConstants: Operator = {
  id: "named-constant",
  replace: (node) => (node.getText() === "Math.PI" ? ["Math.E", "3.14", "(Math.PI / 2)"] : []),
};

const functions: Readonly<Record<string, readonly string[]>> = {
  exp: ["Math.expm1(_)", "Math.log(_)"],
  expm1: ["Math.exp(_)"],
  log: ["Math.log1p(_)", "Math.log2(_)", "Math.log10(_)", "Math.log((_) + 1e-3)"],
  log1p: ["Math.log(_)"],
  sqrt: ["Math.cbrt(_)", "((_) ** 2)"],
  cbrt: ["Math.sqrt(_)"],
  tanh: ["Math.sinh(_)", "Math.atan(_)", "(1 / (1 + Math.exp(-(_))))", "Math.tanh((_) / 2)", "Math.sign(_)"],
  cosh: ["Math.sinh(_)", "Math.exp(_)"],
  sinh: ["Math.cosh(_)", "Math.tanh(_)"],
  floor: ["Math.ceil(_)", "Math.round(_)"],
  ceil: ["Math.floor(_)"],
  round: ["Math.floor(_)"],
};

/** Math.log becomes a function of its family; a call becomes its argument. */
export const mathFunctions: Operator = {
  id: "math-function",
  replace: (node) => {
    const name = mathCall(node);
    if (name === null || !ts.isCallExpression(node)) return [];
    const given = node.arguments.map((one) => `(${one.getText()})`);
    const [argument = ""] = given;
    if (name === "max" || name === "min")
      return [`Math.${name === "max" ? "min" : "max"}(${given.join(", ")})`, ...given];
    return [argument, ...(functions[name] ?? []).map((form) => form.replaceAll("_", argument))];
  },
};

/** -x becomes x; what a formula's function is given and what is returned changes its sign. */
export const sign: Operator = {
  id: "sign",
  replace: (node) => {
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken)
      return [`(${node.operand.getText()})`];
    const { parent } = node;
    const given = mathCall(parent) !== null && ts.isCallExpression(parent) && parent.expression !== node;
    const returned =
      (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node)) &&
      (ts.isBinaryExpression(node) || ts.isIdentifier(node) || ts.isCallExpression(node));
    return given || returned ? [`(-(${node.getText()}))`] : [];
  },
};
