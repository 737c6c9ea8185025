import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { RATES } from "@/lib/api/answers";
import { apiDesk, type Handler } from "@/lib/api/testing/api-desk";
import { LEADS_COUNTED, OPPORTUNITIES_COUNTED } from "@/lib/domain/metrics/counted";
import { GROUPINGS } from "@/lib/domain/metrics/grouping";
import { GET as channels } from "./channels/route";
import { POST as imports } from "./imports/route";
import { GET as leads } from "./leads/route";
import { GET as opportunities } from "./opportunities/route";
import { GET as rates } from "./rates/route";
import { GET as transitions } from "./transitions/route";

const ROUTES: readonly (readonly [string, Handler])[] = [
  ["rates", rates],
  ["rates", rates],
  ["leads", leads],
  ["opportunities", opportunities],
  ["transitions", transitions],
];
const ASKED = 400;
// A key may ask 600 times a minute, and this is quicker.
const EACH_KEY = 200;

let api: Awaited<ReturnType<typeof apiDesk>>;
let channelId = "";
beforeAll(async () => {
  api = await apiDesk();
  const rows = ["a,Web,2026-01-31,2026-02-28,", "b,Web,2024-02-29,,", "c,,2026-03-29,,2026-10-25", "d,Fair,,,"];
  const body = ["external_id,channel,came_in_on,qualified_on,customer_on", ...rows].join("\n");
  const sent = { method: "POST", key: api.keys.write, body, headers: { "Content-Type": "text/csv" } };
  expect((await api.ask(imports, "/imports?kind=leads", sent)).body).toMatchObject({ create: 4 });
  const { body: list } = await api.ask(channels, "/channels?limit=1", { key: api.keys.write });
  channelId = Array.isArray(list["items"]) ? String(list["items"][0].id) : "";
});
afterAll(() => api.end());

const NASTY = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom("", "0", "-1", "1e3", "NaN", "2026-02-30", "0000-01-01", "10000-01-01", "2026-W53", "\0", "[object]"),
  fc.constantFrom("2147483648", "99999999999999999999", "1".repeat(3000), "none,none", "'--", "../x", "\u0661", "%"),
  fc.constantFrom("2026-01-01T00:00:00", "2026-01-01T24:00:00Z", "9999-12-31T23:59:59+00:00", "__proto__", "\ud83d"),
);
const DAYS = fc.constantFrom("0001-01-01", "2024-02-29", "2026-01-01", "2026-03-29", "2026-10-25", "9999-12-31");
const RIGHT: Readonly<Record<string, fc.Arbitrary<string>>> = {
  from: DAYS,
  to: DAYS,
  basis: fc.constantFrom("start", "decision"),
  leadConvertsAt: fc.constantFrom("customer", "opportunity"),
  groupBy: fc.constantFrom(...GROUPINGS),
  channel: fc.constantFrom("none", "own"),
  campaign: fc.constant("none"),
  owner: fc.constant("none"),
  asOf: fc.constantFrom("2026-10-25T00:30:00Z", "0001-01-01T00:00:00Z", "2026-11-01T12:00:00.123+05:45"),
  windowDays: fc.constantFrom("1", "90", "3660"),
  counted: fc.constantFrom(...LEADS_COUNTED, ...OPPORTUNITIES_COUNTED),
  limit: fc.constantFrom("1", "200"),
  cursor: fc.constantFrom("MQ", "MDFhMjExYzctYTA0OC03ZDA5LTlkMzYtZTZkODQwZmY5NjBm"),
};
const REPORT = ["from", "to", "basis", "leadConvertsAt", "channel", "campaign", "owner", "asOf", "windowDays"];
const KEYS: Readonly<Record<string, readonly string[]>> = {
  rates: [...REPORT, "groupBy"],
  leads: [...REPORT, "counted", "limit", "cursor"],
  opportunities: [...REPORT, "counted", "limit", "cursor"],
  transitions: ["limit", "cursor"],
};

/** Mostly what a route takes, with a right value or one that nobody would think of; at times the same key twice. */
const question = fc.constantFrom(...ROUTES).chain(([path, route]) => {
  const own = fc.constantFrom(...(KEYS[path] ?? [])).chain((name) => fc.tuple(fc.constant(name), RIGHT[name] ?? NASTY));
  const odd = fc.tuple(fc.oneof(fc.constantFrom(...Object.keys(RIGHT)), NASTY), NASTY);
  const keys = fc.array(fc.oneof({ weight: 12, arbitrary: own }, { weight: 1, arbitrary: odd }), { maxLength: 5 });
  return fc.record({ path: fc.constant(path), route: fc.constant(route), keys });
});

it(`${ASKED} questions of right and wrong keys: each is answered, or refused by a code and at a key that was asked; rows add up`, async () => {
  const seen = new Map<number, number>();
  let key = "";
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(question, async ({ path, route, keys }) => {
      if (asked % EACH_KEY === 0) ({ key } = await api.keyOf(api.ours));
      asked += 1;
      const search = new URLSearchParams(keys.map(([name, value]) => [name, value === "own" ? channelId : value]));
      const { status, body } = await api.ask(route, `/${path}?${search.toString()}`, { key });
      seen.set(status, (seen.get(status) ?? 0) + 1);
      expect([200, 400, 404]).toContain(status);
      if (status === 200 && path === "rates") expectSum(RATES.parse(body));
      if (status === 200) return;
      const errors: readonly { field: string }[] = Array.isArray(body["errors"]) ? body["errors"] : [];
      const names = [...search.keys(), "from", "to", "counted"];
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.filter(({ field }) => !names.includes(field))).toEqual([]);
    }),
    { numRuns: ASKED },
  );
  expect(seen.get(200)).toBeGreaterThan(ASKED / 10);
  expect(seen.get(400)).toBeGreaterThan(ASKED / 10);
}, 60_000);

function expectSum({ total, rows }: ReturnType<typeof RATES.parse>): void {
  for (const name of ["leadConversionRate", "qualificationRate", "opportunityConversionRate"] as const) {
    const all = rows.map((row) => row[name]);
    expect(all.reduce((sum, { hits }) => sum + hits, 0)).toBe(total[name].hits);
    expect(all.reduce((sum, { trials }) => sum + trials, 0)).toBe(total[name].trials);
  }
}
