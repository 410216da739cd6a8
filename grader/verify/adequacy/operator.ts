import ts from "typescript";

/** One kind of small change. It never looks at an exercise: what it offers depends on the syntax alone. */
export interface Operator {
  readonly id: string;
  /** Every text that may stand in the node's place; none where the operator does not apply. */
  readonly replace: (node: ts.Node) => readonly string[];
}

/** The node's own text, in brackets: it may stand anywhere in an expression. */
export function bracketed(node: ts.Node): string {
  return `(${node.getText()})`;
}

/** The node's text with the text of some nodes inside it exchanged. */
export function withReplaced(
  node: ts.Node,
  changes: readonly (readonly [inner: ts.Node, text: string])[],
): string {
  const start = node.getStart();
  let text = node.getText();
  for (const [inner, replacement] of changes.toSorted(([a], [b]) => b.getStart() - a.getStart()))
    text = text.slice(0, inner.getStart() - start) + replacement + text.slice(inner.getEnd() - start);
  return text;
}

/** Whether the node is `Math.<name>(...)`; gives the name. */
export function mathCall(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression, name } = node.expression;
  return ts.isIdentifier(expression) && expression.text === "Math" ? name.text : null;
}

/** The method of `receiver.method(...)`, with its receiver. */
export function methodCall(
  node: ts.Node,
): { readonly name: string; readonly receiver: ts.Expression; readonly call: ts.CallExpression } | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression, name } = node.expression;
  if (ts.isIdentifier(expression) && /^(Math|Array|Object|Number)$/.test(expression.text)) return null;
  return { name: name.text, receiver: expression, call: node };
}

/** Names that count positions where the node stands: of loops, of callbacks' later arguments and of entries(). */
export function indexNames(node: ts.Node): readonly string[] {
  const names: string[] = [];
  for (let here: ts.Node = node; !ts.isSourceFile(here); here = here.parent) {
    if (ts.isForStatement(here) && here.initializer && ts.isVariableDeclarationList(here.initializer))
      names.push(...here.initializer.declarations.map((one) => one.name.getText()));
    if (ts.isForOfStatement(here) && ts.isVariableDeclarationList(here.initializer))
      names.push(...firstOfEntries(here, here.initializer));
    if (ts.isArrowFunction(here) && ts.isCallExpression(here.parent))
      names.push(...here.parameters.slice(1).map((one) => one.name.getText()));
  }
  return [...new Set(names)].filter((name) => /^\w+$/.test(name) && !/^_/.test(name));
}

function firstOfEntries(loop: ts.ForOfStatement, list: ts.VariableDeclarationList): readonly string[] {
  const pattern = list.declarations[0]?.name;
  if (!loop.expression.getText().endsWith(".entries()") || !pattern || !ts.isArrayBindingPattern(pattern))
    return [];
  return pattern.elements.slice(0, 1).map((one) => one.getText());
}

/** Whether an identifier is read here: not declared, not a field's name, not assigned to. */
export function isRead(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isBinaryExpression(parent)) return !(parent.left === node && isAssignment(parent));
  if (ts.isCallExpression(parent)) return parent.expression !== node;
  if (ts.isArrowFunction(parent)) return parent.body === node;
  if (ts.isVariableDeclaration(parent)) return parent.initializer === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return (
    ts.isElementAccessExpression(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    (ts.isForOfStatement(parent) && parent.expression === node)
  );
}

function isAssignment({ operatorToken }: ts.BinaryExpression): boolean {
  return (
    operatorToken.kind >= ts.SyntaxKind.FirstAssignment && operatorToken.kind <= ts.SyntaxKind.LastAssignment
  );
}
