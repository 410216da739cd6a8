import type { Language, Localized } from "#contract/messages.ts";
import type { Control, Frame, Key, Problem, Scene, SceneEvent } from "#contract/scene.ts";
import { button, element } from "#webviews/kit/elements.ts";
import { readPalette, type Palette } from "#webviews/plots/palette.ts";
import type { FromPicture } from "#webviews/protocol/picture.ts";
import { Controls } from "./controls.ts";
import type { Conversation } from "./conversation.ts";
import { exportPng, exportSvg } from "./exportPicture.ts";
import { Ghosts } from "./ghosts.ts";
import { PanelView } from "./panelView.ts";
import { Transport } from "./transport.ts";
import { words } from "./words.ts";

interface Parts {
  readonly conversation: Conversation;
  readonly say: (message: FromPicture) => void;
  readonly language: (language: Language) => void;
}

/** How long the words must have stood still before a screen reader is told. */
const QUIET_MS = 600;

/** The whole page: head, controls, what is wrong, panels, and the same in words. */
export class PicturePage {
  readonly #parts: Parts;
  readonly #title = element("h1");
  readonly #languages = element("span", { class: "languages", role: "group" });
  readonly #saves = element("span", { class: "saves", role: "group" });
  readonly #controls: Controls;
  readonly #transport: Transport;
  readonly #notice = element("div", { class: "problems" });
  readonly #keys = element("ul", { class: "keys" });
  readonly #panels = element("div", { class: "panels" });
  readonly #says = element("div", { class: "says" });
  readonly #aloud = element("div", { class: "for-readers-only", "aria-live": "polite" });
  readonly #views = new Map<string, PanelView>();
  #language: Language = "en";
  #name: Localized = { en: "", ja: "" };
  #palette: Palette | undefined;
  #frame: Frame | undefined;
  #settled = true;
  readonly #ghosts = new Ghosts();
  #telling: number | undefined;
  #said = "";

