import { encode } from "next-auth/jwt";
import { routes } from "@/lib/routes";
import { SHARED_ROUTES } from "../entrances";
import { expect, test } from "../fixtures";
import { serverState } from "../server-state";
import { linkStates, sharingTeam } from "./shared-links";

test("a locked report says nothing of what is behind it, and what its password gives is of this link, this day and no script (S4, S5)", async ({
  context,
  world,
}) => {
  const team = await sharingTeam(world);
  const name = "Secret of the board";
  const { token, password } = await team.make({ name, nameInPreview: "on", csv: "on", protection: "generated" });
  const other = await team.make({ csv: "on", protection: "generated" });
  const locked = await context.request.get(routes.sharedReport(token));
  expect(locked.status()).toBe(401);
  const body = await locked.text();
  for (const secret of [name, "Nordlys", "og:", "twitter:"]) expect(body, secret).not.toContain(secret);

  const unlocked = await context.request.post(routes.unlockReport(token), {
    form: { password: password ?? "" },
    headers: { Origin: serverState().origin },
    maxRedirects: 0,
  });
  const cookies = unlocked.headersArray().filter(({ name: key }) => key.toLowerCase() === "set-cookie");
  expect([unlocked.status(), cookies.length]).toEqual([303, 1]);
  const parts =
    cookies[0]?.value
      .split("; ")
      .slice(1)
      .map((part) => part.toLowerCase()) ?? [];
  expect(parts).toEqual(
    expect.arrayContaining(["httponly", "samesite=lax", "max-age=86400", `path=/r/${token}`.toLowerCase()]),
  );
  expect(parts.filter((part) => part.startsWith("domain"))).toEqual([]);
  expect(unlocked.headers()["location"]).not.toContain(password);
  const found = async (link: string) => (await context.request.get(routes.sharedCsv(link))).status();
  expect([await found(token), await found(other.token)]).toEqual([200, 401]);
});

test("who asks for the head of a surface, or what it can do, uses nothing up and is told no more than a visitor (S15)", async ({
  context,
  world,
}) => {
  const states = await linkStates(world);
  const { open, "no password": locked, revoked } = states;
  if (!open || !locked || !revoked) throw new Error("no such state");
  for (const [file, { address, method }] of Object.entries(SHARED_ROUTES)) {
    if (method !== "GET") continue;
    for (const { token } of [open, locked, revoked]) {
      const asked = (as: string) => context.request.fetch(address(token), { method: as, maxRedirects: 0 });
      const [got, head, options] = [await asked("GET"), await asked("HEAD"), await asked("OPTIONS")];
      expect(head.status(), file).toBe(got.status());
      expect((await head.body()).length, file).toBe(0);
      expect((await options.body()).length, file).toBeLessThan(30_000);
      for (const answer of [head, options]) {
        expect(answer.headers()["cache-control"], file).toContain("no-store");
        expect(answer.headers()["set-cookie"], file).toBeUndefined();
        expect(JSON.stringify(answer.headersArray()), file).not.toContain("Nordlys");
      }
    }
  }
  const [row] = await world.admin`
    select coalesce(sum(views), 0)::int as views from report_link_views v join report_links l on l.id = v.report_link_id
    where l.token_hash = encode(sha256(${open.token}), 'hex')`;
  expect(row?.["views"]).toBe(0);
});

test("a link that never was, one that was, and what is no token at all take alike long to refuse (S7)", async ({
  context,
  world,
}) => {
  test.setTimeout(60_000);
  const states = await linkStates(world);
  const gone = ["unknown", "one bit off", "too short", "too long", "the word of a route", "revoked", "expired"];
  for (const address of [routes.sharedReport, routes.sharedCsv]) {
    const times = new Map(gone.map((name) => [name, new Array<number>()]));
    for (let round = 0; round < 25; round += 1) {
      for (const [name, taken] of times) {
        const from = performance.now();
        const answer = await context.request.get(address(states[name]?.token ?? ""));
        taken.push(performance.now() - from);
        expect(answer.status(), name).toBe(404);
      }
    }
    const medians = [...times.values()].map(medianOf);
    // Of one run, one after the other: what the machine does beside it meets all of them.
    expect(Math.max(...medians) / Math.min(...medians), JSON.stringify(Object.fromEntries(times))).toBeLessThan(2);
  }
});

test("a flood of views is one row of the link's day, and holds up no visitor (S14)", async ({ context, world }) => {
  const team = await sharingTeam(world);
  const { id, token } = await team.make();
  const flood = Array.from({ length: 300 }, (_, n) => see(token, `Firefox ${n}`));
  for (let n = 0; n < 10; n += 1) {
    expect((await context.request.get(routes.sharedReport(token))).status()).toBe(200);
  }
  expect(new Set(await Promise.all(flood))).toEqual(new Set([204]));
  await expect(async () => {
    const rows = await world.admin`select views from report_link_views where report_link_id = ${id}`;
    expect([...rows]).toEqual([{ views: 300 }]);
  }).toPass({ timeout: 20_000 });
});

test("whoever has the ids of sessions from a stolen dump, and not the server's secret, is nobody (S1)", async ({
  context,
  world,
}) => {
  const { slug, owner } = await sharingTeam(world);
  await world.signInAs(context, owner.id);
  const found = async () => (await context.request.get(routes.sharing(slug), { maxRedirects: 0 })).status();
  expect(await found()).toBe(200);
  const [row] = await world.admin`select id from sessions where user_id = ${owner.id}`;
  const value = await encode({
    token: { sid: String(row?.["id"]) },
    secret: "another secret of thirty-two characters",
  });
  await context.addCookies([{ name: "tofold-session", value, url: serverState().origin }]);
  expect(await found()).toBe(307);
});

/** Without Playwright's own work for each, of which three hundred at once make a queue. */
async function see(token: string, agent: string): Promise<number> {
  const { origin } = serverState();
  const headers = { Origin: origin, "User-Agent": agent };
  return (await fetch(`${origin}${routes.seenReport(token)}`, { method: "POST", headers })).status;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
