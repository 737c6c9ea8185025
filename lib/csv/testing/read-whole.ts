import type { Delimiter } from "../find-delimiter";
import { type CsvRecord, openCsv } from "../read-csv";

/** The whole table of a small text, with the records that are left out apart. */
export async function readWhole(text: string, chosen?: Delimiter) {
  const { delimiter, header, records: read } = await openCsv(text, chosen);
  const all: CsvRecord[] = [];
  for await (const some of read()) for (const record of some) all.push(record);
  return {
    delimiter,
    header,
    records: all.flatMap(({ line, cells, code }) => (code === null ? [{ line, cells }] : [])),
    rejects: all.flatMap(({ code, ...record }) => (code === null ? [] : [{ ...record, code }])),
  };
}
