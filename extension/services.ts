import type { ExtensionContext, LogOutputChannel } from "vscode";
import type { Language } from "#contract/messages.ts";
import type { EngineProcess } from "#serve/client/engineProcess.ts";
import type { Checker } from "./checking/checker.ts";
import type { Course } from "./course/course.ts";
import type { ProgressStore } from "./progress/progressStore.ts";

/** What the parts of the extension share; made once in extension.ts. */
export interface Services {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly engine: EngineProcess;
  readonly course: Course;
  readonly checker: Checker;
  readonly progress: ProgressStore;
  /** VS Code's display language, as far as Gradus speaks it. */
  readonly language: Language;
}
