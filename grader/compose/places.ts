import { loadCompiler } from "#diagnose/locate/compiler.ts";
import { locateSlip, type Place } from "#diagnose/locate/locate.ts";
import type { Report } from "#contract/report.ts";
import type { Exercise } from "#engine/ports.ts";

/** Where in a file the recognised slips were made, by function: as far as their locators tell. No part of a verdict. */
export async function placesOf(
  { functions }: Report,
  { manifest, misconceptions }: Exercise,
  source: string,
): Promise<Readonly<Record<string, Place>>> {
  const graded = manifest.functions.map(({ name }) => name);
  const sought = functions.flatMap(({ name, rootCause, misconception }) => {
    const locators = misconceptions[misconception ?? ""]?.locators;
    return rootCause && locators !== undefined ? [{ function: name, locators }] : [];
  });
  if (sought.length === 0) return {};
  const compiler = await loadCompiler();
  const found = sought.flatMap((one) => {
    const place = locateSlip(compiler, { ...one, source, graded });
    if (place === null) return [];
    const { line, column, endLine, endColumn } = place;
    return [[one.function, { line, column, endLine, endColumn }] as const];
  });
  return Object.fromEntries(found);
}
