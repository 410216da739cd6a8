import ts from "typescript";
import { withReplaced, type Operator } from "../operator.ts";
import { neighbours } from "./calls.ts";

/** [a, b] becomes [b, a], [a], [b]; a copy [...a] becomes a itself. */
export const arrays: Operator = {
  id: "array",
  replace: (node) => {
    if (!ts.isArrayLiteralExpression(node)) return [];
    const texts = node.elements.map((one) => one.getText());
    const [only] = node.elements;
    const copied = texts.length === 1 && only !== undefined && ts.isSpreadElement(only);
    return [
      ...neighbours(node.elements).map(([left, right]) => exchanged(node, left, right)),
      ...texts.map((_, index) => `[${texts.toSpliced(index, 1).join(", ")}]`),
      ...(copied ? [`(${only.expression.getText()})`] : []),
    ];
  },
};

/** { a: x, b: y } becomes { a: y, b: x } and { b: y }. */
export const records: Operator = {
  id: "record",
  replace: (node) => {
    if (!ts.isObjectLiteralExpression(node)) return [];
    const texts = node.properties.map((one) => one.getText());
    const dropped = texts.map((_, index) => `({ ${texts.toSpliced(index, 1).join(", ")} })`);
    const swapped = neighbours(node.properties).flatMap(([left, right]) => {
      const [first, second] = [valueOf(left), valueOf(right)];
      if (first === null || second === null) return [];
      const [one, other] = [left.name?.getText() ?? "", right.name?.getText() ?? ""];
      return [
        withReplaced(node, [
          [left, `${one}: ${second}`],
          [right, `${other}: ${first}`],
        ]),
      ];
    });
    return [...swapped.map((text) => `(${text})`), ...dropped];
  },
};

function exchanged(node: ts.Node, left: ts.Node, right: ts.Node): string {
  return withReplaced(node, [
    [left, right.getText()],
    [right, left.getText()],
  ]);
}

function valueOf(property: ts.ObjectLiteralElementLike): string | null {
  if (ts.isShorthandPropertyAssignment(property)) return property.name.text;
  return ts.isPropertyAssignment(property) ? property.initializer.getText() : null;
}
