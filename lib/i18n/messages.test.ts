import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { ERROR_CODES, FIELD_CODES } from "@/lib/domain/errors";
import en from "@/messages/en.json";
import nb from "@/messages/nb.json";

describe("messages", () => {
  const bokmål = sentences(nb);
  const english = sentences(en);

  it("has the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...bokmål.keys()].sort());
  });

  it("takes the same arguments and tags in both languages, in well-formed ICU", () => {
    const differing = [...bokmål].filter(([key, text]) => placeholders(text) !== placeholders(english.get(key) ?? ""));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("leaves no sentence empty and no straight quotes in one", () => {
    const bad = [...bokmål, ...english].filter(([, text]) => text.trim() === "" || /["']/.test(text));
    expect(bad.map(([key]) => key)).toEqual([]);
  });

  it("has words for every error code", () => {
    expect(Object.keys(nb.errors.field).sort()).toEqual([...FIELD_CODES].sort());
    expect(Object.keys(nb.errors.code).sort()).toEqual([...ERROR_CODES].sort());
  });

  it("keeps the house rules: no exclamation marks, no «vennligst», no «ugyldig»", () => {
    const bad = [...bokmål, ...english].filter(([, text]) => /!|vennligst|ugyldig|\bplease\b|\binvalid\b/i.test(text));
    expect(bad.map(([key]) => key)).toEqual([]);
  });

  it("notices a sentence that lost an argument", () => {
    expect(placeholders("{k} av {n, plural, one {#} other {#}}")).not.toBe(placeholders("{k} of them"));
  });
});

function sentences(tree: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
      if (typeof value === "string") return [[path + key, value] as const];
      return typeof value === "object" && value !== null ? [...sentences(value, `${path}${key}.`)] : [];
    }),
  );
}

function placeholders(text: string): string {
  return [...new Set(names(parse(text)))].sort().join(" ");
}

function names(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...names(element.children)];
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element.value];
    const branches = Object.values(element.options).flatMap((option) => names(option.value));
    return [`${element.value}:${element.type}`, ...branches];
  });
}
