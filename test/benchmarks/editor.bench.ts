import { join } from "node:path";
import { stageExtension } from "#cli/build/stage.ts";
import { bundleForHost, runInVsCode } from "../vscode/harness/hostBundle.ts";
import { cacheFolder } from "../vscode/harness/places.ts";
import { compared, summarise, type Benchmark } from "./benchmark.ts";
import type { SaveTimes } from "./editorSaves.ts";
import { root } from "./packaged.ts";

const saves = 100;
const limitMs = 300_000;

/** From a save to the diagnostics of the text that was saved, in a real VS Code; only when asked for, it starts one. */
export default {
  onlyByName: true,
  async measure() {
    const extension = join(cacheFolder(), "extension");
    await stageExtension(root, extension);
    const measured = join(import.meta.dirname, "editorSaves.ts");
    const bundle = await bundleForHost(
      "saves",
      `import { measureSaves } from ${JSON.stringify(measured)};\nexport const run = () => measureSaves(${saves});`,
    );
    const times = (await runInVsCode(bundle, { extension }, limitMs)) as SaveTimes;
    const floor = summarise("an empty extension asks an idle child", times.floor);
    const rows = [
      compared(summarise("a wrong submission, save to squiggle", times.wrong), floor),
      compared(summarise("a right submission, save to points", times.right), floor),
    ].map((row) => {
      const met = row.p50 <= 100 && (row.p95 ?? Infinity) <= 250;
      return { ...row, target: { text: "p50 <= 100 ms, p95 <= 250 ms", met } };
    });
    return {
      title: `From a save to what is said of it, ${saves} saves in VS Code ${times.vscode}`,
      rows: [floor, ...rows],
      notes: ["The server build of VS Code with a headless browser; the three take turns on the same cores."],
    };
  },
} satisfies Benchmark;
