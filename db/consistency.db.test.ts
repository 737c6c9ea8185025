import fc from "fast-check";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldCounts } from "@/lib/use-cases/counts/fold";
import { allRows } from "@/db/testing/all-rows";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { type HistoryTeam, histories, play } from "@/db/testing/history";
import type { TeamId } from "@/lib/domain/ids";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { removeSampleData } from "@/lib/use-cases/samples/remove-sample-data";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { checkCaches } from "@/lib/use-cases/verify/check-caches";
import { checkCounters } from "@/lib/use-cases/verify/check-counters";
import { checkLog } from "@/lib/use-cases/verify/check-log";

let database: TestDatabase;
let admin: Sql;
let desk: ReturnType<typeof teamDesk>;

beforeAll(async () => {
  database = await testDatabase();
  admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
  desk = teamDesk(database.db);
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

async function newTeam(): Promise<HistoryTeam> {
  const { teamId, owner } = await desk.newTeam();
  return { teamId, owner, member: await desk.newMember(teamId, "member") };
}

const faultsOf = (teamId: TeamId) =>
  desk.within(teamId, async (db) => ({
    ...{ log: await checkLog(db), caches: await checkCaches(db), counters: await checkCounters(db) },
  }));
const SOUND = { log: null, caches: [], counters: [] };
const fold = (teamId: TeamId) => desk.within(teamId, (db) => foldCounts(db));

test("whatever teams do at once: records say what their log replays to, and both logs are one unbroken chain", async () => {
  const answers = new Map<string, number>();
  const together = fc.tuple(histories, histories);
  await fc.assert(
    fc.asyncProperty(together, async ([ours, theirs]) => {
      const [a, b] = [await newTeam(), await newTeam()];
      const [ofA, ofB] = await Promise.all([
        ...[play({ desk, admin }, a, ours), play({ desk, admin }, b, theirs)],
        ...[fold(a.teamId), fold(b.teamId)].map((folded) => folded.then((): readonly string[] => [])),
      ]);
      for (const answer of [...(ofA ?? []), ...(ofB ?? [])]) answers.set(answer, (answers.get(answer) ?? 0) + 1);
      for (const { teamId } of [a, b]) {
        expect(await faultsOf(teamId)).toEqual(SOUND);
        await Promise.all([fold(teamId), fold(teamId)]);
        expect(await faultsOf(teamId)).toEqual(SOUND);
        expect(await dealsAgainstWins(teamId)).toEqual([]);
      }
    }),
    { numRuns: 16, endOnFailure: true },
  );
  expect([...answers.keys()]).toEqual(expect.arrayContaining(["done", "conflict", "already-decided", "not-last"]));
  expect(answers.get("done")).toBeGreaterThan(150);
}, 120_000);

test("what one team does, with its own records or with the other's ids, changes nothing of the other team", async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(histories, histories), async ([ours, theirs]) => {
      const [a, b] = [await newTeam(), await newTeam()];
      await play({ desk, admin }, b, theirs);
      const before = await allRows(admin, b.teamId);
      await play({ desk, admin }, a, ours);
      const reached = await play({ desk, admin }, a, ours, { of: b.teamId });
      expect(reached.filter((one) => !["done", "not-found", "invalid", "conflict"].includes(one))).toEqual([]);
      expect(await allRows(admin, b.teamId)).toEqual(before);
      expect(await faultsOf(a.teamId)).toEqual(SOUND);
    }),
    { numRuns: 8 },
  );
}, 120_000);

test("a year of sample data, worked on and then taken back, leaves the records as their log says", async () => {
  const team = await newTeam();
  await desk.as(team.teamId, team.owner, addSampleData);
  expect(await faultsOf(team.teamId)).toEqual(SOUND);
  await fold(team.teamId);
  const [history = []] = fc.sample(histories, { numRuns: 1, seed: 7 });
  await play({ desk, admin }, team, history);
  await desk.as(team.teamId, team.owner, removeSampleData);
  expect(await faultsOf(team.teamId)).toEqual(SOUND);
});

/** K4. */
test("won and lost at once, ten times: exactly one wins, and the other is told of a conflict", async () => {
  const team = await newTeam();
  const act = { record: 0, choice: 1, day: null, by: "owner", minutes: 0, days: 0 } as const;
  for (let round = 0; round < 10; round += 1) {
    await play({ desk, admin }, team, [[{ ...act, verb: "open" }]]);
    const both = [
      { ...act, verb: "win" },
      { ...act, verb: "lose", by: "member" },
    ] as const;
    const answers = await play({ desk, admin }, team, [both]);
    expect(answers.toSorted()).toEqual(["conflict", "done"]);
  }
  expect(await dealsAgainstWins(team.teamId)).toEqual([]);
  expect(await faultsOf(team.teamId)).toEqual(SOUND);
});

