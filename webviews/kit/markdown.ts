import katex from "katex";
import "katex/dist/katex.min.css";
import MarkdownIt, { type Token } from "markdown-it";

const markdown = new MarkdownIt("commonmark", { html: false }).enable(["table", "strikethrough"]);

/**
 * Markdown with TeX between dollars, as elements. KaTeX makes its elements itself instead of printing HTML: it sets lengths
 * through the style object, which a content security policy without inline styles allows.
 */
export function renderMarkdown(text: string): HTMLElement {
  const root = document.createElement("div");
  root.innerHTML = markdown.render(text); // raw HTML in the source is off, so this holds our own tags only
  for (const place of root.querySelectorAll<HTMLElement>("[data-tex]")) typeset(place);
  for (const table of root.querySelectorAll("table")) makeScrollable(table);
  for (const link of root.querySelectorAll("a")) link.title = link.href;
  return root;
}

function typeset(place: HTMLElement): void {
  katex.render(place.dataset["tex"] ?? "", place, {
    displayMode: place.classList.contains("display"),
    output: "htmlAndMathml", // the MathML is what a screen reader reads
    throwOnError: false,
    strict: "ignore",
  });
  place.removeAttribute("data-tex");
  if (place.classList.contains("display")) place.tabIndex = 0; // a wide formula scrolls by keyboard too
}

function makeScrollable(table: HTMLTableElement): void {
  const frame = document.createElement("div");
  frame.className = "table";
  frame.tabIndex = 0;
  table.replaceWith(frame);
  frame.append(table);
}

markdown.inline.ruler.after("escape", "tex", (state, silent) => {
  const found = /^(\$\$?)(?!\s)((?:\\[^]|[^$\\])+?)\1/.exec(state.src.slice(state.pos));
  if (found === null) return false;
  const [whole, dollars, tex] = [found[0], found[1], found[2]];
  if (!silent) {
    const token = state.push(dollars === "$$" ? "tex_display" : "tex_inline", "span", 0);
    token.content = tex ?? "";
  }
  state.pos += whole.length;
  return true;
});

markdown.block.ruler.before(
  "fence",
  "tex_display",
  (state, startLine, endLine, silent) => {
    const lineAt = (line: number): string =>
      state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
    if (lineAt(startLine).trim() !== "$$") return false;
    let line = startLine + 1;
    while (line < endLine && lineAt(line).trim() !== "$$") line++;
    if (line >= endLine) return false;
    if (silent) return true;
    const token = state.push("tex_display", "div", 0);
    token.block = true;
    token.content = state.getLines(startLine + 1, line, state.blkIndent, false);
    state.line = line + 1;
    return true;
  },
  { alt: ["paragraph", "blockquote", "list"] },
);

const place =
  (tag: string, kind: string) =>
  (tokens: readonly Token[], index: number): string =>
    `<${tag} class="${kind}" data-tex="${markdown.utils.escapeHtml(tokens[index]?.content.trim() ?? "")}"></${tag}>`;

markdown.renderer.rules["tex_inline"] = place("span", "inline");
markdown.renderer.rules["tex_display"] = place("div", "display");
