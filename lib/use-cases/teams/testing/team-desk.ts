import type { Database } from "@/db/client";
import { createUser, findUser } from "@/db/directory";
import { createMember } from "@/db/mutations/members";
import { findMembership } from "@/db/queries/members";
import { findRole, findTeam } from "@/db/queries/team";
import { TeamDb } from "@/db/scope";
import { openInviteIn } from "@/lib/auth/open-invite";
import type { Member, TeamContext } from "@/lib/auth/team-context";
import type { Id, TeamId, UserId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/permissions";
import { newId } from "@/lib/new-id";
import { createTeam, type CreateTeamInput } from "../create-team";

export const NOW = new Date("2026-11-23T12:00:00Z");

/** What the doors of a team give, over a real database, with the clock in the test's hand. */
export function teamDesk(db: Database) {
  const global = <T>(work: Parameters<typeof db.transaction<T>>[1]) =>
    db.transaction({ teamId: null, access: "write" }, work);

  async function newUser(more: { readonly isConfirmed?: boolean } = {}): Promise<Member> {
    const id = newId<UserId>();
    const user = { id, email: `kari.${id.slice(-12)}@nordlys.no`, name: `Kari ${id.slice(-4)}`, locale: "nb" } as const;
    const { isConfirmed = true } = more;
    await global((tx) => createUser(tx, { ...user, emailConfirmedAt: isConfirmed ? NOW : null }));
    return { ...user, emailConfirmed: isConfirmed };
  }

  async function newTeam(input: Partial<CreateTeamInput> = {}) {
    const owner = await newUser();
    const teamId = newId<TeamId>();
    const { slug } = await db.transaction({ teamId, access: "write" }, (tx) =>
      createTeam(
        { user: owner, now: NOW, newId, db: new TeamDb(tx, teamId) },
        { name: "Nordlys", scenario: "startup", timeZone: "Europe/Oslo", ...input },
      ),
    );
    return { teamId, slug, owner };
  }

  /** Runs as this user in this team, with the role that their membership says. */
  function as<T>(teamId: TeamId, user: Member, work: (ctx: TeamContext) => Promise<T>, now = NOW): Promise<T> {
    return db.transaction({ teamId, access: "write" }, async (tx) => {
      const scope = new TeamDb(tx, teamId);
      const team = await findTeam(scope);
      const role = await findRole(scope, user.id);
      if (team === null || role === null) throw new Error("not a member");
      return work({ user, role, team, now, newId, db: scope });
    });
  }

  async function newMember(teamId: TeamId, role: Role): Promise<Member> {
    const user = await newUser();
    await join(teamId, user, role);
    return user;
  }

  async function join(teamId: TeamId, user: Member, role: Role): Promise<void> {
    const member = { id: newId<Id<"membership">>(), userId: user.id, name: user.name, role, createdAt: NOW };
    await db.transaction({ teamId, access: "write" }, (tx) => createMember(new TeamDb(tx, teamId), member));
  }

  return {
    newUser,
    newTeam,
    newMember,
    join,
    as,
    within: <T>(teamId: TeamId, work: (scope: TeamDb) => Promise<T>) =>
      db.transaction({ teamId, access: "write" }, (tx) => work(new TeamDb(tx, teamId))),
    membership: async (teamId: TeamId, user: Member) => {
      const row = await db.transaction({ teamId, access: "read" }, (tx) =>
        findMembership(new TeamDb(tx, teamId), { userId: user.id }),
      );
      if (row === null) throw new Error("never a member");
      return row;
    },
    user: (id: UserId) => global((tx) => findUser(tx, id)),
    invited: <T>(token: string, work: Parameters<typeof openInviteIn<T>>[2], now = NOW) =>
      openInviteIn(db, { token, now, access: "write" }, work),
  };
}
