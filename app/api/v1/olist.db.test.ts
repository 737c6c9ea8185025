import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { z } from "zod";
import { RATES } from "@/lib/api/answers";
import { apiDesk } from "@/lib/api/testing/api-desk";
import { olist } from "@/lib/use-cases/import/testing/import-desk";
import { POST as imports } from "./imports/route";
import { GET as leadsRoute } from "./leads/route";
import { GET as rates } from "./rates/route";

type Answer = z.output<typeof RATES>;
type Row = Answer["rows"][number];
type GroupKey = keyof Row["key"];

const CLOCK = "2018-06-01";
const [contacts, signings] = (["leads", "deals"] as const).map((name) => Buffer.from(olist(name)).toString("utf8"));
const cells = (file = "") =>
  file
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
const wonOn = new Map(cells(signings).map(([id = "", , , , at = ""]) => [id, at.slice(0, 10)]));
const leads = cells(contacts).map(([id = "", day = "", , channel = ""]) => ({
  id,
  day,
  channel: channel.trim(),
  won: wonOn.get(id),
}));
const before = (day: string | undefined) => day !== undefined && day <= CLOCK;

let api: Awaited<ReturnType<typeof apiDesk>>;
beforeAll(async () => {
  api = await apiDesk();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${CLOCK}T12:00:00Z`) });
});
afterAll(async () => {
  vi.useRealTimers();
  await api.end();
});

async function send(kind: string, body: string) {
  const asked = { method: "POST", key: api.keys.write, body, headers: { "Content-Type": "text/csv" } };
  return (await api.ask(imports, `/imports?kind=${kind}`, asked)).body;
}

async function ask(query: string): Promise<Answer> {
  return RATES.parse((await api.ask(rates, `/rates?${query}`, { key: api.keys.read })).body);
}

/** [won, leads] of each row, by the name that it goes under. */
function table(rows: readonly Row[], key: GroupKey): Readonly<Record<string, readonly [number, number]>> {
  return Object.fromEntries(
    rows.map(({ key: keys, leadConversionRate: { hits, trials } }) => [keys[key] ?? "", [hits, trials] as const]),
  );
}

function counted(
  of: typeof leads,
  nameOf: (lead: (typeof leads)[number]) => string,
  isHit: (lead: (typeof leads)[number]) => boolean,
) {
  const table: Record<string, [number, number]> = {};
  for (const lead of of) {
    const row = (table[nameOf(lead)] ??= [0, 0]);
    row[0] += isHit(lead) ? 1 : 0;
    row[1] += 1;
  }
  return table;
}

it("with the clock at 2018-06-01 and later days left out, May 2018 is preliminary: most of its 1,303 leads may yet be won", async () => {
  expect(await send("leads", contacts ?? "")).toMatchObject({ create: 8000, rejected: 0 });
  const lines = (signings ?? "").trim().split("\n");
  const known = lines.filter((line, at) => at === 0 || before(line.split(",")[4]?.slice(0, 10)));
  expect(await send("deals", known.join("\n"))).toMatchObject({ create: known.length - 1, rejected: 0 });
  const { rows, total } = await ask("groupBy=month");
  const month = ({ day }: { readonly day: string }) => day.slice(0, 7);
  expect(table(rows, "month")).toEqual(counted(leads, month, ({ won }) => before(won)));
  // Seven in eight are never decided, so no day is known by which three in four are: what is a year old is of age.
  const young = rows.filter(({ leadConversionRate }) => leadConversionRate.preliminary).map(({ key }) => key.month);
  expect(young).toContain("2018-05");
  expect(rows).toHaveLength(12);
  expect(total.leadConversionRate).toMatchObject({ hits: known.length - 1, preliminary: true });
});

it("within 30 days, of leads at least 30 days old: every month as counted from the file, the impossible date in none", async () => {
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const ofAge = leads.filter(({ day, won }) => days(day, CLOCK) >= 30 && !(won !== undefined && won < day));
  const inTime = ({ day, won }: (typeof leads)[number]) => won !== undefined && days(day, won) <= 30;
  const { rows, total } = await ask("windowDays=30&groupBy=month");
  const expected = counted(ofAge, ({ day }) => day.slice(0, 7), inTime);
  expect(table(rows, "month")).toEqual(expected);
  expect(total.leadConversionRate.trials).toBe(ofAge.length);
  expect(total.leadConversionRate.hits).toBe(ofAge.filter(inTime).length);
  expect(total.leadConversionRate.preliminary).toBe(false);
});

it("842 of 8,000, 10.525 %, and every channel, when all is known; the same file again brings only what was left out", async () => {
  vi.setSystemTime(new Date("2019-01-01T12:00:00Z"));
  const late = [...wonOn.values()].filter((day) => !before(day)).length;
  expect(await send("deals", signings ?? "")).toMatchObject({ create: late, skip: 842 - late, rejected: 0 });
  const { rows, total, period } = await ask("groupBy=channel");
  expect(period).toBeNull();
  expect(total.leadConversionRate).toMatchObject({ hits: 842, trials: 8000, open: 7158, value: 0.10525 });
  expect(total.leads).toMatchObject({ customers: 842, direct: 842, qualified: 0, faulty: 1 });
  expect(table(rows, "name")).toEqual({
    ...{ social: [75, 1350], paid_search: [195, 1586], organic_search: [271, 2296], email: [15, 493] },
    ...{ unknown: [179, 1099], referral: [24, 284], direct_traffic: [56, 499], display: [6, 118] },
    ...{ other_publicities: [3, 65], other: [4, 150], "": [14, 60] },
  });
  const months = table((await ask("groupBy=month")).rows, "month");
  expect(months).toEqual(
    counted(
      leads,
      ({ day }) => day.slice(0, 7),
      ({ won }) => won !== undefined,
    ),
  );
  const behind = await api.ask(leadsRoute, "/leads?counted=leads.faulty", { key: api.keys.read });
  expect(behind.body["items"]).toHaveLength(1);
});