  constructor(body: HTMLElement, parts: Parts) {
    this.#parts = parts;
    const tell = (event: SceneEvent): void => {
      parts.conversation.tell(event);
    };
    this.#controls = new Controls(tell);
    this.#transport = new Transport(parts.conversation);
    this.#transport.element.hidden = true;
    const head = element(
      "header",
      {},
      element("div", { class: "row" }, this.#title, this.#saves, this.#languages),
      this.#controls.views,
    );
    body.replaceChildren(
      element(
        "main",
        {},
        head,
        this.#controls.bar,
        this.#transport.element,
        this.#notice,
        this.#keys,
        this.#panels,
        this.#says,
        this.#aloud,
      ),
    );
    new MutationObserver(() => {
      this.#palette = undefined; // another theme
      this.#redraw();
    }).observe(document.body, { attributes: true, attributeFilter: ["class", "data-vscode-theme-id"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.#palette = undefined;
      this.#redraw();
    });
  }

  name(title: Localized, language: Language): void {
    [this.#name, this.#language] = [title, language];
    document.documentElement.lang = language;
    document.title = title[language];
    this.#title.textContent = title[language];
    this.#drawHead();
    this.#redraw();
  }

  show(frame: Frame, settled: boolean): void {
    if (this.#frame === undefined) performance.mark("first picture"); // how long a page takes to show something
    this.#frame = frame;
    this.#settled = settled;
    this.#redraw();
  }

  /** The engine did not answer: what is shown stays, in grey. */
  fault(message: string): void {
    this.#panels.classList.add("old");
    this.#notice.hidden = false;
    this.#notice.replaceChildren(element("p", { class: "fault", role: "alert" }, message));
  }

  #redraw(): void {
    if (this.#frame === undefined) return;
    const { controls, problems, scene } = this.#frame;
    const language = this.#language;
    const say = (text: string | Localized): string => (typeof text === "string" ? text : text[language]);
    const shown = this.#ghosts.haunt(scene, viewOf(controls), problems.length > 0);
    this.#panels.classList.remove("old");
    this.#controls.show(controls, { say, settled: this.#settled });
    this.#controls.bar.setAttribute("aria-label", words[language].controls);
    this.#transport.show(this.#frame, words[language], say);
    this.#drawProblems(problems, shown.ghosts);
    this.#drawKeys(scene.keys, say);
    this.#drawPanels(shown.scene, say);
    this.#drawSays(scene.says.map(say));
  }

  #drawHead(): void {
    const say = words[this.#language];
    this.#languages.setAttribute("aria-label", say.language);
    const choices = (
      [
        ["en", "English"],
        ["ja", "日本語"],
      ] as const
    ).map(([choice, name]) =>
      button({ lang: choice, "aria-pressed": String(choice === this.#language) }, name, () => {
        this.#parts.language(choice);
      }),
    );
    this.#languages.replaceChildren(...choices);
    this.#saves.setAttribute("aria-label", say.saveAs);
    const pictures = () => [...this.#views.values()].map((view) => view.picture);
    this.#saves.replaceChildren(
      element("span", {}, say.saveAs),
      button({ "data-export": "svg" }, "SVG", () => {
        this.#parts.say({
          type: "export",
          format: "svg",
          content: exportSvg(pictures(), this.#name[this.#language]),
        });
      }),
      button({ "data-export": "png" }, "PNG", () => {
        void exportPng(pictures(), this.#name[this.#language]).then((content) => {
          this.#parts.say({ type: "export", format: "png", content });
        });
      }),
    );
  }

  #drawProblems(problems: readonly Problem[], ghosts: boolean): void {
    const say = words[this.#language];
    const lines = problems.map((problem) =>
      element("li", { class: problem.kind }, this.#linkTo(problem), say.problem(problem)),
    );
    const list = element("ul", {}, ...lines);
    const remark = ghosts ? element("p", {}, say.faint) : null;
    const drawn = lines.length === 0 ? [] : [list, ...(remark === null ? [] : [remark])];
    const same = this.#notice.textContent === drawn.map((one) => one.textContent).join("");
    if (!same) this.#notice.replaceChildren(...drawn);
    this.#notice.hidden = drawn.length === 0;
  }

  #linkTo({ function: name }: Problem): HTMLElement | null {
    if (name === "") return null;
    return button(
      { class: "link", "aria-label": words[this.#language].reveal(name), title: name },
      "↗",
      () => {
        this.#parts.say({ type: "reveal", function: name });
      },
    );
  }

  #drawKeys(keys: readonly Key[], say: (text: Localized) => string): void {
    const entries = keys.map(({ ink, mark, text }) =>
      element(
        "li",
        {},
        element("span", { class: `swatch ${mark} ink-${ink}`, "aria-hidden": "true" }),
        say(text),
      ),
    );
    const list = element("ul", {}, ...entries);
    this.#keys.setAttribute("aria-label", words[this.#language].key);
    if (this.#keys.innerHTML !== list.innerHTML) this.#keys.replaceChildren(...list.childNodes);
  }

  #drawPanels({ panels }: Scene, say: (text: string | Localized) => string): void {
    this.#palette ??= readPalette();
    const manner = { say, words: words[this.#language], palette: this.#palette, settled: this.#settled };
    for (const [id, view] of this.#views) {
      if (panels.some((panel) => panel.id === id)) continue;
      view.element.remove();
      this.#views.delete(id);
    }
    panels.forEach((panel, index) => {
      const view =
        this.#views.get(panel.id) ??
        new PanelView((event) => {
          this.#parts.conversation.tell(event);
        });
      this.#views.set(panel.id, view);
      if (this.#panels.children[index] !== view.element)
        this.#panels.insertBefore(view.element, this.#panels.children[index] ?? null);
      view.show(panel, manner);
    });
  }

  #drawSays(sentences: readonly string[]): void {
    const text = sentences.join("\n");
    if (this.#said === text) return;
    this.#said = text;
    this.#says.replaceChildren(...sentences.map((sentence) => element("p", {}, sentence)));
    window.clearTimeout(this.#telling);
    this.#telling = window.setTimeout(() => {
      this.#aloud.textContent = text;
    }, QUIET_MS);
  }
}

function viewOf(controls: readonly Control[]): string {
  const views = controls.find((one) => one.control === "views");
  return views?.control === "views" ? views.value : "";
}
