import {
  CommentMode,
  comments,
  CommentThreadCollapsibleState,
  l10n,
  MarkdownString,
  Range,
  window,
  workspace,
  type Comment,
  type CommentAuthorInformation,
  type CommentReply,
  type CommentThread,
  type Disposable,
} from "vscode";
import type { InstructorComment } from "#contract/class.ts";
import { submissionScheme } from "../course/exerciseFile.ts";
import { functionsIn } from "../course/course.ts";
import type { Services } from "../services.ts";
import { rangeOf, type ShownSubmission, type Submissions } from "./submissions.ts";

/** What an instructor says to a student, in threads at the functions. It is kept in comments.json and on the feedback page. */
export class InstructorComments implements Disposable {
  readonly #services: Services;
  readonly #submissions: Submissions;
  readonly #controller = comments.createCommentController("gradus.comments", "Gradus");
  readonly #threads = new Map<string, readonly CommentThread[]>();
  readonly #subscriptions: readonly Disposable[];

  constructor(services: Services, submissions: Submissions) {
    this.#services = services;
    this.#submissions = submissions;
    this.#controller.options = {
      prompt: l10n.t("Comment for the student"),
      placeHolder: l10n.t("The student's feedback page will carry it"),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: ({ uri, lineCount }) =>
        uri.scheme === submissionScheme ? [new Range(0, 0, lineCount - 1, 0)] : [],
    };
    this.#subscriptions = [
      submissions.onDidShow((shown) => {
        this.#draw(shown);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#clear(uri.toString());
      }),
    ];
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    this.#controller.dispose();
  }

  /** At the function around the thread's line, else for the exercise as a whole. */
  async add(given: unknown): Promise<void> {
    const { thread, text } = given as CommentReply;
    const shown = await this.#submissions.of(thread);
    if (shown === undefined || text.trim() === "") return;
    const name = functionAround(thread.range?.start.line ?? 0, shown);
    await this.#save(new Remark({ shown, function: name, text, thread, isKept: false }), text);
  }

  edit(given: unknown): Promise<void> {
    if (given instanceof Remark) given.edit();
    return Promise.resolve();
  }

  async saveEdited(given: unknown): Promise<void> {
    if (!(given instanceof Remark)) return;
    const text = typeof given.body === "string" ? given.body : given.body.value;
    // what was never kept and is empty by now takes nothing back
    if (given.isKept || text.trim() !== "") await this.#save(given, text);
    else given.cancel();
  }

  cancelEdited(given: unknown): Promise<void> {
    if (given instanceof Remark) given.cancel();
    return Promise.resolve();
  }

  async remove(given: unknown): Promise<void> {
    if (given instanceof Remark) await this.#keep(given, null);
  }

  /** VS Code empties its box whatever becomes of the words: those that could not be kept are put back into it. */
  async #save(remark: Remark, text: string): Promise<void> {
    try {
      await this.#keep(remark, text);
    } catch (error) {
      remark.write(text);
      throw error;
    }
    if (!remark.isKept) remark.thread.dispose(); // it is drawn anew, with what was said there before
  }

  async #keep({ shown, function: name, isKept }: Remark, text: string | null): Promise<void> {
    const { folder, student, exercise } = shown.place;
    const said = { folder, student, exercise, function: name, text, besides: !isKept };
    const { comments: now, isRenewed } = await this.#services.engine.request("comment", said);
    this.#submissions.note({ ...shown, graded: { ...shown.graded, comments: now } });
    tellKept(shown.graded.name, isRenewed);
  }

  #draw(shown: ShownSubmission): void {
    const key = shown.document.uri.toString();
    this.#clear(key);
    this.#threads.set(
      key,
      shown.graded.comments.map((one) => this.#thread(shown, one)),
    );
  }

  #thread(shown: ShownSubmission, one: InstructorComment): CommentThread {
    const name = one.function ?? null;
    const range = (name === null ? undefined : rangeOf(name, shown)) ?? new Range(0, 0, 0, 0);
    const thread = this.#controller.createCommentThread(shown.document.uri, range, []);
    thread.label = name ?? l10n.t("The exercise as a whole");
    thread.canReply = false;
    thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
    thread.comments = [new Remark({ shown, function: name, text: one.text, thread, isKept: true })];
    return thread;
  }

  #clear(key: string): void {
    for (const thread of this.#threads.get(key) ?? []) thread.dispose();
    this.#threads.delete(key);
  }
}

function tellKept(name: string, isRenewed: boolean): void {
  if (isRenewed) {
    window.setStatusBarMessage(l10n.t("The feedback page of {0} is renewed.", name), 6000);
    return;
  }
  const text = l10n.t(
    "Kept in comments.json. The editor does not have the exercises of this class: `gradus grade`, with the same arguments as before, writes it on the feedback page of {0}.",
    name,
  );
  void window.showInformationMessage(text);
}

interface RemarkParts {
  readonly shown: ShownSubmission;
  readonly function: string | null;
  readonly text: string;
  readonly thread: CommentThread;
  readonly isKept: boolean;
}

/**
 * A comment and where it is; one that is not kept yet stands here only while it could not be. Its text is shown as it was
 * written: it is no Markdown on the feedback page either.
 */
class Remark implements Comment {
  readonly shown: ShownSubmission;
  readonly function: string | null;
  readonly thread: CommentThread;
  readonly isKept: boolean;
  readonly author: CommentAuthorInformation = { name: l10n.t("To the student") };
  readonly contextValue: "kept" | "unsaved";
  body: string | MarkdownString;
  mode = CommentMode.Preview;
  readonly #text: string;

  constructor({ shown, function: name, text, thread, isKept }: RemarkParts) {
    this.shown = shown;
    this.function = name;
    this.thread = thread;
    this.isKept = isKept;
    this.contextValue = isKept ? "kept" : "unsaved";
    this.#text = text;
    this.body = asWritten(text);
  }

  edit(): void {
    this.write(this.#text);
  }

  /** In its editor, with this text. */
  write(text: string): void {
    this.#show(CommentMode.Editing, text);
  }

  cancel(): void {
    if (this.isKept) this.#show(CommentMode.Preview, asWritten(this.#text));
    else this.thread.dispose();
  }

  #show(mode: CommentMode, body: string | MarkdownString): void {
    this.mode = mode;
    this.body = body;
    this.thread.comments = [this]; // the assignment is what draws it
  }
}

function asWritten(text: string): MarkdownString {
  return new MarkdownString().appendText(text);
}

function functionAround(line: number, { document, exercise }: ShownSubmission): string | null {
  const found =
    exercise &&
    functionsIn(document, exercise).find(
      ({ place }) => place !== undefined && place.line <= line && line <= place.lastLine,
    );
  return found?.spec.name ?? null;
}
