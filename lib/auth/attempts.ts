import { createHmac } from "node:crypto";
import type { Database } from "@/db/client";
import { countAttempt, deleteAttemptsBefore } from "@/db/directory";
import { AppError } from "@/lib/domain/errors";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const KEPT_MS = DAY_MS;

/**
 * How many in one window, narrowest first: of an account from one address (`stranger`: where no address is known), from an
 * address, of an account, of everybody.
 */
const LIMITS = {
  "sign-in": { minutes: 15, pair: 10, stranger: 10, address: 50, account: 100, all: 3_000 },
  "sign-up": { minutes: 60, pair: 5, stranger: 5, address: 20, account: 10, all: 500 },
  letter: { minutes: 60, pair: 5, stranger: 5, address: 20, account: 10, all: 500 },
  password: { minutes: 15, pair: 10, stranger: 10, address: 50, account: 30, all: 3_000 },
  // Whole lists with names: a person takes a few, a stolen session would like them all.
  export: { minutes: 15, pair: 20, stranger: 20, address: 60, account: 20, all: 1_000 },
  token: { minutes: 15, pair: 30, stranger: 30, address: 30, account: 30, all: 3_000 },
  // A link's password is its visitors' own: guessing from many addresses slows them, and never shuts them out.
  "link-password": { minutes: 15, pair: 10, stranger: 100, address: 50, account: Infinity, all: 3_000 },
} as const satisfies Record<string, Limit>;

interface Limit extends Readonly<Record<(typeof LEVELS)[number], number>> {
  readonly minutes: number;
  readonly stranger: number;
}
const LEVELS = ["pair", "address", "account", "all"] as const;

export type AttemptKind = keyof typeof LIMITS;

export interface Attempt {
  readonly kind: AttemptKind;
  /** The account's canonical e-mail, known or not: counting must not tell. Of a link's password: the link's id. */
  readonly account: string;
  /** Null where no proxy that we trust tells it; then the limit of the account stands alone. */
  readonly address: string | null;
}

export interface Counting {
  readonly db: Pick<Database, "transaction">;
  readonly secret: string;
  readonly factor: number;
}

/** Counts the attempt, stored even if what follows fails; `too-many` with the minutes that are left. Exact, also in parallel. */
export async function allowAttempt({ db, secret, factor }: Counting, attempt: Attempt, now: Date): Promise<void> {
  const limit = LIMITS[attempt.kind];
  const windowMs = limit.minutes * MINUTE_MS;
  const start = new Date(Math.floor(now.getTime() / windowMs) * windowMs);
  const isAllowed = await db.transaction({ teamId: null, access: "write" }, async (tx) => {
    for (const level of LEVELS) {
      const key = keyOf(attempt, level);
      if (key === null) continue;
      const count = await countAttempt(tx, hashed(key, secret), start);
      // Stops at the first: whoever is refused here uses up nothing of the victim's account.
      const allowed = level === "pair" && attempt.address === null ? limit.stranger : limit[level];
      if (count > allowed * factor) return false;
      if (level === "all" && count === 1) await deleteAttemptsBefore(tx, new Date(now.getTime() - KEPT_MS));
    }
    return true;
  });
  if (!isAllowed)
    throw new AppError("too-many", { n: Math.ceil((start.getTime() + windowMs - now.getTime()) / MINUTE_MS) });
}

/** How many tries at a link's password there were on this day (UTC), this one with them, from wherever they came. */
export async function countTriesOfLink({ db, secret }: Counting, linkId: string, now: Date): Promise<number> {
  const day = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  const key = hashed(JSON.stringify(["link-password", "day", linkId]), secret);
  return db.transaction({ teamId: null, access: "write" }, (tx) => countAttempt(tx, key, day));
}

function keyOf({ kind, account, address }: Attempt, level: (typeof LEVELS)[number]): string | null {
  switch (level) {
    case "pair":
      return JSON.stringify([kind, "pair", account, address]);
    case "address":
      return address === null ? null : JSON.stringify([kind, "address", address]);
    case "account":
      return JSON.stringify([kind, "account", account]);
    case "all":
      return JSON.stringify([kind, "all"]);
  }
}

/** The table tells nobody's address, not even to somebody who tries likely ones. */
function hashed(key: string, secret: string): string {
  return createHmac("sha256", secret).update(key).digest("base64url");
}
