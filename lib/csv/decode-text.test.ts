import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeText } from "@/lib/csv/decode-text";
import { FILE_BYTES_MAX } from "@/lib/domain/import/batch";

const TEXT = "navn;beløp\nÅse;1 234,50 €\n";
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
const WINDOWS = Buffer.from("navn;bel\xf8p\n\xc5se;1 234,50 \x80\n", "latin1");

it.each([
  ["UTF-8", Buffer.from(TEXT), "utf-8"],
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${TEXT}`), "utf-8"],
  ["UTF-16, as Excel saves it", utf16(TEXT), "utf-16le"],
  ["UTF-16, the other way round", utf16(TEXT).swap16(), "utf-16be"],
  ["windows-1252, the euro sign included", WINDOWS, "windows-1252"],
] as const)("%s is recognised and read", (_name, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ kind: "text", text: TEXT, encoding });
});

it("a chosen encoding overrules the guess, and is refused where the bytes are not of it", () => {
  expect(decodeText(Buffer.from("Ã…se"), "windows-1252")).toMatchObject({ kind: "text", encoding: "windows-1252" });
  expect(decodeText(WINDOWS, "utf-8")).toEqual({ kind: "refused", code: "not-text" });
});

it.each([
  ["a workbook", [0x50, 0x4b, 3, 4, 20, 0]],
  ["gzip", [0x1f, 0x8b, 8, 0]],
  ["NUL in something that is not UTF-8", [0xc5, 0x00, 0x41]],
  ["a byte that windows-1252 does not have", [0x41, 0x81]],
  ["half a UTF-16 character behind its mark", [0xff, 0xfe, 0x41]],
])("%s is not text", (_name, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({ kind: "refused", code: "not-text" });
});

it("20 MB are read, one byte more is not", () => {
  expect(decodeText(new Uint8Array(FILE_BYTES_MAX).fill(0x41)).kind).toBe("text");
  expect(decodeText(new Uint8Array(FILE_BYTES_MAX + 1))).toEqual({ kind: "refused", code: "too-big" });
}, 30_000);

it("any text survives UTF-8 and UTF-16", () => {
  const texts = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !/^(PK\x03\x04|%PDF)|\ufeff/.test(text));
  fc.assert(
    fc.property(texts, (text) => {
      expect(decodeText(Buffer.from(text))).toMatchObject({ text });
      expect(decodeText(utf16(text))).toMatchObject({ text });
    }),
  );
});
