import { expect, it } from "vitest";
import { guessColumns } from "./guess-columns";
import { dateFormatsOf, numberFormatOf } from "./guess-reading";
import { readDateCell } from "./read-date-cell";
import { IMPORT_FIELDS } from "./fields";
import { IMPORT_KINDS } from "./batch";

it("the real funnel's headings are understood: mql_id, first_contact_date, origin; mql_id and won_date of deals", () => {
  expect(guessColumns("leads", ["mql_id", "first_contact_date", "landing_page_id", "origin"])).toEqual({
    external_id: 0,
    came_in_on: 1,
    channel: 3,
  });
  expect(guessColumns("deals", ["mql_id", "seller_id", "sdr_id", "sr_id", "won_date", "lead_type"])).toEqual({
    lead_external_id: 0,
    signed_on: 4,
  });
});

it("headings in Norwegian and English, in any case and with any sign, are understood", () => {
  expect(guessColumns("leads", ["Navn", "E-POST", "Kanal", "Ansvarlig", "Opprettet"])).toEqual({
    name: 0,
    email: 1,
    channel: 2,
    owner: 3,
    came_in_on: 4,
  });
  expect(guessColumns("opportunities", ["Deal Name", "Deal owner", "Create Date", "Deal Stage", "Amount"])).toEqual({
    name: 0,
    owner: 1,
    opened_on: 2,
    stage: 3,
    amount: 4,
  });
});

it.each(IMPORT_KINDS)("our own headings of %s are all found, each for itself", (kind) => {
  const fields = IMPORT_FIELDS[kind];
  expect(guessColumns(kind, fields)).toEqual(Object.fromEntries(fields.map((field, at) => [field, at])));
});

it("a column of other things is no guess", () => {
  expect(guessColumns("leads", ["__proto__", "constructor", "kolonne 1"])).toEqual({});
});

it.each([
  [["2018-02-26 19:58:54", "2018-05-08 20:17:59"], ["yyyy-mm-dd"]],
  [["03/04/25"], ["d/m/yy", "m/d/yy"]],
  [
    ["03/04/25", "31/04/25"],
    ["d/m/yy", "m/d/yy"],
  ],
  [["03/04/25", "31/05/25"], ["d/m/yy"]],
  [["1.2.2026", ""], ["d.m.yyyy"]],
  [["i går"], []],
])("dates like %j can be read as %j", (cells, formats) => {
  expect(dateFormatsOf(cells)).toEqual(formats);
});

it("12.500,50 is Norwegian and 12,500 English; what both read goes by the person's language", () => {
  expect(numberFormatOf(["12,500"], "nb")).toBe("en");
  expect(numberFormatOf(["12 500,50"], "nb")).toBe("nb");
  expect(numberFormatOf(["12500"], "en")).toBe("en");
});

it.each([
  ["2018-02-26 23:30:00", "as-written", "2018-02-26"],
  ["2018-02-26 23:30:00", "utc", "2018-02-27"],
  ["2018-02-26T23:30:00Z", "as-written", "2018-02-27"],
  ["2018-02-26T00:30:00+02:00", "as-written", "2018-02-25"],
  ["2018-02-26", "utc", "2018-02-26"],
] as const)("%s with times %s is %s in Oslo", (cell, timesAre, day) => {
  const reading = { format: "yyyy-mm-dd", timesAre, zone: "Europe/Oslo" } as const;
  expect(readDateCell(cell, reading)).toEqual({ ok: true, value: day });
});

it.each([
  "2018-02-26 24:00:00",
  "2018-02-30 10:00",
  "2018-02-26 10:61",
  "2018-02-26 10:00 Oslo",
  "2018-02-26T10:00+99:00",
])("%s is no date", (cell) => {
  const reading = { format: "yyyy-mm-dd", timesAre: "as-written", zone: "Europe/Oslo" } as const;
  expect(readDateCell(cell, reading)).toEqual({ ok: false, code: "date" });
});
