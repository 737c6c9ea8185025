import { readFileSync } from "node:fs";
import { routes } from "@/lib/routes";
import { revokeLink } from "@/lib/use-cases/sharing/revoke-link";
import { expect, test } from "../fixtures";
import { serverState } from "../server-state";
import { sharingTeam } from "./shared-links";

test("two visits of one reader are one view; a preview robot, a member and an answer that is not ours are none (8.9, S14, S15)", async ({
  browser,
  context,
  world,
}) => {
  const team = await sharingTeam(world);
  const [seen, shunned] = [await team.make(), await team.make()];
  const own = { Origin: serverState().origin };
  const seenBy = async (agent: string, token: string, headers: Readonly<Record<string, string>> = own) =>
    (await context.request.post(routes.seenReport(token), { headers: { "User-Agent": agent, ...headers } })).status();
  for (const agent of ["Firefox 1", "Firefox 1"]) expect(await seenBy(agent, seen.token)).toBe(204);
  for (const robot of ["Slackbot-LinkExpanding 1.0", "facebookexternalhit/1.1", "Googlebot/2.1"]) {
    expect(await seenBy(robot, shunned.token)).toBe(204);
  }
  expect(await seenBy("Firefox 1", shunned.token, { Origin: "https://evil.example" })).toBe(403);
  const theirs = await browser.newContext();
  await world.signInAs(theirs, team.owner.id, "en");
  expect((await theirs.request.post(routes.seenReport(shunned.token), { headers: own })).status()).toBe(204);
  // Whoever only fetches the page has not looked at it for two seconds.
  expect((await context.request.get(routes.sharedReport(shunned.token))).status()).toBe(200);
  await expect(async () => {
    const rows = await world.admin`select report_link_id, views from report_link_views where team_id = ${team.teamId}`;
    expect([...rows]).toEqual([{ report_link_id: seen.id, views: 1 }]);
  }).toPass({ timeout: 15_000 });
  await theirs.close();
});

test("a link is open until the instant of its expiry and gone from it; what is revoked is gone at the next request (8.5, S2, S8)", async ({
  context,
  world,
}) => {
  const team = await sharingTeam(world);
  const { id, token } = await team.make({ csv: "on" });
  const end = Date.now() + 1_500;
  await world.admin`update report_links set expires_at = to_timestamp(${end / 1000}) where id = ${id}`;
  const found = new Set<number>();
  for (let begun = 0; begun < end;) {
    begun = Date.now();
    const status = (await context.request.get(routes.sharedCsv(token))).status();
    if (begun >= end) expect(status).toBe(404);
    else if (Date.now() < end) expect(status).toBe(200);
    found.add(status);
  }
  expect([...found]).toEqual([200, 404]);
  const other = await team.make({ csv: "on" });
  expect((await context.request.get(routes.sharedReport(other.token))).status()).toBe(200);
  await team.as((ctx) => revokeLink(ctx, { id: other.id }));
  for (const address of [routes.sharedReport(other.token), routes.sharedCsv(other.token)]) {
    expect((await context.request.get(address)).status(), address).toBe(404);
  }
});

test("the server's log names no link, whatever was asked of it (8.6, S9)", async ({ context, world }) => {
  const team = await sharingTeam(world);
  const { token } = await team.make({ protection: "generated", csv: "on" });
  const headers = { Origin: serverState().origin, "Next-Action": "0".repeat(42) };
  const answers = [
    await context.request.post(routes.sharedReport(token), { headers, multipart: { a: "b" } }),
    await context.request.post(routes.unlockReport(token), { headers, data: "no form" }),
    await context.request.get(`${routes.sharedReport(token)}?range=9`, { headers: { RSC: "1" } }),
    await context.request.fetch(routes.sharedCsv(token), { method: "DELETE" }),
  ];
  for (const answer of answers) expect(answer.status()).toBeGreaterThanOrEqual(400);
  const said = readFileSync(serverState().logFile, "utf8");
  expect(said).toContain("localhost");
  expect(said).not.toContain(token);
  // Of every link that this run has opened so far.
  expect(said).not.toMatch(/\/(r|embed)\/[\w-]{43}/);
});
