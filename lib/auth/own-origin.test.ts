import { describe, expect, it } from "vitest";
import { isOwnOrigin } from "./own-origin";

const APP_URL = "https://tofold.example.com";
const isOwn = (sent: Record<string, string>) => isOwnOrigin(new Headers(sent), APP_URL);

describe("isOwnOrigin", () => {
  it.each([{ origin: APP_URL, "sec-fetch-site": "same-origin" }, { origin: APP_URL }])("lets %j in", (sent) => {
    expect(isOwn(sent)).toBe(true);
  });

  it.each([
    {},
    { "sec-fetch-site": "same-origin" },
    { origin: "null", "sec-fetch-site": "same-origin" },
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "https://sub.tofold.example.com", "sec-fetch-site": "same-site" },
    { origin: "https://tofold.example.com.evil.example" },
    { origin: "http://tofold.example.com" },
    { origin: "https://tofold.example.com:8443" },
    { origin: `${APP_URL}/` },
    { origin: APP_URL, "sec-fetch-site": "cross-site" },
    { origin: APP_URL, "sec-fetch-site": "none" },
    { origin: "https://evil.example", host: "evil.example", "x-forwarded-host": "evil.example" },
  ])("refuses %j", (sent) => {
    expect(isOwn(sent)).toBe(false);
  });
});
