import type { APIResponse } from "@playwright/test";
import { allRows } from "@/db/testing/all-rows";
import { routes } from "@/lib/routes";
import { OTHER_PAGES } from "../entrances";
import { expect, test } from "../fixtures";
import { serverState } from "../server-state";

const SAID = [
  ...["cache-control", "content-security-policy", "cross-origin-opener-policy", "cross-origin-resource-policy"],
  ...["permissions-policy", "referrer-policy", "strict-transport-security", "x-content-type-options"],
  ...["x-frame-options", "x-robots-tag", "x-powered-by", "server", "access-control-allow-origin"],
];

const ALWAYS = {
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};
const PAGE = {
  ...ALWAYS,
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'nonce-N' 'strict-dynamic'; style-src 'self' 'nonce-N'; " +
    "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
};
const ROUTE = {
  ...ALWAYS,
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
};
const PARTS = { "Content-Type": "multipart/form-data; boundary=x" };
const BROKEN = Buffer.from("--x\r\nbroken");
const SHARED = { "referrer-policy": "no-referrer", "x-robots-tag": "noindex, nofollow, noarchive" };
const HTTPS = { "X-Forwarded-Proto": "https" };
const BOUND = { "strict-transport-security": "max-age=31536000" };
const FRAME = {
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": ALWAYS["permissions-policy"],
  "x-content-type-options": "nosniff",
  ...SHARED,
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};
const STATIC = { ...ROUTE, "cache-control": "public, max-age=31536000, immutable" };

