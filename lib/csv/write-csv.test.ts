import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeText } from "@/lib/csv/decode-text";
import { readWhole } from "@/lib/csv/testing/read-whole";
import { type CsvColumn, csvChunks, writeCsv } from "@/lib/csv/write-csv";

const COLUMNS: readonly CsvColumn[] = [
  { header: "name", kind: "text" },
  { header: "amount", kind: "typed" },
  { header: "note", kind: "text" },
];

it("is UTF-8 with a byte order mark, semicolons, CRLF, every field quoted, text guarded and amounts bare", () => {
  const text = writeCsv(COLUMNS, [
    ["=1+1", "-1234.50", 'a;=2 "x"'],
    ["+47 912 34 567", 0, null],
  ]);
  expect(text).toBe(
    '\ufeff"name";"amount";"note"\r\n"\'=1+1";"-1234.50";"a;\'=2 ""x"""\r\n"\'+47 912 34 567";"0";""\r\n',
  );
});

it("what was exported and is imported again is the same, cell by cell", async () => {
  const units = fc.constantFrom(..."=+-@'\"\t\r\n ,;|aæ€x\u200b");
  const cell = fc.oneof(fc.string({ unit: units }), fc.string({ unit: "grapheme" }));
  const storable = cell.filter((text) => !/[\0\ufffd\p{Cs}]/u.test(text));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(storable, fc.nat(), storable), { minLength: 1, maxLength: 5 }), async (rows) => {
      const decoded = decodeText(Buffer.from(writeCsv(COLUMNS, rows)));
      const { records } = await readWhole(decoded.kind === "text" ? decoded.text : "");
      const cells = records.map((record) => record.cells);
      expect(cells).toEqual(rows.map(([name, amount, note]) => [name, String(amount), note]));
    }),
    { numRuns: 1_000 },
  );
});

it("phones, leading zeros and negative text come back unchanged", async () => {
  const rows = [["0047", "2026-03-01", "-5"]];
  const { records } = await readWhole(writeCsv(COLUMNS, rows));
  expect(records.map(({ cells }) => cells)).toEqual(rows);
});

it.each(["=1+1", "-1+1", "@x", "+1", "-cmd", "a;b", "1\n2"])("a typed column refuses %j", (value) => {
  expect(() => writeCsv(COLUMNS, [["Kari", value, ""]])).toThrow(RangeError);
});

it("in pieces it is the same file", () => {
  const rows = Array.from({ length: 2_500 }, (_, at) => [`Kari ${at}`, at, ""]);
  const pieces = Array.from(csvChunks(COLUMNS, rows));
  expect(pieces.length).toBe(4);
  expect(pieces.join("")).toBe(writeCsv(COLUMNS, rows));
});
