import type { Fault } from "#contract/sandbox.ts";
import CJSImportProcessor from "sucrase/dist/esm/CJSImportProcessor.js";
import { HelperManager } from "sucrase/dist/esm/HelperManager.js";
import identifyShadowedGlobals from "sucrase/dist/esm/identifyShadowedGlobals.js";
import NameManager from "sucrase/dist/esm/NameManager.js";
import { parse } from "sucrase/dist/esm/parser/index.js";
import TokenProcessor from "sucrase/dist/esm/TokenProcessor.js";
import RootTransformer from "sucrase/dist/esm/transformers/RootTransformer.js";
import { findForbidden } from "./findForbidden.ts";
import { splitExports } from "./splitExports.ts";
import { offsetAt, placeAt, type Place } from "./place.ts";

type File = ReturnType<typeof parse>;

export interface Transpiled {
  readonly code: string;
  /** The student's place of a place in `code`. */
  readonly sourcePlace: (place: Place) => Place;
}

export type TranspileResult =
  { readonly ok: true; readonly transpiled: Transpiled } | { readonly ok: false; readonly fault: Fault };

const transforms: ("typescript" | "imports")[] = ["typescript", "imports"];
const options = { transforms, disableESTransforms: true };

/** Strips the types and turns `export` into assignments to `exports`. Runs inside the sandbox: the source may be hostile. */
export function transpile(source: string): TranspileResult {
  try {
    const file = parse(source, false, true, false);
    const forbidden = findForbidden(source, file.tokens);
    if (forbidden) return { ok: false, fault: forbidden };
    const split = splitExports(source, file.tokens);
    const transpiled =
      split === undefined ? transform(source, file) : transform(split, parse(split, false, true, false));
    return { ok: true, transpiled };
  } catch (error) {
    return { ok: false, fault: parseFault(error) };
  }
}

function transform(source: string, file: File): Transpiled {
  const nameManager = new NameManager(source, file.tokens);
  const helperManager = new HelperManager(nameManager);
  const tokenProcessor = new TokenProcessor(source, file.tokens, false, true, helperManager);
  const importProcessor = new CJSImportProcessor(
    nameManager,
    tokenProcessor,
    false,
    options,
    true,
    false,
    helperManager,
  );
  importProcessor.preprocessTokens();
  identifyShadowedGlobals(tokenProcessor, file.scopes, importProcessor.getGlobalNames());
  importProcessor.pruneTypeOnlyImports();
  const context = { tokenProcessor, scopes: file.scopes, nameManager, importProcessor, helperManager };
  const { code, mappings } = new RootTransformer(context, transforms, false, options).transform();
  return { code, sourcePlace: (place) => sourcePlace(source, file, code, mappings, place) };
}

/** Types are cut out of a line, so columns shift within it: go back through the token that the output place lies in. */
function sourcePlace(
  source: string,
  file: File,
  code: string,
  mappings: readonly (number | undefined)[],
  place: Place,
): Place {
  const offset = offsetAt(code, place);
  let start = -1;
  mappings.forEach((mapped, index) => {
    const token = file.tokens[index];
    if (mapped !== undefined && mapped <= offset && token) start = token.start;
  });
  const found = start === -1 ? undefined : placeAt(source, start);
  return found?.line === place.line ? found : { line: place.line, column: 1 };
}

function parseFault(error: unknown): Fault {
  if (error instanceof RangeError)
    return { kind: "stack", text: "The source is nested too deeply to be parsed." };
  const text =
    error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, "") : "The source cannot be parsed.";
  const loc = error instanceof Error && "loc" in error ? (error.loc as Place) : undefined;
  return { kind: "syntax", text, ...(loc && { line: loc.line, column: loc.column }) };
}
