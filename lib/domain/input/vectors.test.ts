import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Parsed } from "@/lib/domain/errors";
import { parseBoolean } from "@/lib/domain/input/boolean";
import { parseCallback } from "@/lib/domain/input/callback";
import { parseDate } from "@/lib/domain/input/date";
import { DATE_FORMATS, parseDateImport } from "@/lib/domain/input/date-import";
import { parseEmail } from "@/lib/domain/input/email";
import { parseInstant } from "@/lib/domain/input/instant";
import { parseJsonObject } from "@/lib/domain/input/json-body";
import { parseLeadEmail } from "@/lib/domain/input/lead-email";
import { parseLink, parseOrigin } from "@/lib/domain/input/link";
import { logValue } from "@/lib/domain/input/log-value";
import { parseCount, parseMinor, parseMoney } from "@/lib/domain/input/money";
import { parseName } from "@/lib/domain/input/name";
import { parseNote } from "@/lib/domain/input/note";
import type { Parse } from "@/lib/domain/input/parsed";
import { escapeLike, parseSearch } from "@/lib/domain/input/search";
import { parseSlug } from "@/lib/domain/input/slug";
import { parseSort } from "@/lib/domain/input/sort";
import { parseTeamName } from "@/lib/domain/input/team-name";
import { parseToken } from "@/lib/domain/input/token";
import { parseUuid } from "@/lib/domain/input/uuid";
import { allHostileVectors, type HostileVector as Vector } from "@/lib/domain/testing/hostile-vectors";

const vectors = allHostileVectors();

const FIXED_POINTS: Readonly<Record<string, Parse<string>>> = {
  name: parseName,
  note: parseNote,
  email: parseEmail,
  "lead-email": parseLeadEmail,
  link: parseLink,
  callback: (input) => parseCallback(input, "https://app.example"),
  origin: parseOrigin,
  date: parseDate,
  uuid: parseUuid,
  token: parseToken,
  slug: parseSlug,
  "team-name": parseTeamName,
};

const ANSWERS: Readonly<Record<string, (vector: Vector) => unknown>> = {
  ...Object.fromEntries(
    Object.entries(FIXED_POINTS).map(([kind, parse]) => [kind, (v: Vector) => said(parse(v.input))]),
  ),
  money: (v) => said(parseMoney(v.input, numberFormat(v))),
  count: (v) => said(parseCount(v.input, numberFormat(v))),
  minor: (v) => said(parseMinor(v.input)),
  boolean: (v) => said(parseBoolean(v.input)),
  search: (v) => said(parseSearch(v.input), (text) => ({ like: escapeLike(text) })),
  sort: (v) => said(parseSort(v.input, ["name", "came_in_on"])),
  instant: (v) => said(parseInstant(v.input)),
  "date-import": (v) => said(parseDateImport(v.input, dateFormat(v))),
  "json-body": (v) => bodyWithName(String(v.input)),
  "log-value": (v) => ({
    lines: JSON.stringify({ value: logValue(String(v.input)) }).split(/[\p{Cc}\u2028\u2029]/u).length,
  }),
};
// Their parsers are packages or zones, and their tests stand beside these.
const TESTED_ELSEWHERE = {
  "csv-cell": "lib/csv/csv-cell.test.ts",
  "csv-file": "lib/csv/read-csv.test.ts",
  filename: "lib/csv/filename.test.ts",
  "wall-time": "lib/domain/period.test.ts",
  "day-range": "lib/domain/period.test.ts",
  "local-date": "lib/domain/period.test.ts",
  "iso-week": "lib/domain/period.test.ts",
};

test.each(vectors.filter(({ kind }) => kind in ANSWERS))("$group, $kind: $input", (vector) => {
  const { render: _render, sql: _sql, ...expected } = vector.expect === "reject" ? {} : vector.expect;
  expect(ANSWERS[vector.kind]?.(vector)).toEqual(vector.expect === "reject" ? "reject" : expected);
});

test("a parsed value parses to itself, in every kind that promises it", () => {
  const values = vectors.filter(({ kind, expect }) => kind in FIXED_POINTS && expect !== "reject");
  expect(new Set(values.map(({ kind }) => kind))).toEqual(new Set(Object.keys(FIXED_POINTS)));
  for (const { kind, expect: expected } of values) {
    const value = expected === "reject" ? undefined : expected["value"];
    expect(FIXED_POINTS[kind]?.(value)).toEqual({ ok: true, value });
  }
});

test("every kind in the file of vectors has a parser, and a parser that is tested", () => {
  const kinds = new Set(vectors.map(({ kind }) => kind));
  expect(kinds).toEqual(new Set([...Object.keys(ANSWERS), ...Object.keys(TESTED_ELSEWHERE)]));
  for (const [kind, file] of Object.entries(TESTED_ELSEWHERE)) {
    expect(readFileSync(path.resolve(import.meta.dirname, "../../..", file), "utf8")).toContain(`"${kind}"`);
  }
});

function said<T>(parsed: Parsed<T>, show: (value: T) => unknown = (value) => ({ value })): unknown {
  return parsed.ok ? show(parsed.value) : "reject";
}

function bodyWithName(text: string): unknown {
  const body = parseJsonObject(text);
  if (!body.ok || Object.keys(body.value).some((key) => key !== "name")) return "reject";
  return said(parseName(body.value["name"]), (name) => ({ value: { name } }));
}

function numberFormat({ format }: Vector): "nb" | "en" {
  if (format !== "nb" && format !== "en") throw new Error("a vector without its number format");
  return format;
}

function dateFormat({ format }: Vector): (typeof DATE_FORMATS)[number] {
  const found = DATE_FORMATS.find((each) => each === format);
  if (found === undefined) throw new Error("a vector without its date format");
  return found;
}
