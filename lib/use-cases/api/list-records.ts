import { z } from "zod";
import { sliceDeals, sliceLeads, sliceOpportunities, sliceTransitions } from "@/db/queries/api-lists";
import type { TeamContext } from "@/lib/auth/team-context";
import { fieldError } from "@/lib/domain/errors";
import type { DealId, LeadId, OpportunityId } from "@/lib/domain/ids";
import { type Counted, LEADS_COUNTED, OPPORTUNITIES_COUNTED } from "@/lib/domain/metrics/counted";
import { leadsBehind, opportunitiesBehind } from "@/lib/use-cases/report/records-behind";
import { choiceWhenGiven } from "./fields";
import { idCursorField, LIMIT_FIELD, pageOf, SEQ_CURSOR, sliceOf } from "./page-fields";
import { checkPeriod, REPORT_FIELDS, reportQueryOf } from "./report-fields";
import { writeDeal, writeLead, writeOpportunity } from "./written-records";

export const ListLeadsInput = z
  .strictObject({
    ...REPORT_FIELDS,
    counted: choiceWhenGiven(LEADS_COUNTED),
    limit: LIMIT_FIELD,
    cursor: idCursorField<LeadId>(),
  })
  .superRefine(checkPeriod);

/** Leads; with `counted`, exactly those behind that count of the rates that the same question gives. */
export async function listLeads(ctx: TeamContext, input: z.output<typeof ListLeadsInput>) {
  const { limit, cursor, counted, ...fields } = input;
  const slice = sliceOf({ limit, cursor });
  const number = await countedNumber(ctx, fields, counted ?? null, "leads.total");
  const condition = number === null ? null : await leadsBehind(ctx, number);
  const rows = await sliceLeads(ctx.db, slice, condition ?? undefined);
  return pageOf(rows.map(writeLead), slice.limit, ({ id }) => id);
}

export const ListOpportunitiesInput = z
  .strictObject({
    ...REPORT_FIELDS,
    counted: choiceWhenGiven(OPPORTUNITIES_COUNTED),
    limit: LIMIT_FIELD,
    cursor: idCursorField<OpportunityId>(),
  })
  .superRefine(checkPeriod);

export async function listOpportunities(ctx: TeamContext, input: z.output<typeof ListOpportunitiesInput>) {
  const { limit, cursor, counted, ...fields } = input;
  const slice = sliceOf({ limit, cursor });
  const number = await countedNumber(ctx, fields, counted ?? null, "opportunities.total");
  const condition = number === null ? null : await opportunitiesBehind(ctx, number);
  const rows = await sliceOpportunities(ctx.db, slice, condition ?? undefined);
  return pageOf(rows.map(writeOpportunity), slice.limit, ({ id }) => id);
}

/** Without any key of a report: everything there is. With one, the whole that its rates are of. */
async function countedNumber(
  ctx: TeamContext,
  fields: Parameters<typeof reportQueryOf>[1],
  counted: Counted | null,
  whole: Counted,
) {
  const isAsked = Object.values(fields).some(
    (value) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  if (counted === null && !isAsked) return null;
  // By decision no set of records is the whole.
  if (counted === null && fields.basis === "decision") throw fieldError({ counted: "required" });
  return { query: await reportQueryOf(ctx, fields), counted: counted ?? whole };
}

export const ListDealsInput = z.strictObject({ limit: LIMIT_FIELD, cursor: idCursorField<DealId>() });

export async function listDeals(ctx: TeamContext, input: z.output<typeof ListDealsInput>) {
  const slice = sliceOf(input);
  const rows = await sliceDeals(ctx.db, slice);
  return pageOf(rows.map(writeDeal), slice.limit, ({ id }) => id);
}

export const ListTransitionsInput = z.strictObject({ limit: LIMIT_FIELD, cursor: SEQ_CURSOR });

export async function listTransitions(ctx: TeamContext, input: z.output<typeof ListTransitionsInput>) {
  const slice = sliceOf(input);
  return pageOf(await sliceTransitions(ctx.db, slice), slice.limit, ({ seq }) => seq);
}
