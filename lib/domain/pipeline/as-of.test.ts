import { describe, expect, test } from "vitest";
import { z } from "zod";
import { asId } from "@/lib/domain/ids";
import { groupBy } from "@/lib/domain/group-by";
import { vectors } from "@/lib/domain/testing/vectors";
import { LEAD_KINDS } from "./kinds";
import { type LeadState, replayLead } from "./replay";
import { faultOf, standing, type Transition, type When } from "./transition";

const row = z.object({
  seq: z.number(),
  lead: z.string(),
  to: z.enum(LEAD_KINDS),
  happened: z.iso.date(),
  recorded: z.iso.date(),
  undoes: z.number().optional(),
});
const share = z.object({ x: z.number(), n: z.number() });
const expected = z.object({
  ...{ asOf: z.iso.date(), from: z.iso.date(), to: z.iso.date() },
  ...{ byStart: share, byDecision: share, faults: z.number() },
});
const sections = vectors("asOf", { transitions: z.array(row).min(1), expect: z.array(expected).min(1) });

describe.each(sections)("$id: as of A is the rows recorded by A, replayed in the order of recording", (section) => {
  test.each(section.expect)("as of $asOf, $from to $to: $byStart by start, $byDecision by decision", (vector) => {
    const states = statesAt(vector.asOf);
    const within = (when: When | null) => {
      const day = when?.occurredOn ?? null;
      return day !== null && vector.from <= day && day < vector.to;
    };
    const customers = (leads: readonly LeadState[]) => leads.filter(({ kind }) => kind === "customer").length;
    const cohort = states.filter(({ cameIn }) => within(cameIn));
    const decided = states.filter(({ decided }) => within(decided));
    expect({ x: customers(cohort), n: cohort.length }).toEqual(vector.byStart);
    expect({ x: customers(decided), n: decided.length }).toEqual(vector.byDecision);
    expect(cohort.filter(({ fault }) => fault).length).toBe(vector.faults);
  });

  function statesAt(asOf: string): LeadState[] {
    return statesOf(section.transitions.filter(({ recorded }) => recorded <= asOf));
  }
});

/** Leads that count: there, and not excluded. */
function statesOf(rows: readonly z.output<typeof row>[]): LeadState[] {
  const ordered = rows.toSorted((a, b) => a.seq - b.seq);
  const logs = [...groupBy(ordered, ({ lead }) => lead).values()].map((own) => own.reduce(append, []));
  return logs.flatMap((log) => replayLead(log, []) ?? []).filter(({ kind }) => kind !== "excluded");
}

function append(log: readonly Transition[], { seq, lead, to, happened, undoes }: z.output<typeof row>): Transition[] {
  const when: When = { occurredAt: new Date(`${happened}T00:00:00Z`), occurredOn: happened, dateOnly: true };
  const before = standing(log);
  const last = before.at(-1);
  const next: Transition = {
    ...when,
    ...{ id: asId(String(seq)), subject: "lead", leadId: asId(lead), opportunityId: null },
    ...{ fromStageId: last?.toStageId ?? null, fromKind: last?.toKind ?? null, toStageId: asId(to), toKind: to },
    ...{ channelId: null, campaignId: null, ownerId: null, lostReasonId: null, causeId: null, batchId: null },
    excludedAs: to === "excluded" ? "test" : null,
    undoesId: undoes === undefined ? null : asId(String(undoes)),
    fault: undoes === undefined ? faultOf(when, before) : null,
  };
  return [...log, next];
}
