import { expect, test } from "vitest";
import fc from "fast-check";

import { fold } from "@/lib/domain/fold";

test("names that differ only in case, accents, Nordic letters or spaces fold to one", () => {
  expect(fold("  Trygg   Økonomi ")).toBe("trygg okonomi");
  expect(fold("Åse")).toBe("ase");
  expect(fold("A\u030Ase")).toBe("ase");
  expect(fold("Næring")).toBe("naering");
  expect(fold("Café\u00A0Noir")).toBe("cafe noir");
  expect(fold("İstanbul")).toBe("istanbul");
});

test("names in other scripts keep their letters", () => {
  expect(fold("Клиент")).toBe("клиент");
  expect(fold("客户")).toBe("客户");
});

test("folding twice is folding once, for any text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => fold(fold(text)) === fold(text)));
});
