import { expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import type { FieldErrors } from "@/lib/domain/errors";
import type { ChannelId, LeadId } from "@/lib/domain/ids";
import { parseJsonObject } from "@/lib/domain/input/json-body";
import { hostileVectors } from "@/lib/domain/testing/hostile-vectors";
import { fieldErrors } from "@/lib/use-cases/field-errors";
import {
  checkboxField,
  choiceField,
  idField,
  idsField,
  moneyField,
  nameField,
  optionalDateField,
  optionalIdField,
  optionalLeadEmailField,
  optionalMoneyField,
  optionalNameField,
  typedDateField,
  versionField,
} from "@/lib/use-cases/fields";

const ID = "3f2b8c1e-5d4a-4c6b-9e7f-0a1b2c3d4e5f";
const Lead = z.strictObject({
  id: idField<LeadId>(),
  name: nameField,
  company: optionalNameField,
  email: optionalLeadEmailField,
  channel: optionalIdField<ChannelId>(),
  amount: optionalMoneyField("nb", 2),
  cameInOn: optionalDateField,
});

it("a form of strings becomes domain values, and what was left empty is null", () => {
  const typed = { id: ID, name: " A\u030ase ", company: "", email: "Kari@Firma.no", channel: "", amount: "1 234,50" };
  expect(Lead.parse(typed)).toEqual({
    id: ID,
    name: "Åse",
    company: null,
    email: "kari@firma.no",
    channel: null,
    amount: 123450,
    cameInOn: null,
  });
});

it("the parsed types are those of the domain", () => {
  type Parsed = z.output<typeof Lead>;
  expectTypeOf<Parsed["id"]>().toEqualTypeOf<LeadId>();
  expectTypeOf<Parsed["channel"]>().toEqualTypeOf<ChannelId | null>();
  expectTypeOf<Parsed>().toEqualTypeOf<{
    id: LeadId;
    name: string;
    company: string | null;
    email: string | null;
    channel: ChannelId | null;
    amount: number | null;
    cameInOn: string | null;
  }>();
});

it("each refused field is named with its code, and an unknown one too", () => {
  const typed = { id: "1", name: "", email: "kari", amount: "1.234", cameInOn: "2026-02-30", team_id: ID };
  expect(errorsOf(Lead, typed)).toEqual({
    id: "choice",
    name: "required",
    email: "email",
    amount: "amount",
    cameInOn: "date",
    team_id: "unknown-field",
  });
});

it("a nested path is joined by points, and prototype keys are unknown fields like any other", () => {
  const Rows = z.strictObject({ rows: z.array(z.strictObject({ name: nameField })) });
  const body: unknown = JSON.parse('{"rows":[{"name":"Kari"},{"name":"","x":1}],"__proto__":{"a":1}}');
  expect(Object.entries(errorsOf(Rows, body)).sort()).toEqual([
    ["__proto__", "unknown-field"],
    ["rows.1.name", "required"],
    ["rows.1.x", "unknown-field"],
  ]);
  expect(errorsOf(Rows, "x")).toEqual({ "": "choice" });
});

it("zod's own bounds have a code, and the first thing wrong with a field is told", () => {
  const Bounded = z.strictObject({
    list: z.array(nameField).min(1),
    name: nameField.refine(() => false, "name-taken"),
  });
  expect(errorsOf(Bounded, { list: [], name: "Kari" })).toEqual({ list: "too-short", name: "name-taken" });
});

it("a ticked box is true, an absent one false, and no word stands for either", () => {
  expect([checkboxField.parse("on"), checkboxField.parse(undefined)]).toEqual([true, false]);
  expect(["true", "", 1, null].filter((input) => checkboxField.safeParse(input).success)).toEqual([]);
});

it("absent: a required field says so, an optional one is null, an unticked box false, and a change leaves it alone", () => {
  const Absent = z.strictObject({ box: checkboxField, ids: idsField<LeadId>(9), date: optionalDateField });
  expect(Absent.parse({})).toEqual({ box: false, ids: [], date: null });
  expect(Object.keys(Absent.partial().parse({}))).toEqual([]);
  expect(errorsOf(Lead, {})).toEqual({ id: "required", name: "required" });
});

it("one id or many of a repeated field are a list, and one bad id refuses all", () => {
  const ids = idsField<LeadId>(2);
  expect([ids.parse(undefined), ids.parse(ID), ids.parse([ID, ID])]).toEqual([[], [ID], [ID, ID]]);
  expect([[ID, "x"], [ID, ID, ID], null].filter((input) => ids.safeParse(input).success)).toEqual([]);
});

it("amounts and dates are read in the language of the form, decimals by the currency", () => {
  expect(moneyField("en", 2).parse("1,234")).toBe(123400);
  expect(moneyField("nb", 2).safeParse("1,234").success).toBe(false);
  expect(moneyField("nb", 0).parse("1 234")).toBe(1234);
  expect(moneyField("nb", 0).safeParse("12,50").success).toBe(false);
  expect(moneyField("en", 3).parse("1.234")).toBe(1234);
  expect(typedDateField("en").parse("1/2/2026")).toBe("2026-02-01");
});

it("versions and choices are exact", () => {
  expect(versionField.parse("12")).toBe(12);
  expect(["", "0", "1.0", " 1", 1, "9999999999"].filter((input) => versionField.safeParse(input).success)).toEqual([]);
  const kind = choiceField(["won", "lost"]);
  expectTypeOf<z.output<typeof kind>>().toEqualTypeOf<"won" | "lost">();
  expect(["Won", "open", "", 0].filter((input) => kind.safeParse(input).success)).toEqual([]);
});

it.each(hostileVectors("json-body"))("json-body: $input", ({ input, expect: expected }) => {
  const body = parseJsonObject(String(input));
  const parsed = body.ok ? z.strictObject({ name: nameField }).safeParse(body.value) : { success: false as const };
  expect(parsed.success ? { value: parsed.data } : "reject").toEqual(expected);
});

function errorsOf(schema: z.ZodType, input: unknown): FieldErrors {
  const parsed = schema.safeParse(input);
  if (parsed.success) throw new Error("accepted");
  return fieldErrors(parsed.error);
}
