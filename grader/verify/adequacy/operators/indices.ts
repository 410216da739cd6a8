import ts from "typescript";
import { bracketed, indexNames, isRead, type Operator } from "../operator.ts";

/** a[i] becomes its neighbours and the first entry. */
export const neighbour: Operator = {
  id: "neighbour",
  replace: (node) => {
    if (!isIndex(node)) return [];
    const index = bracketed(node);
    return [`(${index} + 1)`, `(${index} - 1)`, "0"].filter((text) => text !== node.getText());
  },
};

/** An index becomes another one that counts here: a transpose. */
export const otherIndex: Operator = {
  id: "other-index",
  replace: (node) =>
    isIndex(node) && ts.isIdentifier(node) ? indexNames(node).filter((name) => name !== node.text) : [],
};

/** x.length becomes one more, one less, the length of a row. */
export const length: Operator = {
  id: "length",
  replace: (node) => {
    if (!ts.isPropertyAccessExpression(node) || node.name.text !== "length") return [];
    const text = node.getText();
    return [`(${text} + 1)`, `(${text} - 1)`, `(${node.expression.getText()}[0].length ?? 1)`];
  },
};

/** Inside the brackets of an access, or an index that is handed on to a function of the student's own. */
function isIndex(node: ts.Node): node is ts.Expression {
  const { parent } = node;
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node;
  return isRead(node) && indexNames(node).includes(node.text);
}
