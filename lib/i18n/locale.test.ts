import { describe, expect, it } from "vitest";
import { isLocale, localeFromAcceptLanguage } from "./locale";

describe("localeFromAcceptLanguage", () => {
  it.each([
    ["nb-NO,nb;q=0.9,en;q=0.8", "nb"],
    ["nn", "nb"],
    ["no", "nb"],
    ["en-US,en;q=0.9", "en"],
    ["en;q=0.5, nb;q=0.9", "nb"],
    ["sv-SE, no;q=0.7, en;q=0.6", "nb"],
    ["nb;q=0, en", "en"],
    ["de", "en"],
    ["*", "en"],
    ["constructor", "en"],
    ["", "en"],
    [null, "en"],
  ])("%s is answered in %s", (header, locale) => {
    expect(localeFromAcceptLanguage(header)).toBe(locale);
  });
});

it("knows two languages and nothing else", () => {
  expect(["nb", "en", "nb-NO", "", undefined, null].filter(isLocale)).toEqual(["nb", "en"]);
});
