import type { Answer } from "./ask";
import { daysFrom, moment } from "./clock";
import { standingRowsOf } from "./replay";
import type { LogRow, Question } from "./rows";
import { type Spell, whenLeft } from "./when-left";

interface OpenStage {
  readonly key: string;
  readonly subject: "lead" | "opportunity";
}

/** How many leads entered each of the open stages or a later one, or were won; at last, how many were won. */
export function reached(log: readonly LogRow[], question: Question, answer: Answer, stages: readonly OpenStage[]) {
  const rowsOf = standingRowsOf(log, question);
  const ordered = [...stages].sort((a, b) => Number(a.subject !== "lead") - Number(b.subject !== "lead"));
  const ids = (path: string) => new Set((answer[path] ?? []).map(({ id }) => id));
  const [leads, qualified, customers] = [ids("leads.total"), ids("leads.qualified"), ids("leads.customers")];
  const opportunitiesOf = (lead: string) =>
    new Set(log.filter((row) => row.subject === "opportunity" && row.leadId === lead).map((row) => row.opportunityId));
  const entered = (lead: string) => {
    const own = rowsOf("lead", lead);
    const others = [...opportunitiesOf(lead)].flatMap((id) => rowsOf("opportunity", String(id)));
    return new Set((qualified.has(lead) ? [...own, ...others] : own).map(({ toStageId }) => toStageId));
  };
  const hasReached = (lead: string, place: number) => {
    const isOfLeads = ordered[place]?.subject === "lead";
    const isFirst = place === ordered.findIndex(({ subject }) => subject === "opportunity");
    if (qualified.has(lead) && (isOfLeads || isFirst || customers.has(lead))) return true;
    if (customers.has(lead)) return isOfLeads;
    const seen = entered(lead);
    return place === 0 || ordered.slice(place).some(({ key }) => seen.has(key));
  };
  const counts = ordered.map((_, place) => [...leads].filter((lead) => hasReached(lead, place)).length);
  return [...counts, [...leads].filter((lead) => qualified.has(lead) && customers.has(lead)).length];
}

/** "stage reason: n" of those that are lost: where each stood when it was lost for the last time, and why. */
export function lostAt(log: readonly LogRow[], question: Question, answer: Answer): readonly string[] {
  const rowsOf = standingRowsOf(log, question);
  const counts = new Map<string, number>();
  for (const { id } of answer["opportunities.lost"] ?? []) {
    const losses = rowsOf("opportunity", id).filter((row) => row.toKind === "lost" && row.fromKind !== "lost");
    const last = losses[losses.length - 1];
    const cell = `${last?.fromStageId} ${last?.lostReasonId}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return [...counts].map(([cell, n]) => `${cell}: ${n}`).sort();
}

/** Every visit to a stage of the records of a period, by start. */
export function visits(log: readonly LogRow[], question: Question, byStart: Answer): readonly Visit[] {
  const rowsOf = standingRowsOf(log, question);
  return (["lead", "opportunity"] as const).flatMap((subject) =>
    (byStart[subject === "lead" ? "leads.total" : "opportunities.total"] ?? []).flatMap(({ id }) =>
      visitsOf(rowsOf(subject, id), question),
    ),
  );
}

/** Of each stage its visits, how many are over, the median, and how many stand there for longer than three in four did. */
export function times(all: readonly Visit[], stages: readonly OpenStage[]) {
  return stages.map(({ key }) => {
    const own = all.filter(({ stage }) => stage === key);
    const completed = own.filter(({ isOver }) => isOver).length;
    const limit = completed < 20 ? null : whenLeft(0.25, own);
    const stuck = own.filter(({ isOver, days }) => limit !== null && !isOver && days > limit).length;
    const medianDays = own.length < 10 ? null : whenLeft(0.5, own);
    return { key, visits: own.length, completed, medianDays, stuck };
  });
}

type Visit = Spell & { readonly stage: string | null };

function visitsOf(rows: readonly LogRow[], { at, timeZone }: Question): readonly Visit[] {
  const moves = rows.filter((row) => row.fromStageId !== row.toStageId);
  return moves.flatMap((entry, place) => {
    const exit = moves[place + 1];
    const days = daysFrom(entry, exit ?? moment(at, timeZone), timeZone);
    if (days === null || days < 0) return [];
    const spell = exit ? { days: Math.ceil(days), isOver: true } : { days: Math.floor(days), isOver: false };
    return [{ ...spell, stage: entry.toStageId }];
  });
}
