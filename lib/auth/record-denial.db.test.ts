import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { recordDenial } from "./record-denial";

let server: TestDatabase;
beforeAll(async () => {
  server = await testDatabase();
});
afterAll(() => server.drop());

it("who was denied which right is in the team's log once an hour, however often it was asked, and as a whole chain", async () => {
  const desk = teamDesk(server.db);
  const { teamId } = await desk.newTeam();
  const { id: actorId } = await desk.newMember(teamId, "viewer");
  const now = new Date("2026-11-27T10:05:00Z");
  const denial = { teamId, needs: "key:list", actorKind: "user", actorId, now } as const;
  for (let n = 0; n < 3; n += 1) await recordDenial(server.db, denial);
  await recordDenial(server.db, { ...denial, needs: "member:manage" });
  await recordDenial(server.db, { ...denial, now: new Date("2026-11-27T11:00:00Z") });

  const admin = postgres(server.adminUrl, { max: 1 });
  const rows = await admin`
    select actor_kind, actor_id, subject_kind, subject_id, fields from activity_log
    where team_id = ${teamId} and action = 'access.denied' order by seq`;
  await admin.end();
  const row = { actor_kind: "user", actor_id: actorId, subject_kind: "team", subject_id: teamId };
  expect(rows.map((one) => ({ ...one }))).toEqual([
    { ...row, fields: ["key:list"] },
    { ...row, fields: ["member:manage"] },
    { ...row, fields: ["key:list"] },
  ]);
});
