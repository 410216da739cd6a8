import { window } from "vscode";
import type { HintThreads } from "../hints/hintThreads.ts";
import type { Services } from "../services.ts";
import { targetDocument, targetFunction } from "./target.ts";

/** One more hint for one function, at the function. */
export async function nextHint(
  services: Services,
  threads: HintThreads,
  uri?: unknown,
  name?: unknown,
): Promise<void> {
  const document = await targetDocument(uri, services);
  const wanted = document && (await targetFunction(name, document, services));
  if (document === undefined || wanted === undefined) return;
  const shown = window.visibleTextEditors.some((editor) => editor.document === document);
  if (!shown) await window.showTextDocument(document);
  await threads.showNext(document, wanted);
}
