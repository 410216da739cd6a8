import { numbersIn } from "#compare/numbers.ts";
import { compareValues } from "#compare/values.ts";
import type { Counterexample } from "#diagnose/counterexample/describe.ts";
import { contrastOf, isClear, mannerOf, type Manner } from "#diagnose/counterexample/manner.ts";
import { learnRanges, type Ranges } from "#diagnose/counterexample/ranges.ts";
import {
  chosenTogether,
  effortOfAll,
  roundedInputs,
  simplerNumbers,
  withChanges,
} from "#diagnose/counterexample/simpler.ts";
import { smallerInputs } from "#diagnose/counterexample/smaller.ts";
import { GradusError } from "#contract/errors.ts";
import { defaults, type FunctionSpec } from "#contract/exercise.ts";
import type { CallReply, Sandbox, Submission } from "#contract/sandbox.ts";
import type { Arguments, Value } from "#contract/values.ts";
import { roundToFloat32 } from "#sdk/shapes.ts";
import { compareOptionsOf, describeQuestion } from "./measure.ts";
import type { Outcome } from "./outcome.ts";
import type { Drawn, DrawnCase, Exercise, ExpectedValues, Oracle, Ports, Variant } from "./ports.ts";
import { answerOf } from "./variants.ts";

interface Question {
  readonly exercise: Exercise;
  readonly submission: Submission;
  readonly function: string;
  readonly drawn: Drawn;
  readonly expected: ExpectedValues;
}

interface Means {
  readonly sandbox: Sandbox;
  readonly oracle: Oracle;
  readonly now: Ports["now"];
}

/** So long the student's function may run, in all: who looks at an example waits for it. The best so far is shown then. */
const LONGEST_MS = 5000;

/**
 * The simplest failing case, made smaller and its numbers simpler as long as the function goes wrong on it in the same way.
 * Starts from visible cases and knows no others: of hidden ones nothing may be shown. Null where no such case fails (a
 * changed argument, an invariant, a function that runs out of time). It is asked for after a check and is part of no verdict.
 */
export async function smallestCounterexample(
  question: Question,
  means: Means,
): Promise<Counterexample | null> {
  const { exercise, submission } = question;
  const loaded = await means.sandbox.load(submission, { cpuMs: defaults.cpuMs });
  if (!loaded.ok || loaded.exports[question.function] !== "function") return null;
  const shrinking = await startOf(question, means);
  if (shrinking === null) return null;
  const { args, expected, reply } = await shrink(shrinking);
  const name = question.function;
  const steps = await means.oracle.steps(exercise, name, args);
  return { function: name, case: shrinking.case, args, expected, got: reply, steps };
}

/** One input, what is right on it and what the student's function gave. */
interface Trial {
  readonly args: Arguments;
  readonly expected: Value;
  readonly reply: CallReply;
}

interface Shrinking {
  readonly spec: FunctionSpec;
  readonly case: string;
  readonly start: Trial;
  readonly ranges: Ranges;
  /** The first of these inputs on which the function goes wrong as it did, or null. */
  readonly firstWrong: (inputs: readonly Arguments[]) => Promise<Trial | null>;
  /** Which of these inputs it goes wrong on as it did. */
  readonly allWrong: (inputs: readonly Arguments[]) => Promise<readonly boolean[]>;
}

interface Failing extends Trial {
  readonly one: DrawnCase;
  readonly manner: Manner;
}

async function startOf(question: Question, means: Means): Promise<Shrinking | null> {
  const { exercise, drawn, expected } = question;
  const spec = exercise.manifest.functions.find(({ name }) => name === question.function);
  if (spec === undefined) return null;
  const all = drawn[spec.name] ?? [];
  const base = describeQuestion(spec, all, expected[spec.name] ?? []);
  const manner = (one: DrawnCase, trial: Trial): Manner | null =>
    mannerOf(spec.returns, trial.expected, trial.reply, compareOptionsOf(base, one.case));
  const shown = all.filter((one) => one.visible && one.case.kind !== "cost");
  const turns = timedCalls(means, spec);
  const replies = await turns.call(shown);
  const failing = shown.flatMap((one, index): readonly Failing[] => {
    const reply = replies[index];
    if (reply === undefined) return [];
    const trial = { args: one.args, expected: expected[spec.name]?.[all.indexOf(one)], reply };
    const found = manner(one, trial);
    return found === null ? [] : [{ ...trial, one, manner: found }];
  });
  const [first] = failing.toSorted((a, b) => rank(a.one) - rank(b.one));
  if (first === undefined) return null;
  const plain = shown.filter(({ case: { kind } }) => kind === "value");
  return {
    spec,
    case: first.one.case.id,
    start: first,
    ranges: learnRanges(
      spec,
      plain.map((one) => one.args),
      first.args,
    ),
    ...trying({
      question,
      means,
      turns,
      first,
      manner: (trial) => manner(first.one, trial),
      misleads: await misleadingOf(exercise, base, first),
    }),
  };
}

