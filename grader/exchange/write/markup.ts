/** Text that is markup already. Whatever else is put into `html` is escaped: names, thrown texts and file names are hostile. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | readonly Part[];

/** html`<p>${name}</p>`: the parts between are escaped unless they came from `html` themselves; lists are joined. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, place) => text + printPart(parts[place] ?? "")).join(""));
}

function printPart(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === "string" || typeof part === "number") return escapeMarkup(String(part));
  return part.map(printPart).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For HTML and XML, inside elements and quoted attributes. */
export function escapeMarkup(text: string): string {
  return withoutInvalid(text).replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}

/**
 * Without what XML 1.0 takes in no spelling (production 2, Char): control characters but tab and line ends, halves of
 * surrogate pairs, U+FFFE and U+FFFF. Also without the marks that turn the direction of what follows on the page.
 */
function withoutInvalid(text: string): string {
  return text.toWellFormed().replaceAll(invalid, "");
}

const invalid =
  // eslint-disable-next-line no-control-regex -- these are what it is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/g;

/** A script element that holds data: no `<` of theirs can close it or open a comment, and no line separator ends a line. */
export function dataElement(id: string, data: unknown): Html {
  const escaped = JSON.stringify(data).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return new Html(`<script type="application/json" id="${id}">${escaped}</script>`);
}
