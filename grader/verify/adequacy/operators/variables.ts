import ts from "typescript";
import { isRead, type Operator } from "../operator.ts";

/** A variable becomes another one that was declared beside it as the same type: mu for s2, x0 for zt. */
export const otherVariable: Operator = {
  id: "other-variable",
  replace: (node) => (isRead(node) ? besides(node) : []),
};

/** value.field becomes value.otherField, where the other is read of the same value elsewhere in the file. */
export const otherField: Operator = {
  id: "other-field",
  replace: (node) => {
    if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return [];
    const { expression, name } = node;
    if (/^(Math|Number|Array)$/.test(expression.text) || ts.isCallExpression(node.parent)) return [];
    const read = new RegExp(`\\b${expression.text}\\.(\\w+)\\b(?!\\()`, "g");
    const fields = [...node.getSourceFile().text.matchAll(read)].map((match) => match[1] ?? "");
    const others = new Set(fields.filter((field) => field !== name.text && field !== "length"));
    return [...others].map((field) => `${expression.text}.${field}`);
  },
};

function besides(node: ts.Identifier): readonly string[] {
  for (let here: ts.Node = node.parent; !ts.isSourceFile(here); here = here.parent) {
    if (!ts.isFunctionLike(here)) continue;
    const groups = here.parameters.flatMap((one) => bindings(one.name));
    const parameters = here.parameters.filter((one) => ts.isIdentifier(one.name));
    const own = parameters.find((one) => one.name.getText() === node.text);
    if (own?.type !== undefined) {
      const type = own.type.getText();
      return parameters
        .filter((one) => one !== own && one.type?.getText() === type)
        .map((one) => one.name.getText());
    }
    const pattern = groups.find((names) => names.includes(node.text));
    if (pattern !== undefined) return pattern.filter((name) => name !== node.text);
  }
  return [];
}

function bindings(name: ts.BindingName): readonly (readonly string[])[] {
  return ts.isObjectBindingPattern(name) ? [name.elements.map((one) => one.name.getText())] : [];
}
