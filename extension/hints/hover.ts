import {
  Hover,
  l10n,
  languages,
  MarkdownString,
  type CancellationToken,
  type Disposable,
  type Position,
  type TextDocument,
  workspace,
} from "vscode";
import type { CheckResult, FunctionSummary, Requests } from "#serve/client/protocol.ts";
import { printPoints } from "../course/verdicts.ts";
import type { Services } from "../services.ts";
import { escapeMarkdown, withSigns } from "./formulas.ts";

/** Over the name of a graded function, wherever it stands in a course file: what it is to compute, and how it stands. */
export function provideHovers(services: Services): Disposable {
  return languages.registerHoverProvider(
    { language: "typescript" },
    { provideHover: (document, position, token) => hoverAt({ document, position, token }, services) },
  );
}

interface Looked {
  readonly document: TextDocument;
  readonly position: Position;
  readonly token: CancellationToken;
}

async function hoverAt(
  { document, position, token }: Looked,
  services: Services,
): Promise<Hover | undefined> {
  const id = services.course.idOf(document);
  const range = document.getWordRangeAtPosition(position);
  if (id === undefined || range === undefined) return undefined;
  const name = document.getText(range);
  const exercise = await services.course.exercise(id);
  const spec = exercise?.functions.find((one) => one.name === name);
  if (spec === undefined) return undefined;
  const example = await counterexampleTo(document, { exercise: id, name, token }, services);
  return new Hover(contentOf(document, spec, example, services), range);
}

interface Sought {
  readonly exercise: string;
  readonly name: string;
  readonly token: CancellationToken;
}

/** Asked for when somebody looks, and once for each check: a check itself does not wait for it. */
async function counterexampleTo(
  document: TextDocument,
  { exercise, name, token }: Sought,
  { checker, engine, language }: Services,
): Promise<string | undefined> {
  const result = checker.freshOf(document.uri)?.result;
  const found = result?.report.functions.find((one) => one.name === name);
  if (result === undefined || found?.rootCause !== true || !workspace.isTrusted) return undefined;
  const known = asked.get(result) ?? new Map<string, Promise<CounterexampleResult>>();
  asked.set(result, known);
  const params = { exercise, source: document.getText(), file: document.uri.toString(), function: name };
  const looking = new AbortController();
  const answer = known.get(name) ?? engine.request("counterexample", params, looking.signal);
  known.set(name, answer);
  const forget = (): void => {
    if (known.get(name) === answer) known.delete(name);
  };
  // whoever looks away no longer waits; who looks again asks again
  const subscription = token.onCancellationRequested(() => {
    looking.abort();
  });
  try {
    return (await answer).text?.[language];
  } catch {
    // an engine that ended meanwhile leaves the rest of the hover as it is
    forget();
    return undefined;
  } finally {
    subscription.dispose();
  }
}

type CounterexampleResult = Requests["counterexample"]["result"];

const asked = new WeakMap<CheckResult, Map<string, Promise<CounterexampleResult>>>();

function contentOf(
  document: TextDocument,
  spec: FunctionSummary,
  example: string | undefined,
  services: Services,
): MarkdownString {
  const { language, checker } = services;
  const content = new MarkdownString("", true);
  content.isTrusted = { enabledCommands: ["gradus.check", "gradus.nextHint", "gradus.showStatement"] };
  content.appendCodeblock(spec.signature, "typescript");
  content.appendMarkdown(`${prose(withSigns(spec.contract[language]))}\n\n`);
  const result = checker.freshOf(document.uri)?.result;
  const found = result?.report.functions.find((one) => one.name === spec.name);
  const said = result?.sentences[spec.name];
  if (found && said) {
    const points = l10n.t("{0} of {1} points", printPoints(found.points), spec.points);
    content.appendMarkdown(`**${points}**: ${prose(said.says[language])}\n\n`);
    for (const more of [said.mismatch, said.look])
      if (more && more[language] !== said.says[language])
        content.appendMarkdown(`${prose(more[language])}\n\n`);
  }
  if (example !== undefined) content.appendCodeblock(example, "text");
  const link = (title: string, command: string, args: readonly unknown[]): string =>
    `[${title}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
  content.appendMarkdown(
    [
      link(l10n.t("Check"), "gradus.check", [document.uri]),
      link(l10n.t("Next Hint"), "gradus.nextHint", [document.uri, spec.name]),
      link(l10n.t("Statement"), "gradus.showStatement", [services.course.idOf(document)]),
    ].join(" | "),
  );
  return content;
}

/** Plain text with its lines and lists kept; code in it stays code. */
function prose(text: string): string {
  const escaped = text.replaceAll(/`[^`]*`|[^`]+/g, (piece) =>
    piece.startsWith("`") ? piece : escapeMarkdown(piece),
  );
  return escaped.replaceAll("\n- ", "\n\n- ").replaceAll(/\n(?!\n|- )/g, "  \n");
}
