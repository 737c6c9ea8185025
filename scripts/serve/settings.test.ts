import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { SAMPLE_AUTH_SECRET, requireFreePort, servingSettings } from "./settings";

const SECRET = "0123456789abcdef0123456789abcdef";

test("with nothing set it serves http://localhost:3000 from the embedded database", () => {
  expect(servingSettings({ NODE_ENV: "test" })).toMatchObject({
    port: 3000,
    appUrl: "http://localhost:3000",
    databaseUrl: null,
    authSecret: null,
  });
});

test("an empty variable counts as absent, and APP_URL follows PORT", () => {
  const settings = servingSettings({ NODE_ENV: "test", PORT: "3210", APP_URL: "", DATABASE_URL: "", AUTH_SECRET: "" });
  expect(settings).toMatchObject({ appUrl: "http://localhost:3210", databaseUrl: null, authSecret: null });
});

test("a short secret and the one of .env.example are refused, and the value is not repeated", () => {
  expect(readFileSync(".env.example", "utf8")).toContain(`AUTH_SECRET=${SAMPLE_AUTH_SECRET}\n`);
  expect(() => servingSettings({ NODE_ENV: "test", AUTH_SECRET: SECRET.slice(1) })).toThrow(
    /^AUTH_SECRET must have 32 characters or more\.$/,
  );
  expect(() => servingSettings({ NODE_ENV: "test", AUTH_SECRET: SAMPLE_AUTH_SECRET })).toThrow(
    /^AUTH_SECRET must not be the one of \.env\.example\.$/,
  );
  expect(servingSettings({ NODE_ENV: "test", AUTH_SECRET: SECRET }).authSecret).toBe(SECRET);
});

test.each([
  ["PORT", "80a"],
  ["APP_URL", "tofold.example.com"],
  ["APP_URL", "javascript:alert(1)"],
  ["DATABASE_URL", "mysql://localhost/tofold"],
])("%s=%s is refused by name", (name, value) => {
  expect(() => servingSettings({ NODE_ENV: "test", [name]: value })).toThrow(new RegExp(`^${name} must`));
});

test("a port of another program is refused with a line that names it", async () => {
  const stranger = createServer();
  const port = await new Promise<number>((done) => {
    stranger.listen(0, () => {
      const address = stranger.address();
      done(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  await expect(requireFreePort(port)).rejects.toThrow(`Port ${port} is taken`);
  stranger.close();
  await expect(requireFreePort(0)).rejects.toThrow("not allowed");
});
