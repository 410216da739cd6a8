import { globSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { zip } from "#exchange/write/zip.ts";

/** What a .vsix says of itself outside of package.json. */
interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly version: string;
  readonly publisher: string;
  readonly icon?: string;
  readonly keywords?: readonly string[];
  readonly categories?: readonly string[];
  readonly extensionKind?: readonly string[];
  readonly engines: { readonly vscode: string };
}

/** Packs a staged extension into the file that VS Code installs: a zip with two descriptions in front. */
export async function writeVsix(staged: string, file: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(staged, "package.json"), "utf8")) as Manifest;
  const names = globSync("**/*", { cwd: staged }).filter((name) => statSync(join(staged, name)).isFile());
  const entries = names.toSorted().map(async (name) => ({
    name: `extension/${name.replaceAll("\\", "/")}`,
    content: await readFile(join(staged, name)),
  }));
  const packed = zip([
    { name: "extension.vsixmanifest", content: Buffer.from(vsixManifest(manifest)) },
    { name: "[Content_Types].xml", content: Buffer.from(contentTypes(names)) },
    ...(await Promise.all(entries)),
  ]);
  await writeFile(file, packed);
}

function vsixManifest(manifest: Manifest): string {
  const { name, displayName, description, version, publisher, icon, engines } = manifest;
  const property = (id: string, value: string): string =>
    `<Property Id="Microsoft.VisualStudio.Code.${id}" Value="${escapeXml(value)}" />`;
  const asset = (type: string, path: string): string =>
    `<Asset Type="Microsoft.VisualStudio.${type}" Path="extension/${path}" Addressable="true" />`;
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}" />
    <DisplayName>${escapeXml(displayName)}</DisplayName>
    <Description xml:space="preserve">${escapeXml(description)}</Description>
    <Tags>${escapeXml((manifest.keywords ?? []).join(","))}</Tags>
    <Categories>${escapeXml((manifest.categories ?? []).join(","))}</Categories>
    <Properties>
      ${property("Engine", engines.vscode)}
      ${property("ExtensionKind", (manifest.extensionKind ?? []).join(","))}
    </Properties>
    <License>extension/LICENSE</License>${icon === undefined ? "" : `\n    <Icon>extension/${icon}</Icon>`}
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code" />
  </Installation>
  <Dependencies />
  <Assets>
    ${asset("Code.Manifest", "package.json")}
    ${asset("Services.Content.Details", "README.md")}
    ${asset("Services.Content.License", "LICENSE")}${icon === undefined ? "" : `\n    ${asset("Services.Icons.Default", icon)}`}
  </Assets>
</PackageManifest>
`;
}

function contentTypes(names: readonly string[]): string {
  const known: Readonly<Record<string, string>> = {
    json: "application/json",
    md: "text/markdown",
    txt: "text/plain",
  };
  const suffixes = new Set(["vsixmanifest", ...names.map((name) => /\.([^./\\]+)$/.exec(name)?.[1] ?? "")]);
  const types = [...suffixes]
    .filter((suffix) => suffix !== "")
    .map(
      (suffix) =>
        `<Default Extension=".${suffix}" ContentType="${known[suffix] ?? "application/octet-stream"}" />`,
    );
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join("")}</Types>
`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