/** The slips that answer otherwise than the student on the first case must do so on the smaller ones: else they would be seen. */
async function misleadingOf(
  exercise: Exercise,
  { spec, ...base }: Outcome,
  first: Failing,
): Promise<(trial: Trial) => boolean> {
  const options = compareOptionsOf(base, first.one.case);
  const forms = (await exercise.variants()).filter(({ misconception }) => {
    const manifest = exercise.misconceptions[misconception];
    return manifest?.recognisedBy.kind === "outputs" && manifest.functions.includes(spec.name);
  });
  const coincides = (form: Variant, { args, reply }: Trial): boolean => {
    const answer = answerOf(form, spec.name, args);
    if (answer === null || !reply.ok) return answer === null && !reply.ok;
    return compareValues(spec.returns, answer.value, reply.value, options) === null;
  };
  const own = new Set(forms.filter((form) => coincides(form, first)).map((form) => form.misconception));
  const others = forms.filter((form) => !own.has(form.misconception));
  return (trial) => others.some((form) => coincides(form, trial));
}

/** Plain cases before extreme ones, few numbers before many. */
function rank({ case: { kind }, args }: DrawnCase): number {
  return numbersIn(args).length + (kind === "value" ? 0 : 1e6);
}

interface TimedCalls {
  readonly call: (inputs: readonly { readonly args: Arguments }[]) => Promise<readonly CallReply[]>;
  /** As many of the inputs, from the first on, as there is time for: by what the calls before have taken. */
  readonly affordable: (inputs: readonly Arguments[]) => readonly Arguments[];
}

function timedCalls({ sandbox, now }: Means, spec: FunctionSpec): TimedCalls {
  const limits = { cpuMs: spec.cpuMs ?? defaults.cpuMs };
  let [calls, spentMs] = [0, 0];
  return {
    call: async (inputs) => {
      if (inputs.length === 0) return [];
      const started = now();
      const lists = inputs.map((one) => one.args);
      const replies = await sandbox.call(spec.name, lists, limits);
      calls += inputs.length;
      spentMs += now() - started;
      return replies;
    },
    affordable: (inputs) => {
      const each = calls === 0 ? 0 : spentMs / calls;
      return spentMs + each * inputs.length <= LONGEST_MS
        ? inputs
        : inputs.slice(0, Math.max(0, Math.floor((LONGEST_MS - spentMs) / each)));
    },
  };
}

interface Attempt {
  readonly question: Question;
  readonly means: Means;
  readonly turns: TimedCalls;
  readonly first: Failing;
  readonly manner: (trial: Trial) => Manner | null;
  /** Whether the answer is one that another slip would give here, though not on the case that this started from. */
  readonly misleads: (trial: Trial) => boolean;
}

/** Inputs are tried on the reference and, in one frame, on the student's function. */
function trying(attempt: Attempt): Pick<Shrinking, "firstWrong" | "allWrong"> {
  const { question, means, turns, first } = attempt;
  const float64 = first.one.case.float64 === true;
  const domain = question.exercise.domain[question.function];
  const rounded = (args: Arguments): Arguments => (float64 ? args : roundToFloat32(args));
  const admitted = (args: Arguments): Arguments | null => {
    const mended = domain === undefined ? args : domain(...rounded(args));
    return mended && rounded(mended);
  };
  let broken = false;
  const tryAll = async (inputs: readonly Arguments[]): Promise<readonly (Trial | null)[]> => {
    const lawful = inputs.map(admitted);
    const asked = turns.affordable(lawful.filter((args) => args !== null));
    if (broken || asked.length === 0) return inputs.map(() => null);
    const replies = await turns.call(asked.map((args) => ({ args })));
    // whoever runs out of time on one small input does so on others too
    broken = replies.some((reply) => !reply.ok && reply.fault.kind !== "throw");
    const right = await answersOn(question, means, asked);
    const trials = asked.map((args, index): Trial | null => {
      const [reply, expected] = [replies[index], right[index]];
      if (reply === undefined || expected === undefined) return null;
      const trial = { args, expected, reply };
      return isAlike(attempt, trial) ? trial : null;
    });
    let next = 0;
    return lawful.map((args) => (args === null ? null : (trials[next++] ?? null)));
  };
  return {
    firstWrong: async (inputs) => (await tryAll(inputs)).find((trial) => trial !== null) ?? null,
    allWrong: async (inputs) => (await tryAll(inputs)).map((trial) => trial !== null),
  };
}

