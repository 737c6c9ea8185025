import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answered, apiDesk, type Handler } from "@/lib/api/testing/api-desk";
import { createLead } from "@/lib/use-cases/leads/create-lead";
import { GET as campaigns } from "./campaigns/route";
import { GET as channels } from "./channels/route";
import { GET as deals } from "./deals/route";
import { GET as leads } from "./leads/route";
import { GET as lostReasons } from "./lost-reasons/route";
import { GET as opportunities } from "./opportunities/route";
import { GET as rates } from "./rates/route";
import { GET as stages } from "./stages/route";
import { GET as transitions } from "./transitions/route";

let api: Awaited<ReturnType<typeof apiDesk>>;
const ROUTES: readonly (readonly [string, Handler])[] = [
  ["/rates", rates],
  ["/leads", leads],
  ["/opportunities", opportunities],
  ["/deals", deals],
  ["/transitions", transitions],
  ["/channels", channels],
  ["/campaigns", campaigns],
  ["/stages", stages],
  ["/lost-reasons", lostReasons],
];

beforeAll(async () => {
  api = await apiDesk();
  for (const name of ["Ada", "Bo", "Kari"]) {
    await api.desk.as(api.ours.teamId, api.ours.owner, (ctx) =>
      createLead(ctx, {
        ...{ name, company: null, email: null, phone: null, note: "", money: null },
        ...{ channelId: null, campaignId: null, ownerId: null, cameInOn: "2026-10-01" },
      }),
    );
  }
});
afterAll(() => api.end());

const refusalOf = ({ status, headers, body }: Answered) => ({
  ...{ status, code: body["code"], type: headers.get("content-type") },
});
const REFUSED = { type: "application/problem+json" };

describe.each(ROUTES)("%s", (path, route) => {
  it("opens to a key that reads and to one that writes, and says what is left of its limit", async () => {
    for (const key of [api.keys.read, api.keys.write]) {
      const answer = await api.ask(route, path, { key });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      expect(answer.headers.get("ratelimit-limit")).toBe("600");
      expect(Number(answer.headers.get("ratelimit-remaining"))).toBeLessThan(600);
    }
  });

  it("is shut alike without a key, with a wrong, revoked or expired one, in the address, and to a cookie", async () => {
    const unknown = `tfk_${"a".repeat(42)}A`;
    const answers = [
      await api.ask(route, path),
      await api.ask(route, path, { key: unknown }),
      await api.ask(route, path, { key: "x y" }),
      await api.ask(route, path, { key: api.keys.revoked }),
      await api.ask(route, path, { key: api.keys.expired }),
      await api.ask(route, `${path}?key=${api.keys.read}`),
      await api.ask(route, `${path}?key=${api.keys.read}`, { key: api.keys.read }),
      await api.ask(route, path, { headers: { Cookie: `__Host-tofold-session=${api.keys.read}` } }),
      await api.ask(route, path, { headers: { Authorization: `Basic ${api.keys.read}` } }),
    ];
    for (const answer of answers) {
      expect(refusalOf(answer)).toEqual({ status: 401, code: "unauthenticated", ...REFUSED });
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
      expect(answer.body).toEqual(answers[0]?.body);
    }
  });

  it("refuses a key that it does not know in the question", async () => {
    const answer = await api.ask(route, `${path}?team_id=1`, { key: api.keys.read });
    expect(refusalOf(answer)).toEqual({ status: 400, code: "invalid", ...REFUSED });
    expect(answer.body["errors"]).toEqual([{ field: "team_id", code: "unknown-field" }]);
  });
});

it("3 leads, 1 of them asked for at a time: each once, and the last page says so", async () => {
  const seen: unknown[] = [];
  let cursor = "";
  for (let page = 0; page < 3; page += 1) {
    const { body } = await api.ask(leads, `/leads?limit=1${cursor}`, { key: api.keys.read });
    const items = Array.isArray(body["items"]) ? body["items"] : [];
    seen.push(...items.map(({ name }: { name: unknown }) => name));
    cursor = `&cursor=${String(body["next"])}`;
    if (page === 2) expect(body["next"]).toBeNull();
  }
  expect(seen).toEqual(["Ada", "Bo", "Kari"]);
});

