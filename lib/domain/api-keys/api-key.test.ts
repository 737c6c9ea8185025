import { expect, it } from "vitest";
import { KEY_PREFIX, keyEnd, keyHint, parseKey } from "./api-key";

const NOW = new Date("2026-11-25T10:00:00Z");
const LIVE = { revokedAt: null, expiresAt: null, makerRole: "admin" } as const;
const KEY = `${KEY_PREFIX}${"a".repeat(42)}A`;

it("a key opens until it is revoked, until the moment it expires, and while its maker may make keys", () => {
  expect(keyEnd(LIVE, NOW)).toBeNull();
  expect(keyEnd({ ...LIVE, expiresAt: new Date(NOW.getTime() + 1) }, NOW)).toBeNull();
  expect(keyEnd({ ...LIVE, expiresAt: NOW }, NOW)).toBe("expired");
  expect(keyEnd({ ...LIVE, revokedAt: NOW }, NOW)).toBe("revoked");
  expect(keyEnd({ ...LIVE, makerRole: "owner" }, NOW)).toBeNull();
  for (const makerRole of ["member", "viewer", null] as const) {
    expect(keyEnd({ ...LIVE, makerRole }, NOW)).toBe("maker");
  }
});

it("is `tfk_` and 32 bytes in their one spelling; of it, four characters may be shown", () => {
  expect(parseKey(KEY)).toEqual({ ok: true, value: KEY });
  expect(keyHint(KEY)).toBe("aaaA");
  for (const other of ["", KEY.slice(4), `${KEY}A`, KEY.slice(0, -1), `TFK_${KEY.slice(4)}`, ` ${KEY}`, null, 1]) {
    expect(parseKey(other).ok).toBe(false);
  }
});
