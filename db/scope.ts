import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import type { TeamId } from "@/lib/domain/ids";

/** A tenant table: it has the team's column. */
interface TenantTable {
  readonly teamId: PgColumn;
}

/**
 * The only thing that a query on team data accepts, and only a door makes one: a transaction in which the team is set, and
 * the predicate that every statement starts from. Row-level security stands beneath it.
 */
export class TeamDb {
  constructor(
    readonly tx: Tx,
    readonly teamId: TeamId,
  ) {}

  /** `team_id = …` and the conditions; conditions that are left out do not widen it to other teams. */
  where(table: TenantTable, ...conditions: readonly (SQL | undefined)[]): SQL {
    return and(eq(table.teamId, this.teamId), ...conditions) ?? sql`false`;
  }

  /** The row as this team's. */
  own<T extends object>(row: T): T & { teamId: TeamId } {
    return { ...row, teamId: this.teamId };
  }
}

/** For joins: the same team on both sides, and the condition. */
export function sameTeam(a: TenantTable, b: TenantTable, on: SQL): SQL {
  return and(eq(a.teamId, b.teamId), on) ?? sql`false`;
}
