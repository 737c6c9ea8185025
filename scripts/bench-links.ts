import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { createDatabase } from "@/db/client";
import { roleUrls } from "@/db/bootstrap";
import { benchServer, buildDatabase, timed } from "@/bench/database";
import { crowd, EVERYTHING, linkMaker, visit } from "@/bench/links";
import { measure, timesOf } from "@/bench/measure";
import { startNext } from "./serve/next-app";

/** Opens report links of the built app: of a large team beside a small one, then of many links by many visitors. */
const { values } = parseArgs({
  options: {
    leads: { type: "string", default: "1000000" },
    teams: { type: "string", default: "10000" },
    kept: { type: "boolean", default: false },
    rounds: { type: "string", default: "50" },
    links: { type: "string", default: "1000" },
    visitors: { type: "string", default: "100" },
    "at-once": { type: "string", default: "32" },
    seconds: { type: "string", default: "120" },
    port: { type: "string", default: "3271" },
  },
});
const PER_TEAM = 50; // a team has no more than 100 open ones

const server = await benchServer(process.env["BENCH_DATABASE_URL"]);
const name = `tofold_bench_${values.leads}`;
const sizes = { leads: Number(values.leads), teams: Number(values.teams) };
const built = await buildDatabase(server, name, sizes, values.kept);
const { appUrl, shareUrl } = roleUrls(server.adminUrl, name, server.passwords);
const db = createDatabase(appUrl, { max: 4, statementTimeoutMs: 600_000 });
const secret = randomBytes(32).toString("hex");
const origin = `http://localhost:${values.port}`;
const app = await startNext({
  isDev: false,
  port: Number(values.port),
  env: {
    ...process.env,
    DATABASE_URL: appUrl,
    DATABASE_SHARE_URL: shareUrl,
    AUTH_SECRET: secret,
    NEXTAUTH_SECRET: secret,
    APP_URL: origin,
    NEXTAUTH_URL: origin,
    MAILBOX_DIR: ".data/bench-mailbox",
  },
  processFile: ".data/bench-app.process",
  logFile: ".data/bench-app.log",
});
try {
  const [large] = built.teams;
  const small = built.teams.slice(2).toSorted((a, b) => Math.abs(a.leads - 1000) - Math.abs(b.leads - 1000));
  if (large === undefined || small[0] === undefined) throw new Error("no teams");
  await built.admin`truncate report_links cascade`; // those of an earlier run
  const make = linkMaker(db, secret);
  const [ofLarge, ofSmall] = [await timed("made", () => make(large)), await make(small[0])];
  await timed(`made with all periods and channels of ${large.leads} leads`, () => make(large, EVERYTHING));
  await timed(`made with all periods and channels of ${small[0].leads} leads`, () =>
    make(small[0] ?? large, EVERYTHING),
  );
  const sides = await measure(
    [
      { name: `a team of ${large.leads} leads`, run: () => visit(origin, ofLarge) },
      { name: `a team of ${small[0].leads} leads`, run: () => visit(origin, ofSmall) },
    ],
    Number(values.rounds),
  );
  console.table(sides);
  const makers = small.slice(0, Math.ceil(Number(values.links) / PER_TEAM));
  const tokens: string[] = [];
  for (let n = 0; n < Number(values.links); n += 1) {
    const team = makers[n % makers.length];
    if (team !== undefined) tokens.push(await make(team));
  }
  const visits = tokens.length * Number(values.visitors);
  const busy = { visits, atOnce: Number(values["at-once"]), seconds: Number(values.seconds) };
  const taken = await timed("visited", () => crowd(origin, tokens, busy));
  const p95 = taken.toSorted((a, b) => a - b)[Math.floor(taken.length * 0.95)];
  console.table([{ ...timesOf(`${tokens.length} links`, taken), visits: taken.length, p95 }]);
} finally {
  await app.stop();
  await db.close();
  await built.close();
  await server.stop();
}
