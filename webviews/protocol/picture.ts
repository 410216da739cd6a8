import type { Language, Localized } from "#contract/messages.ts";
import type { Frame, SceneEvent } from "#contract/scene.ts";
import { isLanguage, recordOf, textOf, wholeOf } from "./parsing.ts";

/** What the picture page is told. */
export type ToPicture =
  | {
      readonly type: "open";
      readonly exercise: string;
      readonly title: Localized;
      readonly language: Language;
    }
  /** The answer to the draw of this ticket. */
  | { readonly type: "frame"; readonly ticket: number; readonly frame: Frame }
  /** That draw came to nothing: a newer text took its place (no message), or the engine failed. */
  | { readonly type: "dropped"; readonly ticket: number; readonly message: string | null }
  /** The student's text is another one now, or another slip is named: what is shown is old. */
  | { readonly type: "changed" };

/** What the picture page says. */
export type FromPicture =
  | { readonly type: "ready"; readonly language: Language | null }
  | { readonly type: "language"; readonly language: Language }
  | {
      readonly type: "draw";
      readonly ticket: number;
      readonly state: unknown;
      readonly events: readonly SceneEvent[];
    }
  | { readonly type: "reveal"; readonly function: string }
  /** `content` is text (SVG) or base64 (PNG). */
  | { readonly type: "export"; readonly format: "svg" | "png"; readonly content: string };

/** A message of the page, or null for what no page of ours says. */
export function parseFromPicture(message: unknown): FromPicture | null {
  const fields = recordOf(message);
  switch (fields["type"]) {
    case "ready": {
      const language = fields["language"];
      return { type: "ready", language: isLanguage(language) ? language : null };
    }
    case "language": {
      const language = fields["language"];
      return isLanguage(language) ? { type: "language", language } : null;
    }
    case "draw": {
      const [ticket, events] = [wholeOf(fields["ticket"]), eventsOf(fields["events"])];
      return ticket === null || events === null
        ? null
        : { type: "draw", ticket, state: fields["state"] ?? null, events };
    }
    case "reveal": {
      const name = textOf(fields["function"]);
      return name === null ? null : { type: "reveal", function: name };
    }
    case "export": {
      const [format, content] = [fields["format"], textOf(fields["content"])];
      return content !== null && (format === "svg" || format === "png")
        ? { type: "export", format, content }
        : null;
    }
    default:
      return null;
  }
}

function eventsOf(value: unknown): readonly SceneEvent[] | null {
  if (!Array.isArray(value)) return null;
  const events = value.map(eventOf);
  return events.every((one) => one !== null) ? events : null;
}

function eventOf(value: unknown): SceneEvent | null {
  const { kind, id, x, y, value: set } = recordOf(value);
  if (typeof id !== "string") return null;
  switch (kind) {
    case "push":
    case "remove":
      return { kind, id };
    case "set":
      return typeof set === "number" || typeof set === "string" || typeof set === "boolean"
        ? { kind, id, value: set }
        : null;
    case "drag":
    case "press":
      return Number.isFinite(x) && Number.isFinite(y) ? { kind, id, x: x as number, y: y as number } : null;
    default:
      return null;
  }
}

/** A message to the page. It comes from our own extension: its kind is looked at, its texts are shown as text. */
export function parseToPicture(message: unknown): ToPicture | null {
  const fields = recordOf(message);
  switch (fields["type"]) {
    case "open":
      return isLanguage(fields["language"]) ? (message as ToPicture) : null;
    case "frame": {
      const frame = recordOf(fields["frame"]);
      const known = wholeOf(fields["ticket"]) !== null && Array.isArray(recordOf(frame["scene"])["panels"]);
      return known ? (message as ToPicture) : null;
    }
    case "dropped":
      return wholeOf(fields["ticket"]) === null ? null : (message as ToPicture);
    case "changed":
      return { type: "changed" };
    default:
      return null;
  }
}
