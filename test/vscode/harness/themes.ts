/** A theme of each kind: our name for it, VS Code's, and the class that it gives to a page. */
export const themes = [
  ["light", "Light Modern", "vscode-light"],
  ["high-contrast-light", "Light High Contrast", "vscode-high-contrast-light"],
  ["high-contrast", "Dark High Contrast", "vscode-high-contrast"],
  ["dark", "Dark Modern", "vscode-dark"],
] as const;
