import { z } from "zod";
import { DEAL_KINDS } from "@/lib/domain/deals/deal";
import { MIDDLE_BLOCKS } from "@/lib/domain/metrics/report-blocks";
import { PERIOD_KEYS } from "@/lib/domain/period";
import { SUBJECTS } from "@/lib/domain/pipeline/kinds";
import { LINK_MODES } from "@/lib/domain/sharing/link";
import type { SharedReport } from "@/lib/domain/sharing/shared-report";

const count = z.union([z.int().nonnegative(), z.literal("hidden")]);
const share = z.union([z.number().min(0).max(1), z.literal("hidden"), z.null()]);
const name = z.string().nullable();

const rate = z.strictObject({
  hits: count,
  trials: count,
  value: share,
  low: share,
  high: share,
  preliminary: z.boolean(),
});
const rates = z.strictObject({
  leadConversionRate: rate,
  qualificationRate: rate,
  opportunityConversionRate: rate,
  step2: rate.nullable(),
});
const row = z.strictObject({ name, rates });
const stage = z.strictObject({ name: z.string(), subject: z.enum(SUBJECTS) });
const loss = z.strictObject({ name, lost: count });
const days = z.number().nonnegative().nullable();
const amount = z.strictObject({ minor: z.union([z.number(), z.literal("hidden"), z.null()]), currency: name });
const base = z.strictObject({ kind: z.enum(["target", "previous", "year", "rest"]), percent: z.int() });

const strip = z.strictObject({
  leads: count,
  qualified: count,
  open: count,
  notAFit: count,
  direct: count,
  sold: count,
  qualifiedOpen: count,
  qualifiedLost: count,
  customers: count,
});

/** A stored copy as it is read: with one key too many it is not ours to show. */
export const SharedReportSchema = z.strictObject({
  format: z.literal(1),
  mode: z.enum(LINK_MODES),
  basis: z.enum(["start", "decision"]),
  leadConvertsAt: z.enum(["customer", "opportunity"]),
  periodKey: z.enum(PERIOD_KEYS),
  period: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  timeZone: z.string(),
  asOf: z.string(),
  isSample: z.boolean(),
  hidesSmall: z.boolean(),
  isHiding: z.boolean(),
  filters: z.strictObject({ channels: z.array(name), campaigns: z.array(name), isByOwner: z.boolean() }),
  narrowing: z.array(name),
  narrowedTo: z.int().nonnegative(),
  blocks: z.array(z.enum(MIDDLE_BLOCKS)),
  total: z.strictObject({
    rates,
    open: z.strictObject({ leadConversionRate: count, opportunityConversionRate: count }).nullable(),
    strip: strip.nullable(),
  }),
  findings: z.array(
    z.strictObject({
      code: z.enum(["message", "fewGood", "selling", "quality", "audience", "more"]),
      channel: name,
      firstIn: name,
      bases: z.tuple([base, base]),
    }),
  ),
  channels: z.array(row),
  campaigns: z.array(row),
  owners: z.array(row).nullable(),
  trend: z.strictObject({ unit: z.enum(["month", "quarter"]), rows: z.array(row) }).nullable(),
  reach: z.strictObject({ steps: z.array(z.strictObject({ stage: stage.nullable(), leads: count })) }).nullable(),
  losses: z.strictObject({ total: count, stages: z.array(loss), reasons: z.array(loss), notAFit: count }).nullable(),
  times: z.array(z.strictObject({ stage, quarterDays: days, medianDays: days, threeQuartersDays: days })).nullable(),
  money: z
    .strictObject({
      won: z.array(z.strictObject({ kind: z.enum(DEAL_KINDS), per: z.enum(["month", "once"]), deals: count, amount })),
      rows: z.array(z.strictObject({ name, isTotal: z.boolean(), value: amount, perLead: amount })),
    })
    .nullable(),
}) satisfies z.ZodType<SharedReport>;

/** A copy as it was stored, or an error: a copy is ours, and one that is not as we write it is a fault. */
export function readCopy(content: string): SharedReport {
  return SharedReportSchema.parse(JSON.parse(content));
}
