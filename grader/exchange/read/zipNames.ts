import { getFileNameLowLevel, type Entry } from "yauzl";
import { decodeShiftJis, decodeUtf8 } from "./text.ts";

const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;

/**
 * The names of an archive's entries. Those marked as UTF-8, or with Info-ZIP's Unicode path, are what they say. For the
 * others the format has code page 437 and programs write what they like: UTF-8 (macOS, and Canvas's) or Shift_JIS (Windows in
 * Japanese). All such names of an archive are taken to be in one encoding, the first in which every one of them is valid.
 * Source: PKWARE APPNOTE 6.3.10, 4.4.4 bit 11 and appendix D.
 */
export function entryNames(entries: readonly Entry[]): readonly string[] {
  const legacy = legacyDecoder(entries.filter((entry) => !isMarked(entry)).map((entry) => entry.fileNameRaw));
  return entries.map((entry) =>
    isMarked(entry) ? markedName(entry) : (legacy(entry.fileNameRaw) ?? markedName(entry)),
  );
}

function isMarked(entry: Entry): boolean {
  return (
    (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 ||
    entry.extraFields.some((field) => field.id === UNICODE_PATH)
  );
}

/** As the format says; what is not valid UTF-8 gets replacement characters. */
function markedName(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

function legacyDecoder(names: readonly Uint8Array[]): (name: Uint8Array) => string | null {
  const isSpecial = (name: Uint8Array): boolean => name.some((byte) => byte > 0x7f);
  const special = names.filter(isSpecial);
  // a NUL is for the rules on paths to refuse, not for the encoding
  const decoders = [(name: Uint8Array) => decodeUtf8(name.filter((byte) => byte !== 0)), decodeShiftJis];
  const fitting = decoders.find((decode) => special.every((name) => decode(name) !== null));
  return (name) => (isSpecial(name) ? (fitting?.(name) ?? null) : null);
}
