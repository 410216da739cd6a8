import "./theme.css";
import type { Language, Localized } from "#contract/messages.ts";
import type { Frame, SceneEvent } from "#contract/scene.ts";
import { parseFromPicture, type FromPicture, type ToPicture } from "#webviews/protocol/picture.ts";

export interface Standalone {
  readonly exercise: string;
  readonly title: Localized;
  readonly language: Language;
  readonly draw: (state: unknown, events: readonly SceneEvent[]) => Promise<Frame>;
}

/** The other side of the picture page's conversation, in the page itself: no editor, no engine, nothing sent anywhere. */
export function hostPicture(picture: Standalone): void {
  const api = {
    postMessage: (message: unknown) => {
      const parsed = parseFromPicture(message);
      if (parsed !== null) void answer(parsed, picture);
    },
    getState: () => null,
    setState: () => undefined,
  };
  Object.assign(globalThis, { acquireVsCodeApi: () => api });
}

async function answer(message: FromPicture, { exercise, title, language, draw }: Standalone): Promise<void> {
  switch (message.type) {
    case "ready": {
      say({ type: "open", exercise, title, language });
      return;
    }
    case "draw": {
      const { ticket, state, events } = message;
      try {
        say({ type: "frame", ticket, frame: await draw(state, events) });
        return;
      } catch (error) {
        say({ type: "dropped", ticket, message: String(error) });
        return;
      }
    }
    case "export": {
      save(`${exercise}.${message.format}`, message);
      return;
    }
    case "language":
    case "reveal":
      return; // the page keeps its language itself, and there is no file to go to
  }
}

function say(message: ToPicture): void {
  window.postMessage(message, "*");
}

function save(name: string, { format, content }: Extract<FromPicture, { type: "export" }>): void {
  const link = document.createElement("a");
  link.download = name;
  link.href =
    format === "png"
      ? `data:image/png;base64,${content}`
      : `data:image/svg+xml;charset=utf-8,${encodeURIComponent(content)}`;
  link.click();
}
