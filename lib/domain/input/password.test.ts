import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMON_PASSWORDS, COMMON_WORDS } from "./common-passwords";
import { isGuessable, parseNewPassword, parsePassword } from "./password";

const code = (password: unknown) => {
  const parsed = parseNewPassword(password);
  return parsed.ok ? "ok" : parsed.code;
};

describe("parseNewPassword", () => {
  it.each([
    ["", "required"],
    [undefined, "required"],
    ["kort-og-rar", "password-short"],
    ["🦊".repeat(3) + "xy7-k2-", "password-short"],
    ["plystrende grevling", "ok"],
    ["fem gule ☂️ i regn", "ok"],
    ["482910394857", "ok"],
    ["7&!%2#9(@)4$", "ok"],
    ["x".repeat(1020) + "yzæøå", "password-long"],
    ["løvetann på taket\ud800", "text"],
  ])("%j: %s", (password, expected) => {
    expect(code(password)).toBe(expected);
  });

  it.each([
    "Password1234",
    "P@ssw0rd2026!",
    "passordpassord",
    "Velkommen2026!!",
    "123456789012",
    "qwertyuiop123",
    "zyxwvutsrqponm",
    "aaaaaaaaaaaa",
    "abc!abc!abc!abc!",
    "Tofold-2026-tofold",
    "!!sommer 2026!!",
    "1qaz2wsx3edc4rfv",
  ])("%s is among the first that anybody tries", (password) => {
    expect(code(password)).toBe("password-common");
  });

  it("refuses each of its own list, in any case", () => {
    const passed = [...COMMON_PASSWORDS].filter((password) => code(password.toUpperCase()) !== "password-common");
    expect(passed).toEqual([]);
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(300);
    expect(COMMON_WORDS.size).toBeGreaterThan(300);
  });

  it("holds 1,024 bytes and not one more, counted after NFC", () => {
    const bytes = (n: number) => "mangfoldig-".repeat(100).slice(0, n);
    expect([code(bytes(1024)), code(`${bytes(1024)}x`)]).toEqual(["ok", "password-long"]);
    expect(code("e\u0301".repeat(300) + "grevling")).toBe("ok");
  });

  it("makes the Å of every keyboard the same, and changes nothing else", () => {
    expect(parsePassword("  A\u030Angstrøm er lite  ")).toEqual({ ok: true, value: "  Ångstrøm er lite  " });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (password) => {
        const parsed = parsePassword(password);
        expect(parsed.ok ? parsed.value : null).toBe(password.normalize("NFC"));
      }),
    );
  });
});

describe("isGuessable", () => {
  const kari = { email: "kari.nordmann@fjellheim.no", name: "Kari Nordmann" };

  it.each(["karinordmann1", "Fjellheim2026!", "n0rdmann-n0rdmann", "kari.nordmann@fjellheim.no"])(
    "%s is, for Kari Nordmann at Fjellheim",
    (password) => {
      expect(isGuessable(password, kari)).toBe(true);
    },
  );

  it("lets a name stand in something longer", () => {
    expect(isGuessable("nordmann plystrer på isen", kari)).toBe(false);
    expect(isGuessable("plystrende grevling", { email: "a@b.no", name: "Bo" })).toBe(false);
  });
});
