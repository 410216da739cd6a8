import ts from "typescript";
import { type Operator } from "../operator.ts";

/** The result is right, and an argument is changed: the first number in an array, or the order of its rows. */
export const changedArgument: Operator = {
  id: "changed-argument",
  replace: (node) => {
    if (!ts.isBlock(node) || !ts.isFunctionDeclaration(node.parent)) return [];
    const declaration = node.parent;
    if (declaration.modifiers?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) !== true) return [];
    const inside = node.getText().slice(1, -1);
    const changeable = declaration.parameters.filter((one) => one.type?.getText() !== "number");
    return changeable.map((one) => `{ try { ${inside} } finally { (${change})(${one.name.getText()}); } }`);
  },
};

/** Adds 1 to the first number inside, however deep it lies. */
const change =
  "function change(v) { for (const k of Object.keys(v ?? {})) { " +
  'if (typeof v[k] === "number") { v[k] += 1; return true; } ' +
  'if (typeof v[k] === "object" && change(v[k])) return true; } return false; }';

/** The first answer is kept and given again on every call that follows. */
export const keptAnswer: Operator = {
  id: "kept-answer",
  replace: (node) => {
    if (!ts.isFunctionDeclaration(node) || node.body === undefined || node.name === undefined) return [];
    const exported = node.modifiers?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) === true;
    if (!exported) return [];
    const name = node.name.text;
    const parameters = node.parameters.map((one) => one.getText()).join(", ");
    return [
      `let kept_${name}; export function ${name}(${parameters}) { return kept_${name} ??= (() => ${node.body.getText()})(); }`,
    ];
  },
};
