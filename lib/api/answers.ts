import { z } from "zod";
import { DEAL_KINDS } from "@/lib/domain/deals/deal";
import { FIELD_CODES } from "@/lib/domain/errors";
import { ALL_IMPORT_FIELDS } from "@/lib/domain/import/fields";
import { CELL_CODES, ROW_CODES } from "@/lib/domain/import/row-codes";
import { EXCLUDED_AS, LEAD_KINDS, OPPORTUNITY_KINDS, SUBJECTS } from "@/lib/domain/pipeline/kinds";
import { PROBLEM_CODES } from "./problem";

// What the API answers, for its description and the test that holds every real answer against it.

const id = z.uuid();
const idOrNull = id.nullable();
const text = z.string();
const moment = z.iso.datetime({ precision: 3 });
const momentOrNull = moment.nullable();
const day = z.iso.date();
const count = z.int().min(0);
const version = z.int().min(1);
const money = z.strictObject({ minor: count, currency: z.string().length(3) });
const transitionId = idOrNull.meta({
  description: "The row of the log that this write added; undoing it takes the move back.",
});

const RECORD = {
  id,
  externalId: text.nullable(),
  name: text.nullable(),
  note: text,
  channelId: idOrNull,
  campaignId: idOrNull,
  ownerId: idOrNull,
  expected: money.nullable(),
  stageId: idOrNull,
  stageSince: momentOrNull,
  fault: z.boolean(),
  archivedAt: momentOrNull,
  version,
  createdAt: moment,
};
export const LEAD = z.strictObject({
  ...RECORD,
  company: text.nullable(),
  email: text.nullable(),
  phone: text.nullable(),
  kind: z.enum(LEAD_KINDS).nullable(),
  excludedAs: z.enum(EXCLUDED_AS).nullable(),
  cameInAt: momentOrNull,
  qualified: z.boolean(),
  qualifiedAt: momentOrNull,
  decidedAt: momentOrNull,
});
export const WRITTEN_LEAD = LEAD.extend({ transitionId });
export const OPPORTUNITY = z.strictObject({
  ...RECORD,
  leadId: idOrNull,
  kind: z.enum(OPPORTUNITY_KINDS).nullable(),
  openedAt: momentOrNull,
  closedAt: momentOrNull,
  lostReasonId: idOrNull,
});
export const WRITTEN_OPPORTUNITY = OPPORTUNITY.extend({ transitionId });
export const MOVED_OPPORTUNITY = WRITTEN_OPPORTUNITY.extend({ dealId: idOrNull });
export const DEAL = z.strictObject({
  id,
  externalId: text.nullable(),
  opportunityId: idOrNull,
  leadId: idOrNull,
  kind: z.enum(DEAL_KINDS),
  amount: money.nullable(),
  termMonths: count.nullable(),
  signedOn: day.nullable(),
  voidedAt: momentOrNull,
  version,
  createdAt: moment,
});

const kind = z.enum([...new Set([...LEAD_KINDS, ...OPPORTUNITY_KINDS])]);
export const TRANSITION = z.strictObject({
  id,
  seq: count,
  subject: z.enum(SUBJECTS),
  leadId: idOrNull,
  opportunityId: idOrNull,
  fromStageId: idOrNull,
  fromKind: kind.nullable(),
  toStageId: idOrNull,
  toKind: kind.nullable(),
  channelId: idOrNull,
  campaignId: idOrNull,
  ownerId: idOrNull,
  lostReasonId: idOrNull,
  excludedAs: z.enum(EXCLUDED_AS).nullable(),
  occurredAt: momentOrNull,
  occurredOn: day.nullable(),
  dateOnly: z.boolean(),
  recordedAt: moment,
  undoesId: idOrNull,
  fault: z.enum(["before-start", "before-previous"]).nullable(),
});

