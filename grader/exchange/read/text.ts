/** No exercise needs more; what is larger is not a submission. */
export const MAX_SOURCE_BYTES = 256 * 1024;

/** UTF-8, with or without a byte-order mark (which is no part of the text); null where the bytes are anything else. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  return bytes.includes(0) ? null : decodeStrictly("utf-8", bytes);
}

/**
 * The text in the first of these encodings that it is in beyond doubt, or null:
 * UTF-8; UTF-16 with a byte-order mark, or without one where every other byte is zero; Shift_JIS (see `decodeShiftJis`).
 * Latin-1 and its relatives are never guessed: any bytes at all are valid in them.
 */
export function decodeText(bytes: Uint8Array): string | null {
  return decodeUtf8(bytes) ?? decodeUtf16(bytes) ?? decodeShiftJis(bytes);
}

function decodeUtf16(bytes: Uint8Array): string | null {
  const order = byteOrder(bytes);
  const text = order === null ? null : decodeStrictly(order, bytes);
  return text?.includes("\0") === true ? null : text;
}

function byteOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // a program is mostly ASCII, whose high bytes are zero and whose low bytes never are
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd > bytes.length / 4) return "utf-16le";
  return odd === 0 && even > bytes.length / 4 ? "utf-16be" : null;
}

const japanese = String.raw`[\u3000-\u30ff\p{Script=Han}\uff01-\uff5e]`;
const onlyJapanese = new RegExp(`^(?:[\\0-\\x7f]|${japanese}|[\u2010-\u2312\u0391-\u03c9±×÷])*$`, "u");
const japaneseWord = new RegExp(`${japanese}{2}`, "u");

/**
 * Shift_JIS as Windows writes it, if the bytes are valid in it, every character outside ASCII is one that Japanese text
 * has, and at least two of them stand side by side: a lone curly quote or umlaut of a western code page before an ASCII
 * letter also reads as a kanji. EUC-JP reads as half-width kana, which for that reason are not accepted.
 * Source: WHATWG Encoding Standard, 12.3 (Shift_JIS).
 */
export function decodeShiftJis(bytes: Uint8Array): string | null {
  const text = bytes.includes(0) ? null : decodeStrictly("shift_jis", bytes);
  return text !== null && onlyJapanese.test(text) && japaneseWord.test(text) ? text : null;
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes); // drops a byte-order mark
  } catch {
    return null;
  }
}
