import { expect, it } from "vitest";
import { nameFromEmail } from "./name-from-email";

it.each([
  ["kari.nordmann+salg@firma.no", "Kari Nordmann"],
  ["kari@firma.no", "Kari"],
  ["o'brien_2@firma.no", "O Brien 2"],
  ["_@firma.no", "?"],
])("%s is %s", (email, name) => {
  expect(nameFromEmail(email)).toBe(name);
});
