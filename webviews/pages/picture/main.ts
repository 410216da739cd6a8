import "#webviews/kit/theme.css";
import "./picture.css";
import type { Language, Localized } from "#contract/messages.ts";
import { openHost } from "#webviews/kit/host.ts";
import { isLanguage, recordOf, textOf } from "#webviews/protocol/parsing.ts";
import { parseToPicture, type FromPicture, type ToPicture } from "#webviews/protocol/picture.ts";
import { Conversation } from "./conversation.ts";
import { PicturePage } from "./page.ts";

const host = openHost<ToPicture, FromPicture>(parseToPicture);
const kept = recordOf(host.kept());
let open: { readonly exercise: string; readonly title: Localized; readonly language: Language } | undefined;

const conversation = new Conversation(kept["state"] ?? null, {
  say: host.say,
  show: (frame, settled) => {
    page.show(frame, settled);
    keep();
  },
  fault: (message) => {
    page.fault(message);
  },
});
const page = new PicturePage(document.body, {
  conversation,
  say: host.say,
  language: (language) => {
    if (open === undefined) return;
    open = { ...open, language };
    page.name(open.title, language);
    host.say({ type: "language", language });
    keep();
  },
});

host.listen((message) => {
  switch (message.type) {
    case "open":
      open = message;
      document.body.dataset["exercise"] = message.exercise;
      page.name(message.title, message.language);
      conversation.renew();
      break;
    case "frame":
      conversation.hear(message.ticket, message.frame);
      break;
    case "dropped":
      conversation.drop(message.ticket, message.message);
      break;
    case "changed":
      conversation.renew();
      break;
  }
});
const language = kept["language"];
host.say({ type: "ready", language: isLanguage(language) ? language : null });

/** The extension opens a page that outlived its window by the exercise; state and language are the page's own. */
function keep(): void {
  if (open === undefined) return;
  host.keep({ exercise: textOf(open.exercise), language: open.language, state: conversation.state });
}
