import ts from "typescript";

/**
 * The tokens of a source by which copies are told: the kinds of its syntax tree in preorder, each subtree closed. What a
 * copyist changes without thinking is left out - names, types, modifiers, brackets without effect, the numbers and texts of
 * literals, `const` for `let` - and what says how it computes stays: operators, calls, loops, the shape of expressions.
 * One character a token. Throws where the source is nested too deeply to be walked.
 */
export function tokensOf(source: string): string {
  const file = ts.createSourceFile("submission.ts", source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const tokens: number[] = [];
  walk(file, tokens);
  return String.fromCharCode(...tokens.slice(0, maxTokens).map((kind) => kind + firstCharacter));
}

/** No honest submission comes near; the rest of a longer one is not looked at. */
const maxTokens = 20_000;
/** Kinds are small numbers; as letters beyond ASCII they can be joined and read back one by one. */
const firstCharacter = 0x4e00;
const closed = ts.SyntaxKind.Count;

function walk(node: ts.Node, tokens: number[]): void {
  if (tokens.length >= maxTokens || isDropped(node)) return;
  if (isTransparent(node)) {
    ts.forEachChild(node, (child) => {
      walk(child, tokens);
    });
    return;
  }
  tokens.push(kindOf(node));
  const before = tokens.length;
  ts.forEachChild(node, (child) => {
    walk(child, tokens);
  });
  if (tokens.length > before) tokens.push(closed);
}

function isDropped(node: ts.Node): boolean {
  return ts.isIdentifier(node) || ts.isTypeNode(node) || ts.isModifier(node) || isTypeDeclaration(node);
}

function isTypeDeclaration(node: ts.Node): boolean {
  return (
    ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isTypeParameterDeclaration(node)
  );
}

/** Written or left out, these change nothing: their parts are what counts. */
function isTransparent(node: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isBlock(node) ||
    ts.isVariableDeclarationList(node) ||
    ts.isSourceFile(node)
  );
}

/** A prefix or postfix operator is a field of its node and not a node; every other operator is. */
function kindOf(node: ts.Node): number {
  if (ts.isPrefixUnaryExpression(node)) return closed + node.operator;
  if (ts.isPostfixUnaryExpression(node)) return 2 * closed + node.operator;
  if (ts.isStringLiteralLike(node)) return ts.SyntaxKind.StringLiteral;
  return node.kind;
}
