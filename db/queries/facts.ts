import { type SQL, sql } from "drizzle-orm";
import type { TeamDb } from "@/db/scope";
import type { Subject } from "@/lib/domain/pipeline/kinds";
import { leadsAt } from "./leads-at";
import { opportunitiesAt } from "./opportunities-at";

/** Where to count other than in the records as they are now. */
export interface Past {
  /** The last row of the log that is heard. */
  readonly seq: number;
  /** Ages are of this moment. */
  readonly at: Date;
  readonly timeZone: string;
  readonly windowDays: number | null;
}

/**
 * Selects from the facts that counts are made of. Of the past, `leads` and `opportunities` stand for what replaying the log
 * gives (metrics.md 1.8): the same names and columns, so that every count has one definition.
 */
export function factsOf(db: TeamDb, past: Past | undefined): Pick<TeamDb["tx"], "select" | "selectDistinctOn"> {
  if (past === undefined) return db.tx;
  const { changed, moves, lead_spans, opportunity_spans, opportunities, leads } = relationsOf(db, past);
  const relation = (name: string, rows: SQL) => db.tx.$with(name, {}).as(rows);
  return db.tx.with(
    relation("changed", changed),
    relation("moves", moves),
    relation("lead_spans", lead_spans),
    relation("opportunity_spans", opportunity_spans),
    relation("opportunities", opportunities),
    relation("leads", leads),
  );
}

/** The same for a statement written out: what it begins with. */
export function factsFirst(db: TeamDb, past: Past | undefined): SQL {
  const relations = past === undefined ? [] : Object.entries(relationsOf(db, past));
  return sql.join(relations.map(([name, rows]) => sql`${sql.identifier(name)} as (${rows}), `));
}

/**
 * Each is made of those before it. Only the log of cases that have changed since is replayed: what has not is as its records
 * say, for they say what replaying all of their log gives. How far a case was within so many days is written nowhere, so
 * under a window all are replayed.
 */
function relationsOf(db: TeamDb, past: Past) {
  return {
    changed: changedSince(db, past),
    moves: movesUntil(db, past),
    lead_spans: spansOf("lead"),
    opportunity_spans: spansOf("opportunity"),
    opportunities: opportunitiesAt(db, past),
    leads: leadsAt(db, past),
  };
}

/** A case is a lead and its opportunities, or an opportunity without one. */
function changedSince({ teamId }: TeamDb, { seq, windowDays }: Past): SQL {
  const since = windowDays === null ? sql`and t.seq > ${seq}` : sql``;
  return sql`select coalesce(t.lead_id, t.opportunity_id) as id from stage_transitions t where t.team_id = ${teamId} ${since} group by 1`;
}

/** The rows recorded by then, less those undone by then, less the undoing ones. */
function movesUntil({ teamId }: TeamDb, { seq }: Past): SQL {
  return sql`select t.* from stage_transitions t
    where t.team_id = ${teamId} and t.seq <= ${seq} and t.undoes_id is null
      and exists (select 1 from changed c where c.id = coalesce(t.lead_id, t.opportunity_id)) and not exists (
      select 1 from stage_transitions u
      where u.team_id = ${teamId} and u.undoes_id is not null and u.undoes_id = t.id and u.seq <= ${seq})`;
}

/**
 * Where in its log each record began, last moved, was decided first for good, and last for bad. Each subject by itself: of
 * both together the planner cannot tell how many are whose, takes them for few, and goes through them again and again.
 */
function spansOf(subject: Subject): SQL {
  return sql`select ${sql.identifier(`${subject}_id`)} as id,
      min(seq) as first, max(seq) as last, coalesce(bool_or(fault = 'before-start'), false) as fault,
      min(seq) filter (where to_kind in ('customer', 'won')) as good,
      max(seq) filter (where to_kind in ('not_a_fit', 'lost') and from_kind is distinct from to_kind
        and from_kind is distinct from 'excluded') as bad
    from moves where subject = ${subject} group by 1`;
}
