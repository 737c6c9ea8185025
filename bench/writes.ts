import type { Database } from "@/db/client";
import { findTeam } from "@/db/queries/team";
import { openOperator } from "@/lib/auth/open-operator";
import type { TeamContext } from "@/lib/auth/team-context";
import { asId, type LeadId, type StageId, type TeamId, type UserId } from "@/lib/domain/ids";
import { newId } from "@/lib/new-id";
import { foldIfMany } from "@/lib/use-cases/counts/fold";
import { moveLead } from "@/lib/use-cases/leads/move-lead";
import type { BenchDatabase } from "./database";
import type { BenchTeam } from "./generate";
import { md5 } from "./md5";
import { NOW } from "./reads";

/** How many moves were made, and how many were refused or failed. */
export interface Moves {
  readonly perSecond: number;
  readonly failures: number;
}

interface Mover {
  readonly teamId: TeamId;
  /** Open leads, moved out and back in turn; each mover has its own. */
  readonly leads: { readonly id: LeadId; version: number; isOpen: boolean }[];
}

/** One mover in each team, or all of them in one. */
export async function moversOf(
  bench: BenchDatabase,
  teams: readonly BenchTeam[],
  each: number,
): Promise<readonly Mover[]> {
  const taken = new Map<string, number>();
  const movers: Mover[] = [];
  for (const { teamId } of teams) {
    const skip = taken.get(teamId) ?? 0;
    taken.set(teamId, skip + each);
    const rows = await bench.admin<{ id: string; version: number }[]>`select id, version from leads
      where team_id = ${teamId} and kind = 'open' order by id desc offset ${skip} limit ${each}`;
    const leads = rows.map(({ id, version }) => ({ id: asId<LeadId>(id), version, isOpen: true }));
    movers.push({ teamId: asId<TeamId>(teamId), leads });
  }
  return movers;
}

/** Moves that every count sees, by the use-case that people use, each in its transaction, while the fold runs beside them. */
export async function moveFor(db: Database, movers: readonly Mover[], seconds: number): Promise<Moves> {
  const end = performance.now() + seconds * 1000;
  let [done, failures, isOver] = [0, 0, false];
  const teams = [...new Set(movers.map(({ teamId }) => teamId))];
  const folding = foldBeside(db, teams, { isOver: () => isOver, everyMs: seconds * 200 });
  const start = performance.now();
  await Promise.all(
    movers.map(async ({ teamId, leads }) => {
      for (let n = 0; performance.now() < end; n += 1) {
        const lead = leads[n % leads.length];
        if (lead === undefined) throw new Error("a team without open leads");
        try {
          await moveOne(db, teamId, lead);
          done += 1;
        } catch {
          failures += 1;
        }
      }
    }),
  );
  const perSecond = done / ((performance.now() - start) / 1000);
  isOver = true;
  await folding;
  return { perSecond, failures };
}

async function moveOne(db: Database, teamId: TeamId, lead: Mover["leads"][number]): Promise<void> {
  const kind = lead.isOpen ? "not_a_fit" : "open";
  await openOperator(db, teamId, "write", async (scope) => {
    const team = await findTeam(scope);
    if (team === null) throw new Error("no such team");
    const user = { id: asId<UserId>(PERSON), name: "Person 1", email: "person1@example.com", locale: "nb" as const };
    const ctx: TeamContext = {
      db: scope,
      team,
      role: "owner",
      now: NOW,
      newId,
      user: { ...user, emailConfirmed: true },
    };
    await moveLead(ctx, {
      id: lead.id,
      version: lead.version,
      stageId: stageOf(teamId, kind),
      excludedAs: null,
      on: null,
    });
  });
  lead.isOpen = !lead.isOpen;
  lead.version += 1;
}

/** As `generate` makes them. */
function stageOf(teamId: TeamId, kind: string): StageId {
  return asId<StageId>(md5(`${teamId}l-${kind}`));
}

const PERSON = md5("user1");

async function foldBeside(
  db: Database,
  teams: readonly TeamId[],
  { isOver, everyMs }: { readonly isOver: () => boolean; readonly everyMs: number },
): Promise<void> {
  while (!isOver()) {
    for (const teamId of teams) await openOperator(db, teamId, "write", (scope) => foldIfMany(scope));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
