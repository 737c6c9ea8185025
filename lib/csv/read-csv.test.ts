import { expect, it } from "vitest";
import { findDelimiter } from "@/lib/csv/find-delimiter";
import { COLUMNS_MAX, openCsv, RECORD_LENGTH_MAX, ROWS_MAX } from "@/lib/csv/read-csv";
import { readWhole } from "@/lib/csv/testing/read-whole";
import { hostileVectors } from "@/lib/domain/testing/hostile-vectors";

it.each(hostileVectors("csv-file"))("csv-file: $input", async ({ input, expect: expected }) => {
  if (expected === "reject") {
    await expect(readWhole(String(input))).rejects.toMatchObject({ code: "file-refused" });
    return;
  }
  const { header, records, rejects } = await readWhole(String(input));
  const answer = { header, records: records.map(({ cells }) => cells), rejects: rejects.map(({ line }) => line) };
  expect(answer).toEqual({ rejects: [], ...expected });
});

it.each([
  ["name;amount\nKari;1,5\n", ";"],
  ["name\tamount\nKari;\t1,5\n", "\t"],
  ["name,amount\nKari;x,1\n", ","],
  ['"a;b;c",amount\nx,1\n', ","],
  ["\n\nname;amount\nKari;1\n", ";"],
  ["name\nNordmann, Kari\n", "\t"],
])("the header line decides on the delimiter: %j", (text, delimiter) => {
  expect(findDelimiter(text)).toBe(delimiter);
});

it("a chosen delimiter overrules the guess", async () => {
  expect((await readWhole("a,b;c\n1,2;3\n", ";")).header).toEqual(["a,b", "c"]);
  expect((await readWhole("a,b;c\n1,2;3\n", ",")).header).toEqual(["a", "b;c"]);
});

it("pasted cells of a spreadsheet are a table too", async () => {
  const { header, records } = await readWhole("Navn\tBeløp\r\nÅse\t1 234,50\r\n");
  expect([header, records]).toEqual([["Navn", "Beløp"], [{ line: 2, cells: ["Åse", "1 234,50"] }]]);
});

it("lines are counted as an editor counts them: CRLF in a cell, an old Mac's CR, empty lines between", async () => {
  const text = 'name,note\r\nKari,"a\r\nb"\r\n\r\nOla,"x\ry"\rPer,z\nLiv\n';
  const { records, rejects } = await readWhole(text);
  expect(records.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [2, "Kari"],
    [5, "Ola"],
    [7, "Per"],
  ]);
  expect(rejects).toEqual([{ line: 8, code: "fields", cells: ["Liv"] }]);
});

it("a record of far too many cells is rejected in small, and the lines after it are counted right", async () => {
  const { records, rejects } = await readWhole(`a,b\n${",".repeat(90_000)}"x\ny"\nKari,1\n`);
  expect(records).toEqual([{ line: 4, cells: ["Kari", "1"] }]);
  expect(rejects.map(({ line, code, cells }) => [line, code, cells.length])).toEqual([[2, "fields", COLUMNS_MAX + 1]]);
});

it("a quote inside a cell is text, and a doubled one in a quoted cell is one", async () => {
  const { records } = await readWhole('name;size\nScreen;27" wide\n"Kari ""K""";x\n');
  expect(records.map(({ cells }) => cells)).toEqual([
    ["Screen", '27" wide'],
    ['Kari "K"', "x"],
  ]);
});

it.each([
  ["no-records", "name,note\n\n\n"],
  ["header-empty", "name,\u00a0\nKari,x\n"],
  ["header-twice", "A\u030ase,\u00c5SE\nKari,x\n"],
  ["header-name", `${"n".repeat(10_000)},b\nKari,x\n`],
  ["header-name", "K\ufffdre,b\nKari,x\n"],
  ["columns", `${columnNames(COLUMNS_MAX + 1)}\nx\n`],
  ["open-quote", 'name,note\n"Kari,x\n'],
  ["record-long", `name,note\nKari,"${"x\n".repeat(RECORD_LENGTH_MAX)}"\n`],
  ["record-long", `name,note\n${",".repeat(RECORD_LENGTH_MAX + 1)}\n`],
  ["rows", `name\n${"x\n".repeat(ROWS_MAX + 1)}`],
  ["rows", `name\n${"x\n".repeat(ROWS_MAX - 1)}\n\n\ny\n`],
])(
  "%s: the whole file is refused",
  async (code, text) => {
    await expect(readWhole(text)).rejects.toMatchObject({ code: "file-refused", details: { reason: code } });
  },
  30_000,
);

it("as many columns and records as are allowed are read, in seconds", async () => {
  expect((await readWhole(`${columnNames(COLUMNS_MAX)}\n${"x,".repeat(COLUMNS_MAX - 1)}x\n`)).records).toHaveLength(1);
  const row = "Kari Nordmann;kari@example.no;2026-03-01;1 234,50;Referanser;en liten merknad;x;y\n";
  const started = performance.now();
  expect((await readWhole(`a;b;c;d;e;f;g;h\n${row.repeat(ROWS_MAX)}`)).records).toHaveLength(ROWS_MAX);
  expect(performance.now() - started).toBeLessThan(20_000);
}, 60_000);

function columnNames(count: number): string {
  return Array.from({ length: count }, (_, at) => `c${at}`).join(",");
}

it("records are parsed as they are asked for, and a sign of two units is never cut in half", async () => {
  const row = `${"😀".repeat(1000)}x\n`;
  const { records } = await openCsv(`name\n${row.repeat(600)}`);
  const sizes: number[] = [];
  for await (const some of records()) {
    sizes.push(some.length);
    expect(some.every(({ code, cells }) => code === null && `${cells[0]}\n` === row)).toBe(true);
  }
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(600);
});
