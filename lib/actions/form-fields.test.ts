import { expect, it } from "vitest";
import { parseForm } from "@/lib/actions/form-fields";
import { AppError } from "@/lib/domain/errors";

it("a name once is text, a repeated one a list in order, and React's entries are gone", () => {
  const fields = parseForm(
    formOf(["name", "Kari"], ["ids", "b"], ["ids", "a"], ["$ACTION_ID_x", ""], ["$ACTION_1:0", "[]"], ["empty", ""]),
  );
  expect(fields).toEqual({ name: "Kari", ids: ["b", "a"], empty: "" });
});

it("a file where text is wanted is refused with the field named", () => {
  const form = formOf(["name", "Kari"]);
  form.append("name", new File(["x"], "x.csv"));
  const refusal = refusalOf(form);
  expect(refusal instanceof AppError && [refusal.code, refusal.details]).toEqual([
    "invalid",
    { fields: { name: "text" } },
  ]);
});

it("a field named like the prototype is a field, and changes nothing else", () => {
  const fields = parseForm(formOf(["__proto__", "x"], ["name", "Kari"]));
  expect(Object.keys(fields).sort()).toEqual(["__proto__", "name"]);
  expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
});

function formOf(...entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

function refusalOf(form: FormData): unknown {
  try {
    return parseForm(form);
  } catch (error) {
    return error;
  }
}
