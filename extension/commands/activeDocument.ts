import { TabInputText, window, workspace, type TextDocument } from "vscode";

/**
 * The document that the student looks at. A window that has just opened one may show its tab before it tells extensions of its
 * editor: then the tab says which it is.
 */
export async function activeDocument(): Promise<TextDocument | undefined> {
  const told = window.activeTextEditor?.document;
  if (told !== undefined) return told;
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputText ? workspace.openTextDocument(input.uri) : undefined;
}
