import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { userFolder } from "#extension/start/server.ts";

/**
 * VS Code's server carries no language pack, and the marketplace is not asked. This one translates a single word of VS Code
 * itself; what matters is the display language that extensions then see.
 */
export async function installJapanese(data: string): Promise<void> {
  const pack = join(data, "language-pack");
  const translations = join(pack, "main.i18n.json");
  await mkdir(pack);
  const contents = { "vs/workbench/contrib/files/browser/explorerViewlet": { explore: "エクスプローラー" } };
  await writeFile(translations, JSON.stringify({ version: "1.0.0", contents }));
  const identifier = { id: "gradus-test.language-pack-ja", uuid: "00000000-0000-4000-8000-000000000000" };
  const packs = {
    ja: {
      hash: "gradus-test",
      label: "日本語",
      extensions: [{ extensionIdentifier: identifier, version: "1.0.0" }],
      translations: { vscode: translations },
    },
  };
  await writeFile(join(userFolder(data), "..", "languagepacks.json"), JSON.stringify(packs));
}
