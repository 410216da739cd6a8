import { createHash } from "node:crypto";
import type { Language } from "#contract/messages.ts";
import { html, Html } from "./markup.ts";

export interface DocumentParts {
  readonly language: Language;
  readonly title: string;
  readonly style: string;
  readonly body: Html;
  readonly script?: string;
}

/**
 * A page that needs nothing but itself. Its policy lets through exactly the style sheet and the script that are written into
 * it, told by their hashes: whatever a name or a thrown text might smuggle in would neither run nor load.
 */
export function document({ language, title, style, body, script = "" }: DocumentParts): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === "" ? [] : [`script-src ${hashOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${element("style", style)}
      </head>
      <body>
        ${body} ${script === "" ? "" : element("script", script)}
      </body>
    </html> `;
  return page.text;
}

/** Not by `html`: a formatter of templates may add a space, and the hash would no longer be this text's. */
function element(name: "style" | "script", text: string): Html {
  return new Html(`<${name}>${text}</${name}>`);
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Colours of both pages: four statuses that differ in lightness as well, for those who do not tell red from green. */
export const palette = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1d2129, #e4e6ea);
  --muted: light-dark(#5b6270, #a0a7b4);
  --page: light-dark(#ffffff, #16181d);
  --card: light-dark(#f6f7f9, #1f2229);
  --line: light-dark(#d8dce3, #3a3f4a);
  --link: light-dark(#0b57b0, #7db4ff);
  --passed: light-dark(#1a7f4b, #5cc98c);
  --follows: light-dark(#8a5a00, #e6b450);
  --failed: light-dark(#b3261e, #ff8a80);
  --waiting: light-dark(#5b6270, #a0a7b4);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 60rem;
  font: 16px/1.6 system-ui, "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", sans-serif;
  color: var(--text); background: var(--page); overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.3; text-wrap: balance; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: .25rem 0; }
a { color: var(--link); }
.muted { color: var(--muted); }
.passed { color: var(--passed); }
.follow-through { color: var(--follows); }
.failed, .error, .timeout, .ungradable { color: var(--failed); }
.not-attempted { color: var(--waiting); }
code { font: .92em ui-monospace, "SFMono-Regular", Menlo, Consolas, "Noto Sans Mono CJK JP", monospace; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
`;
