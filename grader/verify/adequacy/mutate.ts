import { createHash } from "node:crypto";
import ts from "typescript";
import {
  arithmetic,
  droppedFactor,
  droppedTerm,
  exchangedOperands,
  nearMiss,
} from "./operators/arithmetic.ts";
import { droppedCall, exchangedArguments, otherMethod, rows } from "./operators/calls.ts";
import { comparison, condition, connective } from "./operators/comparison.ts";
import { constants, mathFunctions, namedConstants, sign } from "./operators/constants.ts";
import { length, neighbour, otherIndex } from "./operators/indices.ts";
import { arrays, records } from "./operators/literals.ts";
import { loops } from "./operators/loops.ts";
import { changedArgument, keptAnswer } from "./operators/purity.ts";
import { distortedResult, droppedBranch, droppedStatement, otherResult } from "./operators/statements.ts";
import { otherField, otherVariable } from "./operators/variables.ts";
import type { Operator } from "./operator.ts";

const operators: readonly Operator[] = [
  ...[arithmetic, exchangedOperands, droppedTerm, droppedFactor, nearMiss],
  ...[comparison, condition, connective],
  ...[constants, namedConstants, mathFunctions, sign],
  ...[neighbour, otherIndex, length, loops],
  ...[exchangedArguments, droppedCall, otherMethod, rows],
  ...[arrays, records, droppedStatement, droppedBranch, otherResult, distortedResult],
  ...[otherVariable, otherField, changedArgument, keptAnswer],
];

/** A solution with one small change. */
export interface Mutant {
  /** `<function>:<operator>:<line>:<column>[:n]` of the place that is changed; n where there are several. */
  readonly id: string;
  readonly source: string;
}

/**
 * Every mutant of a solution, each text once, in the order of the places that they change. What the starter gives, word for
 * word, nobody has written: it stays as it is.
 */
export function mutantsOf(source: string, starter = ""): readonly Mutant[] {
  const file = parse(source);
  const given = new Set(parse(starter).statements.map((statement) => statement.getText()));
  const mutants: Mutant[] = [];
  const known = new Set([source]);
  const see = (node: ts.Node): void => {
    for (const operator of operators) {
      for (const text of operator.replace(node)) {
        const changed = source.slice(0, node.getStart()) + text + source.slice(node.getEnd());
        if (known.has(changed) || !parses(changed)) continue;
        known.add(changed);
        mutants.push({ id: `${ownerOf(node)}:${operator.id}:${placeOf(node)}`, source: changed });
      }
    }
  };
  visit(file, see, (statement) => given.has(statement.getText()));
  return numbered(mutants);
}

function parse(source: string): ts.SourceFile {
  return ts.createSourceFile("solution.ts", source, ts.ScriptTarget.Latest, true);
}

function numbered(mutants: readonly Mutant[]): readonly Mutant[] {
  const alike = Map.groupBy(mutants, (one) => one.id);
  return mutants.map((one) => {
    const group = alike.get(one.id) ?? [];
    return group.length === 1 ? one : { ...one, id: `${one.id}:${group.indexOf(one) + 1}` };
  });
}

/** A fixed choice that depends on each mutant alone, so that it stays when others come and go. */
export function sampleOf(mutants: readonly Mutant[], count: number): readonly Mutant[] {
  const rank = (one: Mutant): string => createHash("sha256").update(one.id).update(one.source).digest("hex");
  return mutants
    .map((mutant) => ({ mutant, rank: rank(mutant) }))
    .toSorted((a, b) => a.rank.localeCompare(b.rank))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

function visit(node: ts.Node, see: (node: ts.Node) => void, isGiven: (child: ts.Node) => boolean): void {
  node.forEachChild((child) => {
    if (ts.isTypeNode(child) || ts.isInterfaceDeclaration(child) || ts.isTypeAliasDeclaration(child)) return;
    if (ts.isSourceFile(node) && isGiven(child)) return;
    see(child);
    visit(child, see, isGiven);
  });
}

/** The declaration at the top level that the node lies in. */
function ownerOf(node: ts.Node): string {
  let top = node;
  while (!ts.isSourceFile(top.parent)) top = top.parent;
  if (ts.isFunctionDeclaration(top)) return top.name?.text ?? "module";
  return ts.isVariableStatement(top)
    ? (top.declarationList.declarations[0]?.name.getText() ?? "module")
    : "module";
}

function placeOf(node: ts.Node): string {
  const { line, character } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
  return `${line + 1}:${character + 1}`;
}

/** A change that is no program any more would be killed without having said anything. */
function parses(source: string): boolean {
  // the parser keeps what it found in the file; asking a program for the same costs twenty times as much, thousands of times
  const { parseDiagnostics } = parse(source) as unknown as { readonly parseDiagnostics: readonly unknown[] };
  return parseDiagnostics.length === 0;
}
