import {
  CodeAction,
  CodeActionKind,
  l10n,
  languages,
  type Command,
  type Disposable,
  type Range,
  type TextDocument,
} from "vscode";
import { findingsIn } from "../hints/inlineHints.ts";
import type { Finding } from "../hints/findings.ts";
import type { Services } from "../services.ts";

/** What one can do about a finding, from the light bulb or the problem itself. */
export function provideCodeActions(services: Services): Disposable {
  return languages.registerCodeActionsProvider(
    { language: "typescript" },
    {
      provideCodeActions: (document, range, { diagnostics }) => {
        const id = services.course.idOf(document);
        if (id === undefined) return [];
        return findingsIn(document, services)
          .filter((one) => touches(one.range, range))
          .flatMap((finding) => {
            const found = diagnostics.filter((one) => one.source === "gradus" && one.code === finding.code);
            return commandsFor(finding, document, id).map((command) => {
              const action = new CodeAction(command.title, CodeActionKind.QuickFix);
              action.command = command;
              action.diagnostics = found;
              return action;
            });
          });
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

function touches(finding: Range, asked: Range): boolean {
  return finding.start.line <= asked.end.line && asked.start.line <= finding.end.line;
}

function commandsFor(finding: Finding, { uri }: TextDocument, id: string): readonly Command[] {
  const name = finding.function;
  const ofFunction =
    name === null
      ? []
      : [{ title: l10n.t("Next hint for {0}", name), command: "gradus.nextHint", arguments: [uri, name] }];
  const ofCase =
    name === null || finding.failingCase === null
      ? []
      : [
          {
            title: l10n.t("Debug case {0} of {1}", finding.failingCase, name),
            command: "gradus.debugFailingCase",
            arguments: [uri, name, finding.failingCase],
          },
        ];
  return [
    ...ofFunction,
    ...ofCase,
    { title: l10n.t("Show the statement"), command: "gradus.showStatement", arguments: [id] },
    { title: l10n.t("Reset the file to the starter…"), command: "gradus.resetToStarter", arguments: [uri] },
  ];
}
