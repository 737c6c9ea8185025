import { expect, test } from "vitest";
import { hostileVectors } from "@/lib/domain/testing/hostile-vectors";
import { fieldErrors } from "@/lib/use-cases/field-errors";
import { createLeadInput } from "./create-lead";

const FIELDS = [
  ["name", "name", "name"],
  ["company", "name", "company"],
  ["phone", "name", "phone"],
  ["email", "lead-email", "email"],
  ["note", "note", "note"],
  ["channelId", "uuid", "channelId"],
  ["campaignId", "uuid", "campaignId"],
  ["ownerId", "uuid", "ownerId"],
] as const;

test.each(FIELDS)("hostile strings in %s are kept as they must be, or refused there alone", (field, kind, key) => {
  for (const { input, expect: wanted } of hostileVectors(kind)) {
    const parsed = createLeadInput("nb").safeParse({ name: "Ola", note: "", [field]: input });
    const isBlank = typeof input !== "string" || input.trim() === "";
    if (parsed.success && !(isBlank && field !== "name")) expect(parsed.data[key]).toEqual(valueOf(wanted, input));
    if (!parsed.success) expect(Object.keys(fieldErrors(parsed.error)), JSON.stringify(input)).toEqual([field]);
    if (!parsed.success) expect(wanted).toBe("reject");
  }
});

test.each(["nb", "en"] as const)(
  "hostile amounts as %s writes them are minor units, or refused at the amount",
  (format) => {
    const vectors = hostileVectors("money").filter((vector) => vector.format === format);
    expect(vectors.length).toBeGreaterThan(0);
    for (const { input, expect: wanted } of vectors) {
      if (typeof input !== "string" || input.trim() === "") continue;
      const typed = { name: "Ola", note: "", amount: input, currency: "NOK" };
      const parsed = createLeadInput(format).safeParse(typed);
      if (parsed.success) expect({ value: parsed.data.money?.minor }, input).toEqual(wanted);
      else expect([fieldErrors(parsed.error), wanted], input).toEqual([{ amount: "amount" }, "reject"]);
    }
  },
);

test("an amount needs a currency in use, and nothing typed is no amount", () => {
  const read = (typed: object) => createLeadInput("nb").safeParse({ name: "Ola", note: "", ...typed });
  const refused = read({ amount: "10", currency: "XXX" });
  expect(refused.error === undefined ? {} : fieldErrors(refused.error)).toEqual({ currency: "currency" });
  expect(read({ amount: " ", currency: "NOK" }).data?.money).toBeNull();
});

function valueOf(wanted: "reject" | Readonly<Record<string, unknown>>, input: unknown): unknown {
  return wanted === "reject" ? `${JSON.stringify(input)} should have been refused` : wanted.value;
}
