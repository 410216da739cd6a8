import { randomBytes } from "node:crypto";
import { Uri, type Webview, type WebviewOptions } from "vscode";

interface Page {
  /** The folder's name in webviews/pages. */
  readonly name: string;
  readonly language: string;
}

/** What a page may reach: the bundles and fonts of the pages, and nothing else. */
export function pageOptions(extension: Uri): WebviewOptions {
  return { enableScripts: true, localResourceRoots: [pagesFolder(extension)] };
}

/** The empty page that a bundle draws itself into. No inline script or style runs in it and nothing remote is loaded. */
export function pageHtml(webview: Webview, extension: Uri, { name, language }: Page): string {
  const file = (suffix: string): string =>
    webview.asWebviewUri(Uri.joinPath(pagesFolder(extension), `${name}.${suffix}`)).toString();
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    "img-src data:", // a picture that is saved as pixels goes through an image of its own
  ].join("; ");
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="${file("css")}" />
    <title>Gradus</title>
  </head>
  <body>
    <script nonce="${nonce}" src="${file("js")}"></script>
  </body>
</html>
`;
}

function pagesFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, "dist", "webviews");
}
