import { FILE_BYTES_MAX } from "@/lib/domain/import/batch";

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export type Decoded =
  | { readonly kind: "text"; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: "refused"; readonly code: "too-big" | "not-text" };

/**
 * The text of an uploaded file and the encoding that it was read in: by its byte order mark, else UTF-8 if every byte is
 * sound, else windows-1252, which old spreadsheets write. `encoding` overrules the guess; nothing is replaced in silence.
 */
export function decodeText(bytes: Uint8Array, encoding?: Encoding): Decoded {
  if (bytes.length > FILE_BYTES_MAX) return { kind: "refused", code: "too-big" };
  if (ARCHIVES.some((start) => start.every((byte, at) => bytes[at] === byte))) return NOT_TEXT;
  const found = encoding ?? encodingOfMark(bytes);
  if (found !== null) return decodeAs(bytes, found);
  const utf8 = decodeAs(bytes, "utf-8");
  return utf8.kind === "text" ? utf8 : decodeAs(bytes, "windows-1252");
}

const NOT_TEXT = { kind: "refused", code: "not-text" } as const;
// A workbook (zip), an old workbook, gzip, PDF: renamed to .csv they are still not text.
const ARCHIVES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x1f, 0x8b],
  [0x25, 0x50, 0x44, 0x46],
];

function encodingOfMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  try {
    const text =
      encoding === "windows-1252" ? decode1252(bytes) : new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text === null ? NOT_TEXT : { kind: "text", text, encoding };
  } catch {
    return NOT_TEXT; // A TypeError is how the decoder says that the bytes are not of this encoding.
  }
}

// Bytes 80 to 9F; the rest is as in Latin-1. Written out: some releases of Node read windows-1252 as Latin-1.
// Five bytes mean nothing.
const UPPER_CONTROLS = "€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ";

/** Every byte means something here, so binary data is told by its controls. */
function decode1252(bytes: Uint8Array): string | null {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const text = latin1.replace(/[\x80-\x9f]/g, (sign) =>
    UPPER_CONTROLS.charAt(sign.charCodeAt(0) - 0x80).replace("?", sign),
  );
  return /(?![\t\r\n])\p{Cc}/u.test(text) ? null : text;
}
