import type TypeScript from "typescript";
import type { Locator } from "#contract/exercise.ts";
import { matchPattern, type Compiler, type Holes } from "./pattern.ts";

/** An expression in a file. Lines and columns from 1; the end lies just behind its last character. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Located extends Place {
  /** The locator's number. */
  readonly by: number;
  readonly start: number;
  readonly end: number;
  readonly holes: Holes;
}

interface Question {
  readonly source: string;
  readonly function: string;
  /** All graded functions: a slip in another one is not looked for in this one's name. */
  readonly graded: readonly string[];
  readonly locators: readonly Locator[];
}

/**
 * The expression in which a recognised slip was made: the only match of the first locator that has exactly one, in the function
 * itself or in what it calls of the file's own. Null when there is none, or several: a squiggle on the wrong expression
 * would be worse than one on the function's name.
 */
export function locateSlip(ts: Compiler, question: Question): Located | null {
  try {
    return locate(ts, question);
  } catch (error) {
    // a file nested more deeply than the parser's stack: it ran, and yet nobody can read it
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function locate(ts: Compiler, question: Question): Located | null {
  const file = parse(ts, question.source);
  const bodies = bodiesOf(ts, file);
  const own = bodies.get(question.function);
  if (own === undefined) return null;
  const called = helpersOf(ts, question, bodies);
  for (const [by, { match, in: functions }] of question.locators.entries()) {
    if (functions?.includes(question.function) === false) continue;
    const pattern = parsePattern(ts, match);
    const inside = matchesIn(ts, pattern, own);
    const found = inside.length > 0 ? inside : called.flatMap((body) => matchesIn(ts, pattern, body));
    const [only] = found;
    if (found.length === 1 && only !== undefined) return placed(file, by, only);
  }
  return null;
}

/** The expression of a pattern; a pattern that is none is the author's mistake. */
export function parsePattern(ts: Compiler, text: string): TypeScript.Node {
  const file = parse(ts, `(${text})`);
  const [statement, more] = file.statements;
  if (statement === undefined || more !== undefined || !ts.isExpressionStatement(statement))
    throw new SyntaxError(`${text} is not an expression`);
  return statement.expression;
}

function parse(ts: Compiler, source: string): TypeScript.SourceFile {
  return ts.createSourceFile("submission.ts", source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
}

/** The functions that a file declares at its top, by name. */
function bodiesOf(ts: Compiler, file: TypeScript.SourceFile): ReadonlyMap<string, TypeScript.Node> {
  const bodies = new Map<string, TypeScript.Node>();
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
      bodies.set(statement.name.text, statement);
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer !== undefined) bodies.set(name.text, initializer);
  }
  return bodies;
}

/** What a function uses of the file's own, graded functions aside. */
function helpersOf(
  ts: Compiler,
  { function: name, graded }: Question,
  bodies: ReadonlyMap<string, TypeScript.Node>,
): readonly TypeScript.Node[] {
  const reached = new Set([name]);
  for (const each of reached) {
    const visit = (node: TypeScript.Node): void => {
      if (ts.isIdentifier(node) && bodies.has(node.text) && !graded.includes(node.text))
        reached.add(node.text);
      ts.forEachChild(node, visit);
    };
    const body = bodies.get(each);
    if (body !== undefined) visit(body);
  }
  reached.delete(name);
  return [...reached].flatMap((each) => bodies.get(each) ?? []);
}

interface Match {
  readonly node: TypeScript.Node;
  readonly holes: Holes;
}

function matchesIn(ts: Compiler, pattern: TypeScript.Node, body: TypeScript.Node): readonly Match[] {
  const matches: Match[] = [];
  const visit = (node: TypeScript.Node): void => {
    const holes = ts.isExpression(node) && !isBracket(ts, node) ? matchPattern(ts, pattern, node) : null;
    if (holes !== null) matches.push({ node, holes });
    ts.forEachChild(node, visit);
  };
  visit(body);
  return matches;
}

/** Brackets around an expression would be found a second time. */
function isBracket(ts: Compiler, node: TypeScript.Node): boolean {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node);
}

function placed(file: TypeScript.SourceFile, by: number, { node, holes }: Match): Located {
  const [start, end] = [node.getStart(file), node.getEnd()];
  const [from, to] = [file.getLineAndCharacterOfPosition(start), file.getLineAndCharacterOfPosition(end)];
  return {
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
    by,
    start,
    end,
    holes,
  };
}
