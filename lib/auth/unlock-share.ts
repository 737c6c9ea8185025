import { setTimeout as sleep } from "node:timers/promises";
import { headers } from "next/headers";
import { type Database, database, shareDatabase } from "@/db/client";
import { findUser } from "@/db/directory";
import { findTeam } from "@/db/queries/team";
import { TeamDb } from "@/db/scope";
import { AppError } from "@/lib/domain/errors";
import type { TeamId, UserId } from "@/lib/domain/ids";
import { parsePassword } from "@/lib/domain/input/password";
import type { Letter } from "@/lib/domain/letter";
import { webEnv } from "@/lib/env";
import { allowAttempt, type Counting, countTriesOfLink } from "./attempts";
import { linkSecrets } from "./link-secrets";
import { openShareIn, type ShareMeans } from "./open-share";
import { passwords, type Passwords } from "./password";
import { visitorAddress } from "./visitor-address";

/** `proof` is for the cookie of this link alone (`shareCookie`). */
export type Unlocking =
  | { readonly kind: "unlocked"; readonly proof: string }
  | { readonly kind: "wrong" }
  | { readonly kind: "gone" }
  | { readonly kind: "too-many"; readonly minutes: number };

/** Takes a link's password from a visitor. The caller has asked for our own origin. */
export async function unlockShare(
  token: string,
  password: unknown,
  now: Date,
  post: (letter: Letter) => void,
): Promise<Unlocking> {
  const { AUTH_SECRET: secret, RATE_LIMIT_FACTOR: factor, TRUST_PROXY } = webEnv();
  const means: UnlockMeans = {
    share: { db: shareDatabase(), secrets: linkSecrets() },
    counting: { db: database(), secret, factor },
    app: database(),
    passwords,
    post,
    pause: (ms) => sleep(ms),
  };
  return unlockShareIn(means, { token, password, address: visitorAddress(await headers(), TRUST_PROXY) }, now);
}

export interface UnlockMeans {
  readonly share: ShareMeans;
  readonly counting: Counting;
  readonly app: Pick<Database, "transaction">;
  readonly passwords: Passwords;
  readonly post: (letter: Letter) => void;
  readonly pause: (ms: number) => Promise<void>;
}

export interface Try {
  readonly token: string;
  readonly password: unknown;
  readonly address: string | null;
}

export async function unlockShareIn(means: UnlockMeans, { token, ...tried }: Try, now: Date): Promise<Unlocking> {
  const visit = { token, proof: null, surface: "unlock" } as const;
  const answer = await openShareIn(means.share, visit, now, async ({ db, link }, found) => ({
    id: link.id,
    name: link.name,
    teamId: db.teamId,
    hash: found.passwordHash,
    passwordVersion: found.passwordVersion,
    createdBy: found.createdBy,
  }));
  if (answer.kind !== "open") return { kind: "gone" };
  try {
    return await tryPassword(means, answer.data, tried, now);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "too-many") throw error;
    return { kind: "too-many", minutes: typeof error.details["n"] === "number" ? error.details["n"] : 1 };
  }
}

type Locked = Parameters<ShareMeans["secrets"]["prove"]>[0] & {
  readonly name: string;
  readonly teamId: TeamId;
  readonly createdBy: UserId;
  readonly hash: string | null;
};

// Sharing.md, 5: above so many on a day each try is slowed, and the creator is told.
const FREE_PER_DAY = 100;
const PAUSE_MS = 2_000;

async function tryPassword(
  means: UnlockMeans,
  link: Locked,
  { password, address }: Omit<Try, "token">,
  now: Date,
): Promise<Unlocking> {
  await allowAttempt(means.counting, { kind: "link-password", account: link.id, address }, now);
  const tries = await countTriesOfLink(means.counting, link.id, now);
  if (tries === FREE_PER_DAY + 1) await tellCreator(means, link);
  const parsed = parsePassword(password);
  const verify = () => means.passwords.verify(link.hash, parsed.ok ? parsed.value : "");
  const matches =
    tries > FREE_PER_DAY ? await inLine(link.id, () => means.pause(PAUSE_MS).then(verify)) : await verify();
  return matches && parsed.ok ? { kind: "unlocked", proof: means.share.secrets.prove(link, now) } : { kind: "wrong" };
}

async function tellCreator({ app, post }: UnlockMeans, { teamId, createdBy, name }: Locked): Promise<void> {
  const letter = await app.transaction({ teamId, access: "read" }, async (tx): Promise<Letter | null> => {
    const team = await findTeam(new TeamDb(tx, teamId));
    const creator = await findUser(tx, createdBy);
    if (team === null || creator === null) return null;
    const { email: to, locale } = creator;
    return { kind: "link-tries", to, locale, report: name, team: team.name, slug: team.slug };
  });
  if (letter !== null) post(letter);
}

const WAITING_MAX = 20;
const lines = new Map<string, { waiting: number; last: Promise<unknown> }>();

/** One at a time on each link: whoever guesses from a thousand addresses gets no further than one who guesses alone. */
async function inLine<T>(id: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(id) ?? { waiting: 0, last: Promise.resolve() };
  if (line.waiting >= WAITING_MAX) throw new AppError("too-many", { n: 1 });
  line.waiting += 1;
  const turn = line.last.then(work, work);
  line.last = turn;
  lines.set(id, line);
  try {
    return await turn;
  } finally {
    line.waiting -= 1;
    if (line.waiting === 0) lines.delete(id);
  }
}
