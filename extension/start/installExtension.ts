import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { VsCodeServer } from "./install.ts";
import { extensionsFolder, outsideEditor } from "./server.ts";

/** Installs a .vsix where a server with the same data finds it; says what VS Code said. */
export async function installExtension(vscode: VsCodeServer, vsix: string, data: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    vscode.node,
    [
      ...[vscode.main, "--install-extension", vsix, "--force"],
      ...["--extensions-dir", extensionsFolder(data), "--server-data-dir", data],
    ],
    { env: { ...outsideEditor(process.env), EXTENSIONS_GALLERY: '{"serviceUrl":""}' } },
  );
  return stdout;
}
