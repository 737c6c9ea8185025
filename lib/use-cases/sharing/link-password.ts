import { randomInt } from "node:crypto";
import { fieldError } from "@/lib/domain/errors";
import { parseLinkPassword } from "@/lib/domain/input/link-password";
import type { PROTECTIONS } from "./link-fields";

/** Which password a link gets, in the clear and shown once; null: none. */
export function choosePassword(protection: (typeof PROTECTIONS)[number], typed: unknown): string | null {
  switch (protection) {
    case "none":
      return null;
    case "generated":
      return generatePassword();
    case "own": {
      const parsed = parseLinkPassword(typed);
      if (!parsed.ok) throw fieldError({ password: parsed.code });
      return parsed.value;
    }
  }
}

// Without those that look alike; 16 of 32 signs are 80 bits.
const SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";
const GROUPS = 4;

/** To be read aloud and typed: «k3mp-9xqt-w7hd-2ufr». */
function generatePassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}