test("every kind of answer carries the headers of its kind, and tells nothing of the server (8.7, S9)", async ({
  context,
  world,
  browser,
}) => {
  const owner = await world.signIn(context);
  const { slug } = await world.team(owner, "startup");
  const stranger = await browser.newContext();
  const [mine, nobodys] = [context.request, stranger.request];
  const html = await (await mine.get(routes.landing())).text();
  const [script = ""] = /\/_next\/static\/[^"]+\.js/.exec(html) ?? [];
  const once = { maxRedirects: 0 };
  const [own, foreign] = [{ Origin: serverState().origin }, { Origin: "https://evil.example" }];
  const dead = routes.sharedReport("a".repeat(43));

  const kinds: readonly (readonly [kind: string, answer: Promise<APIResponse>, headers: object, status?: number])[] = [
    ["a public page", mine.get(routes.explained()), PAGE],
    ["a page of a team", mine.get(routes.leads(slug)), PAGE],
    ["the same in parts", mine.get(routes.leads(slug), { headers: { RSC: "1" } }), PAGE],
    ["the same for a robot", mine.head(routes.leads(slug)), PAGE],
    ["a form that is none", mine.post(routes.leads(slug), { multipart: { a: "b" }, headers: own }), PAGE, 400],
    ["a form in broken parts", mine.post(routes.signIn(), { headers: { ...own, ...PARTS }, data: BROKEN }), PAGE, 400],
    ["a method that no page has", mine.fetch(routes.leads(slug), { method: "TRACE", headers: own }), ROUTE, 405],
    ["a form from elsewhere", mine.post(routes.signIn(), { multipart: { a: "b" }, headers: foreign }), PAGE, 403],
    ["a form from nowhere", mine.post(routes.leads(slug), { multipart: { a: "b" } }), PAGE, 403],
    ["a page that is not there", mine.get(`${routes.landing()}nothing-here`), PAGE, 404],
    ["a team that is not there", mine.get(routes.team("nothing-here")), PAGE, 404],
    ["a way elsewhere", nobodys.get(routes.leads(slug), once), PAGE, 307],
    ["a report link that is not there", nobodys.get(dead), { ...PAGE, ...SHARED }, 404],
    ["a download", mine.get(routes.importRejected(slug, owner.id)), PAGE, 404],
    ["a file from elsewhere", mine.post(routes.importUpload(slug), { headers: foreign }), ROUTE, 403],
    ["the API without a key", nobodys.get("/api/v1/leads"), ROUTE, 401],
    ["the API by a method of nothing", nobodys.fetch("/api/v1/rates", { method: "TRACE" }), ROUTE, 405],
    ["nothing in the API", nobodys.get("/api/v1/nothing-here"), ROUTE, 404],
    ["a sign of life", nobodys.get("/api/livez"), ROUTE],
    ["a file of the build", nobodys.get(script), STATIC],
    ["the same over https", nobodys.get(script, { headers: HTTPS }), { ...STATIC, ...BOUND }],
    ["the API over https", nobodys.get("/api/v1/leads", { headers: HTTPS }), { ...ROUTE, ...BOUND }, 401],
    ["a dead frame", nobodys.get(routes.embeddedReport("a".repeat(43))), FRAME, 404],
  ];
  for (const [kind, asked, headers, status = 200] of kinds) {
    const answer = await asked;
    expect({ kind, status: answer.status(), ...said(answer) }).toEqual({ kind, status, ...headers });
  }
  await stranger.close();
});

test("each page's scripts carry the nonce of its own answer, whatever the browser sent as one", async ({ context }) => {
  const sent = { "Content-Security-Policy": "script-src 'nonce-mine'", "x-nonce": "mine" };
  const nonces = new Set<string>();
  for (const path of Object.values(OTHER_PAGES)) {
    const answer = await context.request.get(path, { headers: sent });
    const nonce = nonceOf(answer);
    nonces.add(nonce);
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(Object.keys(OTHER_PAGES).length);
});

test("nothing of the server's own lies open", async ({ context }) => {
  const paths = [
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    ...[
      "/.env",
      "/.git/config",
      "/.data/secrets.json",
      "/package.json",
      "/next.config.js",
      "/_next/server/app/page.js",
    ],
    ...["/__nextjs_original-stack-frames", "/_next/webpack-hmr", "/_next/static/../../package.json"],
    ...["/_next/static/..%2f..%2fpackage.json", "/_next/BUILD_ID", "/api/auth/session", "/api/auth/csrf"],
  ];
  for (const path of paths) expect([400, 404], path).toContain((await context.request.get(path)).status());
  const html = await (await context.request.get(routes.landing())).text();
  for (const [script] of html.matchAll(/\/_next\/static\/[^"]+\.js/g)) {
    expect((await context.request.get(`${script}.map`)).status(), script).toBe(404);
  }
});

test("no header and no way of writing an address opens a page to whoever is not signed in", async ({
  context,
  world,
  browser,
}) => {
  const owner = await world.signIn(context);
  const { slug, id } = await world.team(owner, "startup");
  const name = `Team ${id.slice(-12)}`;
  expect(await (await context.request.get(routes.team(slug))).text()).toContain(name);
  const before = await allRows(world.admin, id);
  const stranger = await browser.newContext();
  const passes: readonly Readonly<Record<string, string>>[] = [
    { "x-middleware-subrequest": Array.from({ length: 5 }, () => "proxy").join(":") },
    { "x-middleware-subrequest": "src/proxy:proxy:middleware:pages/_middleware" },
    { "x-middleware-next": "1", "x-middleware-invoke": "1" },
    { "x-middleware-rewrite": routes.team(slug), "x-rewrite-url": routes.team(slug) },
    { RSC: "1", "Next-Router-Prefetch": "1", Purpose: "prefetch" },
    { RSC: "1", "Next-Router-Segment-Prefetch": "/_tree" },
    { "next-resume": "1", "x-matched-path": routes.team(slug), "x-now-route-matches": "1" },
    { "x-invoke-path": routes.team(slug), "x-invoke-status": "200", "x-invoke-output": "/t/[team]" },
    { "x-nextjs-data": "1", "x-forwarded-host": "localhost", Authorization: "Bearer a.b.c" },
  ];
  const leads = routes.leads(slug);
  const writings = [
    ...[`/${leads}`, `${leads}.rsc`, `${leads}?_rsc=1`, `${leads}/`, `${leads}.json`, `/_next/data/x${leads}.json`],
    ...[leads.replace("/t/", "/%74/"), leads.replace("/t/", "/t%2F"), leads.replace("/t/", "/x/%2e%2e/t/")],
    ...[leads.toUpperCase(), leads.replace("/t/", "/T/"), `${leads}.segments/_tree.segment.rsc`],
  ];
  const asked = [
    ...passes.map((headers) => [leads, headers] as const),
    ...writings.map((path) => [path, {}] as const),
    ...writings.map((path) => [path, { RSC: "1" }] as const),
  ];
  for (const [path, headers] of asked) {
    const answer = await stranger.request.get(`${serverState().origin}${path}`, { headers });
    const what = `${path} ${JSON.stringify(headers)}`;
    expect(answer.status(), what).toBeLessThan(500);
    expect((await answer.text()).includes(name), what).toBe(false);
  }
  expect(await allRows(world.admin, id)).toEqual(before);
  await stranger.close();
});

function said(answer: APIResponse): Readonly<Record<string, string>> {
  const headers = answer.headers();
  const found = SAID.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]] as const]));
  return Object.fromEntries(found.map(([name, value]) => [name, plain(value)]));
}

/** Next says it in more words, and not always the same ones, where it is the one to refuse. */
function plain(value: string): string {
  if (value.includes("no-store") && !value.includes("public")) return "no-store";
  return value.replaceAll(/'nonce-[^']+'/g, "'nonce-N'");
}

function nonceOf(answer: APIResponse): string {
  return /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "";
}
