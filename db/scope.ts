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

  /** A part of the work that may fail alone: what it did is taken back, and the transaction goes on without it. */
  async apart<T>(work: () => Promise<T>): Promise<T> {
    await this.tx.execute(sql`savepoint apart`);
    try {
      const result = await work();
      await this.tx.execute(sql`release savepoint apart`);
      return result;
    } catch (error) {
      await this.tx.execute(sql`rollback to savepoint apart`);
      throw error;
    }
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
