import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { csvRows } from "@/app/r/[token]/csv/csv-rows";
import { RATES } from "@/lib/api/answers";
import { apiDesk } from "@/lib/api/testing/api-desk";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { PRINTED_RATES } from "@/lib/domain/sharing/rate-cells";
import { readReport } from "@/lib/search-params";
import { loadWholeReport } from "@/lib/use-cases/report/load-whole-report";
import { makeSnapshot } from "@/lib/use-cases/sharing/make-snapshot";
import { readCopy } from "@/lib/use-cases/sharing/shared-report-schema";
import { POST as imports } from "./imports/route";
import { GET as rates } from "./rates/route";

const NOW = new Date("2026-11-23T12:00:00Z");
let api: Awaited<ReturnType<typeof apiDesk>>;
beforeAll(async () => {
  api = await apiDesk();
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  const sent = { method: "POST", key: api.keys.write, body: fileOf90(), headers: { "Content-Type": "text/csv" } };
  expect((await api.ask(imports, "/imports?kind=leads", sent)).body).toMatchObject({ create: 90, rejected: 0 });
});
afterAll(async () => {
  vi.useRealTimers();
  await api.end();
});

/** A lead on each of 90 days; every third an opportunity, every fifth a customer, every seventh not a fit, every fourth of no channel. */
function fileOf90(): string {
  const rows = Array.from({ length: 90 }, (_, nth) => {
    const day = new Date(Date.UTC(2026, 7, 20 + nth)).toISOString().slice(0, 10);
    const when = (every: number) => (nth % every === 0 ? day : "");
    const refused = nth % 5 === 0 ? "" : when(7);
    return [`l${nth}`, nth % 4 === 0 ? "" : `Kanal ${nth % 4}`, day, when(3), when(5), refused].join(",");
  });
  return ["external_id,channel,came_in_on,qualified_on,customer_on,not_a_fit_on", ...rows].join("\n");
}

const PERIOD = { from: "2026-09-01", to: "2026-11-01" };
const QUESTIONS = [{}, { basis: "decision" }, { windowDays: "14" }, { channel: "none" }, { asOf: NOW.toISOString() }];

async function asked(groupBy: string, more: Readonly<Record<string, string>>) {
  const search = new URLSearchParams({ ...PERIOD, ...more, groupBy });
  return RATES.parse((await api.ask(rates, `/rates?${search.toString()}`, { key: api.keys.read })).body);
}

type Rates = ReturnType<typeof RATES.parse>;
type Named = Rates["total"] & { readonly key: { readonly name: string | null } };

const within = <T>(work: (ctx: TeamContext) => Promise<T>) => api.desk.as(api.ours.teamId, api.ours.owner, work, NOW);

it.each(QUESTIONS)(
  "the report's page and the API say the same of 90 leads, in all, by channel and by month: %o",
  async (more) => {
    const { report } = await within((ctx) => {
      const { query } = readReport({ period: "custom", ...PERIOD, ...more }, { ...ctx.team, now: ctx.now });
      return loadWholeReport(ctx, query);
    });
    const byChannel = await asked("channel", more);
    const byMonth = await asked("month", more);
    const ofPage = ({ key, parts: { leads, opportunities }, rates: of }: ReportRow) => ({
      key,
      leads,
      opportunities,
      ...of,
    });
    const ofApi = ({ won: _, key, ...figures }: Rates["rows"][number]) => ({
      key: key.channelId ?? key.month ?? null,
      ...figures,
    });
    expect(byChannel.total.leadConversionRate.trials).toBeGreaterThan(5);
    expect(ofPage(report.total)).toEqual(ofApi({ ...byChannel.total, key: { name: null } }));
    expect(report.channels.map(ofPage)).toEqual(byChannel.rows.map(ofApi));
    expect(report.months.map(ofPage)).toEqual(byMonth.rows.map(ofApi));
  },
);

it("a report link's file has the numbers of the API: total, channels and months, x and n and the mark of a young rate", async () => {
  const {
    copies: [copy],
  } = await within((ctx) =>
    makeSnapshot(ctx, {
      ...{ name: "Styret", locale: "nb", mode: "frozen" },
      scope: {
        filters: { basis: "start", channels: [], campaigns: [], owners: [] },
        ranges: [{ key: "custom", period: PERIOD }],
        mayNarrow: false,
      },
      shows: { csv: true, owners: false, money: false, nameInPreview: false, smallCounts: true },
    }),
  );
  const file = csvRows(readCopy(copy?.content ?? "")).map(([part, name, rate, x, n, , , preliminary]) =>
    [part, name, rate, x, n, preliminary].join(" "),
  );
  const byChannel = await asked("channel", {});
  const byMonth = await asked("month", {});
  const lines = (part: string, rows: readonly Named[]) =>
    rows.flatMap((row) =>
      PRINTED_RATES.flatMap((name) => {
        const rate = row[name];
        return rate === null ? [] : [[part, row.key.name, name, rate.hits, rate.trials, rate.preliminary].join(" ")];
      }),
    );
  expect(file).toEqual([
    ...lines("total", [{ ...byChannel.total, key: { name: null } }]),
    ...lines("channel", byChannel.rows),
    ...file.filter((line) => line.startsWith("campaign ")),
    ...lines("month", byMonth.rows),
  ]);
});