const TAMPERINGS: readonly (readonly [
  what: string,
  fault: string,
  change: (sql: Sql, team: TeamId) => Promise<unknown>,
])[] = [
  [
    "a date of the log is moved",
    "hash",
    (sql, team) => sql`update stage_transitions set occurred_on = occurred_on - 1 where team_id = ${team} and seq = 9`,
  ],
  [
    "a row of the log is credited to nobody",
    "hash",
    (sql, team) => sql`update stage_transitions set owner_id = null where team_id = ${team} and seq = 9`,
  ],
  [
    "another is said to have done it",
    "hash",
    (sql, team) => sql`update activity_log set actor_id = gen_random_uuid() where team_id = ${team} and seq = 1`,
  ],
  [
    "a row of the log is taken out",
    "gap",
    (sql, team) => sql`delete from activity_log where team_id = ${team} and seq = 1`,
  ],
  [
    "the last rows are taken off",
    "gap",
    (sql, team) =>
      sql`delete from stage_transitions where team_id = ${team} and seq = (select log_seq from teams where id = ${team})`,
  ],
  [
    "a row is said to be recorded before the row that it follows",
    "time",
    (sql, team) =>
      sql`update stage_transitions set recorded_at = recorded_at - interval '1 day' where team_id = ${team} and seq = 9`,
  ],
  [
    "the whole of a row and its hash are written anew",
    "hash",
    (sql, team) => sql`update stage_transitions set hash = md5('x') where team_id = ${team} and seq = 9`,
  ],
];

test.each(TAMPERINGS)("when %s, checking the log finds it", async (_, fault, change) => {
  const team = await newTeam();
  const act = { record: 0, choice: 2, day: "2026-11-10", by: "owner", minutes: 0, days: 0, verb: "create" } as const;
  await play(
    { desk, admin },
    team,
    Array.from({ length: 12 }, () => [act]),
  );
  expect(await faultsOf(team.teamId)).toEqual(SOUND);
  const rows = await change(admin, team.teamId);
  expect(rows).toHaveProperty("count", 1);
  expect((await faultsOf(team.teamId)).log).toMatchObject({ kind: fault });
});

test("when a record is changed behind the log, checking the records finds which and where", async () => {
  const team = await newTeam();
  const act = { record: 0, choice: 2, day: "2026-11-10", by: "owner", minutes: 0, days: 0 } as const;
  await play({ desk, admin }, team, [
    [{ ...act, verb: "create" }],
    [{ ...act, verb: "make" }],
    [{ ...act, verb: "open" }],
  ]);
  await admin`update leads set qualified = false, came_in_day = '2026-10-01' where team_id = ${team.teamId}`;
  await admin`update opportunities set stage_since = now() where team_id = ${team.teamId}`;
  const { caches } = await faultsOf(team.teamId);
  expect(caches.map(({ subject, fields }) => ({ subject, fields }))).toEqual([
    { subject: "lead", fields: ["cameInDay", "qualified"] },
    { subject: "opportunity", fields: ["stageSince"] },
    { subject: "opportunity", fields: ["stageSince"] },
  ]);
});

test("when a counter is changed behind the records, checking the counters finds which and where", async () => {
  const team = await newTeam();
  const act = { record: 0, choice: 2, day: "2026-11-10", by: "owner", minutes: 0, days: 0, verb: "create" } as const;
  await play({ desk, admin }, team, [[act], [act], [act]]);
  await fold(team.teamId);
  expect(await faultsOf(team.teamId)).toEqual(SOUND);
  await admin`update lead_counts set start_open = 2 where team_id = ${team.teamId} and counted_by = 'total'`;
  await admin`insert into lead_changes (team_id, sign, kind, came_in_day, qualified, fault)
    values (${team.teamId}, 1, 'open', '2026-10-05', false, false)`;
  const { counters } = await faultsOf(team.teamId);
  expect(counters.filter(({ countedBy }) => countedBy === "total")).toEqual([
    { subject: "lead", countedBy: "total", month: "2026-10-01" },
    { subject: "lead", countedBy: "total", month: "2026-11-01" },
    { subject: "lead", countedBy: "total", month: "2026-10-05" }, // the open of that day
  ]);
});

/** Opportunities that are won without one live deal of theirs, or have one without being won. */
async function dealsAgainstWins(teamId: TeamId) {
  return [
    ...(await admin`
      select o.id, o.kind, count(d.id)::int as live
      from opportunities o
      left join deals d on d.team_id = o.team_id and d.opportunity_id = o.id and d.voided_at is null
      where o.team_id = ${teamId}
      group by o.id, o.kind
      having count(d.id) <> (case when o.kind = 'won' then 1 else 0 end)`),
  ];
}
