import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSlug } from "@/lib/domain/input/slug";
import { teamSlug } from "@/lib/domain/teams/team-slug";

test("a name becomes small letters, digits and single hyphens", () => {
  expect(teamSlug("Blåbær & Sønn AS", null)).toBe("blabaer-sonn-as");
  expect(teamSlug("Nordlys", "7f3a")).toBe("nordlys-7f3a");
});

test("a name without enough Latin letters still gives an address", () => {
  expect(teamSlug("客户", null)).toBe("team");
  expect(teamSlug("X", null)).toBe("team-x");
});

test("any name, with a suffix or without, gives an address that its own parser accepts", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.constantFrom(null, "0a9f"), (name, suffix) => {
      expect(parseSlug(teamSlug(name, suffix))).toEqual({ ok: true, value: teamSlug(name, suffix) });
    }),
  );
});