it("3 leads came in and none is decided: 0 of 3, and the list behind has the 3", async () => {
  const { body } = await api.ask(rates, "/rates?from=2026-10-01&to=2026-11-01", { key: api.keys.read });
  expect(body["period"]).toEqual({ from: "2026-10-01", to: "2026-11-01" });
  expect(body["total"]).toMatchObject({
    leads: { total: 3, open: 3 },
    leadConversionRate: { hits: 0, trials: 3, open: 3, value: 0, low: 0, evidence: "few" },
  });
  const behind = await api.ask(leads, "/leads?from=2026-10-01&to=2026-11-01&counted=leadConversionRate.trials", {
    key: api.keys.read,
  });
  expect(behind.body["items"]).toHaveLength(3);
  const none = await api.ask(leads, "/leads?counted=leadConversionRate.hits", { key: api.keys.read });
  expect(none.body["items"]).toEqual([]);
});

it("shows one team nothing of another, by its own key or by a foreign id", async () => {
  const { body } = await api.ask(leads, "/leads", { key: api.keys.theirs });
  expect(body).toEqual({ items: [], next: null });
  const foreign = await api.ask(channels, "/channels", { key: api.keys.theirs });
  const [channel] = Array.isArray(foreign.body["items"]) ? foreign.body["items"] : [];
  const asked = await api.ask(rates, `/rates?channel=${channel.id}`, { key: api.keys.read });
  const random = await api.ask(rates, "/rates?channel=01a211c7-a048-7d09-9d36-e6d840ff960f", { key: api.keys.read });
  expect(refusalOf(asked)).toEqual({ status: 404, code: "not-found", ...REFUSED });
  expect(asked.body).toEqual(random.body);
  expect(asked.body["errors"]).toEqual([{ field: "channel", code: "choice" }]);
});

it.each([
  ["from=2026-02-30&to=2026-03-01", "from", "date"],
  ["from=2026-01-01&to=10000-01-01", "to", "date"],
  ["from=2026-02-01&to=2026-01-01", "to", "date-order"],
  ["from=2026-02-01&to=2026-02-01", "to", "date-order"],
  ["from=2026-02-01", "to", "required"],
  ["from=&to=2026-02-01", "from", "required"],
  ["from=2026-01-01&from=2026-01-02&to=2026-02-01", "from", "date"],
  ["basis=middle", "basis", "choice"],
  ["leadConvertsAt=lead", "leadConvertsAt", "choice"],
  ["groupBy=stage", "groupBy", "choice"],
  ["channel=x", "channel", "choice"],
  ["asOf=2026-01-01", "asOf", "date"],
  ["asOf=2099-01-01T00:00:00Z", "asOf", "date-future"],
  ["windowDays=0", "windowDays", "count"],
  ["windowDays=1e3", "windowDays", "count"],
  ["__proto__=1", "__proto__", "unknown-field"],
])("rates of %s are refused at %s: %s", async (query, field, code) => {
  const answer = await api.ask(rates, `/rates?${query}`, { key: api.keys.read });
  expect(refusalOf(answer)).toEqual({ status: 400, code: "invalid", ...REFUSED });
  expect(answer.body["errors"]).toContainEqual({ field, code });
});

it.each([
  ["limit=0", "limit"],
  ["limit=201", "limit"],
  ["cursor=x", "cursor"],
  ["counted=opportunities.won", "counted"],
  ["basis=decision", "counted"],
])("leads of %s are refused at %s", async (query, field) => {
  const answer = await api.ask(leads, `/leads?${query}`, { key: api.keys.read });
  expect(refusalOf(answer)).toEqual({ status: 400, code: "invalid", ...REFUSED });
  expect(answer.body["errors"]).toEqual([{ field, code: expect.any(String) }]);
});
