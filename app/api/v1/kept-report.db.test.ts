import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { RATES } from "@/lib/api/answers";
import { apiDesk } from "@/lib/api/testing/api-desk";
import { POST as imports } from "./imports/route";
import { PATCH as changeLead } from "./leads/[id]/route";
import { POST as moveLead } from "./leads/[id]/transitions/route";
import { GET as leads } from "./leads/route";
import { GET as rates } from "./rates/route";
import { GET as stages } from "./stages/route";
import { GET as transitions } from "./transitions/route";

let api: Awaited<ReturnType<typeof apiDesk>>;
beforeAll(async () => {
  api = await apiDesk();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-01-04T09:00:00Z") });
});
afterAll(async () => {
  vi.useRealTimers();
  await api.end();
});

const days = Array.from({ length: 60 }, (_, index) =>
  new Date(Date.UTC(2026, 9, 1 + index)).toISOString().slice(0, 10),
);
const file = (rows: readonly string[]) =>
  ["external_id,channel,came_in_on,customer_on,not_a_fit_on", ...rows].join("\n");
const QUESTIONS = [
  "groupBy=channel",
  "groupBy=month&basis=decision",
  "groupBy=owner&leadConvertsAt=opportunity&from=2026-10-01&to=2026-11-15",
  "groupBy=week&windowDays=14",
];

async function send(rows: readonly string[]) {
  const asked = { method: "POST", key: api.keys.write, body: file(rows), headers: { "Content-Type": "text/csv" } };
  const { body } = await api.ask(imports, "/imports?kind=leads", asked);
  expect(body["rejected"]).toBe(0);
}

async function itemsOf(route: typeof leads, path: string): Promise<readonly Record<string, unknown>[]> {
  const { body } = await api.ask(route, path, { key: api.keys.read });
  return Array.isArray(body["items"]) ? body["items"] : [];
}

const report = async (asOf: string) =>
  Promise.all(QUESTIONS.map((query) => api.ask(rates, `/rates?${query}&asOf=${asOf}`, { key: api.keys.read })));

it("a report kept with its as-of gives the same bytes after 1,000 later changes, and another report without it", async () => {
  await send(
    days.map(
      (day, index) => `a${index},${index % 3 === 0 ? "" : `K${index % 4}`},${day},${index % 5 === 0 ? day : ""},`,
    ),
  );
  const asOf = "2027-01-04T09:00:00Z";
  const kept = await report(asOf);
  expect(RATES.parse(kept[0]?.body).total.leadConversionRate).toMatchObject({ hits: 12, trials: 60 });

  vi.setSystemTime(new Date("2027-01-05T09:00:00Z"));
  const before = await lastSeq();
  await send([
    ...days.map(
      (day, index) => `a${index},${index % 3 === 0 ? "" : `K${index % 4}`},${day},${index % 5 < 2 ? day : ""},`,
    ),
    ...Array.from({ length: 1000 }, (_, index) => `b${index},K${index % 4},${days[index % 60]},,`),
  ]);
  const [first, second] = await itemsOf(leads, "/leads?limit=2");
  const excluded = (await itemsOf(stages, "/stages?limit=200")).find(({ kind }) => kind === "excluded");
  const write = (lead: Record<string, unknown> | undefined) => ({
    ...{ method: "POST", key: api.keys.write, id: String(lead?.["id"]) },
    headers: { "If-Match": String(lead?.["version"]) },
  });
  const out = { to: excluded?.["id"], excludedAs: "test" };
  expect((await api.ask(moveLead, "/leads/x/transitions", { ...write(first), body: out })).status).toBe(201);
  const owned = { ...write(second), method: "PATCH", body: { ownerId: api.ours.owner.id } };
  expect((await api.ask(changeLead, "/leads/x", owned)).status).toBe(200);
  expect((await lastSeq()) - before).toBeGreaterThanOrEqual(1000 + 12 + 2);

  const again = await report(asOf);
  expect(again.map(({ text }) => text)).toEqual(kept.map(({ text }) => text));
  const now = await report("2027-01-05T09:00:00Z");
  now.forEach(({ text }, index) => expect(text).not.toBe(kept[index]?.text));
});

/** The log's last number, page by page. */
async function lastSeq(): Promise<number> {
  let last = 0;
  for (let cursor: unknown = ""; cursor !== null;) {
    const path = `/transitions?limit=200${cursor === "" ? "" : `&cursor=${String(cursor)}`}`;
    const { body } = await api.ask(transitions, path, { key: api.keys.read });
    const items: readonly { seq: number }[] = Array.isArray(body["items"]) ? body["items"] : [];
    last = items.at(-1)?.seq ?? last;
    cursor = body["next"];
  }
  return last;
}
