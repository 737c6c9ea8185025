import { NextRequest } from "next/server";
import { afterEach, expect, it, vi } from "vitest";
import { config, proxy } from "./proxy";

afterEach(() => vi.unstubAllEnvs());

async function answerAt(appUrl: string, sent: Readonly<Record<string, string>> = {}) {
  vi.stubEnv("APP_URL", appUrl);
  vi.stubEnv("AUTH_SECRET", "a secret of the tests, long enough");
  return (await proxy(new NextRequest(`${appUrl}/explained`, { headers: sent }))).headers;
}

it("binds browsers to https where that is our address, and nowhere else", async () => {
  expect((await answerAt("https://tofold.example.com")).get("strict-transport-security")).toBe("max-age=31536000");
  expect((await answerAt("http://localhost:3000")).get("strict-transport-security")).toBeNull();
});

it("gives the page the policy that the browser is told, and never the one that a browser sent", async () => {
  const headers = await answerAt("http://localhost:3000", { "Content-Security-Policy": "script-src 'nonce-mine'" });
  const told = headers.get("content-security-policy");
  expect(told).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'/);
  expect(headers.get("x-middleware-request-content-security-policy")).toBe(told);
  expect((await answerAt("http://localhost:3000")).get("content-security-policy")).not.toBe(told);
});

it("refuses a form of ours that is sent from elsewhere or from nowhere, plainly, and takes our own", async () => {
  vi.stubEnv("APP_URL", "https://tofold.example.com");
  vi.stubEnv("AUTH_SECRET", "a secret of the tests, long enough");
  const own = { Origin: "https://tofold.example.com" };
  const asked = (path: string, method: string, headers: Readonly<Record<string, string>>) =>
    proxy(new NextRequest(`https://tofold.example.com${path}`, { method, headers }));
  const status = async (method: string, headers: Readonly<Record<string, string>>) =>
    (await asked("/sign-in", method, headers)).status;
  expect(await status("POST", own)).toBe(200);
  expect(await status("GET", { Origin: "https://evil.example" })).toBe(200);
  const evil = [
    "https://evil.example",
    "null",
    "https://tofold.example.com.evil.example",
    "https://a.tofold.example.com",
  ];
  for (const Origin of evil) expect(await status("POST", { Origin }), Origin).toBe(403);
  expect(await status("POST", {})).toBe(403);
  expect(await status("DELETE", {})).toBe(403);
  expect(await status("POST", { ...own, "Sec-Fetch-Site": "cross-site" })).toBe(403);
  expect(await status("POST", { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" })).toBe(403);
  const refused = await asked("/sign-in", "POST", { Origin: "https://evil.example" });
  expect(refused.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(refused.headers.get("strict-transport-security")).toBe("max-age=31536000");
});

it("refuses a form whose parts are broken, and leaves a whole one to the page", async () => {
  vi.stubEnv("APP_URL", "https://tofold.example.com");
  vi.stubEnv("AUTH_SECRET", "a secret of the tests, long enough");
  const sent = async (body: string, more: Readonly<Record<string, string>> = {}) => {
    const type = { "Content-Type": "multipart/form-data; boundary=x", Origin: "https://tofold.example.com" };
    const headers = { ...type, ...more };
    return proxy(new NextRequest("https://tofold.example.com/sign-in", { method: "POST", headers, body }));
  };
  const whole = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n';
  expect((await sent(whole)).status).toBe(200);
  for (const broken of ["", "--x\r\nbroken", whole.slice(0, -6), "--y--\r\n"]) {
    const refused = await sent(broken);
    expect([refused.status, await refused.text()], broken).toEqual([400, "Bad Request"]);
    expect(refused.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  }
  expect((await sent(whole, { "Content-Type": "Multipart/Form-Data" })).status).toBe(400);
  expect((await sent("--x\r\nbroken", { Origin: "https://evil.example" })).status).toBe(403);
});

it("takes the language of a link from no browser", async () => {
  const headers = await answerAt("http://localhost:3000", { "x-link-locale": "nb" });
  expect(headers.get("x-middleware-request-x-link-locale")).toBeNull();
});

it("sees every page, and no upload, route of the API, file of the build or frame", () => {
  const [matcher = ""] = config.matcher;
  const sees = (path: string) => new RegExp(`^${matcher}$`).test(path);
  for (const path of ["/", "/t/nordlys", "/t/nordlys/import", "/r/token", "/apiary"])
    expect(sees(path), path).toBe(true);
  for (const path of ["/api/v1/leads", "/_next/static/a.js", "/embed/token", "/t/nordlys/import/upload"])
    expect(sees(path), path).toBe(false);
});
