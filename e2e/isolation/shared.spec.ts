import type { APIRequestContext, APIResponse } from "@playwright/test";
import { routes } from "@/lib/routes";
import { SHARED_ROUTES, type SharedRoute } from "../entrances";
import { expect, test } from "../fixtures";
import { serverState } from "../server-state";
import { linkStates, sharingTeam, type State } from "./shared-links";

test("every surface of a report link in every state of the link: open, locked or gone, and gone looks the same for every reason (8.1, S2, S7, S9, S16)", async ({
  context,
  world,
}) => {
  test.setTimeout(120_000);
  const states = await linkStates(world);
  for (const [file, route] of Object.entries(SHARED_ROUTES)) {
    const gone = new Set<string>();
    for (const [name, state] of Object.entries(states)) {
      const answer = await ask(context.request, route, state);
      const what = `${file}: ${name}`;
      const finds = route.finds?.(state) ?? state.finds;
      expect(answer.status(), what).toBe(finds === "open" ? route.opens : STATUS[finds]);
      expect(answer.headers()["cache-control"], what).toContain("no-store");
      expect(answer.headers(), what).toMatchObject(KEPT_OUT);
      if (finds === "gone") gone.add(await shownBy(answer, state));
    }
    expect([...gone], file).toHaveLength(1);
  }
});

test("nothing of the team's people, customers or other links is in any byte of any surface, whoever asks (8.2, 8.9, S3, S12)", async ({
  context,
  browser,
  world,
}) => {
  const team = await sharingTeam(world);
  const link = await team.make({ csv: "on", mayNarrow: "on", embedOrigins: "https://nordlys.example" });
  const sibling = await team.make({ name: "Sibling of another name" });
  const hidden = [team.canary, "Sibling of another name", sibling.token, sibling.id, link.id, team.teamId, team.slug];
  const rows = await world.admin`
    select id::text, token_hash, token_sealed, created_by::text from report_links where team_id = ${team.teamId}`;
  const secrets = [...hidden, ...rows.flatMap((row) => Object.values(row).map(String))];
  const curious = await browser.newContext();
  await world.team(await world.signIn(curious, "en"), "agency");
  await context.addCookies([{ name: "locale", value: "en", url: serverState().origin }]);
  for (const [file, route] of Object.entries(SHARED_ROUTES)) {
    for (const headers of [{}, { RSC: "1" }]) {
      const bodies: string[] = [];
      for (const request of [context.request, curious.request]) {
        const answer = await ask(request, route, { token: link.token, finds: "open" }, headers);
        const text = `${JSON.stringify(answer.headersArray())}${(await answer.body()).toString("latin1")}`;
        for (const secret of secrets) expect(text.includes(secret), `${file}: ${secret}`).toBe(false);
        bodies.push(await shownBy(answer, { token: link.token }));
      }
      if (route.method === "GET" && !("RSC" in headers)) expect(bodies[0], file).toBe(bodies[1]);
    }
  }
  await curious.close();
});

test("whoever asks a link for more than it publishes gets 400 and no figure; a frame is for the sites named, without cookie, form or script (8.2, 8.7, S11, S13)", async ({
  context,
  world,
}) => {
  const team = await sharingTeam(world);
  const ranges = ["90d", "month"];
  const { token } = await team.make({ csv: "on", range: ranges, embedOrigins: "https://nordlys.example" });
  const asked = [
    ...["range=3", "range=-1", "range=01", "range=1&range=2", "range=", "channel=1", "channel=none", "channel=9999"],
    ...[
      "period=all",
      "owner=none",
      `team=${team.slug}`,
      "from=2020-01-01&to=2030-01-01",
      "sort=name",
      "cursor=a",
      "x=",
    ],
  ];
  for (const query of asked) {
    for (const address of [routes.sharedReport(token), routes.sharedCsv(token)]) {
      const answer = await context.request.get(`${address}?${query}`);
      expect(answer.status(), `${address}?${query}`).toBe(400);
      expect((await answer.body()).length, query).toBeLessThan(address.endsWith("csv") ? 1 : 30_000);
    }
  }
  for (const range of [0, 1, 2]) {
    expect((await context.request.get(routes.sharedReport(token, { range }))).status(), `range ${range}`).toBe(200);
  }

  const frame = await context.request.get(routes.embeddedReport(token));
  const headers = frame.headers();
  expect(headers["content-security-policy"]).toMatch(/(^|; )frame-ancestors https:\/\/nordlys\.example($|;)/);
  expect(headers["x-frame-options"]).toBeUndefined();
  expect(headers["set-cookie"]).toBeUndefined();
  expect(await frame.text()).not.toMatch(/<script|<form|<input|https?:\/\/(?!localhost)/);
  const dead = await context.request.get(routes.embeddedReport("a".repeat(43)));
  expect(dead.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
});

const STATUS = { locked: 401, gone: 404 } as const;
const KEPT_OUT = {
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow, noarchive",
  "x-content-type-options": "nosniff",
};

async function ask(
  request: APIRequestContext,
  { address, method, form }: SharedRoute,
  { token, proof }: State,
  more: Readonly<Record<string, string>> = {},
): Promise<APIResponse> {
  const cookie = proof === undefined ? {} : { Cookie: `tofold-report=${proof}` };
  const headers = { ...cookie, ...(method === "POST" ? { Origin: serverState().origin } : {}), ...more };
  const sent = method === "POST" ? { form: { ...form } } : {};
  return request.fetch(address(token), { method, headers, maxRedirects: 0, ...sent });
}

/** What a reader can tell two answers apart by; bytes come in no fixed order, and scripts name the address. */
async function shownBy(answer: APIResponse, { token }: Pick<State, "token">): Promise<string> {
  const text = (await answer.text())
    .replaceAll(token, "TOKEN")
    .replaceAll(/<script\b[^]*?<\/script>|<!--[^]*?-->/g, "");
  const said = text.split(/<[^>]*>/).filter((part) => part.trim() !== "");
  return JSON.stringify([answer.headers()["content-type"], ...said.toSorted()]);
}
