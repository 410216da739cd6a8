import { areEqual, isGradient, isRoot } from "#compare/relations.ts";
import { conforms } from "#compare/conforms.ts";
import { compareValues } from "#compare/values.ts";
import type { Arguments, Value } from "#contract/values.ts";
import { createRng } from "#sdk/random.ts";
import { faultOf, hasRightValue, isRight, ofKind, type CaseOutcome, type Outcome } from "./outcome.ts";
import type { AnyGiven, AnyRelation, Exercise, Seed, StudentFunctions } from "./ports.ts";
import { holds, isFault } from "./student.ts";

interface Context {
  readonly exercise: Exercise;
  readonly seed: Seed;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly student: StudentFunctions;
  /** The same functions, where a result that is not finite is a result. */
  readonly lenientStudent: StudentFunctions;
  readonly isReal: (outcome: Outcome) => Promise<boolean>;
}

/** The student's own wrong functions from which this wrong one follows correctly, or an empty list. */
export async function followsFrom(context: Context, outcome: Outcome): Promise<readonly string[]> {
  if (outcome.exported !== "function") return [];
  if (hasRightValue(outcome)) return followsAtExtremes(context, outcome);
  for (const link of linksOf(context.exercise, outcome.spec.name)) {
    const wrong = link.uses.filter((name) => !isRightIn(context, name, hasRightValue));
    if (wrong.length === 0 || !(await allReal(context, wrong))) continue;
    const cases = ofKind(outcome, "value").filter((one) => link.cases?.includes(one.drawn.case.id) !== false);
    const found = await Promise.all(cases.map((one) => followsOn(context, outcome, { link, one })));
    if (!found.includes("not") && found.includes("plainly")) return wrong;
  }
  return [];
}

/** At least one case must follow plainly: with nothing but finite numbers on either side, and the student's not the right ones. */
type Following = "plainly" | "somehow" | "not";

/**
 * A case follows where the link holds. A case without a finite result follows where the student's own lines give none either:
 * a transpose throws unless it is square, or reads past the end and goes on with NaN.
 */
async function followsOn(
  context: Context,
  outcome: Outcome,
  { link, one }: { readonly link: Link; readonly one: CaseOutcome },
): Promise<Following> {
  if (!hasResult(outcome, one)) return (await link.failsOn(context, one)) ? "somehow" : "not";
  if (await holds(() => link.holdsOn(context, outcome, one))) return isRight(one) ? "somehow" : "plainly";
  const lenient = { ...context, student: context.lenientStudent };
  const follows =
    (await link.failsOn(context, one)) && (await holds(() => link.holdsOn(lenient, outcome, one)));
  return follows ? "somehow" : "not";
}

function hasResult(outcome: Outcome, one: CaseOutcome): boolean {
  return "value" in one.got && conforms(outcome.spec.returns, one.got.value);
}

/**
 * A right value that breaks on extreme inputs only because the line it is made of does: composed of the student's own
 * functions it gives the same NaN, infinity or wrong number.
 */
async function followsAtExtremes(context: Context, outcome: Outcome): Promise<readonly string[]> {
  const given = context.exercise.given[outcome.spec.name];
  const failing = ofKind(outcome, "stability").filter((one) => !isRight(one));
  if (given === undefined || failing.length === 0 || failing.some((one) => faultOf(one) !== null)) return [];
  const wrong = given.uses.filter((name) => !isRightIn(context, name, (used) => used.cases.every(isRight)));
  const link = givenLink(given);
  const lenient = { ...context, student: context.lenientStudent };
  if (wrong.length === 0) return [];
  const found = await Promise.all(failing.map((one) => holds(() => link.holdsOn(lenient, outcome, one))));
  return found.every(Boolean) ? wrong : [];
}

interface Link {
  readonly uses: readonly string[];
  readonly cases: readonly string[] | undefined;
  readonly holdsOn: (context: Context, outcome: Outcome, one: CaseOutcome) => Promise<boolean>;
  /** The student's own lines give nothing on this case either. */
  readonly failsOn: (context: Context, one: CaseOutcome) => Promise<boolean>;
}

function linksOf(exercise: Exercise, name: string): readonly Link[] {
  const given = exercise.given[name];
  const relations = exercise.relations.filter((relation) => relation.function === name);
  return [
    ...(given === undefined ? [] : [givenLink(given)]),
    ...relations.map((relation) => ({
      uses: relation.uses,
      cases: relation.cases,
      holdsOn: (context: Context, _: Outcome, one: CaseOutcome) => relationHolds(relation, context, one),
      failsOn: () => Promise.resolve(false),
    })),
  ];
}

function givenLink(given: AnyGiven): Link {
  return {
    uses: given.uses,
    cases: undefined,
    holdsOn: async ({ student }, { spec, tolerance, scales }, one) => {
      const right = await given.expected(student, ...one.drawn.args);
      return compareValues(spec.returns, right, gotOf(one), { tolerance, scales }) === null;
    },
    failsOn: async ({ student }, one) => isFault(() => given.expected(student, ...one.drawn.args)),
  };
}

async function relationHolds(relation: AnyRelation, context: Context, one: CaseOutcome): Promise<boolean> {
  const args = one.drawn.args;
  // the declared types name each function's arguments; a case's arguments are those of its function
  const own = [...args] as Value[];
  const student = context.student as never;
  switch (relation.kind) {
    case "gradient-of": {
      const rng = createRng(
        `${context.exercise.manifest.id}:${context.seed.value}:directions:${one.drawn.case.id}`,
      );
      return isGradient({
        args,
        gradient: gotOf(one),
        parts: relation.parts(...own),
        objective: (moved: Arguments) => relation.objective(student, ...(moved as Value[])),
        normal: () => rng.normal(),
      });
    }
    case "root-of": {
      const candidate = gotOf(one) as number;
      const distance = relation.distance?.(...own) ?? 0.1 * (Math.abs(candidate) + 1);
      return isRoot(candidate, distance, (at) => relation.residual(student, at, ...own));
    }
    case "equals": {
      const [left, right] = await relation.sides(student, ...own);
      return areEqual(left as Value, right as Value);
    }
  }
}

function gotOf(one: CaseOutcome): Value {
  return "value" in one.got ? one.got.value : undefined;
}

function isRightIn(context: Context, name: string, right: (outcome: Outcome) => boolean): boolean {
  const outcome = context.outcomes.get(name);
  return outcome !== undefined && right(outcome);
}

async function allReal(context: Context, names: readonly string[]): Promise<boolean> {
  for (const name of names) {
    const outcome = context.outcomes.get(name);
    if (outcome === undefined || !(await context.isReal(outcome))) return false;
  }
  return true;
}
