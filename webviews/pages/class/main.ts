import "#webviews/kit/theme.css";
import "./class.css";
import { openHost } from "#webviews/kit/host.ts";
import { parseToClass, type FromClass, type ToClass } from "#webviews/protocol/class.ts";
import { recordOf } from "#webviews/protocol/parsing.ts";
import { drawClass, showFault } from "./page.ts";

const host = openHost<ToClass, FromClass>(parseToClass);
const keptPlace = recordOf(host.kept())["scrollY"];
let folder = "";

host.listen((message) => {
  if (message.type === "fault") {
    showFault(document.body, message.message);
    return;
  }
  const place = folder === "" && typeof keptPlace === "number" ? keptPlace : window.scrollY;
  folder = message.folder;
  drawClass(document.body, message.view, host.say);
  window.scrollTo({ top: place });
  keep();
});
host.say({ type: "ready" });

let waiting: number | undefined;
window.addEventListener("scroll", () => {
  window.clearTimeout(waiting);
  waiting = window.setTimeout(keep, 150);
});

/** The folder is read by the extension too: it opens a page that outlived its window by this. */
function keep(): void {
  if (folder !== "") host.keep({ folder, scrollY: window.scrollY });
}