/** The right answers; undefined on inputs that the reference refuses, which lie outside a domain that nobody wrote down. */
async function answersOn(
  { exercise, function: name }: Pick<Question, "exercise" | "function">,
  { oracle }: Pick<Means, "oracle">,
  inputs: readonly Arguments[],
): Promise<readonly Value[]> {
  try {
    return await oracle.answers(exercise, name, inputs);
  } catch (error) {
    if (!(error instanceof GradusError) || error.code !== "reference-failed") throw error;
    if (inputs.length <= 1) return inputs.map(() => undefined);
    const middle = Math.ceil(inputs.length / 2);
    const halves = [inputs.slice(0, middle), inputs.slice(middle)];
    const found: Value[] = [];
    for (const half of halves)
      found.push(...(await answersOn({ exercise, function: name }, { oracle }, half)));
    return found;
  }
}

/** Wrong in the same way, and as easily seen: NaN where a number was, or 0.300 for 0.301, would show something else. */
function isAlike({ first, manner, misleads }: Attempt, trial: Trial): boolean {
  if (manner(trial) !== first.manner || misleads(trial) || !numbersIn(trial.expected).every(Number.isFinite))
    return false;
  if (first.manner !== "value" || !first.reply.ok || !trial.reply.ok) return true;
  const before = contrastOf(first.expected, first.reply.value);
  return isClear(contrastOf(trial.expected, trial.reply.value), before);
}

/** So many steps down at most, in all; each is a frame of calls and a launch or two. */
const STEPS = 30;

async function shrink(shrinking: Shrinking): Promise<Trial> {
  let best = shrinking.start;
  let step = 0;
  const descend = async (next: (from: Trial) => Promise<Trial | null>): Promise<boolean> => {
    const before = best;
    for (let found = await next(best); found !== null && step++ < STEPS; found = await next(best))
      best = found;
    return best !== before;
  };
  await descend((from) => shrinking.firstWrong(smallerInputs(shrinking.spec, from.args)));
  const rounded = roundedInputs(shrinking.spec, best.args, shrinking.ranges);
  const coarse = await shrinking.firstWrong(rounded);
  if (coarse !== null && isSimpler(shrinking, coarse, best)) best = coarse;
  const simplified = await descend((from) => simplify(shrinking, from));
  if (simplified) await descend((from) => shrinking.firstWrong(smallerInputs(shrinking.spec, from.args)));
  return best;
}

/** At most this many single changes are tried at once. */
const MOST_CHANGES = 200;

/** Every number that can be made simpler by itself, made simpler; together where they go together. */
async function simplify(shrinking: Shrinking, from: Trial): Promise<Trial | null> {
  const { spec, ranges } = shrinking;
  const changes = simplerNumbers(spec, from.args, ranges).slice(0, MOST_CHANGES);
  const wrong = await shrinking.allWrong(changes.map((change) => withChanges(from.args, [change])));
  const together = chosenTogether(changes.filter((_, index) => wrong[index] === true));
  const prefixes = together.map((_, index) => together.slice(0, together.length - index));
  const next = await shrinking.firstWrong(prefixes.map((prefix) => withChanges(from.args, prefix)));
  return next !== null && isSimpler(shrinking, next, from) ? next : null;
}

function isSimpler({ spec, ranges }: Shrinking, one: Trial, than: Trial): boolean {
  return effortOfAll(spec, one.args, ranges) < effortOfAll(spec, than.args, ranges);
}
