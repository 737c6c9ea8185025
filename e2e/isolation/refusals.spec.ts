import { createHmac } from "node:crypto";
import { routes } from "@/lib/routes";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { expect, test, type World } from "../fixtures";
import { serverState } from "../server-state";
import { formsIn, send } from "./forms-of";

test("a viewer is turned away from what only admins see, and the team's log says so once", async ({
  page,
  context,
  browser,
  world,
}) => {
  const owner = await world.signIn(context);
  const { slug, id } = await world.team(owner, "startup");
  const theirs = await browser.newContext();
  const viewer = await world.signIn(theirs);
  await world.join(viewer, id, "viewer");
  for (const section of ["api-keys", "activity", "api-keys"] as const) {
    expect((await theirs.request.get(routes.settings(slug, section))).status(), section).toBe(403);
  }
  const rows = await world.admin`
    select actor_id, fields from activity_log where team_id = ${id} and action = 'access.denied' order by seq`;
  expect(rows.map((row) => [row["actor_id"], row["fields"]])).toEqual([
    [viewer.id, ["key:list"]],
    [viewer.id, ["activity:read"]],
  ]);
  await page.goto(routes.settings(slug, "activity"));
  await expect(page.getByText("Avvist: manglet tilgang")).toHaveCount(2);
  await theirs.close();
});

test("lists with names leave with owners and admins alone, and a refused one is none of the twenty", async ({
  context,
  browser,
  world,
}) => {
  const owner = await world.signIn(context);
  const { slug, id } = await world.team(owner, "startup");
  const counted = async ({ email }: { readonly email: string }) => {
    const key = hashed(JSON.stringify(["export", "account", email]));
    const [row] = await world.admin<{ n: number }[]>`
      select coalesce(sum(count), 0)::int as n from rate_limits where key = ${key}`;
    return row?.n;
  };
  const answers: (readonly [string, number, number | undefined])[] = [];
  for (const role of ["admin", "member", "viewer", null] as const) {
    const theirs = await browser.newContext();
    const person = await world.signIn(theirs);
    if (role !== null) await world.join(person, id, role);
    const answer = await theirs.request.get(routes.export(slug, "leads"));
    answers.push([role ?? "of another team", answer.status(), await counted(person)]);
    await theirs.close();
  }
  expect(answers).toEqual([
    ["admin", 200, 1],
    ["member", 403, 0],
    ["viewer", 403, 0],
    ["of another team", 404, 0],
  ]);
  const nobody = await browser.newContext();
  const answer = await nobody.request.get(routes.export(slug, "leads"), { maxRedirects: 0 });
  expect([answer.status(), new URL(answer.headers()["location"] ?? "", serverState().origin).pathname]).toEqual([
    307,
    routes.signIn(),
  ]);
  await nobody.close();
});

test("after its tries an account takes no password from there, whatever address the browser claims", async ({
  page,
  context,
  world,
}) => {
  const email = `nobody.${Date.now()}@example.com`;
  const [form] = await formsIn(page, context.request, routes.signIn());
  if (!form) throw new Error("no form to sign in by");
  const typed: Readonly<Record<string, string>> = { email, password: "en hel setning om torsk" };
  const filled = { ...form, fields: form.fields.map(([name, value]) => [name, typed[name] ?? value] as const) };
  const said = async (headers: Readonly<Record<string, string>> = {}) => {
    const answer = await send(context.request, filled, { Origin: serverState().origin, ...headers });
    return /For mange forsøk/.test((await answer.text()).replaceAll(/<script\b[^]*?<\/script>/g, ""));
  };
  await context.addCookies([{ name: "locale", value: "nb", url: serverState().origin }]);
  const stranger = hashed(JSON.stringify(["sign-in", "pair", email, null]));
  await exhaust(world, stranger, 15, FACTOR * 10 - 1);
  expect(await said()).toBe(false);
  expect(await said()).toBe(true);
  expect(await said({ "X-Forwarded-For": "203.0.113.9", Forwarded: "for=203.0.113.9" })).toBe(true);
});

test("a key's requests end for the rest of the minute, and it is told when to come back", async ({
  context,
  world,
}) => {
  const owner = await world.signIn(context);
  const { id } = await world.team(owner, "startup");
  const member = { ...owner, emailConfirmed: true, locale: "nb" } as const;
  const asked = { name: "Test", scope: "read", days: "never" } as const;
  const made = await teamDesk(world.database).as(id, member, (ctx) => createApiKey(ctx, asked), new Date());
  const ask = () => context.request.get("/api/v1/channels", { headers: { Authorization: `Bearer ${made.key}` } });
  await exhaust(world, JSON.stringify(["api", made.id]), 1, FACTOR * 600 - 1);
  const [last, refused] = [await ask(), await ask()];
  expect([last.status(), last.headers()["ratelimit-remaining"]]).toEqual([200, "0"]);
  expect(refused.status()).toBe(429);
  expect(refused.headers()["retry-after"]).toMatch(/^\d+$/);
});

// What the server under test was started with.
const FACTOR = 1000;

/** So many tries in this window, and the next, should it begin meanwhile. */
async function exhaust({ admin }: World, key: string, minutes: number, count: number): Promise<void> {
  const windowMs = minutes * 60_000;
  const start = Math.floor(Date.now() / windowMs) * windowMs;
  for (const at of [start, start + windowMs]) {
    await admin`insert into rate_limits (key, window_start, count) values (${key}, ${new Date(at)}, ${count})`;
  }
}

function hashed(key: string): string {
  return createHmac("sha256", serverState().AUTH_SECRET).update(key).digest("base64url");
}