const NAMED = { id, name: text, archivedAt: momentOrNull, version };
export const CHANNEL = z.strictObject({ ...NAMED, aliases: z.array(text), position: z.int() });
export const CAMPAIGN = z.strictObject({
  ...NAMED,
  channelId: id,
  audienceSize: count.nullable(),
  cost: money.nullable(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
});
export const STAGE = z.strictObject({ ...NAMED, subject: z.enum(SUBJECTS), kind, position: z.int() });
export const LOST_REASON = z.strictObject({ ...NAMED, position: z.int() });

const share = z.number().min(0).max(1).nullable();
export const RATE = z.strictObject({
  hits: count,
  trials: count,
  open: count.meta({ description: "What this rate has not decided." }),
  value: share,
  low: share,
  high: share,
  evidence: z.enum(["none", "few", "thin", "ok"]),
  preliminary: z.boolean(),
});
const counts = <K extends string, N extends string>(always: readonly K[], byStart: readonly N[]) =>
  z.strictObject(
    Object.fromEntries([
      ...always.map((name) => [name, count]),
      ...byStart.map((name) => [name, count.nullable().meta({ description: "`null` by decision." })]),
    ]),
  );
const figures = {
  leads: counts(
    ["notAFit", "direct", "qualified", "waiting", "customers", "excluded", "faulty", "undated"],
    ["total", "open", "qualifiedOpen", "qualifiedLost"],
  ),
  opportunities: counts(["won", "lost", "withoutLead", "faulty", "undated"], ["total", "open"]),
  leadConversionRate: RATE,
  qualificationRate: RATE,
  opportunityConversionRate: RATE,
  step2: RATE.nullable(),
  direct: RATE.nullable(),
  won: z.array(money.extend({ deals: count })),
};
const groupKey = text.nullable().optional();
export const RATES = z.strictObject({
  asOf: moment,
  timeZone: text,
  period: z.strictObject({ from: day, to: day }).nullable(),
  definition: z.strictObject({
    basis: z.enum(["start", "decision"]),
    leadConvertsAt: z.enum(["customer", "opportunity"]),
    windowDays: count.nullable(),
  }),
  total: z.strictObject(figures),
  rows: z.array(
    z.strictObject({
      key: z.strictObject({
        id: groupKey,
        channelId: groupKey,
        campaignId: groupKey,
        ownerId: groupKey,
        month: groupKey,
        quarter: groupKey,
        week: groupKey,
        name: text.nullable(),
      }),
      ...figures,
    }),
  ),
});

export const IMPORTED = z.strictObject({
  id: idOrNull.meta({ description: "`null` after a dry run." }),
  create: count,
  update: count,
  skip: count,
  rejected: count,
  undated: count,
  faulty: count,
  reject: z
    .array(
      z.strictObject({
        line: z.int().min(1),
        column: z.enum([...ALL_IMPORT_FIELDS, ""]),
        code: z.enum([...new Set([...ROW_CODES, ...CELL_CODES])]),
        value: text,
      }),
    )
    .meta({ description: "The first 10,000 things that are wrong; `rejected` counts the rows." }),
});
export const UNDONE_IMPORT = z.strictObject({
  id,
  left: count.meta({ description: "Records that stay, because somebody has worked on them since." }),
});

export const PROBLEM = z.object({
  type: z.literal("about:blank"),
  title: text,
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  errors: z.array(z.strictObject({ field: text, code: z.enum(FIELD_CODES) })).optional(),
  instance: text.optional(),
});

/** One page of a list; `next` is the `cursor` of the following one, `null` on the last. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: text.nullable() });
}

/** The names under which the description keeps what stands in several answers. */
export const NAMED_ANSWERS = {
  Rates: RATES,
  Rate: RATE,
  Lead: LEAD,
  WrittenLead: WRITTEN_LEAD,
  Opportunity: OPPORTUNITY,
  WrittenOpportunity: WRITTEN_OPPORTUNITY,
  MovedOpportunity: MOVED_OPPORTUNITY,
  Deal: DEAL,
  Transition: TRANSITION,
  Channel: CHANNEL,
  Campaign: CAMPAIGN,
  Stage: STAGE,
  LostReason: LOST_REASON,
  Imported: IMPORTED,
  UndoneImport: UNDONE_IMPORT,
  Problem: PROBLEM,
} as const satisfies Readonly<Record<string, z.ZodType>>;
