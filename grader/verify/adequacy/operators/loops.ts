import ts from "typescript";
import { withReplaced, type Operator } from "../operator.ts";

/** A loop leaves out its first or last round, runs one more, stops after the first, goes backwards or takes two steps. */
export const loops: Operator = {
  id: "loop",
  replace: (node) => {
    if (ts.isForOfStatement(node)) return [...otherRounds(node), onlyFirst(node, node.statement)];
    if (ts.isForStatement(node)) return [...otherBounds(node), onlyFirst(node, node.statement)];
    return [];
  },
};

function otherRounds(loop: ts.ForOfStatement): readonly string[] {
  const all = `[...${loop.expression.getText()}]`;
  const others = [
    `${all}.slice(1)`,
    `${all}.slice(0, -1)`,
    `${all}.reverse()`,
    `[...${all}, ...${all}.slice(-1)]`,
  ];
  return others.map((text) => withReplaced(loop, [[loop.expression, text]]));
}

function otherBounds(loop: ts.ForStatement): readonly string[] {
  const { condition, incrementor, initializer } = loop;
  const texts: string[] = [];
  if (condition && ts.isBinaryExpression(condition))
    for (const change of ["+ 1", "- 1"])
      texts.push(withReplaced(loop, [[condition.right, `(${condition.right.getText()}) ${change}`]]));
  if (initializer && ts.isVariableDeclarationList(initializer)) {
    const start = initializer.declarations[0]?.initializer;
    if (start)
      for (const change of ["+ 1", "- 1"])
        texts.push(withReplaced(loop, [[start, `(${start.getText()}) ${change}`]]));
  }
  if (incrementor && ts.isPostfixUnaryExpression(incrementor)) {
    const step = incrementor.operator === ts.SyntaxKind.PlusPlusToken ? "+= 2" : "-= 2";
    texts.push(withReplaced(loop, [[incrementor, `${incrementor.operand.getText()} ${step}`]]));
  }
  return texts;
}

function onlyFirst(loop: ts.Node, body: ts.Statement): string {
  const inside = ts.isBlock(body) ? body.getText().slice(1, -1) : body.getText();
  return withReplaced(loop, [[body, `{ ${inside} break; }`]]);
}
