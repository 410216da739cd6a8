import type TypeScript from "typescript";

/** The compiler, handed in: it is loaded only where there is something to locate. */
export type Compiler = typeof TypeScript;

/** What the holes of a pattern stand for. */
export type Holes = ReadonlyMap<string, string>;

/**
 * Whether a node of a student's file is what the pattern says. A pattern is an expression in which `$name` stands for any
 * expression, the same one wherever the name comes again, and `$_` for any at all. Brackets and type assertions do not
 * count, and the two sides of + and * may be exchanged. Returns what the holes stand for, or null.
 */
export function matchPattern(
  ts: Compiler,
  pattern: TypeScript.Node,
  node: TypeScript.Node,
  holes: Holes = new Map(),
): Holes | null {
  const [wanted, found] = [bare(ts, pattern), bare(ts, node)];
  if (ts.isIdentifier(wanted) && wanted.text.startsWith("$")) return fill(ts, wanted.text, found, holes);
  if (wanted.kind !== found.kind) return null;
  if (ts.isIdentifier(wanted) || ts.isLiteralExpression(wanted))
    return wanted.text === (found as typeof wanted).text ? holes : null;
  if (ts.isPrefixUnaryExpression(wanted) && wanted.operator !== (found as typeof wanted).operator)
    return null;
  const [own, others] = [partsOf(ts, wanted), partsOf(ts, found)];
  const straight = matchAll(ts, own, others, holes);
  return straight ?? (isCommutative(ts, wanted) ? matchAll(ts, own, others.toReversed(), holes) : null);
}

function matchAll(
  ts: Compiler,
  patterns: readonly TypeScript.Node[],
  nodes: readonly TypeScript.Node[],
  holes: Holes,
): Holes | null {
  if (patterns.length !== nodes.length) return null;
  return patterns.reduce<Holes | null>((known, pattern, index) => {
    const node = nodes[index];
    return known === null || node === undefined ? null : matchPattern(ts, pattern, node, known);
  }, holes);
}

function fill(ts: Compiler, name: string, node: TypeScript.Node, holes: Holes): Holes | null {
  if (!ts.isExpression(node)) return null;
  if (name === "$_") return holes;
  const text = node.getText().replaceAll(/\s+/g, " ");
  const known = holes.get(name);
  if (known === undefined) return new Map([...holes, [name, text]]);
  return known === text ? holes : null;
}

function bare(ts: Compiler, node: TypeScript.Node): TypeScript.Node {
  let inner = node;
  while (ts.isParenthesizedExpression(inner) || ts.isAsExpression(inner) || ts.isNonNullExpression(inner))
    inner = inner.expression;
  return inner;
}

function partsOf(ts: Compiler, node: TypeScript.Node): readonly TypeScript.Node[] {
  const parts: TypeScript.Node[] = [];
  ts.forEachChild(node, (child) => {
    parts.push(child);
  });
  return parts;
}

function isCommutative(ts: Compiler, node: TypeScript.Node): boolean {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.AsteriskToken;
}
