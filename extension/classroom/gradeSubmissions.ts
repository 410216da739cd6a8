import { dirname, join } from "node:path";
import { commands, l10n, ProgressLocation, window, workspace } from "vscode";
import type { SandboxMode } from "#contract/sandbox.ts";
import type { ClassEvent } from "#serve/client/classEvents.ts";
import { gradeClass, type ClassOutcome, type ClassRun } from "#serve/client/classProcess.ts";
import { codeOf, EngineError } from "#serve/client/connect.ts";
import { gradusCommand } from "../engine.ts";
import type { Services } from "../services.ts";
import { askWhatToGrade, type GradingChoice } from "./gradingForm.ts";
import { rememberSubmissions } from "./rememberedSubmissions.ts";
import { Pace } from "./pace.ts";
import { RunNotes } from "./runNotes.ts";

let isGrading = false;

/** Grades a class in a process of its own and shows its report. Cancelled, it goes on where it stopped the next time. */
export async function gradeSubmissions(services: Services): Promise<void> {
  if (!workspace.isTrusted)
    throw new EngineError("untrusted", l10n.t("Gradus runs code only in a workspace that you trust."));
  if (isGrading) {
    void window.showInformationMessage(l10n.t("A class is being graded already."));
    return;
  }
  const choice = await askWhatToGrade(services.context.workspaceState);
  if (choice === undefined) return;
  isGrading = true;
  try {
    await gradeAndShow(choice, services);
  } finally {
    isGrading = false;
  }
}

async function gradeAndShow(choice: GradingChoice, services: Services): Promise<void> {
  const outcome = await gradeInJail(choice, services);
  if (outcome === undefined) return;
  if (outcome.type === "stopped") {
    const again = l10n.t("Stopped. Graded so far is kept: the same command goes on where this one left off.");
    void window.showInformationMessage(again);
    return;
  }
  await rememberSubmissions(services, choice.out, choice.submissions);
  await commands.executeCommand("gradus.showClassReport", choice.out);
  if (outcome.outdated > 0) {
    const text = l10n.t(
      "{0} grades are of an earlier submission, exercise or grader and stay as they are; `gradus regrade` on the command line shows what would change.",
      outcome.outdated,
    );
    void window.showInformationMessage(text);
  }
}

/** Where there is no jail, nothing is graded unless the instructor says so, once for this run. */
async function gradeInJail(choice: GradingChoice, services: Services): Promise<ClassOutcome | undefined> {
  try {
    return await run(choice, "jail", services);
  } catch (error) {
    if (codeOf(error) !== "sandbox-unavailable") throw error;
    return (await isAgreed(error)) ? run(choice, "process", services) : undefined;
  }
}

async function isAgreed(error: unknown): Promise<boolean> {
  const without = l10n.t("Grade Without a Jail");
  const detail = l10n.t(
    "Without a jail, what students handed in runs with your own rights, behind a permission model that a determined attack may get through. Do that only with submissions that you trust. The reports say that it was done.",
  );
  const reason = error instanceof Error ? error.message : String(error);
  const answer = await window.showWarningMessage(
    l10n.t("No jail works on this machine, so nothing was graded."),
    { modal: true, detail: `${reason}\n\n${detail}` },
    without,
  );
  return answer === without;
}

async function run(
  choice: GradingChoice,
  sandbox: SandboxMode,
  { context, log }: Services,
): Promise<ClassOutcome> {
  const controller = new AbortController();
  const withWindow = {
    dispose: () => {
      controller.abort();
    },
  };
  context.subscriptions.push(withWindow);
  const title = l10n.t("Gradus: grading submissions");
  const notes = new RunNotes();
  const running = window.withProgress(
    { location: ProgressLocation.Notification, cancellable: true, title },
    (progress, token) => {
      token.onCancellationRequested(() => {
        progress.report({ message: l10n.t("stopping…") });
        controller.abort();
      });
      const pace = new Pace();
      const onEvent = (event: ClassEvent): void => {
        if (event.type === "progress") progress.report(pace.note(event, performance.now()));
        else log.info(`class: ${JSON.stringify(event)}`);
        notes.note(event);
      };
      const onText = (text: string): void => {
        log.info(text.trimEnd());
      };
      return gradeClass(classRun(choice, sandbox, context), { onEvent, onText }, controller.signal);
    },
  );
  const outcome = await running;
  notes.tell(log);
  return outcome;
}

/** Everything lies beside the results, as it does when the command line is run there. */
function classRun(choice: GradingChoice, sandbox: SandboxMode, context: Services["context"]): ClassRun {
  const { submissions, out, roster, course, personalise, seed } = choice;
  const home = dirname(out);
  return {
    command: gradusCommand(context),
    ...{ submissions, out, roster, course, personalise, sandbox },
    gradebook: join(home, "gradebook"),
    comments: join(home, "comments.json"),
    seed: seed.kind === "own" ? null : seed,
    backend: workspace.getConfiguration("gradus").get<string>("backend", "wasm"),
  };
}
