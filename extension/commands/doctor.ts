import { l10n, ProgressLocation, window, workspace, type LogOutputChannel } from "vscode";
import { version } from "vscode";
import type { Findings } from "#serve/client/protocol.ts";
import type { Services } from "../services.ts";

/** Tells in a document what is there: runtimes, rungs of the ladder, sandboxes, versions. For a report of a problem too. */
export async function doctor(services: Services): Promise<void> {
  const found = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t("Gradus: looking around") },
    () => services.engine.request("doctor", {}).catch((error: unknown) => complain(error, services.log)),
  );
  const content = typeof found === "string" ? found : prose(found);
  await window.showTextDocument(await workspace.openTextDocument({ content, language: "markdown" }));
}

function complain(error: unknown, log: LogOutputChannel): string {
  log.show(true);
  return `# Gradus\n\n${l10n.t("The engine does not answer.")}\n\n${String(error)}\n`;
}

function prose(found: Findings): string {
  return [
    `# Gradus ${found.gradus}`,
    "",
    `- VS Code ${version}, extension host on Node ${process.versions.node}`,
    `- engine on Node ${found.node} (V8 ${found.v8}), ${found.platform}`,
    `- cache: ${found.cache}`,
    `- exercises: ${found.exercises.join(", ")}`,
    "",
    "## References, best rung first",
    "",
    ...found.rungs.map((one) =>
      one.ok
        ? `- ${one.rung}: works on ${one.backend.device} (self-check ${Math.round(one.wallMs)} ms)`
        : `- ${one.rung}: no. ${one.why}`,
    ),
    "",
    "## Sandboxes",
    "",
    ...found.sandboxes.map(
      (one) => `- ${one.mode}: ${one.ok ? (one.runtime ?? "works") : `no. ${one.why ?? ""}`}`,
    ),
    "",
  ].join("\n");
}
