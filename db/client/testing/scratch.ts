import { randomBytes } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { inject } from "vitest";

export interface Scratch {
  /** As a role that owns nothing. */
  readonly url: string;
  /** As the superuser, in the same database. */
  readonly admin: Sql;
  drop(): Promise<void>;
}

/** A database with `use_team` and a table that notes, on the server, under which team each row was written. */
export async function makeScratch(): Promise<Scratch> {
  const name = `${inject("clonePrefix")}client_${randomBytes(4).toString("hex")}`;
  const password = randomBytes(16).toString("hex");
  const server = postgres(inject("adminUrl"), { max: 1, onnotice: () => {} });
  await server.unsafe(`create role ${name} login password '${password}'`);
  await server.unsafe(`create database ${name}`);
  const admin = postgres(inDatabase(inject("adminUrl"), name), { max: 2, onnotice: () => {} });
  await admin.unsafe(SCHEMA);
  await admin.unsafe(`grant select, insert on all tables in schema public to ${name}`);
  const url = new URL(inDatabase(inject("adminUrl"), name));
  url.username = name;
  url.password = password;
  return {
    url: url.href,
    admin,
    async drop() {
      await admin.end();
      await server.unsafe(`drop database ${name} with (force)`);
      await server.unsafe(`drop role ${name}`);
      await server.end();
    },
  };
}

function inDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A team whose id ends in "dead" takes longer to set than anyone waits. */
const SCHEMA = `
  create function use_team(team uuid) returns uuid language plpgsql as $$
  begin
    if team::text like '%dead' then perform pg_sleep(30); end if;
    perform set_config('app.team_id', team::text, true);
    return current_setting('app.team_id')::uuid;
  end $$;
  create table written (
    attempt uuid not null,
    believed uuid not null,
    step int not null,
    setting text default current_setting('app.team_id', true),
    transaction bigint not null default txid_current(),
    unique (attempt, step)
  );
  create table kinds (
    id int primary key, moment timestamptz, day date, small bigint, big bigint, json jsonb, key uuid, flag boolean, bytes bytea
  );
`;
