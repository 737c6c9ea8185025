import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { type Server, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { currentPostmaster } from "./postmaster";
import { type EmbeddedServer, startEmbedded } from "./start-embedded";

const STARTER = join(import.meta.dirname, "testing/starter.ts");
const ANSWER = z.strictObject({ port: z.int(), adopted: z.boolean() });
const PORT = 55480;

let folder = "";
let dataDir = "";
const started: EmbeddedServer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "embedded-"));
  await chmod(folder, 0o755); // the server's user must be able to enter
  dataDir = join(folder, "postgres");
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test("five starters at once get one server, and it stops with the last of them", async () => {
  const starters = await Promise.all(Array.from({ length: 5 }, () => starter(dataDir, PORT)));
  const answers = starters.map(({ answer }) => answer);
  expect(new Set(answers.map(({ port }) => port)).size).toBe(1);
  expect(answers.filter(({ adopted }) => !adopted)).toHaveLength(1);
  const [last, ...others] = starters;
  for (const { release } of others) await release();
  expect(await currentPostmaster(dataDir)).not.toBeNull();
  await last?.release();
  expect(await currentPostmaster(dataDir)).toBeNull();
});

test("kill -9 of Postgres and a new start lose nothing that was committed", async () => {
  const first = await start(PORT + 1);
  await query(first, "create table kept as select generate_series(1, 1000) as n");
  const victim = await currentPostmaster(dataDir);
  process.kill(Number.parseInt(victim?.identity ?? "", 10), "SIGKILL");
  const second = await start(PORT + 1);
  expect(second.adopted).toBe(false);
  expect(await query(second, "select count(*)::int from kept")).toBe(1000);
});

test("kill -9 of the process that started it leaves a server that the next start adopts", async () => {
  const { answer, kill } = await starter(dataDir, PORT + 2);
  await kill();
  const next = await start(PORT + 2);
  expect(next).toMatchObject({ adopted: true, port: answer.port });
  await next.stop();
  expect(await currentPostmaster(dataDir)).toBeNull();
});

test("a taken port is left alone, another is chosen, and remembered", async () => {
  const stranger = await listen(PORT + 3);
  const first = await start(PORT + 3);
  expect(first.port).not.toBe(PORT + 3);
  await first.stop();
  stranger.close();
  const second = await start(PORT + 3);
  expect(second.port).toBe(first.port);
});

test("a stopped server comes up again with its data", async () => {
  const first = await start(PORT + 4);
  await query(first, "create table kept as select 7 as n");
  await first.stop();
  expect(existsSync(join(dataDir, "postmaster.pid"))).toBe(false);
  const second = await start(PORT + 4);
  expect(second).toMatchObject({ adopted: false, port: PORT + 4 });
  expect(await query(second, "select n from kept")).toBe(7);
});

test("in a folder that nobody else can enter it starts all the same, and finds its data again", async () => {
  await chmod(folder, 0o700);
  const first = await start(PORT + 8);
  await query(first, "create table kept as select 8 as n");
  await first.stop();
  const second = await start(PORT + 8);
  expect(await query(second, "select n from kept")).toBe(8);
  await second.stop();
  await rm(dirname(await realpath(dataDir)), { recursive: true });
});

test("a lock and a postmaster.pid of processes that are gone stop nobody", async () => {
  await (await start(PORT + 5)).stop();
  // Our own pid with another start time is a reused pid; our own pid in postmaster.pid is a process that is not Postgres.
  await writeFile(`${dataDir}.lock`, `${process.pid}@1 6d0c3f0e`);
  await writeFile(join(dataDir, "postmaster.pid"), `${process.pid}\n${dataDir}\n1\n${PORT + 5}\n\n\n\nready\n`);
  expect((await start(PORT + 5)).adopted).toBe(false);
});

test("the superuser's password is in a file that only its owner reads, and nobody gets in without it", async () => {
  const server = await start(PORT + 6);
  const kept = (await stat(`${dataDir}.superuser.json`)).mode & 0o777;
  expect(kept).toBe(0o600);
  const stranger = new URL(server.adminUrl);
  stranger.password = "guess";
  await expect(query({ ...server, adminUrl: stranger.href }, "select 1")).rejects.toThrow(
    "password authentication failed",
  );
});

test("parameters and the details of a broken constraint stay out of the log", async () => {
  const server = await start(PORT + 7);
  const sql = postgres(server.adminUrl, { max: 1 });
  await sql`create table people (email text primary key)`;
  await sql`insert into people values (${"kari@example.com"})`;
  await expect(sql`insert into people values (${"kari@example.com"})`).rejects.toThrow("duplicate key");
  await sql.end();
  const log = await readFile(`${dataDir}.log`, "utf8");
  expect(log).toContain("duplicate key");
  expect(log).not.toContain("kari@example.com");
});

async function start(preferredPort: number): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, preferredPort });
  started.push(server);
  return server;
}

async function query({ adminUrl }: EmbeddedServer, text: string): Promise<unknown> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql.unsafe(text).values();
    return row?.[0];
  } finally {
    await sql.end();
  }
}

/** A process of its own that starts the server, says so, and lets go of it when its input ends. */
async function starter(folderOfData: string, port: number) {
  const child = spawn(process.execPath, ["--import", "tsx", STARTER, folderOfData, String(port)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [line] = z.tuple([z.instanceof(Buffer)]).parse(await once(child.stdout, "data"));
  const ended = once(child, "exit");
  return {
    answer: ANSWER.parse(JSON.parse(line.toString())),
    release: async () => {
      child.stdin.end();
      await ended;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}
