import {
  Hover,
  l10n,
  languages,
  MarkdownString,
  type Disposable,
  type Position,
  type TextDocument,
} from "vscode";
import type { FunctionSummary } from "#serve/client/protocol.ts";
import { printPoints } from "../course/verdicts.ts";
import type { Services } from "../services.ts";
import { escapeMarkdown, withSigns } from "./formulas.ts";

/** Over the name of a graded function, wherever it stands in a course file: what it is to compute, and how it stands. */
export function provideHovers(services: Services): Disposable {
  return languages.registerHoverProvider(
    { language: "typescript" },
    { provideHover: (document, position) => hoverAt(document, position, services) },
  );
}

async function hoverAt(
  document: TextDocument,
  position: Position,
  services: Services,
): Promise<Hover | undefined> {
  const id = services.course.idOf(document);
  const range = document.getWordRangeAtPosition(position);
  if (id === undefined || range === undefined) return undefined;
  const name = document.getText(range);
  const exercise = await services.course.exercise(id);
  const spec = exercise?.functions.find((one) => one.name === name);
  return spec && new Hover(contentOf(document, spec, services), range);
}

function contentOf(document: TextDocument, spec: FunctionSummary, services: Services): MarkdownString {
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
