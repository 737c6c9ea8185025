import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { linkSecretsOf } from "@/lib/auth/link-secrets";
import { asId } from "@/lib/domain/ids";
import { NOW } from "@/lib/use-cases/teams/testing/team-desk";
import { sharingDesk } from "./testing/sharing-desk";

let server: TestDatabase;
let desk: ReturnType<typeof sharingDesk>;
beforeAll(async () => {
  server = await testDatabase();
  desk = sharingDesk(server);
});
afterAll(async () => {
  await desk.close();
  await server.drop();
});

const later = (ms: number) => new Date(NOW.getTime() + ms);
const DAY_MS = 24 * 60 * 60 * 1000;

describe("guessing", () => {
  it("10 tries in a quarter of an hour from one address, then none; another address still gets in (8.8, S6)", async () => {
    const { token, password } = await locked();
    const from = (address: string, tried: unknown, now = NOW) =>
      desk.tryPassword({ token, password: tried, address }, now);
    const kinds = [];
    for (let n = 0; n < 11; n += 1) kinds.push((await from("192.0.2.1", `wrong ${n}`)).kind);
    expect(kinds).toEqual([...Array.from({ length: 10 }, () => "wrong"), "too-many"]);
    expect((await from("192.0.2.1", password)).kind).toBe("too-many");
    expect((await from("192.0.2.2", password)).kind).toBe("unlocked");
    expect((await from("192.0.2.1", password, later(15 * 60 * 1000))).kind).toBe("unlocked");
  });

  it("from the 101st try of a day each is slowed, the creator is told once, and the right one still gets in (8.8, S6)", async () => {
    const { token, password, owner } = await locked();
    const from = (n: number, tried: unknown) =>
      desk.tryPassword({ token, password: tried, address: `198.51.100.${n}` });
    const [before, told] = [desk.pauses.length, desk.letters.length];
    for (let n = 0; n < 100; n += 1) await from(n, null);
    expect(desk.pauses).toHaveLength(before);
    for (let n = 100; n < 103; n += 1) expect((await from(n, null)).kind).toBe("wrong");
    expect(desk.pauses.slice(before)).toEqual([2_000, 2_000, 2_000]);
    expect((await from(103, password)).kind).toBe("unlocked");
    expect(desk.letters.slice(told)).toEqual([
      expect.objectContaining({ kind: "link-tries", to: owner.email, report: "Board report", team: "Nordlys" }),
    ]);
  });

  it("a link without a password, and one that has ended, takes none", async () => {
    const { teamId, owner } = await desk.newTeam();
    const open = await desk.make(teamId, owner);
    const ended = await locked();
    const tried = { password: ended.password, address: null };
    expect(await desk.tryPassword({ ...tried, token: open.token })).toEqual({ kind: "gone" });
    expect(await desk.tryPassword({ ...tried, token: ended.token }, later(90 * DAY_MS))).toEqual({ kind: "gone" });
  });

  async function locked() {
    const { teamId, owner } = await desk.newTeam();
    return { owner, ...(await desk.make(teamId, owner, { protection: "generated" })) };
  }
});

it("a dump of the links opens nothing: neither token nor password is in it, and the seal wants the server's secret (8.6, S1)", async () => {
  const { teamId, owner } = await desk.newTeam();
  const { id, token, password } = await desk.make(teamId, owner, { protection: "generated" });
  const admin = postgres(server.adminUrl, { max: 1 });
  const [row] = await admin<{ text: string; sealed: string }[]>`
    select row_to_json(report_links)::text as text, token_sealed as sealed from report_links where id = ${id}`;
  await admin.end();
  expect(row?.text).not.toContain(token);
  expect(row?.text).not.toContain(password);
  expect(row?.text).toContain("$argon2id$");
  expect(desk.secrets.unseal(row?.sealed ?? "", id)).toBe(token);
  expect(linkSecretsOf("another secret of thirty-two characters").unseal(row?.sealed ?? "", id)).toBeNull();
  expect(desk.secrets.unseal(row?.sealed ?? "", asId("01a211c7-a048-7d09-9d36-e6d840ff960f"))).toBeNull();
});

it("the role of visitors writes nothing, and reads no lead, no user, no token (8.9, S10)", async () => {
  const { teamId, owner } = await desk.newTeam();
  await desk.make(teamId, owner);
  const share = postgres(server.shareUrl, { max: 1 });
  const tries = [
    ...[
      "update report_links set revoked_at = null",
      "delete from report_link_copies",
      "insert into teams default values",
    ],
    ...["select token_hash from report_links", "select token_sealed from report_links", "select name from leads"],
    ...["select email from users", "select name from memberships", "select 1 from report_link_views"],
  ];
  for (const text of tries) {
    const refused = await share
      .begin(async (sql) => {
        await sql`select use_team(${teamId})`;
        return sql.unsafe(text).then(
          () => "done",
          (error: unknown) => (error instanceof postgres.PostgresError ? error.code : String(error)),
        );
      })
      .catch((error: unknown) => (error instanceof postgres.PostgresError ? error.code : String(error)));
    expect(refused, text).toBe("42501");
  }
  await share.end();
});

it("of whatever size a team is, opening its link reads four tables and no record, no log and no counter (S17)", async () => {
  const admin = postgres(server.adminUrl, { max: 1 });
  const rows = await admin<{ name: string }[]>`
    select distinct table_name as name from information_schema.column_privileges
    where grantee = 'tofold_share' and table_schema = 'public' order by name`;
  await admin.end();
  expect(rows.map(({ name }) => name)).toEqual(["memberships", "report_link_copies", "report_links", "teams"]);
});
