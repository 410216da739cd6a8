import { basename, dirname, join } from "node:path";
import { l10n, QuickPickItemKind, window, type Memento, type QuickPickItem } from "vscode";
import { askForPath, pickPath, pickPathOrNone } from "./pickPath.ts";

/** What is asked before a class is graded. All of it but the seed is remembered for the next time. */
export interface GradingChoice {
  readonly submissions: string;
  readonly roster: string | null;
  readonly course: string | null;
  readonly out: string;
  /** Null for what the class was graded with, which of a new one is no. */
  readonly personalise: boolean | null;
  readonly seed: SecretSeed;
}

/** Lives as long as the form and the process that it is handed to: in no setting, no log, no list of processes. */
export type SecretSeed =
  | { readonly kind: "own" }
  | { readonly kind: "typed"; readonly value: string }
  | { readonly kind: "file"; readonly path: string };

const stateKey = "class.choice";

/** One list with everything on it, of which each row can be changed, until the first says go. */
export async function askWhatToGrade(state: Memento): Promise<GradingChoice | undefined> {
  const remembered = state.get<Omit<GradingChoice, "seed">>(stateKey);
  const known = remembered ?? (await firstChoice());
  if (known === undefined) return undefined;
  let choice: GradingChoice = { ...known, seed: { kind: "own" } };
  for (;;) {
    const picked = await window.showQuickPick(rowsOf(choice), {
      title: l10n.t("Grade Submissions"),
      placeHolder: l10n.t("Start, or change a row"),
    });
    if (picked === undefined) return undefined;
    if (picked.change === undefined) break;
    choice = (await picked.change(choice)) ?? choice;
  }
  const { submissions, roster, course, out, personalise } = choice;
  await state.update(stateKey, { submissions, roster, course, out, personalise });
  return choice;
}

async function firstChoice(): Promise<Omit<GradingChoice, "seed"> | undefined> {
  const submissions = await pickSubmissions();
  if (submissions === undefined) return undefined;
  return { submissions, out: resultsBeside(submissions), roster: null, course: null, personalise: null };
}

export async function pickSubmissions(): Promise<string | undefined> {
  return pickPath({
    placeHolder: l10n.t("What students handed in: a folder, or a zip"),
    files: /\.zip$/i,
    folders: true,
  });
}

function resultsBeside(submissions: string): string {
  return join(dirname(submissions), "results");
}

interface Row extends QuickPickItem {
  readonly change?: (choice: GradingChoice) => Promise<GradingChoice | undefined>;
}

function rowsOf(choice: GradingChoice): readonly Row[] {
  const none = l10n.t("none");
  const file = (path: string | null): string => (path === null ? none : path);
  return [
    { label: `$(play) ${l10n.t("Start grading")}`, description: basename(choice.submissions) },
    { label: "", kind: QuickPickItemKind.Separator },
    {
      label: `$(folder) ${l10n.t("Submissions")}`,
      description: choice.submissions,
      change: changeSubmissions,
    },
    { label: `$(organization) ${l10n.t("Roster")}`, description: file(choice.roster), change: changeRoster },
    { label: `$(calendar) ${l10n.t("Course file")}`, description: file(choice.course), change: changeCourse },
    { label: `$(output) ${l10n.t("Results")}`, description: choice.out, change: changeOut },
    { label: `$(key) ${l10n.t("Secret seed")}`, description: seedInWords(choice.seed), change: changeSeed },
    {
      label: `$(person) ${l10n.t("A seed for each student")}`,
      description: personaliseInWords(choice.personalise),
      change: (one) => Promise.resolve({ ...one, personalise: afterPersonalise(one.personalise) }),
    },
  ];
}

function personaliseInWords(personalise: boolean | null): string {
  if (personalise === null) return l10n.t("as the class was; no for a new one");
  return personalise ? l10n.t("yes") : l10n.t("no");
}

/** From one to the next each time that the row is picked. */
function afterPersonalise(personalise: boolean | null): boolean | null {
  if (personalise === null) return true;
  return personalise ? false : null;
}

async function changeSubmissions(choice: GradingChoice): Promise<GradingChoice | undefined> {
  const submissions = await pickSubmissions();
  if (submissions === undefined) return undefined;
  const wasBeside = choice.out === resultsBeside(choice.submissions);
  return { ...choice, submissions, out: wasBeside ? resultsBeside(submissions) : choice.out };
}

async function changeRoster(choice: GradingChoice): Promise<GradingChoice | undefined> {
  const placeHolder = l10n.t("The class list (CSV); whoever is not on it is refused");
  const roster = await pickPathOrNone({ placeHolder, files: /\.csv$/i, folders: false });
  return roster === undefined ? undefined : { ...choice, roster };
}

async function changeCourse(choice: GradingChoice): Promise<GradingChoice | undefined> {
  const placeHolder = l10n.t("course.json: title, weights, late policy");
  const course = await pickPathOrNone({ placeHolder, files: /\.json$/i, folders: false });
  return course === undefined ? undefined : { ...choice, course };
}

async function changeOut(choice: GradingChoice): Promise<GradingChoice | undefined> {
  const out = await askForPath("folder");
  return out === undefined ? undefined : { ...choice, out };
}

async function changeSeed(choice: GradingChoice): Promise<GradingChoice | undefined> {
  const own = l10n.t("The class's own, or a new one");
  const type = l10n.t("Type it…");
  const file = l10n.t("Read it from a file…");
  const picked = await window.showQuickPick([own, type, file], {
    placeHolder: l10n.t("It draws the hidden cases; it is kept in the gradebook and nowhere else"),
  });
  if (picked === own) return { ...choice, seed: { kind: "own" } };
  if (picked === type) {
    const value = await typeSeed();
    return value === undefined ? undefined : { ...choice, seed: { kind: "typed", value } };
  }
  const path = picked === file ? await askForPath("file") : undefined;
  return path === undefined ? undefined : { ...choice, seed: { kind: "file", path } };
}

/** The grader asks for as much: a shorter one could be guessed from its commitment. */
const FEWEST_LETTERS = 16;

function typeSeed(): Thenable<string | undefined> {
  return window.showInputBox({
    password: true,
    ignoreFocusOut: true,
    prompt: l10n.t("The secret seed of this class"),
    validateInput: (text) =>
      text.trim().length < FEWEST_LETTERS ? l10n.t("At least {0} characters.", FEWEST_LETTERS) : undefined,
  });
}

function seedInWords(seed: SecretSeed): string {
  switch (seed.kind) {
    case "own":
      return l10n.t("the class's own, or a new one");
    case "typed":
      return l10n.t("typed");
    case "file":
      return seed.path;
  }
}
